/**
 * "Eleven months after Finland joined", "the day before the vote": such words tie two deeds together. What
 * stands behind them is dated from what the rest of the sentence is dated by, counted the other way.
 */
import type { Point } from './calendar.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Dated } from './frame.ts';
import type { Reading } from './readings.ts';
import { resolve } from './resolve.ts';

const TIES = /(?:after|before)$/iu;
/** Of such a clause, in UTF-16 code units. */
const LONGEST = 200;
const GOES_ON = /^[\s\u00a0]\p{L}/u;
const CLAUSE_END = /[,;:()–—]|\.[\s\u00a0]|$/u;

/**
 * The clause behind a count of days or years that ties it to the rest of its sentence; null: there is none. The
 * `next` date of the sentence ends the clause if it is such a count, too.
 */
export function clauseBehind(sentence: string, { start, end }: Candidate, next?: Candidate): Place | null {
  const rest = sentence.slice(end, end + LONGEST);
  if (!TIES.test(sentence.slice(start, end)) || !GOES_ON.test(rest)) return null;
  const last = end + rest.search(CLAUSE_END);
  const isNext = next !== undefined && TIES.test(sentence.slice(next.start, next.end));
  return { start: end, end: isNext ? Math.min(last, next.start) : last };
}

/** What is known of the dates around a count; null where nothing is. */
export interface Around {
  /** The date before it in the sentence. */
  readonly before: Point | null;
  /** The day of the text, if the sentence tells news. */
  readonly news: Point | null;
  /** The date that the story has come to. */
  readonly told: Point | null;
  /** The date that the clause behind it has itself: "a week after the coup of 26 July". */
  readonly anchor: Point | null;
}

/**
 * The dates that a count ties together: that of the clause behind it, counted back from what dates the rest, and
 * that of the rest, counted from what dates the clause. `end`: of the sentence, if the main clause comes after.
 */
export function datesTied(
  count: Candidate,
  clause: Place,
  { before, news, told, anchor }: Around,
  end: number | null,
): Dated[] {
  const from = (last: Point | null) => ({ published: null, last, ahead: false });
  const behind = anchor ? null : resolve(turned(count.reading), from(before ?? news ?? told));
  const main = before ? null : resolve(count.reading, from(anchor ?? (end === null ? null : told)));
  const mainClause = end === null ? { start: 0, end: count.start } : { start: clause.end, end };
  return [
    ...(behind ? [{ ...count, resolved: behind, only: clause }] : []),
    ...(main ? [{ ...count, resolved: main, only: mainClause }] : []),
  ];
}

/** The same count, the other way. */
function turned(reading: Reading): Reading {
  if (reading.kind === 'offset') return { ...reading, by: -reading.by };
  return reading.kind === 'few' ? { ...reading, back: !reading.back } : reading;
}
