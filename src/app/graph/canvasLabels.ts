/** Which labels are drawn, and how large, at the zoom of the moment. */
import type { Core, NodeCollection } from 'cytoscape';
import { LABEL_PIXELS } from './elements.ts';
import { labelBox, labelsThatFit } from './labels.ts';
import type { NodeView } from './picture.ts';

/** From this many actors on labels need air around them to be read, since many lanes cross. */
const CROWD = 80;
/** Labels of these are drawn in any case: others make room. */
const ALWAYS = '.selected, .chosen, .pinned, .hit, .focused, .near';

/** Draws the labels that there is room for. */
export function placeLabels(cy: Core, nodes: NodeCollection): void {
  const zoom = cy.zoom();
  const fontSize = Math.max(LABEL_PIXELS, LABEL_PIXELS / zoom);
  const air = nodes.length > CROWD ? 1.7 : 1.05;
  const boxes = nodes.map((node) => {
    const { label, size } = node.data() as NodeView;
    const { x, y } = node.renderedPosition();
    const box = labelBox({ id: node.id(), label, size: size * zoom, x, y }, fontSize * zoom, air);
    return node.is(ALWAYS) ? { ...box, priority: Infinity } : box;
  });
  const fitting = labelsThatFit(boxes);
  cy.batch(() =>
    nodes.forEach((node) => {
      const labelled = fitting.has(node.id());
      if (node.data('labelled') !== labelled || node.data('fontSize') !== fontSize)
        node.data({ fontSize, labelled });
    }),
  );
}
