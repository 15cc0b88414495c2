/** Keys that the graph handles itself, where the focus is; and what closes what is selected. */
import { m } from '../messages.ts';
import type { CommandsOf } from './command.ts';

export const walkCommands: CommandsOf = ({ explorer }) => [
  { id: 'graph.arrows', group: 'graph', label: () => m('command_arrows'), keys: ['← ↑ → ↓'], run: null },
  { id: 'graph.open', group: 'graph', label: () => m('command_open'), keys: ['Enter'], run: null },
  { id: 'graph.walk', group: 'graph', label: () => m('command_walk'), keys: ['E'], run: null },
  { id: 'graph.back', group: 'graph', label: () => m('command_back'), keys: ['Esc'], run: null },
  {
    id: 'graph.clear',
    group: 'graph',
    label: () => m('command_clear'),
    when: () => explorer.selection !== null,
    run: () => explorer.clear(),
  },
];
