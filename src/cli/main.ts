#!/usr/bin/env node
/** The command line: finds the command, runs it, turns its end into an exit code. */
import { check } from './check.ts';
import { type Command, type ExitCode, WrongUse, say } from './command.ts';
import { diff } from './diff.ts';
import { evaluateLabels } from './evaluate.ts';
import { explore } from './explore.ts';
import { exportGraph } from './export.ts';
import { extract } from './extract.ts';
import { importGraph } from './import.ts';
import { measureGraph } from './measure.ts';
import { projectVersion } from './root.ts';
import { snapshot } from './snapshot.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  extract,
  explore,
  snapshot,
  diff,
  measure: measureGraph,
  evaluate: evaluateLabels,
  export: exportGraph,
  import: importGraph,
  check,
};

// Whoever reads our output may stop reading: `entente extract … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${projectVersion()}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${COMMANDS[rest[0] ?? '']?.help ?? overview()}\n`);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    say(name === undefined ? overview() : `entente: no command "${name}"\n\n${overview()}`);
    return 2;
  }
  return runCommand(name!, command, rest);
}

async function runCommand(name: string, command: Command, args: readonly string[]): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    say(`entente ${name}: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof WrongUse) say(`\n${command.help.split('\n', 1)[0]}`);
    return 2;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const list = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'entente COMMAND …: reads news articles into a graph of who did what to whom',
    '',
    ...list,
    '',
    'entente COMMAND --help tells more; entente --version the version.',
  ].join('\n');
}
