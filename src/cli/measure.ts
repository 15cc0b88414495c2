import { type ActorCentrality } from '../graph/centrality.ts';
import { type DyadChange, mostChanged } from '../graph/measure-change.ts';
import { type Measures, measure, measureCentrality } from '../graph/measure.ts';
import { HALF_LIFE_DAYS, type Warmth, warmthByDyad } from '../graph/warmth.ts';
import type { GraphFile, StoredGraph } from '../model/index.ts';
import { diffTies } from '../snapshots/diff.ts';
import { type Moment, heardAt, lastDay } from '../snapshots/view.ts';
import { foldTies } from '../ties/fold.ts';
import { bounds } from '../time/edtf.ts';
import { type Command, type ExitCode, NothingDone, WrongUse, argumentsOf } from './command.ts';
import { findActor } from './find-actor.ts';
import { loadGraph } from './load-graph.ts';
import { type Standing, datesOver, dyadSeries, standingTies, summarySeries } from './measure-series.ts';
import { changeTable, measureText } from './measure-text.ts';
import { clockOf, dateOf } from './moment.ts';

/** Blocs, balance, centralities and warmth. */
export const measureGraph: Command = {
  summary: 'measure blocs, balance, centrality and warmth',
  help: `entente measure graph.json [--as-of DATE] [--blocs] [--balance] [--centrality] [--warmth] [--json]
entente measure graph.json --over FROM..TO [--step month|quarter|year] [--dyad A B]
entente measure graph.json --most-changed FROM TO [--json]

On the ties that stand at a date (default: a snapshot's own, else the last report), all four measures or those named:
  --blocs       groups that cooperate most with each other, and how firm they are; computed by
                Louvain's method over 20 seeds, not declared by anybody
  --balance     triads of friends and enemies, balanced or not; dyads that contradict the blocs
  --centrality  partners, sources, betweenness and PageRank, among those who cooperate and all
  --warmth      each dyad from −10 to 10 by PLOVER scores; acts halve in ${HALF_LIFE_DAYS} days, states do not

      --over FROM..TO         a row a step instead, as CSV
      --dyad A B              with --over: the warmth of two actors, by id or name
      --most-changed FROM TO  the dyads that changed most, in warmth and in ties
      --clock when|reported   what was true then (default), or what had been reported by then
      --possible              count ties that only may stand then, or have no date, as well
      --json                  everything, for programs`,
  run,
};

const PARTS = ['blocs', 'balance', 'centrality', 'warmth'] as const;
/** A part of the measures that can be asked for alone. */
export type Part = (typeof PARTS)[number];

/** What is measured at a date; parts that nobody asked for are absent. */
export interface Measured extends Moment {
  /** Ties that may stand, or have no date, and do not count. */
  readonly uncertain: number;
  readonly measures: Measures;
  readonly centrality: readonly ActorCentrality[];
  readonly warmth: ReadonlyMap<string, Warmth>;
}

const OPTIONS = {
  'as-of': { type: 'string' },
  clock: { type: 'string' },
  over: { type: 'string' },
  step: { type: 'string' },
  dyad: { type: 'string', multiple: true },
  'most-changed': { type: 'string', multiple: true },
  blocs: { type: 'boolean' },
  balance: { type: 'boolean' },
  centrality: { type: 'boolean' },
  warmth: { type: 'boolean' },
  possible: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(withPairs(args), OPTIONS);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('name one graph file');
  const givenClock = clockOf(values.clock);
  if (values.dyad && values.over === undefined) throw new WrongUse('--dyad A B needs --over FROM..TO');
  if (values.step !== undefined && values.over === undefined)
    throw new WrongUse('--step needs --over FROM..TO');
  checkTogether(values);
  const dates = values.over === undefined ? null : datesOver(values.over, values.step ?? 'month');
  const graph = loadGraph(path);
  const clock = values.clock === undefined ? (graph.snapshot?.clock ?? 'when') : givenClock;
  const standing: Standing = { clock, possible: values.possible === true };
  process.stdout.write(written());
  return Promise.resolve(0);

  function written(): string {
    if (dates !== null) {
      if (!values.dyad) return summarySeries(graph, dates, standing);
      const [a, b] = values.dyad.map((words) => findActor(graph.actors, words).id) as [string, string];
      return dyadSeries(graph, [a, b], dates, clock);
    }
    if (values['most-changed']) {
      const [from, to] = values['most-changed'].map((date) => dateOf(date, '--most-changed'));
      const changes = changesBetween(graph, from!, to!, standing);
      return values.json === true ? jsonOf({ from, to, clock, dyads: changes }) : changeTable(graph, changes);
    }
    const asOf = values['as-of'] === undefined ? dateIn(graph) : dateOf(values['as-of'], '--as-of');
    const named = PARTS.filter((part) => values[part] === true);
    const parts = named.length > 0 ? named : PARTS;
    const measured = measureAt(graph, asOf, standing);
    return values.json === true
      ? jsonOf(partsOf(measured, parts))
      : measureText(graph.actors, measured, parts);
  }
}

