/**
 * Time expressions of a sentence as EDTF. Four steps, each with a file of its own: what could be a date
 * by its form (candidates), what is one at its place (date-place), what it means on the day of
 * publication (resolve), and, here, how the words around it frame it: since, until, between.
 *
 * What the words do not settle gives no expression: "last week" across two months, a weekday of a text
 * whose day is not known, "March" of a text without a date.
 */
import { edtfOf, pointOf } from './calendar.ts';
import type { Point } from './calendar.ts';
import { findCandidates } from './candidates.ts';
import type { Candidate, Parts } from './candidates.ts';
import { isInDatePlace, isLink } from './date-place.ts';
import { isEdtf } from './edtf.ts';
import { resolve } from './resolve.ts';
import type { Resolved } from './resolve.ts';
import { isAhead } from './tense.ts';

/** A date that a sentence names. Offsets are UTF-16 code units into the sentence, end exclusive. */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  /** As precise as the words. */
  readonly edtf: string;
  readonly kind: 'date' | 'since' | 'until' | 'between' | 'relative' | 'vague';
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
const REACH = 64;

/** A date with its place, not yet framed. */
interface Dated extends Candidate {
  readonly resolved: Exclude<Resolved, null>;
}

/** All time expressions of a sentence, in its order. `published`: EDTF day, month or year of the document. */
export function findTimes(sentence: string, published: string | null): TimeExpression[] {
  const day = pointOf(published);
  const candidates = withYearsOfLists(sentence, inDatePlaces(sentence, (day?.year ?? 2100) + 20));
  return joinRanges(sentence, datedOf(sentence, candidates, day)).flatMap(
    (dated) => framed(sentence, dated) ?? [],
  );
}

function inDatePlaces(sentence: string, lastYear: number): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of findCandidates(sentence)) {
    if (isInDatePlace(sentence, candidate, kept.at(-1), lastYear)) kept.push(candidate);
  }
  return kept;
}

/** "in March and May 2022", "from April to June 2023": the last of a list tells the year of all. */
function withYearsOfLists(sentence: string, candidates: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const candidate of [...candidates].reverse()) {
    const next = out.at(-1);
    const year = next && isLink(sentence.slice(candidate.end, next.start)) ? yearFor(candidate, next) : null;
    out.push(year === null ? candidate : withYear(candidate, year));
  }
  return out.reverse();
}

function yearFor({ reading }: Candidate, next: Candidate): number | null {
  const first = reading.kind === 'point' && !reading.which && !reading.yearOf ? reading.point : null;
  const second = startOf(next);
  if (!first || first.year !== undefined || second?.year === undefined || second.month === undefined)
    return null;
  return first.month! > second.month ? second.year - 1 : second.year;
}

function startOf({ reading }: Candidate): Parts | null {
  return reading.kind === 'point' ? reading.point : reading.kind === 'span' ? reading.from : null;
}

function withYear(candidate: Candidate, year: number): Candidate {
  const { reading } = candidate;
  return reading.kind === 'point'
    ? { ...candidate, reading: { ...reading, point: { ...reading.point, year } } }
    : candidate;
}

function datedOf(sentence: string, candidates: readonly Candidate[], published: Point | null): Dated[] {
  const dated: Dated[] = [];
  let last: Point | null = null;
  for (const candidate of candidates) {
    const ahead = isAhead(sentence, candidate.start, candidate.end);
    const resolved = resolve(candidate.reading, { published, sentence: last, ahead });
    if (resolved === null) continue;
    dated.push({ ...candidate, resolved });
    last = startPoint(resolved);
  }
  return dated;
}

function startPoint(resolved: Exclude<Resolved, null>): Point {
  return isPair(resolved) ? resolved[0] : resolved;
}

function endPoint(resolved: Exclude<Resolved, null>): Point {
  return isPair(resolved) ? resolved[1] : resolved;
}

function isPair(resolved: Exclude<Resolved, null>): resolved is readonly [Point, Point] {
  return Array.isArray(resolved);
}

/** "from X to Y", "between X and Y", "X – Y": two dates become one interval. */
function joinRanges(sentence: string, dated: readonly Dated[]): Dated[] {
  const out: Dated[] = [];
  for (const next of dated) {
    const last = out.at(-1);
    const joined = last && isRange(sentence, last, next) ? pairOf(last, next) : null;
    if (joined) out[out.length - 1] = joined;
    else out.push(next);
  }
  return out;
}

function isRange(sentence: string, a: Dated, b: Dated): boolean {
  if (isPair(a.resolved)) return false;
  const between = sentence.slice(a.end, b.start).trim().toLowerCase();
  const before = sentence.slice(Math.max(0, a.start - REACH), a.start);
  if (/^(?:–|—|-)$/u.test(between)) return true;
  const word = /^(?:(?:early|late|mid)[\s-])?$/u;
  if (/^and(?:$|[\s])/u.test(between)) return BETWEEN.test(before) && word.test(between.slice(3).trim());
  const link = /^(?:to|until|till|through)(?=$|\s)/u.exec(between)?.[0];
  return (
    link !== undefined &&
    (FROM.test(before) || SINCE.test(before)) &&
    /^(?:the|early|late|mid|end|start|beginning|of|\s|-)*$/u.test(between.slice(link.length))
  );
}

function pairOf(a: Dated, b: Dated): Dated | null {
  const pair = [startPoint(a.resolved), endPoint(b.resolved)] as const;
  return isEdtf(`${edtfOf(pair[0])}/${edtfOf(pair[1])}`) ? { ...a, end: b.end, resolved: pair } : null;
}

function framed(sentence: string, dated: Dated): TimeExpression | null {
  const { resolved, end } = dated;
  const before = sentence.slice(Math.max(0, dated.start - REACH), dated.start);
  const from = edtfOf(startPoint(resolved));
  const to = edtfOf(endPoint(resolved));
  if (from === null || to === null) return null;
  const about = CIRCA.test(before) || isRough(dated) ? '~' : '';
  const at = (frame: RegExp) => dated.start - frame.exec(before)![0].length;
  const made = (start: number, edtf: string, kind: TimeExpression['kind']) =>
    isEdtf(edtf) ? { start, end, edtf, kind } : null;
  if (SINCE.test(before)) {
    const whole = isPair(resolved) && dated.reading.kind === 'point';
    return made(
      at(SINCE),
      whole ? `${from}/${to}` : `${from}${isPair(resolved) ? '~' : about}/..`,
      whole ? 'between' : 'since',
    );
  }
  if (UNTIL.test(before)) {
    const off = NOT_UNTIL.test(before.slice(0, before.length - UNTIL.exec(before)![0].length));
    return off ? made(dated.start, `${from}${about}`, 'date') : made(at(UNTIL), `../${to}`, 'until');
  }
  if (isPair(resolved)) {
    const frame = [FROM, BETWEEN].find((words) => words.test(before));
    return made(frame ? at(frame) : dated.start, `${from}/${to}`, 'between');
  }
  const since =
    FROM.test(before) && /^[\s\u00a0]on(?:wards?)?(?![\p{L}])/u.test(sentence.slice(end, end + 9));
  if (since) return made(at(FROM), `${from}/..`, 'since');
  const start = VAGUE.test(before) ? at(VAGUE) : dated.start;
  return made(start, `${from}${about}`, kindOf(dated, start < dated.start));
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
