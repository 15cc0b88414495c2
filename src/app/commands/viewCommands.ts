/** Commands that lead to the views, and those of the view of changes. */
import { m } from '../messages.ts';
import { goToView, type View } from '../views.ts';
import type { Command, CommandsOf } from './command.ts';

const KEYS: Readonly<Record<View, string>> = {
  graph: 'g',
  table: 't',
  matrix: 'm',
  timeline: 'l',
  map: 'w',
  changes: 'c',
};

export const viewCommands: CommandsOf = ({ explorer }) => {
  const goTo = (view: View, label: () => string): Command => ({
    id: `views.${view}`,
    group: 'views',
    label,
    keys: [KEYS[view]],
    when: () => explorer.corpus !== null && explorer.view !== view,
    run: () => goToView(explorer, view),
  });
  return [
    goTo('graph', () => m('command_view_graph')),
    goTo('table', () => m('command_view_table')),
    goTo('matrix', () => m('command_view_matrix')),
    goTo('timeline', () => m('command_view_timeline')),
    goTo('map', () => m('command_view_map')),
    goTo('changes', () => m('command_view_changes')),
    {
      id: 'views.swap',
      group: 'views',
      label: () => m('command_swap'),
      keys: ['x'],
      when: () => explorer.corpus !== null && explorer.view === 'changes',
      run: () => explorer.changes.swap(),
    },
  ];
};
