/** Reads back what the canvas has drawn. */
import type { EdgeSingular } from 'cytoscape';
import type { DrawnLane } from './picture.ts';

/** A lane as it lies on the canvas, for exports. */
export function drawnLane(edge: EdgeSingular): DrawnLane {
  const data = edge.data() as Omit<DrawnLane, 'from' | 'to' | 'control' | 'letter'> & { letter?: string };
  const isStraight = data.sign === 0 && !edge.hasClass('fan');
  const control = isStraight ? null : (edge.controlPoints()?.[0] ?? null);
  return {
    ...data,
    letter: data.letter ?? '',
    from: edge.sourceEndpoint(),
    to: edge.targetEndpoint(),
    control,
  };
}
