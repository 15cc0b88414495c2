/** Commands on filters and on the date. */
import { m } from '../messages.ts';
import type { CommandsOf } from './command.ts';

export const filterCommands: CommandsOf = ({ explorer }) => [
  {
    id: 'time.date',
    group: 'time',
    label: () => m('command_date'),
    when: () => document.getElementById('asof-date') !== null,
    run: () => document.getElementById('asof-date')?.focus(),
  },
  {
    id: 'time.clock',
    group: 'time',
    label: () => m('command_clock', { clock: explorer.time.clock === 'when' ? 'reported' : 'when' }),
    when: () => explorer.corpus !== null,
    run: () => {
      const clock = explorer.time.clock === 'when' ? 'reported' : 'when';
      explorer.time = { ...explorer.time, clock };
    },
  },
  {
    id: 'time.undated',
    group: 'time',
    label: () => m('command_undated', { shown: explorer.time.undated ? 'yes' : 'no' }),
    when: () => explorer.corpus !== null,
    run: () => void (explorer.time = { ...explorer.time, undated: !explorer.time.undated }),
  },
  {
    id: 'filters.none',
    group: 'filters',
    label: () => m('command_show_all'),
    when: () => explorer.filtered,
    run: () => explorer.showAll(),
  },
];
