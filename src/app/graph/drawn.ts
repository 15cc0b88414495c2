/** Reads back what the canvas has drawn. */
import type { EdgeSingular, NodeSingular } from 'cytoscape';
import type { DrawnLane } from './picture.ts';

/** What the pointer is told: the name of an actor, or what a lane joins and holds. */
export function titleOf(target: NodeSingular | EdgeSingular): string {
  if (target.isNode()) return target.data('label') as string;
  const name = (node: NodeSingular) => node.data('label') as string;
  return `${name(target.source())} – ${name(target.target())}: ${target.data('about') as string}`;
}

/** A lane as it lies on the canvas, for exports. */
export function drawnLane(edge: EdgeSingular): DrawnLane {
  const data = edge.data() as Omit<DrawnLane, 'from' | 'to' | 'control'>;
  const control = data.sign === 0 ? null : (edge.controlPoints()?.[0] ?? null);
  return { ...data, from: edge.sourceEndpoint(), to: edge.targetEndpoint(), control };
}
