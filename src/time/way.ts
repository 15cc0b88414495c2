/**
 * The way from a date to what a sentence says. Without a parse, clauses are told by what lies between: each
 * comma, "and", "which" or semicolon on the way has a cost. A date that opens the sentence ("In May 2018, …")
 * holds for all of it, and one that describes a noun ("the 2015 agreement") tells which is meant, not when.
 */
import type { Place } from './candidates.ts';
import type { Walls } from './walls.ts';

/** UTF-16 code units between a date and a mention beyond which they do not belong together. */
const REACH = 400;
/** UTF-16 code units from the start of the sentence within which a date can open it. */
const OPENING = 60;
const OPENER =
  /^["“'‘\s\u00a0•(\d).]*(?:(?:and|but|then|so|only|already|late|early|earlier|later|in|on|by|from|at|the|morning|evening|night|end|start|beginning|of|back|as|during)[\s\u00a0]*)*$/iu;
const DATELINE = /^[\p{Lu}][\p{L} .,’'/-]{1,50},[\s\u00a0](?:\p{L}+day,?[\s\u00a0])?$/u;
const AFTER_DATELINE = /^(?:,?[\s\u00a0]\d{4})?[\s\u00a0]?(?:\([^)]{1,40}\)[\s\u00a0]?)?[–—:-]/u;
const DETERMINER = /(?<![\p{L}])(?:the|its|their|his|her|our|a|this|that|new|['’]s)[\s\u00a0]$/iu;
const OF = /(?<![\p{L}])of[\s\u00a0]$/iu;
const OF_TIME =
  /(?:day|night|morning|evening|afternoon|week|weekend|month|start|beginning|end|middle|close|turn|early|mid|late|summer|spring|autumn|winter|hours|half|quarter|eve|course|anniversary|as)[\s\u00a0]of[\s\u00a0]$/iu;
/** "In the mass unrest of 2022": it tells when. */
const DURING =
  /(?<![\p{L}])(?:in|during|at|amid|throughout)[\s\u00a0](?:the|its|their|an?)[\s\u00a0](?:[\p{L}-]+[\s\u00a0]){1,4}of[\s\u00a0]$/iu;

/** "NIAMEY, Aug 4 –": when it was written, not when it was done. */
export function isDateline(sentence: string, { start, end }: Place): boolean {
  if (start > OPENING || !DATELINE.test(sentence.slice(0, start))) return false;
  return AFTER_DATELINE.test(sentence.slice(end, end + OPENING));
}

/** Whether a date opens its sentence. */
export function opens(sentence: string, { start }: Place): boolean {
  return start < OPENING && OPENER.test(sentence.slice(0, start));
}

/** What lies between a date and a mention, weighed. */
export function wayBetween(walls: Walls, a: Place, b: Place, opens: boolean): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  if (to <= from) return 0;
  if (to - from > REACH && !opens) return Infinity;
  const reached = Math.min(to, from + REACH);
  const cost = opens ? 0.5 * walls.between(walls.afterComma(from), reached) : walls.between(from, reached);
  return cost + (walls.isBracketed(from, reached) ? 2 : 0) + (reached - from) / 300;
}

/** Whether the date tells which thing is meant ("the 2015 agreement", "the deal of 2015"), not when. */
export function describes(sentence: string, { start, end }: Place): number {
  const before = sentence.slice(Math.max(0, start - 60), start);
  if (DETERMINER.test(before) && /^[\s\u00a0]\p{L}/u.test(sentence.slice(end, end + 2))) return 2.5;
  return OF.test(before) && !OF_TIME.test(before) && !DURING.test(before) ? 1.2 : 0;
}
