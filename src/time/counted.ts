/**
 * "Eleven months after Finland joined", "the day before the vote": such words tie two deeds together. What
 * stands behind them is dated from what the rest of the sentence is dated by, counted the other way.
 */
import type { Candidate, Place } from './candidates.ts';
import type { Reading } from './readings.ts';

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

/** The same count, the other way. */
export function turned(reading: Reading): Reading {
  if (reading.kind === 'offset') return { ...reading, by: -reading.by };
  return reading.kind === 'few' ? { ...reading, back: !reading.back } : reading;
}
