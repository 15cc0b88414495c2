import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { GENERATOR } from '../extract.ts';
import type { Imported } from '../formats/in/imported.ts';
import { READERS, READ_FORMATS, type ImportSettings, type ReadFormat } from '../formats/in/formats.ts';
import type { TallyEntry } from '../formats/in/tally.ts';
import { graphPieces } from '../formats/json-pieces.ts';
import { writeGraph } from '../formats/json.ts';
import { parseKnowledge } from '../ontology/knowledge.ts';
import { compileLookup } from '../ontology/lookup.ts';
import { type Command, type ExitCode, WrongUse, argumentsOf, say, wholeNumber } from './command.ts';
import { loadKnowledgeFiles } from './knowledge-files.ts';
import { loadGraph } from './load-graph.ts';
import { readPieces } from './read-pieces.ts';
import { writePieces } from './write-pieces.ts';
import { checkWritable } from './write-whole.ts';

const FORMATS = ['entente', ...READ_FORMATS] as const;

/** Graphs and event data of others in, a graph file out. */
export const importGraph: Command = {
  summary: "read another program's graph or event data",
  help: `entente import FILE --format F [-o graph.json]

  entente        a graph file: checked and written in canonical order
  gexf, graphml  graphs of Gephi and others, with their times
  csv            an edge list; its columns are guessed or named with --map
  gdelt          GDELT 2.0 events: tabs, 61 columns, no header
  icews          ICEWS coded events: tabs, with a header
  polecat        POLECAT events: tabs, with a header
  cow-alliances  COW Formal Alliances 4.1, by dyad or by dyad and year
  atop           ATOP alliances by dyad and year

  -f, --format F      the format of FILE
  -o, --output FILE   write the graph there (default: to stdout)
      --map PAIRS     csv: column of FILE for source, target, relation, status, when,
                      from, to, spells, reported, confidence, quote; as in
                      source=Sender,target=Receiver,relation=:allied-with,from=Since
                      (":" gives all rows one value); gexf, graphml: relation
      --min-events N  event data: leave out what fewer than N rows of a month say

Events become assertions, one for each source, relation, target and month. What
does not map to an actor or a relation is counted and told on stderr, with the
first ten rows of each kind, never guessed. Files of any size take little memory;
Ctrl-C stops reading and writes what was read. FILE may be a pipe: /dev/stdin.

Exit code 0: done; 1: done, but rows are faulty or reading was stopped; 2: nothing
could be done.`,
  run,
};

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    format: { type: 'string', short: 'f' },
    output: { type: 'string', short: 'o' },
    map: { type: 'string' },
    'min-events': { type: 'string' },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('name one file');
  const format = FORMATS.find((known) => known === values.format);
  if (!format) throw new WrongUse(`--format takes one of ${FORMATS.join(', ')}`);
  const minEvents = wholeNumber(values['min-events'], '--min-events', 1, 1_000_000) ?? 1;
  if (values.output !== undefined) checkWritable(values.output);
  if (format === 'entente') {
    await writePieces(values.output, [writeGraph(loadGraph(path))]);
    return 0;
  }
  return importRows(path, format, { minEvents, map: mapOf(values.map) }, values.output);
}

type Given = Pick<ImportSettings, 'minEvents' | 'map'>;

async function importRows(
  path: string,
  format: ReadFormat,
  given: Given,
  output?: string,
): Promise<ExitCode> {
  const knowledge = parseKnowledge(loadKnowledgeFiles());
  const world = { knowledge, lookup: compileLookup(knowledge) };
  const reader = READERS[format]({ ...given, ...nodesBeside(path), file: basename(path), world });
  const stop = onInterrupt();
  const sha256 = await readPieces(path, reader.push, showProgress, stop);
  endProgress();
  const imported = reader.finish(sha256, stop.aborted);
  await writePieces(output, graphPieces({ ...imported, generator: GENERATOR }));
  report(imported, output ?? basename(path));
  if (stop.aborted) say('stopped: the rest of the file was not read');
  return stop.aborted || imported.tally.some(({ isFault }) => isFault) ? 1 : 0;
}

/** `source=COL,target=COL`: the file's column for each of ours. */
function mapOf(text: string | undefined): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [ours, theirs, ...rest] = pair.split('=').map((part) => part.trim());
    if (!ours || !theirs || rest.length > 0) {
      throw new WrongUse(`--map takes pairs such as source=COL,target=COL, not "${pair}"`);
    }
    map.set(ours, theirs);
  }
  return map;
}

/** The table of nodes that an export puts beside its tables of edges and of evidence. */
function nodesBeside(path: string): { nodes?: string } {
  const stem = /^(.*)\.(?:edges|evidence)\.csv$/i.exec(path)?.[1];
  if (stem === undefined) return {};
  try {
    return { nodes: readFileSync(`${stem}.nodes.csv`, 'utf8') };
  } catch {
    say(`note: no ${basename(stem)}.nodes.csv beside it: actors are known by their ids only`);
    return {};
  }
}

/** Ctrl-C ends the reading; a second one ends the program. */
function onInterrupt(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    say('\nstopping; what was read will be written; press Ctrl-C again to stop at once');
    stop.abort();
  });
  return stop.signal;
}

function showProgress(done: number, size: number): void {
  if (!process.stderr.isTTY) return;
  const share =
    size > 0
      ? `${Math.floor((done / size) * 100)} % of ${Math.ceil(size / 1e6)} MB`
      : `${Math.floor(done / 1e6)} MB`;
  process.stderr.write(`\r\x1b[K${share}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

/** On stderr: what was taken over, and for each reason why rows were not, the first ten of them. */
function report({ rows, taken, actors, tally }: Imported, path: string): void {
  say(`${path}: ${taken} of ${rows} rows taken over, ${actors.length} actors`);
  for (const entry of tally) for (const line of linesOf(entry)) say(line);
}

function linesOf({ reason, rows, isFault, details, examples }: TallyEntry): string[] {
  const named = details.slice(0, 10).map(([detail, count]) => `${detail} ${count}`);
  const list = named.length === 0 ? '' : ` (${named.join(', ')}${details.length > 10 ? ', …' : ''})`;
  return [
    `${isFault ? 'faulty' : 'left out'}: ${rows} ${rows === 1 ? 'row' : 'rows'}: ${reason}${list}`,
    ...examples.map(({ line, shown }) => `  line ${line}: ${shown}`),
  ];
}
