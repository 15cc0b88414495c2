/** Where actors stand on a map: countries at their capitals, others in the middle of those they belong to. */
import type { Actor } from '../../model/index.ts';
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import type { Lane } from './lanes.ts';
import { centroid } from './placing.ts';

/** Relations that tell where an actor is at home, and where it works. */
const MEMBERSHIP: ReadonlySet<string> = new Set(['member-of', 'joined', 'part-of']);
const WORK: ReadonlySet<string> = new Set(['deployed-in']);
/** How near two actors may stand, in graph units. */
const APART = 56;

/**
 * Places for actors. Missions stand where they are deployed, organisations among their members, all else by
 * those it has ties with; actors that nothing places stand in a row below the world, or `nowhere`.
 */
export function placesInWorld(
  actors: ReadonlyMap<string, Actor>,
  ids: readonly string[],
  lanes: readonly Lane[],
  at: (country: string) => Point | null,
  lost: 'below' | 'nowhere' = 'below',
): Positions {
  const places = new Map<string, Point>();
  for (const id of ids) {
    const point = actors.get(id)?.type === 'country' ? at(id.replace('country:', '')) : null;
    if (point) places.set(id, point);
  }
  const fixed = new Set(places.keys());
  // Last by any tie, and then by those who were placed that way.
  for (const relations of [WORK, MEMBERSHIP, null, null, null])
    placeAmong(ids, lanes, actors, relations, places);
  const rest = lost === 'below' ? ids.filter((id) => !places.has(id)) : [];
  rest.forEach((id, index) => places.set(id, { x: -1800 + 160 * index, y: 1500 }));
  stepApart(places, fixed);
  return Object.fromEntries(places);
}

/** Places who has none yet in the middle of those that it has such ties with. */
function placeAmong(
  ids: readonly string[],
  lanes: readonly Lane[],
  actors: ReadonlyMap<string, Actor>,
  relations: ReadonlySet<string> | null,
  places: Map<string, Point>,
): void {
  const missing = new Set(ids.filter((id) => !places.has(id)));
  const near = new Map<string, Point[]>();
  const add = (id: string, other: string) => {
    const point = places.get(other);
    if (missing.has(id) && point) near.set(id, [...(near.get(id) ?? []), point]);
  };
  for (const { a, b, ties } of lanes) {
    if (relations && !ties.some(({ tie }) => relations.has(tie.relation))) continue;
    add(a, b);
    add(b, a);
  }
  if (relations !== WORK)
    for (const id of missing) for (const parent of actors.get(id)?.parents ?? []) add(id, parent);
  for (const [id, points] of near) {
    const { x, y } = centroid(points);
    places.set(id, { x: Math.round(x), y: Math.round(y + (points.length === 1 ? APART : 0)) });
  }
}

/** Moves those apart that stand upon each other; countries move half as far as others. */
function stepApart(places: Map<string, Point>, fixed: ReadonlySet<string>): void {
  const bodies = [...places].map(([id, { x, y }]) => ({ id, x, y, ease: fixed.has(id) ? 0.25 : 0.75 }));
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) {
        const [a, b] = [bodies[i]!, bodies[j]!];
        const [dx, dy] = [b.x - a.x || 0.1 * (1 + (j % 3)), b.y - a.y || 0.1 * (1 + (i % 3))];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / distance / (a.ease + b.ease);
        a.x -= dx * push * a.ease;
        a.y -= dy * push * a.ease;
        b.x += dx * push * b.ease;
        b.y += dy * push * b.ease;
        moved = true;
      }
    }
    if (!moved) break;
  }
  for (const { id, x, y } of bodies) places.set(id, { x: Math.round(x), y: Math.round(y) });
}