/** Options that would be without effect are refused: whoever gave them expects one. */
function checkTogether(
  values: Partial<Record<Part | 'json', boolean>> & Readonly<Record<string, unknown>>,
): void {
  const [over, changed] = [values['over'] !== undefined, values['most-changed'] !== undefined];
  if (over && changed) throw new WrongUse('choose one of --over and --most-changed');
  const part = PARTS.find((one) => values[one] === true);
  if (part && (over || changed))
    throw new WrongUse(`--${part} is for one date, not for --over or --most-changed`);
  if (over && values.json === true) throw new WrongUse('--over writes CSV: leave --json out');
  if ((over || changed) && values['as-of'] !== undefined) throw new WrongUse('--as-of is for one date');
}

/** `--dyad A B` as `--dyad=A --dyad=B`: options of Node take one word. */
function withPairs(args: readonly string[]): string[] {
  const pairs = ['--dyad', '--most-changed'];
  return args.flatMap((arg, i) => {
    if (pairs.includes(args[i - 1] ?? '') || pairs.includes(args[i - 2] ?? '')) return [];
    if (!pairs.includes(arg)) return [arg];
    const [a, b] = [args[i + 1], args[i + 2]];
    if (a === undefined || b === undefined || a.startsWith('--') || b.startsWith('--'))
      throw new WrongUse(`${arg} takes two words: ${arg === '--dyad' ? 'two actors' : 'two dates'}`);
    return [`${arg}=${a}`, `${arg}=${b}`];
  });
}

function measureAt(graph: GraphFile, asOf: string, standing: Standing): Measured {
  const moment = { asOf, clock: standing.clock };
  const { ties, uncertain } = standingTies(graph, asOf, standing);
  return {
    ...moment,
    uncertain,
    measures: measure(ties),
    centrality: measureCentrality(ties),
    warmth: warmthAt(graph, moment),
  };
}

function warmthAt(graph: GraphFile, moment: Moment): Map<string, Warmth> {
  const heard = heardAt(graph, moment);
  const byId = new Map(heard.map((assertion) => [assertion.id, assertion]));
  return warmthByDyad(foldTies(heard), (id) => byId.get(id), lastDay(moment.asOf));
}

function changesBetween(graph: GraphFile, from: string, to: string, standing: Standing): DyadChange[] {
  const { clock } = standing;
  const diff = diffTies(standingTies(graph, from, standing).ties, standingTies(graph, to, standing).ties);
  const warmth = (asOf: string) => warmthAt(graph, { asOf, clock });
  return mostChanged(warmth(from), warmth(to), diff);
}

/** A snapshot's own date, else the last day on which a document was published: all that is known is known by then. */
function dateIn({ snapshot, assertions, documents }: StoredGraph): string {
  if (snapshot) return snapshot.asOf;
  const dates = [...assertions.map((a) => a.reported), ...documents.map((d) => d.published)];
  const days = dates.flatMap((date) => (date === null ? [] : (bounds(date).latest ?? [])));
  const last = days.sort().at(-1);
  if (last === undefined)
    throw new NothingDone('no document of this graph has a date: name one with --as-of');
  return last;
}

function partsOf(measured: Measured, parts: readonly Part[]): object {
  const { asOf, clock, uncertain, measures, centrality, warmth } = measured;
  const { blocs, modularity, runs } = measures.blocs;
  const written: Readonly<Record<Part, object>> = {
    blocs: {
      method: 'Louvain on cooperation, computed',
      runs,
      modularity,
      blocs: blocs.map((members, i) => ({ members, frustration: measures.frustration.blocs[i] })),
    },
    balance: { ...measures.balance, frustration: measures.frustration.overall },
    centrality: centrality,
    warmth: [...warmth].map(([key, value]) => {
      const [a, b] = key.split(' ');
      return { a, b, ...value };
    }),
  };
  const chosen = parts.map((part) => [part, written[part]] as const);
  return { asOf, clock, uncertain, summary: measures.summary, ...Object.fromEntries(chosen) };
}

function jsonOf(value: object): string {
  // The last digits of sums are noise, and noise makes files differ.
  const rounded = (_: string, field: unknown) =>
    typeof field === 'number' ? Math.round(field * 1e6) / 1e6 : field;
  return `${JSON.stringify(value, rounded, 1)}\n`;
}
