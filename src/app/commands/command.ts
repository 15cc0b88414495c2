/**
 * What a person can do. The palette (Ctrl+K), the keys and the help sheet are all made from one list of
 * commands, so that none of the three can know of something that another does not.
 *
 * To add the commands of a region: write `src/app/REGION/commands.ts` with
 *
 *   export const regionCommands: CommandsOf = ({ explorer }) => [
 *     {
 *       id: 'region.focus',
 *       group: 'graph',
 *       label: () => m('command_region_focus'),
 *       keys: ['f'],
 *       when: () => explorer.selection?.kind === 'actor',
 *       run: () => …,
 *     },
 *   ];
 *
 * and name it in `all.ts`. Keys are written as they are printed: `f`, `?`, `0`, `Shift+[`, `Ctrl+K` (on a Mac
 * also Cmd). A key that is one character works only where `scope` says, never in a field or a dialog, and
 * not at all once a person has switched single keys off (WCAG 2.1.4). What a component handles itself, where
 * the focus is, is listed with `run: null`: for the help sheet alone. A handler that has dealt with a key
 * calls `preventDefault`; commands leave it then.
 */
import type { Screen } from '../screen.ts';

/** The order in which the help sheet and the palette list them. */
export const COMMAND_GROUPS = ['find', 'views', 'graph', 'time', 'filters', 'data', 'page'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where the focus must be for a single key: anywhere, in the main part of the page, or in the graph. */
export type CommandScope = 'page' | 'view' | 'graph';

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** Made when it is shown, so that it is in the language of then. */
  readonly label: () => string;
  readonly keys?: readonly string[];
  /** For keys of one character; without it: the main part of the page. */
  readonly scope?: CommandScope;
  /** Whether it can be run now; without it: always. */
  readonly when?: () => boolean;
  readonly run: (() => void | Promise<void>) | null;
}

export type CommandsOf = (screen: Screen) => readonly Command[];

/** A command that can be run now. */
export type Runnable = Command & { readonly run: () => void | Promise<void> };

/** Whether a command can be run now. */
export function isRunnable(command: Command): command is Runnable {
  return command.run !== null && (command.when === undefined || command.when());
}
