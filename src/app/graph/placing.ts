/** Where actors go that come onto the canvas after the layout: near those whom they have ties with. */
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import type { Lane } from './lanes.ts';

/** How far from the middle of its neighbours an actor is put, in graph units. */
const APART = 90;

/**
 * Places for actors that have none, at the centroid of their neighbours that have one, moved in a direction
 * of their own; the same for the same graph. Of actors without such neighbours those go first that others
 * may go by.
 */
export function placesFor(
  ids: readonly string[],
  lanes: readonly Lane[],
  known: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const missing = new Set(ids.filter((id) => !known.has(id)));
  const made = new Map<string, Point>();
  if (missing.size === 0) return made;
  const partners = new Map<string, string[]>();
  for (const { a, b } of lanes) {
    if (missing.has(a)) partners.set(a, [...(partners.get(a) ?? []), b]);
    if (missing.has(b)) partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  for (const id of missing) {
    const near = (partners.get(id) ?? []).flatMap((partner) => known.get(partner) ?? made.get(partner) ?? []);
    const angle = angleOf(id);
    const centre = near.length > 0 ? centroid(near) : { x: 0, y: 0 };
    const far = APART * (near.length === 1 ? 1.4 : 1) + (made.size % 7) * 8;
    made.set(id, {
      x: Math.round(centre.x + far * Math.cos(angle)),
      y: Math.round(centre.y + far * Math.sin(angle)),
    });
  }
  return made;
}

export function centroid(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Positions with those that a person has fixed. */
export function withPins(positions: Positions, pins: Readonly<Record<string, Point>>): Positions {
  const pinned = Object.entries(pins).filter(([id]) => positions[id] !== undefined);
  return { ...positions, ...Object.fromEntries(pinned) };
}

/** A direction that an id always has. */
function angleOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0;
  return (((hash >>> 0) % 360) * Math.PI) / 180;
}
