/** Which actor an arrow key goes to. */
import type { Point } from '../../worker/layoutProtocol.ts';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const AXES: Readonly<Record<Direction, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The nearest point in a direction, of those within 60° of it; distance across counts double, so
 * that one goes straight on where one can. Null where nothing lies that way.
 */
export function nearest(
  from: string,
  direction: Direction,
  points: ReadonlyMap<string, Point>,
): string | null {
  const start = points.get(from);
  if (!start) return null;
  const axis = AXES[direction];
  let best: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of points) {
    const along = (x - start.x) * axis.x + (y - start.y) * axis.y;
    const across = Math.abs((x - start.x) * axis.y) + Math.abs((y - start.y) * axis.x);
    if (id === from || along <= 0 || across > along * Math.sqrt(3)) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
