/** Outlines: of groups of points, and what lies within one. */
import type { Point } from '../../worker/layoutProtocol.ts';

/** The convex hull of points, in order; Andrew's monotone chain (1979, doi:10.1016/0020-0190(79)90072-3). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  if (sorted.length < 3) return sorted;
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The hull around discs: rounded, since each disc gives its rim. */
export function hullAround(discs: readonly (Point & { readonly radius: number })[]): Point[] {
  const RIM = 12;
  return convexHull(
    discs.flatMap(({ x, y, radius }) =>
      Array.from({ length: RIM }, (_, i) => ({
        x: x + radius * Math.cos((2 * Math.PI * i) / RIM),
        y: y + radius * Math.sin((2 * Math.PI * i) / RIM),
      })),
    ),
  );
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

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
