import { writeCsv } from '../formats/csv.ts';
import { writeGexf } from '../formats/gexf.ts';
import { writeGraph } from '../formats/json.ts';
import type { StoredGraph } from '../model/index.ts';
import { type Command, type ExitCode, WrongUse, argumentsOf, say } from './command.ts';
import { loadGraph } from './load-graph.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

const FORMATS = ['json', 'csv', 'gexf'] as const;

/** A graph file in another program's format. */
export const exportGraph: Command = {
  summary: 'write a graph for other programs',
  help: `entente export graph.json --format F [-o OUT]

  json  the same format, in canonical order
  csv   three tables for spreadsheets: OUT.nodes.csv, OUT.edges.csv, OUT.evidence.csv
  gexf  GEXF 1.3 with the times of the edges, for Gephi

  -f, --format F     json, csv or gexf
  -o, --output FILE  write there (default: to stdout; csv needs it)`,
  run,
};

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    format: { type: 'string', short: 'f' },
    output: { type: 'string', short: 'o' },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('name one graph file');
  const format = FORMATS.find((known) => known === values.format);
  if (!format) throw new WrongUse(`--format takes one of ${FORMATS.join(', ')}`);
  const { output } = values;
  if (format === 'csv' && output === undefined) {
    throw new WrongUse('csv makes three files: name them with -o, as in -o ties.csv');
  }
  if (output !== undefined) checkWritable(output);
  for (const [file, text] of filesOf(loadGraph(path), format, output)) {
    if (file === undefined) process.stdout.write(text);
    else {
      writeWhole(file, text);
      say(`wrote ${file}`);
    }
  }
  return Promise.resolve(0);
}

type WrittenFile = readonly [path: string | undefined, text: string];

function filesOf(
  graph: StoredGraph,
  format: (typeof FORMATS)[number],
  output: string | undefined,
): WrittenFile[] {
  switch (format) {
    case 'json':
      return [[output, writeGraph(graph)]];
    case 'gexf':
      return [[output, writeGexf(graph)]];
    case 'csv':
      return Object.entries(writeCsv(graph)).map(([table, text]) => [
        `${output!.replace(/\.csv$/i, '')}.${table}.csv`,
        text,
      ]);
  }
}
