/** What the palette lists for the letters typed: commands that can be run now, and actors to jump to. */
import type { Actor } from '../../model/index.ts';
import { findActors } from '../topbar/search.ts';
import { type Command, COMMAND_GROUPS, isRunnable, type Runnable } from './command.ts';
import { fuzzyRank } from './fuzzy.ts';

export type PaletteItem =
  | { readonly kind: 'command'; readonly command: Runnable }
  | { readonly kind: 'actor'; readonly actor: Actor; readonly alias: string | null };

const MOST_COMMANDS = 12;
const MOST_ACTORS = 8;

/** With nothing typed: all commands by group. Else the best fits; a command comes before an actor. */
export function paletteItems(
  commands: readonly Command[],
  actors: Iterable<Actor>,
  typed: string,
  degree: (id: string) => number,
): PaletteItem[] {
  const runnable = commands.filter(isRunnable).filter(({ id }) => id !== 'find.palette');
  if (typed.trim() === '') {
    return COMMAND_GROUPS.flatMap((group) => runnable.filter((command) => command.group === group)).map(
      (command) => ({ kind: 'command', command }),
    );
  }
  const fitting = runnable
    .map((command) => ({ command, rank: fuzzyRank(command.label(), typed.trim()) }))
    .filter((one): one is { command: Runnable; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_COMMANDS);
  const found = findActors(actors, typed, degree, MOST_ACTORS);
  const listed = found.map(({ actor, alias }) => ({ kind: 'actor' as const, actor, alias }));
  const [good, poor] = [fitting.filter(({ rank }) => rank < 10), fitting.filter(({ rank }) => rank >= 10)];
  const asItems = (some: typeof fitting) =>
    some.map(({ command }) => ({ kind: 'command' as const, command }));
  // Letters that are merely strewn over a label are a worse fit than a name that has them in a row.
  return [...asItems(good), ...listed, ...asItems(poor)];
}
