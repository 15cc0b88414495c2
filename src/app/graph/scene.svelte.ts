/** What of the shown lanes is on the canvas: within the focus, without what is folded away, and not too much. */
import type { Paths } from '../../graph/paths.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { actorsNamed } from '../selection.ts';
import { BUDGET, type DrawnSet, drawnSet } from './drawnSet.ts';
import type { Lane } from './lanes.ts';
import {
  lanesInScene,
  onPathsOf,
  type OnPaths,
  pathsAlong,
  withLanes,
  withNeighbours,
} from './sceneLanes.ts';

export class Scene {
  private readonly explorer: Explorer;

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  /** The lanes that could be drawn if there were room. */
  readonly lanes: readonly Lane[] = $derived.by(() =>
    lanesInScene(this.explorer.lanes, this.explorer.graphState),
  );

  /** All shortest paths that are asked for; null: none are. */
  readonly paths: Paths | null = $derived.by(() => {
    const { lanes, graphState } = this.explorer;
    return graphState.paths && pathsAlong(lanes, graphState.paths);
  });

  /** What lies on these paths. */
  readonly onPaths: OnPaths | null = $derived.by(() => {
    const { lanes, graphState } = this.explorer;
    return graphState.paths && this.paths && onPathsOf(lanes, graphState.paths, this.paths);
  });

  /** Actors that are drawn whatever the room. */
  private readonly wanted: readonly string[] = $derived.by(() => {
    const { graphState, selection } = this.explorer;
    const selected = actorsNamed(selection);
    const { focus, chosen, pins } = graphState;
    const focused = focus ? [focus.actor] : [];
    return [...selected, ...focused, ...(this.onPaths?.actors ?? []), ...chosen, ...Object.keys(pins)];
  });

  readonly drawn: DrawnSet = $derived.by(() => {
    const { budget, expanded } = this.explorer.graphState;
    const times = { actors: BUDGET.actors * budget, lanes: BUDGET.lanes * budget };
    const set = drawnSet(this.lanes, this.wanted, times);
    return this.onPaths ? withLanes(set, this.onPaths.list) : withNeighbours(set, this.lanes, expanded);
  });

  /** How many ties each drawn actor has; the most first. */
  readonly degrees: readonly (readonly [id: string, degree: number])[] = $derived(
    this.drawn.actors
      .map((id) => [id, this.explorer.degrees.get(id) ?? 0] as const)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  );
}
