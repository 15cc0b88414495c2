import { type ComparedSide, type DiffFile, makeDiff, writeDiff } from '../formats/diff.ts';
import { diffCsv, diffMarkdown, diffText } from '../formats/diff-text.ts';
import type { Clock, GraphFile } from '../model/index.ts';
import { allTies, tiesAt } from '../snapshots/view.ts';
import { type Command, type ExitCode, NothingDone, WrongUse, argumentsOf } from './command.ts';
import { loadGraph } from './load-graph.ts';
import { clockOf, dateOf } from './moment.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** What changed between two dates, files or sets of sources. */
export const diff: Command = {
  summary: 'tell what changed between two dates, files or sets of sources',
  help: `entente diff graph.json --from DATE --to DATE [--clock when|reported]
entente diff a.json b.json [--as-of DATE]
entente diff graph.json --sources A[,B…] --against C[,D…] [--as-of DATE]

Prints what is new, ended and changed, each with the quotes that make the difference,
and which pairs of actors turned from conflict to cooperation or back.

      --json | --csv | --markdown   instead of text for people
  -o, --output FILE                 write there (default: to stdout)`,
  run,
};

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'as-of': { type: 'string' },
  clock: { type: 'string' },
  sources: { type: 'string' },
  against: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  markdown: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
} as const;

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values'];

function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, OPTIONS);
  if (positionals.length === 0 || positionals.length > 2) throw new WrongUse('name one graph or two');
  const written = writerOf(values);
  if (values.output !== undefined) checkWritable(values.output);
  const [a, b] = sidesOf(positionals, values);
  const text = written(makeDiff(a, b));
  if (values.output === undefined) process.stdout.write(text);
  else writeWhole(values.output, text);
  return Promise.resolve(0);
}

function writerOf({ json, csv, markdown }: Values): (diff: DiffFile) => string {
  const chosen = [json && writeDiff, csv && diffCsv, markdown && diffMarkdown].filter(
    (one) => typeof one === 'function',
  );
  if (chosen.length > 1) throw new WrongUse('choose one of --json, --csv and --markdown');
  return chosen[0] ?? diffText;
}

function sidesOf([first, second]: readonly string[], values: Values): [ComparedSide, ComparedSide] {
  const clock = clockOf(values.clock);
  const asOf = values['as-of'] === undefined ? undefined : dateOf(values['as-of'], '--as-of');
  if (second !== undefined) {
    return [first!, second].map((path) => sideOf(loadGraph(path), path, clock, asOf)) as [
      ComparedSide,
      ComparedSide,
    ];
  }
  const graph = loadGraph(first!);
  if (values.sources !== undefined || values.against !== undefined) {
    const ofOutlets = (list: string | undefined, option: string): ComparedSide => {
      const sources = listOf(list, option);
      const { side, ...rest } = sideOf(bySources(graph, sources), sources.join(', '), clock, asOf);
      return { ...rest, side: { ...side, sources } };
    };
    return [ofOutlets(values.sources, '--sources'), ofOutlets(values.against, '--against')];
  }
  return [
    sideOf(graph, values.from ?? '', clock, dateOf(values.from, '--from')),
    sideOf(graph, values.to ?? '', clock, dateOf(values.to, '--to')),
  ];
}

function sideOf(graph: GraphFile, name: string, clock: Clock, asOf: string | undefined): ComparedSide {
  if (asOf === undefined) return { side: { name }, ties: allTies(graph), graph };
  return { side: { name, asOf, clock }, ties: tiesAt(graph, { asOf, clock }), graph };
}

function listOf(list: string | undefined, option: string): string[] {
  const outlets = (list ?? '')
    .split(',')
    .map((outlet) => outlet.trim())
    .filter((outlet) => outlet !== '');
  if (outlets.length === 0) throw new WrongUse(`${option} takes the names of outlets, parted by commas`);
  return outlets;
}

/** The part of a graph that documents of some outlets state. Throws `NothingDone` for an outlet that it has not. */
function bySources(graph: GraphFile, outlets: readonly string[]): GraphFile {
  const known = new Set(graph.documents.map((document) => document.source ?? ''));
  const unknown = outlets.find((outlet) => !known.has(outlet));
  if (unknown !== undefined) {
    const names = [...known]
      .filter((name) => name !== '')
      .sort()
      .join(', ');
    throw new NothingDone(
      `no document of "${unknown}"; the graph has: ${names || 'no document with an outlet'}`,
    );
  }
  const documents = new Set(
    graph.documents.flatMap(({ id, source }) => (outlets.includes(source ?? '') ? [id] : [])),
  );
  const assertions = graph.assertions.flatMap((assertion) => {
    const evidence = assertion.evidence.filter(({ document }) => documents.has(document));
    return evidence.length > 0 ? [{ ...assertion, evidence }] : [];
  });
  return { ...graph, assertions };
}
