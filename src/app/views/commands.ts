/** Commands within the views: the tables one by one, and the keys that views handle themselves. */
import type { Command, CommandsOf } from '../commands/command.ts';
import { m } from '../messages.ts';
import { TABLES, type TableName } from '../table/tables.svelte.ts';
import { goToView } from '../views.ts';

export const inViewCommands: CommandsOf = ({ explorer }) => {
  const goTo = (table: TableName): Command => ({
    id: `views.table-${table}`,
    group: 'views',
    label: () => m('command_table', { table }),
    when: () => explorer.corpus !== null && !(explorer.view === 'table' && explorer.tables.shown === table),
    run: () => {
      explorer.tables.shown = table;
      goToView(explorer, 'table');
    },
  });
  return [
    ...TABLES.map(goTo),
    {
      id: 'views.arrows',
      group: 'views',
      label: () => m('command_view_arrows'),
      keys: ['← ↑ → ↓'],
      run: null,
    },
    { id: 'views.open', group: 'views', label: () => m('command_view_open'), keys: ['Enter'], run: null },
  ];
};
