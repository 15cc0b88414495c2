/** The most central actor in the middle, the others in rings around it, the less central the farther out. */
import type { LayoutRequest, Point, Positions } from './layoutProtocol.ts';

/** Room along a ring for one actor, and between two rings, in graph units. */
const ALONG = 104;
const BETWEEN = 130;

/** Actors by the weight of their edges; on a ring each stands as near as may be to those within that it knows. */
export function inRings({ nodes, edges }: LayoutRequest): Positions {
  const weight = new Map<string, number>();
  const partners = new Map<string, string[]>();
  for (const { a, b, weight: more } of edges) {
    for (const [id, other] of [
      [a, b],
      [b, a],
    ] as const) {
      weight.set(id, (weight.get(id) ?? 0) + more);
      partners.set(id, [...(partners.get(id) ?? []), other]);
    }
  }
  const ids = nodes
    .map(({ id }) => id)
    .sort((x, y) => (weight.get(y) ?? 0) - (weight.get(x) ?? 0) || (x < y ? -1 : 1));
  const places = new Map<string, Point>();
  if (ids.length > 0) places.set(ids[0]!, { x: 0, y: 0 });
  for (let ring = 1, at = 1; at < ids.length; ring++) {
    const radius = ring * BETWEEN;
    const room = Math.max(1, Math.floor((2 * Math.PI * radius) / ALONG));
    const members = ids.slice(at, at + room);
    at += room;
    placeRing(members, radius, (id) => angleAmong(partners.get(id) ?? [], places), places);
  }
  return Object.fromEntries(places);
}

/** Places a ring's members evenly, in the order of the angles that they would like. */
function placeRing(
  members: readonly string[],
  radius: number,
  wish: (id: string) => number | null,
  places: Map<string, Point>,
): void {
  const wishes = members.map((id, index) => ({
    id,
    angle: wish(id) ?? (2 * Math.PI * index) / members.length,
  }));
  wishes.sort((x, y) => x.angle - y.angle || (x.id < y.id ? -1 : 1));
  const step = (2 * Math.PI) / members.length;
  // Turned so that the wishes are met on average.
  const turn = Math.atan2(
    wishes.reduce((sum, { angle }, index) => sum + Math.sin(angle - index * step), 0),
    wishes.reduce((sum, { angle }, index) => sum + Math.cos(angle - index * step), 0),
  );
  wishes.forEach(({ id }, index) => {
    const angle = turn + index * step;
    places.set(id, { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
  });
}

/** The direction in which most of the placed partners lie, 0–2π; null: none is placed outside the middle. */
function angleAmong(partners: readonly string[], places: ReadonlyMap<string, Point>): number | null {
  let [x, y] = [0, 0];
  for (const partner of partners) {
    const at = places.get(partner);
    const far = at ? Math.hypot(at.x, at.y) : 0;
    if (!at || far === 0) continue;
    x += at.x / far;
    y += at.y / far;
  }
  return x === 0 && y === 0 ? null : (Math.atan2(y, x) + 2 * Math.PI) % (2 * Math.PI);
}
