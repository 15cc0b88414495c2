/** The lanes of the timeline: one for each pair of actors, or for each partner of one actor. */
import type { Assertion, Clock } from '../../model/index.ts';
import type { ShownTie } from '../filters/filters.ts';
import { itemsOf, latestDay, type TimelineItem } from './items.ts';

export interface TimelineLane {
  /** `a b`, joined by a space. */
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly ties: readonly ShownTie[];
  readonly items: readonly TimelineItem[];
  /** Number of ties of which nothing is dated. */
  readonly undated: number;
  /** Of the last change; empty: nothing is dated. */
  readonly latest: string;
}

export const LANE_ORDERS = ['recent', 'name', 'number'] as const;
export type LaneOrder = (typeof LANE_ORDERS)[number];

/** Which lanes there are. */
export interface LaneChoice {
  readonly clock: Clock;
  /** Only those of this actor; null: of all. */
  readonly around: string | null;
  /** Where there are more, those with most ties. */
  readonly most: number;
}

/** Gathers ties into lanes. Returns them with the number of those that are left out. */
export function timelineLanes(
  shown: readonly ShownTie[],
  assertion: (id: string) => Assertion | undefined,
  { clock, around, most }: LaneChoice,
): { readonly lanes: readonly TimelineLane[]; readonly left: number } {
  const groups = new Map<string, ShownTie[]>();
  for (const item of shown) {
    const { source, target } = item.tie;
    if (around !== null && source !== around && target !== around) continue;
    const id = source < target ? `${source} ${target}` : `${target} ${source}`;
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  const all = [...groups];
  const strongest = all.length <= most ? all : all.sort(([, x], [, y]) => y.length - x.length).slice(0, most);
  return {
    lanes: strongest.map(([id, ties]) => laneOf(id, ties, clock, assertion)),
    left: all.length - strongest.length,
  };
}

/** Lanes in an order; equal ones by name. */
export function orderLanes(
  lanes: readonly TimelineLane[],
  order: LaneOrder,
  name: (lane: TimelineLane) => string,
  collator: Intl.Collator,
): TimelineLane[] {
  const names = new Map(lanes.map((lane) => [lane, name(lane)]));
  const byName = (x: TimelineLane, y: TimelineLane) => collator.compare(names.get(x)!, names.get(y)!);
  if (order === 'name') return [...lanes].sort(byName);
  if (order === 'number') return [...lanes].sort((x, y) => y.items.length - x.items.length || byName(x, y));
  return [...lanes].sort((x, y) => (x.latest === y.latest ? byName(x, y) : x.latest > y.latest ? -1 : 1));
}

function laneOf(
  id: string,
  ties: readonly ShownTie[],
  clock: Clock,
  assertion: (id: string) => Assertion | undefined,
): TimelineLane {
  const [a, b] = id.split(' ') as [string, string];
  const each = ties.map(({ tie }) => itemsOf(tie, clock, assertion));
  const items = each.flat();
  return {
    id,
    a,
    b,
    ties,
    items,
    undated: each.filter((one) => one.length === 0).length,
    latest: latestDay(items),
  };
}
