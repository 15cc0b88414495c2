import { createHash } from 'node:crypto';
import { type Choice, type Selection, selectTies } from '../formats/select.ts';
import { writeGraph } from '../formats/json.ts';
import { STATUSES, type StoredGraph } from '../model/index.ts';
import { RELATION_IDS } from '../ontology/relations/index.ts';
import { takeSnapshot } from '../snapshots/snapshot.ts';
import { type Command, type ExitCode, WrongUse, argumentsOf, say, wholeNumber } from './command.ts';
import { FORMATS, type Format, type FormatId, writeFormat } from './export-formats.ts';
import { findActor } from './find-actor.ts';
import { loadGraph } from './load-graph.ts';
import { clockOf, dateOf } from './moment.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

const WIDTH = Math.max(...Object.keys(FORMATS).map((format) => format.length));

/** A graph file in another program's format. */
export const exportGraph: Command = {
  summary: 'write a graph for other programs',
  help: `entente export graph.json --format F [-o OUT] [filters]

${Object.entries(FORMATS)
  .map(([id, { what }]) => `  ${id.padEnd(WIDTH)}  ${what}`)
  .join('\n')}

  -f, --format F          one of these
  -o, --output FILE       write there (default: to stdout; csv and html need it)
      --all               dyad-years: not countries alone

What is exported is what passes all filters, with the evidence it rests on:
      --as-of DATE        ties that stand, or may stand, at a date
      --clock CLOCK       when: as it was then (default); reported: as reported by then
      --relation R[,…]    these relations
      --status S[,…]      only what is stated as ${STATUSES.join(', ')}
      --actor A           ties of this actor, by id or name; may be repeated
      --min-sources N     ties that at least N documents state
      --min-confidence C  ties whose surest evidence has at least this confidence, 0 to 1`,
  run,
};

const OPTIONS = {
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  all: { type: 'boolean' },
  'as-of': { type: 'string' },
  clock: { type: 'string' },
  relation: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  actor: { type: 'string', multiple: true },
  'min-sources': { type: 'string' },
  'min-confidence': { type: 'string' },
} as const;

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values'];

function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, OPTIONS);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('name one graph file');
  const format = formatOf(values.format);
  const { needsFile }: Format = FORMATS[format];
  if (needsFile !== undefined && values.output === undefined) throw new WrongUse(needsFile);
  if (values.all === true && format !== 'dyad-years') throw new WrongUse('--all is for dyad-years');
  const choose = choiceOf(values);
  if (values.output !== undefined) checkWritable(values.output);
  const graph = loadGraph(path);
  const choice = choose(graph);
  const selection = selectionOf(graph, choice, format);
  const { files, notes } = writeFormat(format, selection, { all: values.all === true, path, choice });
  for (const note of notes) say(`note: ${note}`);
  for (const { suffix, text } of files) {
    if (values.output === undefined) process.stdout.write(text);
    else {
      const file = suffix === '' ? values.output : `${values.output.replace(/\.csv$/i, '')}.${suffix}`;
      writeWhole(file, text);
      say(`wrote ${file}`);
    }
  }
  return Promise.resolve(0);
}

function formatOf(text: string | undefined): FormatId {
  const found = (Object.keys(FORMATS) as FormatId[]).find((id) => id === text);
  if (!found) throw new WrongUse(`--format takes one of ${Object.keys(FORMATS).join(', ')}`);
  return found;
}

/** Checks the filters before the graph is read; actors can be found only in it. */
function choiceOf(values: Values): (graph: StoredGraph) => Choice {
  if (values.clock !== undefined && values['as-of'] === undefined)
    throw new WrongUse('--clock needs --as-of DATE');
  const relations = listOf(values.relation, '--relation', RELATION_IDS);
  const statuses = listOf(values.status, '--status', STATUSES);
  const minSources = wholeNumber(values['min-sources'], '--min-sources', 1, 1_000_000);
  const minConfidence = shareOf(values['min-confidence'], '--min-confidence');
  const asOf = values['as-of'] === undefined ? undefined : dateOf(values['as-of'], '--as-of');
  const clock = clockOf(values.clock);
  return ({ actors }) => ({
    ...(asOf !== undefined && { moment: { asOf, clock } }),
    ...(relations && { relations }),
    ...(statuses && { statuses }),
    ...(values.actor && { actors: values.actor.map((words) => findActor(actors, words).id) }),
    ...(minSources !== undefined && { minSources }),
    ...(minConfidence !== undefined && { minConfidence }),
  });
}

/** Our own format can say that it shows one date; others hold just the ties. */
function selectionOf(graph: StoredGraph, choice: Choice, format: FormatId): Selection {
  const { moment, ...rest } = choice;
  if (!moment || (format !== 'json' && format !== 'html')) return selectTies(graph, choice);
  const parent = createHash('sha256').update(writeGraph(graph)).digest('hex');
  return selectTies(takeSnapshot(graph, moment, parent), rest);
}

function listOf<T extends string>(
  lists: readonly string[] | undefined,
  option: string,
  known: readonly T[],
): T[] | undefined {
  const words = lists
    ?.flatMap((list) => list.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (!words) return undefined;
  const unknown = words.find((word) => !(known as readonly string[]).includes(word));
  if (unknown !== undefined) throw new WrongUse(`${option}: no "${unknown}"; known: ${known.join(', ')}`);
  if (words.length === 0) throw new WrongUse(`${option} names nothing; known: ${known.join(', ')}`);
  return words as T[];
}

function shareOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 1))
    throw new WrongUse(`${option} takes a number from 0 to 1, not "${text}"`);
  return number;
}
