import { checkKnowledge } from '../ontology/check.ts';
import { describeProblem } from '../ontology/table.ts';
import { type Command, type ExitCode, WrongUse, argumentsOf, say } from './command.ts';
import { loadCheckedFiles } from './knowledge-files.ts';

/** What is wrong in the knowledge of `data/`. */
export const check: Command = {
  summary: 'look for mistakes in the knowledge of data/',
  help: `entente check

Prints each problem of the tables in data/ as file:line: message.
Exit code 0: none; 2: some.`,
  run,
};

function run(args: readonly string[]): Promise<ExitCode> {
  if (argumentsOf(args, {}).positionals.length > 0)
    throw new WrongUse('check takes no paths: it reads data/');
  const problems = checkKnowledge(loadCheckedFiles());
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
  say(problems.length === 0 ? 'no problems in data/' : `${problems.length} problem(s) in data/`);
  return Promise.resolve(problems.length === 0 ? 0 : 2);
}
