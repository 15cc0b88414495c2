/**
 * What of a graph is drawn. More than some hundred actors are neither read nor drawn fluently, so the
 * strongest are drawn, by independent sources and number of lanes, and of their lanes the strongest.
 * Actors that somebody asks for come in with their strongest neighbours.
 */
import type { Lane } from './lanes.ts';

export interface DrawnSet {
  /** Ids, the strongest first. */
  readonly actors: readonly string[];
  /** In the order in which they came. */
  readonly lanes: readonly Lane[];
  /** How many there are to be drawn. */
  readonly allActors: number;
  readonly allLanes: number;
}

export interface Budget {
  readonly actors: number;
  readonly lanes: number;
}

/** Canvases stay fluent up to here. */
export const BUDGET: Budget = { actors: 400, lanes: 600 };

/** How many neighbours come in with an actor that is asked for. */
const COMPANY = 12;

/** Chooses what is drawn of lanes. `wanted`: actors that are drawn in any case, if they have a lane. */
export function drawnSet(lanes: readonly Lane[], wanted: readonly string[], budget: Budget): DrawnSet {
  const strength = strengths(lanes);
  const ranked = [...strength].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  const counts = { allActors: ranked.length, allLanes: lanes.length };
  if (ranked.length <= budget.actors && lanes.length <= budget.lanes)
    return { actors: ranked, lanes, ...counts };
  const chosen = new Set(ranked.slice(0, budget.actors));
  const asked = wanted.filter((id) => strength.has(id));
  const company = companyOf(lanes, asked);
  for (const { a, b } of company) chosen.add(a).add(b);
  const kept = strongestLanes(
    lanes.filter(({ a, b }) => chosen.has(a) && chosen.has(b)),
    company,
    budget.lanes,
  );
  const joined = new Set([...asked, ...kept.flatMap(({ a, b }) => [a, b])]);
  return { actors: ranked.filter((id) => joined.has(id)), lanes: kept, ...counts };
}

/** Sources of an actor's lanes; of equal ones the more lanes win. */
function strengths(lanes: readonly Lane[]): Map<string, number> {
  const strength = new Map<string, number>();
  for (const { a, b, sources } of lanes) {
    for (const id of a === b ? [a] : [a, b]) strength.set(id, (strength.get(id) ?? 0) + sources + 0.01);
  }
  return strength;
}

/** The strongest lanes of the actors that are asked for. */
function companyOf(lanes: readonly Lane[], asked: readonly string[]): Set<Lane> {
  const own = new Map(asked.map((id): [string, Lane[]] => [id, []]));
  for (const lane of asked.length > 0 ? lanes : []) {
    own.get(lane.a)?.push(lane);
    own.get(lane.b)?.push(lane);
  }
  return new Set([...own.values()].flatMap((some) => some.sort(byStrength).slice(0, COMPANY)));
}

/** First those that are asked for, then the strongest lane of each actor, so that none stands alone, then the rest. */
function strongestLanes(lanes: readonly Lane[], first: ReadonlySet<Lane>, most: number): Lane[] {
  const kept = new Set(first);
  const ranked = [...lanes].sort(byStrength);
  const joined = new Set<string>();
  for (const lane of ranked) {
    if (joined.has(lane.a) && joined.has(lane.b)) continue;
    joined.add(lane.a).add(lane.b);
    kept.add(lane);
  }
  for (const lane of ranked) {
    if (kept.size >= most) break;
    kept.add(lane);
  }
  return lanes.filter((lane) => kept.has(lane));
}

function byStrength(x: Lane, y: Lane): number {
  return y.sources - x.sources || y.ties.length - x.ties.length || (x.id < y.id ? -1 : 1);
}
