/** The commands of the graph: focus, pins, paths, layouts, the camera. */
import type { Command, CommandsOf } from '../commands/command.ts';
import { m, type MessageKey } from '../messages.ts';
import { fit, resetLayout, togglePin } from './actions.ts';
import { LAYOUT_NAMES, MOST_STEPS } from './graphState.svelte.ts';

const ZOOM = 1.3;

export const graphCommands: CommandsOf = (screen) => [
  ...actorCommands(screen),
  ...cameraCommands(screen),
  ...layoutCommands(screen),
  ...gestures(),
];

const actorCommands: CommandsOf = ({ explorer, stage }) => {
  const { graphState } = explorer;
  const selected = () => (explorer.selection?.kind === 'actor' ? explorer.selection.id : null);
  const actor = () => stage.current ?? selected();
  const on = (id: string, keys: string[], label: () => string, run: (actor: string) => void): Command => ({
    id: `graph.${id}`,
    group: 'graph',
    scope: 'graph',
    label,
    keys,
    when: () => explorer.view === 'graph' && actor() !== null,
    run: () => run(actor()!),
  });
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => index + 1);
  return [
    on(
      'focus',
      ['f'],
      () => m('command_focus'),
      (id) => graphState.focusOn(id),
    ),
    ...steps.map((count) =>
      on(
        `focus.${count}`,
        [String(count)],
        () => m('command_focus_steps', { count }),
        (id) => graphState.focusOn(graphState.focus?.actor ?? id, count),
      ),
    ),
    on(
      'pin',
      ['p'],
      () => m('command_pin'),
      (id) => togglePin(explorer, stage, id),
    ),
    on(
      'expand',
      [],
      () => m('graph_expand'),
      (id) => graphState.expand(id),
    ),
    on(
      'collapse',
      [],
      () => m('graph_collapse'),
      (id) => graphState.collapse(id),
    ),
  ];
};

const cameraCommands: CommandsOf = ({ explorer, stage }) => {
  const { graphState, scene } = explorer;
  const seen = () => explorer.view === 'graph' && stage.status === 'drawn';
  const steps = () => graphState.focus?.steps ?? 0;
  const focused = () => seen() && steps() > 0;
  const rows: readonly (readonly [
    id: string,
    keys: readonly string[],
    label: MessageKey,
    run: () => void,
    when: () => boolean,
  ])[] = [
    // Before zooming: while there is a focus its keys are those of the zoom.
    ['widen', ['+'], 'graph_widen', () => graphState.widen(steps() + 1), focused],
    ['narrow', ['-'], 'graph_narrow', () => graphState.widen(steps() - 1), focused],
    ['fit', ['0'], 'graph_fit', () => fit(explorer, stage), seen],
    ['zoomIn', ['=', '+'], 'graph_zoom_in', () => stage.canvas?.zoomBy(ZOOM), seen],
    ['zoomOut', ['-'], 'graph_zoom_out', () => stage.canvas?.zoomBy(1 / ZOOM), seen],
    ['menu', [], 'graph_menu', () => stage.openMenu(null), seen],
    ['minimap', [], 'command_minimap', () => (graphState.minimap = !graphState.minimap), seen],
    ['drawBox', [], 'graph_draw_box', () => stage.take('box'), seen],
    ['drawLasso', [], 'graph_draw_lasso', () => stage.take('lasso'), seen],
    ['chooseAll', [], 'graph_choose_all', () => (graphState.chosen = scene.drawn.actors), seen],
  ];
  return rows.map(([id, keys, label, run, when]) => ({
    id: `graph.${id}`,
    group: 'graph',
    scope: 'graph',
    label: () => m(label),
    keys,
    when,
    run,
  }));
};

const layoutCommands: CommandsOf = ({ explorer, stage }) => {
  const { graphState } = explorer;
  const when = () => explorer.view === 'graph' && stage.status === 'drawn';
  return [
    ...LAYOUT_NAMES.map((name): Command => ({
      id: `graph.layout.${name}`,
      group: 'graph',
      label: () => `${m('graph_layout')}: ${m(`graph_layout_${name}`)}`,
      when: () => when() && graphState.layout !== name,
      run: () => graphState.arrange(name),
    })),
    {
      id: 'graph.blocs',
      group: 'graph',
      label: () => m('graph_blocs'),
      when,
      run: () => {
        graphState.blocs = !graphState.blocs;
      },
    },
    {
      id: 'graph.reset',
      group: 'graph',
      label: () => m('graph_reset_layout'),
      when,
      run: () => resetLayout(explorer, stage),
    },
  ];
};

/** What the graph handles itself, where the focus or the pointer is. */
function gestures(): Command[] {
  const only = (id: string, label: () => string, keys: string[]): Command => ({
    id: `graph.${id}`,
    group: 'graph',
    label,
    keys,
    run: null,
  });
  return [
    only('choose', () => m('command_choose'), ['Space']),
    only('move', () => m('command_move'), ['Shift+← ↑ → ↓']),
    only('actions', () => m('command_actions'), ['Shift+F10']),
    only('box', () => m('command_box'), []),
    only('lasso', () => m('command_lasso'), []),
  ];
}
