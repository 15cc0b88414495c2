/** Commands on the panes. */
import type { Command } from '../commands/command.ts';
import { m } from '../messages.ts';
import type { Panes } from './panes.svelte.ts';

export function paneCommands(panes: Panes, hasGraph: () => boolean): readonly Command[] {
  return [
    {
      id: 'filters.pane',
      group: 'filters',
      label: () => m('command_filter_pane', { shown: panes.shown ? 'yes' : 'no' }),
      when: hasGraph,
      run: () => void (panes.shown = !panes.shown),
    },
  ];
}
