/** Which of the shown lanes are on the canvas: functions of plain values. */
import { partnersOf, stepsFrom } from '../../graph/neighbourhood.ts';
import { type Paths, shortestPaths } from '../../graph/paths.ts';
import type { DrawnSet } from './drawnSet.ts';
import type { GraphState, PathQuery } from './graphState.svelte.ts';
import type { Lane } from './lanes.ts';

/** What lies on the paths that are shown. */
export interface OnPaths {
  readonly actors: ReadonlySet<string>;
  readonly lanes: ReadonlySet<string>;
  readonly list: readonly Lane[];
}

/** The lanes within the focus, among those that stand alone, and not folded away. */
export function lanesInScene(
  lanes: readonly Lane[],
  { alone, focus, collapsed }: Pick<GraphState, 'alone' | 'focus' | 'collapsed'>,
): readonly Lane[] {
  let left = lanes;
  if (alone) {
    const ids = new Set(alone);
    left = left.filter(({ a, b }) => ids.has(a) && ids.has(b));
  }
  if (focus) {
    const near = stepsFrom(left, focus.actor, focus.steps);
    left = left.filter(({ a, b }) => near.has(a) && near.has(b));
  }
  return collapsed.length > 0 ? withoutLeaves(left, new Set(collapsed)) : left;
}

/** Without actors whose only partner is folded. */
function withoutLeaves(lanes: readonly Lane[], folded: ReadonlySet<string>): Lane[] {
  const partners = partnersOf(lanes);
  const isLeafOf = (leaf: string, hub: string) =>
    folded.has(hub) && !folded.has(leaf) && partners.get(leaf)?.size === 1;
  return lanes.filter(({ a, b }) => !isLeafOf(a, b) && !isLeafOf(b, a));
}

/** With all lanes of some actors. */
export function withNeighbours(set: DrawnSet, lanes: readonly Lane[], expanded: readonly string[]): DrawnSet {
  if (expanded.length === 0) return set;
  const ids = new Set(expanded);
  return withLanes(
    set,
    lanes.filter((lane) => ids.has(lane.a) || ids.has(lane.b)),
  );
}

export function withLanes(set: DrawnSet, wanted: readonly Lane[]): DrawnSet {
  const known = new Set(set.lanes);
  const more = wanted.filter((lane) => !known.has(lane));
  if (more.length === 0) return set;
  const actors = new Set([...set.actors, ...more.flatMap(({ a, b }) => [a, b])]);
  return { ...set, actors: [...actors], lanes: [...set.lanes, ...more] };
}

/** The shortest paths along lanes that have a tie of another relation than those left out. */
export function pathsAlong(lanes: readonly Lane[], { from, to, without }: PathQuery): Paths {
  const left = new Set(without);
  const open = lanes.filter(({ ties }) => ties.some(({ tie }) => !left.has(tie.relation)));
  return shortestPaths(open, from, to);
}

/** The actors and lanes of paths. */
export function onPathsOf(lanes: readonly Lane[], { from, to }: PathQuery, { paths }: Paths): OnPaths {
  const steps = new Set(
    paths.flatMap((path) => path.slice(1).map((id, at) => [path[at]!, id].sort().join(' '))),
  );
  const list = lanes.filter(({ a, b }) => steps.has(`${a} ${b}`));
  return {
    actors: new Set([from, to, ...paths.flat()]),
    lanes: new Set(list.map(({ id }) => id)),
    list,
  };
}
