/** How the words before a date frame it: since, until, between, about, early. */
import { edtfOf } from './calendar.ts';
import type { Point } from './calendar.ts';
import type { Candidate, Place } from './candidates.ts';
import { isEdtf } from './edtf.ts';
import type { Resolved } from './resolve.ts';

/** A date that a sentence names. Offsets are UTF-16 code units into the sentence, end exclusive. */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  /** As precise as the words. */
  readonly edtf: string;
  readonly kind: 'date' | 'since' | 'until' | 'between' | 'relative' | 'vague';
  /** The only stretch of the sentence whose deeds it dates; absent: it may be any. */
  readonly only?: Place | undefined;
}

/** A date with its place, not yet framed. */
export interface Dated extends Candidate {
  readonly resolved: Exclude<Resolved, null>;
  readonly only?: Place;
}

const ABOUT =
  '(?:(?:at least|early|late|mid|about|around|the (?:start|beginning|middle|end|spring|summer|autumn|winter) of)[\\s\\u00a0-]{1,3})*(?:the[\\s\\u00a0])?';
const SINCE = new RegExp(
  `(?<![\\p{L}])(?:since|as of|as from|starting|effective)[\\s\\u00a0](?:(?:in|on|from)[\\s\\u00a0])?${ABOUT}$`,
  'iu',
);
const FROM = new RegExp(`(?<![\\p{L}])from[\\s\\u00a0]${ABOUT}$`, 'iu');
const BETWEEN = new RegExp(`(?<![\\p{L}])between[\\s\\u00a0]${ABOUT}$`, 'iu');
const UNTIL = new RegExp(`(?<![\\p{L}])(?:until|till|up to|through)[\\s\\u00a0]${ABOUT}$`, 'iu');
const NOT_UNTIL = /(?:\bnot|n['’]t|\bnever|\bonly)(?![\p{L}])[^,;.]{0,60}$/iu;
const CIRCA = /(?<![\p{L}])(?:about|around|circa|roughly|some|almost|nearly|more than|over)[\s\u00a0]$/iu;
const VAGUE =
  /(?<![\p{L}])(?:early|late|mid|(?:spring|summer|autumn|fall|winter)(?:[\s\u00a0]of)?|(?:start|beginning|middle|end)[\s\u00a0]of)[\s\u00a0-]{1,3}(?:the[\s\u00a0])?$/iu;
const ONWARDS = /^[\s\u00a0]on(?:wards?)?(?![\p{L}])/u;
/** How far to look back for them, in UTF-16 code units. */
const REACH = 64;

/** A date as its frame makes it; null where that is no date, as an interval that ends before it starts. */
export function framed(sentence: string, dated: Dated): TimeExpression | null {
  const before = wordsBefore(sentence, dated);
  const [from, to] = [edtfOf(startPoint(dated.resolved)), edtfOf(endPoint(dated.resolved))];
  if (from === null || to === null) return null;
  const { kind, edtf, frame } = frameOf(sentence, dated, before, from, to);
  const start = dated.start - (frame?.exec(before)?.[0].length ?? 0);
  return isEdtf(edtf) ? { start, end: dated.end, edtf, kind, only: dated.only } : null;
}

/** Whether "between" or "from" (or "since") opens a range before a date. */
export function opensRange(sentence: string, dated: Dated, word: 'between' | 'from'): boolean {
  const before = wordsBefore(sentence, dated);
  return word === 'between' ? BETWEEN.test(before) : FROM.test(before) || SINCE.test(before);
}

/** The first point of a date, and its last. */
export function startPoint(resolved: Exclude<Resolved, null>): Point {
  return isPair(resolved) ? resolved[0] : resolved;
}

export function endPoint(resolved: Exclude<Resolved, null>): Point {
  return isPair(resolved) ? resolved[1] : resolved;
}

/** Whether a date has two points of its own. */
export function isPair(resolved: Exclude<Resolved, null>): resolved is readonly [Point, Point] {
  return Array.isArray(resolved);
}

interface Framing {
  readonly kind: TimeExpression['kind'];
  readonly edtf: string;
  /** The words before the date that belong to it. */
  readonly frame?: RegExp | undefined;
}

function frameOf(sentence: string, dated: Dated, before: string, from: string, to: string): Framing {
  const pair = isPair(dated.resolved);
  const about = CIRCA.test(before) || isRough(dated) ? '~' : '';
  if (UNTIL.test(before) && !isDenied(before)) return { kind: 'until', edtf: `../${to}`, frame: UNTIL };
  // A range that two dates make has its own end; a decade or "3–5 May" tells no more than when it began.
  if (SINCE.test(before) && !(pair && dated.reading.kind === 'point')) {
    return { kind: 'since', edtf: `${from}${pair ? '~' : about}/..`, frame: SINCE };
  }
  if (pair) {
    const frame = [FROM, BETWEEN, SINCE].find((words) => words.test(before));
    return { kind: 'between', edtf: `${from}/${to}`, frame };
  }
  if (FROM.test(before) && ONWARDS.test(sentence.slice(dated.end, dated.end + 10))) {
    return { kind: 'since', edtf: `${from}/..`, frame: FROM };
  }
  const frame = VAGUE.test(before) ? VAGUE : undefined;
  return { kind: kindOf(dated, frame !== undefined), edtf: `${from}${about}`, frame };
}

function wordsBefore(sentence: string, { start }: Dated): string {
  return sentence.slice(Math.max(0, start - REACH), start);
}

/** "Not until 2019" is 2019. */
function isDenied(before: string): boolean {
  return NOT_UNTIL.test(before.replace(UNTIL, ''));
}

/** "Ten years ago", "a decade ago", "18 months ago" are round figures. */
function isRough({ reading }: Dated): boolean {
  if (reading.kind !== 'offset') return false;
  const { unit, by } = reading;
  return (
    unit === 'decade' || (unit === 'year' && Math.abs(by) >= 10) || (unit === 'month' && Math.abs(by) > 11)
  );
}

function kindOf({ reading }: Dated, vague: boolean): TimeExpression['kind'] {
  if (reading.kind === 'season' || vague) return 'vague';
  if (reading.kind === 'point') return reading.which || reading.yearOf ? 'relative' : 'date';
  return 'relative';
}
