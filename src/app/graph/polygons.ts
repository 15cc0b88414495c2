/** Lines that join a group of points, and what lies within an outline. */
import type { Point } from '../../worker/layoutProtocol.ts';

/**
 * The shortest lines that join all points (Prim 1957): a band along them covers a group and little else, where
 * a hull would take in whoever stands between.
 */
export function spanningTree(points: readonly Point[]): (readonly [Point, Point])[] {
  const [first, ...rest] = points;
  if (!first) return [];
  const left = new Map(rest.map((point) => [point, { from: first, far: distance(first, point) }]));
  const lines: (readonly [Point, Point])[] = [];
  while (left.size > 0) {
    let [next, best] = [...left][0]!;
    for (const [point, way] of left) if (way.far < best.far) [next, best] = [point, way];
    left.delete(next);
    lines.push([best.from, next]);
    for (const [point, way] of left) {
      const far = distance(next, point);
      if (far < way.far) left.set(point, { from: next, far });
    }
  }
  return lines;
}

/** Whether a point lies within a closed outline, by how often a ray from it crosses the outline. */
export function isWithin(outline: readonly Point[], { x, y }: Point): boolean {
  let within = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [p, q] = [outline[i]!, outline[j]!];
    if (p.y > y !== q.y > y && x < ((q.x - p.x) * (y - p.y)) / (q.y - p.y) + p.x) within = !within;
  }
  return within;
}

/** The four corners of a box between two opposite ones. */
export function boxBetween(a: Point, b: Point): Point[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

/** How far a point is from a line between two points. */
export function distanceToLine(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}

function distance(p: Point, q: Point): number {
  return Math.hypot(p.x - q.x, p.y - q.y);
}
