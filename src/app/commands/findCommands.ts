/** Commands that find something, and those that go round the page. */
import { m } from '../messages.ts';
import { nextRegion } from '../regions.ts';
import type { CommandsOf } from './command.ts';

export const findCommands: CommandsOf = ({ explorer, overlays }) => [
  {
    id: 'find.search',
    group: 'find',
    label: () => m('command_search'),
    keys: ['/'],
    scope: 'page',
    when: () => explorer.corpus !== null,
    run: () => document.getElementById('search')?.focus(),
  },
  {
    id: 'find.palette',
    group: 'find',
    label: () => m('command_palette'),
    keys: ['Ctrl+K'],
    when: () => overlays.shown === null,
    run: () => overlays.show('palette'),
  },
  {
    id: 'find.next-region',
    group: 'find',
    label: () => m('command_next_region'),
    keys: ['F6'],
    run: () => nextRegion(false),
  },
  {
    id: 'find.previous-region',
    group: 'find',
    label: () => m('command_previous_region'),
    keys: ['Shift+F6'],
    run: () => nextRegion(true),
  },
];
