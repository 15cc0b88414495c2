import { createHash } from 'node:crypto';
import { writeGraph } from '../formats/json.ts';
import { citationOf, takeSnapshot } from '../snapshots/snapshot.ts';
import { type Command, type ExitCode, WrongUse, argumentsOf, say } from './command.ts';
import { loadGraph } from './load-graph.ts';
import { clockOf, dateOf } from './moment.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** The graph as of a date, as a file of its own. */
export const snapshot: Command = {
  summary: 'write the graph as of a date',
  help: `entente snapshot graph.json --as-of DATE [--clock when|reported] [-o snap.json]

DATE is a year, a month or a day; a year or a month stands for its last day.

      --as-of DATE   the date
      --clock CLOCK  when: what was true then, by all documents (default);
                     reported: what documents had said by then
  -o, --output FILE  write there (default: to stdout)

Prints a line to cite the snapshot by on stderr.`,
  run,
};

function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    'as-of': { type: 'string' },
    clock: { type: 'string' },
    output: { type: 'string', short: 'o' },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('name one graph file');
  const moment = { asOf: dateOf(values['as-of'], '--as-of'), clock: clockOf(values.clock) };
  if (values.output !== undefined) checkWritable(values.output);
  const graph = loadGraph(path);
  const taken = takeSnapshot(graph, moment, sha256(writeGraph(graph)));
  const written = writeGraph(taken);
  if (values.output === undefined) process.stdout.write(written);
  else writeWhole(values.output, written);
  say(citationOf(taken, sha256(written)));
  return Promise.resolve(0);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
