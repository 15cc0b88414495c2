/**
 * The mirrored histogram of the time bar: how much cooperation and how much conflict each year or
 * month has. A date that is coarser than a bar is spread evenly over the bars that it may fall in.
 */
import type { Assertion, Clock, Sign } from '../../model/index.ts';
import { effectiveDate } from '../../ties/fold.ts';
import { bounds, ends } from '../../time/edtf.ts';

export type Unit = 'year' | 'month';

/** The bars of a time bar, from the first to the last, without gaps. */
export interface Scale {
  readonly unit: Unit;
  /** `2024` or `2024-03`; the first may stand for all that is older. */
  readonly bins: readonly string[];
}

export interface Bar {
  readonly bin: string;
  readonly cooperation: number;
  readonly conflict: number;
}

/** Longest span that is still drawn by months. */
const MOST_MONTHS = 120;
const MOST_BARS = 250;

/** The months or years that the assertions span; null where none is dated. */
export function scaleOf(assertions: readonly Assertion[], clock: Clock): Scale | null {
  const spans = assertions.flatMap((assertion) => spanOf(assertion, clock) ?? []);
  if (spans.length === 0) return null;
  const first = spans.reduce((a, b) => (b.first < a ? b.first : a), spans[0]!.first);
  const last = spans.reduce((a, b) => (b.last > a ? b.last : a), spans[0]!.last);
  const months = monthNumber(last) - monthNumber(first) + 1;
  if (months <= MOST_MONTHS) {
    return {
      unit: 'month',
      bins: Array.from({ length: months }, (_, i) => monthName(monthNumber(first) + i)),
    };
  }
  const end = Number(last.slice(0, 4));
  const start = Math.max(Number(first.slice(0, 4)), end - MOST_BARS + 1);
  return { unit: 'year', bins: Array.from({ length: end - start + 1 }, (_, i) => yearName(start + i)) };
}

/** Counts assertions by the bars of a scale. `signOf` gives the sign of a relation. */
export function barsOf(
  scale: Scale,
  assertions: Iterable<Assertion>,
  clock: Clock,
  signOf: (relation: string) => Sign,
): Bar[] {
  const bars = scale.bins.map((bin) => ({ bin, cooperation: 0, conflict: 0 }));
  for (const assertion of assertions) {
    const span = spanOf(assertion, clock);
    const sign = signOf(assertion.relation);
    if (!span || sign === 0) continue;
    const first = binIndex(scale, span.first);
    const last = binIndex(scale, span.last);
    for (let i = first; i <= last; i++) {
      bars[i]![sign === 1 ? 'cooperation' : 'conflict'] += 1 / (last - first + 1);
    }
  }
  return bars;
}

/** The bar that a day falls in; days before the first and after the last go to these. */
export function binIndex({ unit, bins }: Scale, day: string): number {
  const index =
    unit === 'year' ? Number(day.slice(0, 4)) - Number(bins[0]) : monthNumber(day) - monthNumber(bins[0]!);
  return Math.min(Math.max(index, 0), bins.length - 1);
}

/** The last day of a bar. */
export function lastDay(bin: string): string {
  return bounds(bin).latest!;
}

/** The first day of a bar. */
export function firstDay(bin: string): string {
  return bounds(bin).earliest!;
}

interface DaySpan {
  readonly first: string;
  readonly last: string;
}

const spans: Readonly<Record<Clock, WeakMap<Assertion, DaySpan | null>>> = {
  when: new WeakMap(),
  reported: new WeakMap(),
};

/** First and last day on which the act may have begun, reckoned once; "on or before" counts at its bound. */
export function spanOf(assertion: Assertion, clock: Clock): DaySpan | null {
  const known = spans[clock].get(assertion);
  if (known !== undefined) return known;
  const span = reckonSpan(assertion, clock);
  spans[clock].set(assertion, span);
  return span;
}

function reckonSpan(assertion: Assertion, clock: Clock): DaySpan | null {
  const date = clock === 'reported' ? assertion.reported : effectiveDate(assertion);
  if (date === null) return null;
  const bare = date.replace(/^\[\.\.(.+)\]$/, '$1');
  const { from, to } = ends(bare);
  const start = from ?? to;
  if (start === null) return null;
  const { earliest, latest } = bounds(start);
  return { first: earliest!, last: latest! };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${yearName(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function yearName(year: number): string {
  return String(year).padStart(4, '0');
}
