/** The two dates of the view of changes. */
import type { Assertion } from '../../model/index.ts';
import { bounds } from '../../time/edtf.ts';
import { dateInWords } from '../dates.ts';
import { shortDate } from '../timebar/asof.ts';
import type { Days } from './between.ts';

/** `YYYY-MM-DD`, or null where the person, or the graph, gives no date. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_PERIOD: Period = { from: null, to: null };

const periods = new WeakMap<object, Period>();

/**
 * From the first to the last dated report of the graph. A report of a month or a year counts from its last
 * day on, as the as-of date does: at the first date, the first report is out.
 */
export function reportedPeriod(assertions: readonly Pick<Assertion, 'reported'>[]): Period {
  const known = periods.get(assertions);
  if (known) return known;
  let { from, to } = NO_PERIOD;
  for (const reported of new Set(assertions.map((assertion) => assertion.reported))) {
    if (reported === null) continue;
    const { earliest, latest } = bounds(reported);
    const day = latest ?? earliest;
    if (day === null) continue;
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  periods.set(assertions, { from, to });
  return { from, to };
}

/** The days of a period that has both. */
export function daysOf({ from, to }: Period): Days | null {
  return from === null || to === null ? null : { from, to };
}

/** "2023 → 27 March 2024". */
export function periodInWords({ from, to }: Days): string {
  return `${dateInWords(shortDate(from))} → ${dateInWords(shortDate(to))}`;
}
