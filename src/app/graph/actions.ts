/**
 * What a person can do with an actor, with several, and with the view of the graph. The context menu, the
 * keys and the buttons call these, so that all three do the same.
 */
import type { Explorer } from '../explorer.svelte.ts';
import { m, type MessageKey } from '../messages.ts';
import { goToView } from '../views.ts';
import type { CanvasTarget } from './canvasEvents.ts';
import type { GraphStage } from './stage.svelte.ts';

/** One line of a menu. */
export interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** What can be done with an actor. */
export function actorActions(explorer: Explorer, stage: GraphStage, id: string): Action[] {
  const { graphState } = explorer;
  const is = (ids: readonly string[]) => ids.includes(id);
  const action = (key: MessageKey, run: () => void): Action => ({ label: m(key), run });
  const other = otherEnd(explorer, id);
  return [
    action('graph_open', () => explorer.selectActor(id, true)),
    action('graph_focus_on', () => graphState.focusOn(id)),
    action(is(graphState.expanded) ? 'graph_expand_not' : 'graph_expand', () => graphState.expand(id)),
    action(is(graphState.collapsed) ? 'graph_collapse_not' : 'graph_collapse', () => graphState.collapse(id)),
    action(id in graphState.pins ? 'graph_unpin' : 'graph_pin', () => togglePin(explorer, stage, id)),
    action(is(graphState.chosen) ? 'graph_choose_not' : 'graph_choose', () => graphState.choose(id)),
    ...(other === null
      ? []
      : [
          {
            label: m('graph_paths_from', { name: explorer.nameOf(other) }),
            run: () => showPaths(explorer, other, id),
          },
        ]),
  ];
}

/** What can be done with a lane: open it, or go on with one of its actors. */
export function laneActions(explorer: Explorer, target: Extract<CanvasTarget, { kind: 'lane' }>): Action[] {
  const { a, b, sign } = target;
  return [
    { label: m('graph_open'), run: () => explorer.selectLane(a, b, sign, true) },
    ...[a, b].map((id) => ({
      label: explorer.nameOf(id),
      run: () => explorer.selectActor(id, true),
    })),
  ];
}

/** What can be done with the view. */
export function viewActions(explorer: Explorer, stage: GraphStage): Action[] {
  const { graphState, scene } = explorer;
  const drawn = scene.drawn.actors;
  return [
    { label: m('graph_fit'), run: () => fit(explorer, stage) },
    { label: m('graph_choose_all'), run: () => (graphState.chosen = drawn) },
    { label: m('graph_reset_layout'), run: () => resetLayout(explorer, stage) },
    { label: m('graph_blocs'), run: () => (graphState.blocs = !graphState.blocs) },
    { label: m('graph_in_table'), run: () => goToView(explorer, 'table') },
  ];
}

/** Pins an actor where it stands, or lets it go. */
export function togglePin({ graphState }: Explorer, stage: GraphStage, id: string): void {
  const at = stage.canvas?.points().get(id);
  if (id in graphState.pins) graphState.unpin(id);
  else if (at) graphState.pin(id, at);
}

/** Moves an actor by some graph units, and pins it there. */
export function nudge({ graphState }: Explorer, stage: GraphStage, id: string, dx: number, dy: number): void {
  const at = stage.canvas?.points().get(id);
  if (!at || graphState.layout === 'map') return;
  const to = { x: at.x + dx, y: at.y + dy };
  stage.canvas!.move(id, to);
  graphState.pin(id, to);
}

/** Lets all pins go and lays the graph out anew. */
export function resetLayout({ graphState }: Explorer, stage: GraphStage): void {
  graphState.pins = {};
  graphState.camera = null;
  stage.arrangeAgain();
}

export function fit({ graphState }: Explorer, stage: GraphStage): void {
  graphState.camera = null;
  stage.canvas?.fit();
}

/** Shows all shortest paths between two actors. */
export function showPaths({ graphState }: Explorer, from: string, to: string): void {
  graphState.chosen = [];
  graphState.paths = { from, to, without: [] };
}

/** Shows some actors alone; a focus that was there before is left. */
export function showOnly({ graphState }: Explorer, ids: readonly string[]): void {
  graphState.trail = [];
  graphState.alone = ids;
  graphState.chosen = [];
}

/** The actor from which paths to this one may be asked for: the one that is selected, or chosen alone. */
function otherEnd({ selection, graphState }: Explorer, id: string): string | null {
  const [first, ...more] = graphState.chosen;
  if (first !== undefined && more.length === 0 && first !== id) return first;
  return selection?.kind === 'actor' && selection.id !== id ? selection.id : null;
}
