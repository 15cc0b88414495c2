/** What a person does to the canvas, as plain events. */
import type { Core, EdgeSingular, EventObject, NodeSingular } from 'cytoscape';
import type { Sign } from '../../model/index.ts';
import type { Point } from '../../worker/layoutProtocol.ts';

/** What the pointer is on. */
export type CanvasTarget =
  | { readonly kind: 'actor'; readonly id: string }
  | {
      readonly kind: 'lane';
      readonly a: string;
      readonly b: string;
      readonly sign: Sign;
      readonly tie: string | null;
    };

export interface CanvasEvents {
  readonly onopen: (target: CanvasTarget) => void;
  /** Twice in a row. */
  readonly onenter: (target: CanvasTarget) => void;
  /** Where nothing is drawn, in graph units. */
  readonly onground: (at: Point) => void;
  readonly onhover: (target: CanvasTarget | null, at: Point) => void;
  /** In pixels from the corner of the canvas; null: on nothing. */
  readonly onmenu: (target: CanvasTarget | null, at: Point) => void;
  readonly ondrag: (id: string, at: Point) => void;
  /** The view or what is drawn has changed. */
  readonly onrender: () => void;
  readonly oncamera: () => void;
}

/** What the canvas itself does on events. */
interface Canvas {
  readonly moved: () => void;
  readonly settle: () => void;
  readonly place: (id: string, at: Point) => void;
}

/** Passes on what happens on a canvas. */
export function listen(cy: Core, events: CanvasEvents, canvas: Canvas): void {
  cy.on('tap', ({ target, position }: EventObject) =>
    target === cy
      ? events.onground({ ...position })
      : events.onopen(targetOf(target as NodeSingular | EdgeSingular)),
  );
  cy.on('dbltap', 'node, edge', ({ target }: EventObject) =>
    events.onenter(targetOf(target as NodeSingular)),
  );
  cy.on('cxttap', ({ target, renderedPosition }: EventObject) =>
    events.onmenu(target === cy ? null : targetOf(target as NodeSingular), { ...renderedPosition }),
  );
  listenToHover(cy, events);
  cy.on('dragfree', 'node', ({ target }: EventObject) => {
    const node = target as NodeSingular;
    canvas.place(node.id(), { ...node.position() });
    events.ondrag(node.id(), { ...node.position() });
  });
  cy.on('dragpan scrollzoom pinchzoom', () => canvas.moved());
  cy.on('zoom dragfree', () => canvas.settle());
  cy.on('viewport', () => events.oncamera());
  cy.on('render', () => events.onrender());
}

function targetOf(target: NodeSingular | EdgeSingular): CanvasTarget {
  if (target.isNode()) return { kind: 'actor', id: target.id() };
  const { source, target: end, sign, tie } = target.data() as Record<string, string> & { sign: Sign };
  const [a, b] = source! < end! ? [source!, end!] : [end!, source!];
  return { kind: 'lane', a, b, sign, tie: tie ?? null };
}

/** How long the pointer rests on something before that is lit, in milliseconds. */
const INTENT = 70;

/** What the pointer only passes over is not lit: it would flicker, and cost frames. */
function listenToHover(cy: Core, events: CanvasEvents): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let lit = false;
  cy.on('mouseover', 'node, edge', ({ target, renderedPosition }: EventObject) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      lit = true;
      spotlight(cy, target as NodeSingular | EdgeSingular);
      events.onhover(targetOf(target as NodeSingular), { ...renderedPosition });
    }, INTENT);
  });
  const leave = () => {
    clearTimeout(resting);
    if (!lit) return;
    lit = false;
    cy.elements('.faded, .near').removeClass('faded near');
    events.onhover(null, { x: 0, y: 0 });
  };
  cy.on('mouseout', 'node, edge', leave);
  // Cytoscape does not see where a pointer goes that leaves the canvas in one move.
  cy.container()?.addEventListener('mouseleave', leave);
}

/** Fades all but what the pointer is on and its neighbours. */
function spotlight(cy: Core, target: NodeSingular | EdgeSingular): void {
  const near = target.isNode() ? target.closedNeighborhood() : target.union(target.connectedNodes());
  cy.batch(() => {
    cy.elements().not(near).addClass('faded');
    near.nodes().addClass('near');
  });
}
