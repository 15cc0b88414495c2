/** The parts of a graph that no edge joins: without a tie they would drift apart and make the rest small. */
import type { LayoutEdge, Point } from './layoutProtocol.ts';

/** Ids of each part, the largest first; of equal ones that with the first id. */
export function componentsOf(ids: readonly string[], edges: readonly LayoutEdge[]): string[][] {
  const partners = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { a, b } of edges) {
    partners.get(a)?.push(b);
    partners.get(b)?.push(a);
  }
  const seen = new Set<string>();
  const parts = ids.flatMap((id) => {
    if (seen.has(id)) return [];
    const part = [id];
    seen.add(id);
    for (const one of part) {
      for (const partner of partners.get(one) ?? []) {
        if (seen.has(partner) || !partners.has(partner)) continue;
        seen.add(partner);
        part.push(partner);
      }
    }
    return [part];
  });
  return parts.sort((a, b) => b.length - a.length);
}

/** An actor with its label, which takes room where it stands. */
export interface Body {
  readonly id: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  x: number;
  y: number;
}

/** Room between two parts, and length of a step, in graph units. */
const BETWEEN = 45;
const STEP = 12;
const MOST_STEPS = 200;
/** Each step looks at all of them: larger graphs are left as they are. */
const MOST_BODIES = 400;

/** Moves the smaller parts straight towards the largest until they would come too near to an actor or a lane. */
export function drawNear(bodies: readonly Body[], edges: readonly LayoutEdge[]): void {
  if (bodies.length > MOST_BODIES) return;
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const [main = [], ...others] = componentsOf([...byId.keys()], edges);
  const placed = main.map((id) => byId.get(id)!);
  const lanes: Lane[] = [];
  const place = (ids: readonly string[]) => {
    const part = new Set(ids);
    lanes.push(...edges.filter(({ a }) => part.has(a)).map(({ a, b }): Lane => [byId.get(a)!, byId.get(b)!]));
  };
  place(main);
  // The nearest first, so that none stands in the way of another.
  const far = ([id]: readonly string[]) => distance(byId.get(id!)!, middleOf(placed));
  for (const ids of others.sort((a, b) => far(a) - far(b))) {
    const part = ids.map((id) => byId.get(id)!);
    approach(
      part,
      bodies.filter((body) => !part.includes(body)),
      middleOf(placed),
      lanes,
    );
    placed.push(...part);
    place(ids);
  }
}

type Lane = readonly [from: Point, to: Point];

function approach(part: readonly Body[], others: readonly Body[], to: Point, lanes: readonly Lane[]): void {
  const from = middleOf(part);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const steps = Math.floor(distance(from, to) / STEP);
  for (let step = 0; step < Math.min(steps, MOST_STEPS); step++) {
    move(part, dx / steps, dy / steps);
    if (!part.some((body) => isNear(body, others, lanes))) continue;
    move(part, -dx / steps, -dy / steps);
    return;
  }
}

function move(part: readonly Body[], dx: number, dy: number): void {
  for (const body of part) {
    body.x += dx;
    body.y += dy;
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middleOf(bodies: readonly Body[]): Point {
  const middle = (axis: 'x' | 'y') => bodies.reduce((sum, body) => sum + body[axis], 0) / bodies.length;
  return { x: middle('x'), y: middle('y') };
}

function isNear(body: Body, others: readonly Body[], lanes: readonly Lane[]): boolean {
  return (
    others.some(
      ({ x, y, halfWidth, halfHeight }) =>
        Math.abs(x - body.x) < halfWidth + body.halfWidth + BETWEEN &&
        Math.abs(y - body.y) < halfHeight + body.halfHeight + BETWEEN,
    ) || lanes.some(([a, b]) => distanceTo(a, b, body) < body.halfHeight + BETWEEN)
  );
}

/** From a point to the nearest point of a line between two others. */
function distanceTo(a: Point, b: Point, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
