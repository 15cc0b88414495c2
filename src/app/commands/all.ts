/** Every command there is. How to add some: `command.ts`. */
import type { Screen } from '../screen.ts';
import type { Command, CommandsOf } from './command.ts';
import { graphCommands } from '../graph/commands.ts';
import { timeCommands } from '../timebar/commands.ts';
import { dataCommands } from './dataCommands.ts';
import { filterCommands } from './filterCommands.ts';
import { findCommands } from './findCommands.ts';
import { pageCommands } from './pageCommands.ts';
import { inViewCommands } from '../views/commands.ts';
import { viewCommands } from './viewCommands.ts';
import { walkCommands } from './walkCommands.ts';

const REGIONS: readonly CommandsOf[] = [
  findCommands,
  viewCommands,
  inViewCommands,
  walkCommands,
  graphCommands,
  timeCommands,
  filterCommands,
  dataCommands,
  pageCommands,
];

/** All commands on a screen, in the order in which they are listed. */
export function allCommands(screen: Screen): readonly Command[] {
  return REGIONS.flatMap((commandsOf) => commandsOf(screen));
}
