/** Measures over time, as CSV. */
import { csvTable } from '../formats/csv.ts';
import { measure } from '../graph/measure.ts';
import { dyadKey, warmthOf } from '../graph/warmth.ts';
import type { Clock, GraphFile, SnapshotTie } from '../model/index.ts';
import { heardAt, lastDay, tiesAt } from '../snapshots/view.ts';
import { foldTies } from '../ties/fold.ts';
import { bounds } from '../time/edtf.ts';
import { WrongUse } from './command.ts';

const STEP_MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The steps from one date to another: months (`2023-01`), quarters (by their last month) or years. Each
 * stands for its last day. Throws `WrongUse`.
 */
export function datesOver(over: string, step: string): string[] {
  const months = Object.hasOwn(STEP_MONTHS, step) ? STEP_MONTHS[step]! : null;
  if (months === null) throw new WrongUse(`--step takes month, quarter or year, not "${step}"`);
  const [from, to] = endsOf(over);
  const last = monthNumber(to);
  const first = Math.ceil((monthNumber(from) + 1) / months) * months - 1;
  const numbers = Array.from(
    { length: Math.max(0, Math.floor((last - first) / months) + 1) },
    (_, i) => first + i * months,
  );
  if (numbers.length === 0) throw new WrongUse(`--over ${over}: no whole ${step} lies between the two`);
  return numbers.map((number) => {
    const year = String(Math.floor(number / 12)).padStart(4, '0');
    return months === 12 ? year : `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

/** What counts as standing at a date. */
export interface Standing {
  readonly clock: Clock;
  /** Whether ties count that only may stand, or have no date. */
  readonly possible: boolean;
}

/**
 * The ties that count at a date. A tie that is only known to have come "by March 2024" may stand at any
 * date before: a series that counted it would tell of no change.
 */
export function standingTies(
  graph: GraphFile,
  asOf: string,
  { clock, possible }: Standing,
): { readonly ties: readonly SnapshotTie[]; readonly uncertain: number } {
  const all = tiesAt(graph, { asOf, clock });
  const ties = possible ? all : all.filter(({ certainty }) => certainty === 'certain');
  return { ties, uncertain: all.length - ties.length };
}

/** One row a date: how many, how divided, how balanced. */
export function summarySeries(graph: GraphFile, dates: readonly string[], standing: Standing): string {
  const header = ['date', 'actors', 'ties', 'cooperation', 'conflict', 'blocs', 'modularity', 'balanced', 'unbalanced', 'frustration', 'uncertain']; // prettier-ignore
  const rows = dates.map((asOf) => {
    const { ties, uncertain } = standingTies(graph, asOf, standing);
    const { summary } = measure(ties);
    return [
      asOf,
      summary.actors,
      summary.ties,
      summary.cooperation,
      summary.conflict,
      summary.blocs,
      rounded(summary.modularity),
      summary.balanced,
      summary.unbalanced,
      summary.frustration === null ? null : rounded(summary.frustration),
      uncertain,
    ];
  });
  return csvTable(header, rows);
}

/** One row a date: the warmth of two actors, and what it rests on. */
export function dyadSeries(
  graph: GraphFile,
  [a, b]: readonly [string, string],
  dates: readonly string[],
  clock: Clock,
): string {
  const key = dyadKey(a, b);
  const rows = dates.map((asOf) => {
    const heard = heardAt(graph, { asOf, clock });
    const byId = new Map(heard.map((assertion) => [assertion.id, assertion]));
    // What others do may open and close ties of these two: fold all, then choose.
    const ties = foldTies(heard).filter(({ source, target }) => dyadKey(source, target) === key);
    const warmth = warmthOf(ties, (id) => byId.get(id), lastDay(asOf));
    return [asOf, a, b, rounded(warmth.value), warmth.counted, warmth.undated];
  });
  return csvTable(['date', 'actor_1', 'actor_2', 'warmth', 'counted', 'undated'], rows);
}

function endsOf(over: string): [from: string, to: string] {
  const [from, to, ...more] = over.split('..');
  try {
    const [earliest, latest] = [bounds(from!).earliest, bounds(to!).latest];
    if (more.length === 0 && earliest !== null && latest !== null && earliest <= latest)
      return [earliest, latest];
  } catch {
    // Said below, in one message for all that may be wrong.
  }
  throw new WrongUse(`--over takes two dates in order, as in 2023..2025 or 2023-06..2024-06, not "${over}"`);
}

/** Months since the year 0. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
