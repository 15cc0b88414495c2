/**
 * Time expressions of a sentence as EDTF. Four steps, each in a file of its own: what could be a date
 * by its form (candidates), what is one at its place (date-place), what it means on the day of
 * publication (resolve), and how the words before it frame it: since, until, between (frame).
 *
 * What the words do not settle gives no expression: "last week" across two months, a weekday of a text
 * whose day is not known, "March" of a text without a date.
 */
import { edtfOf, pointOf } from './calendar.ts';
import type { Point } from './calendar.ts';
import { findCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { isInDatePlace, isLink } from './date-place.ts';
import { isEdtf } from './edtf.ts';
import { endPoint, framed, isPair, opensRange, startPoint } from './frame.ts';
import type { Dated, TimeExpression } from './frame.ts';
import type { Parts, Reading } from './readings.ts';
import { resolve } from './resolve.ts';
import { clauseBehind, datesTied } from './counted.ts';
import { tellingAfter } from './telling.ts';
import type { Telling } from './telling.ts';
import { isAhead } from './tense.ts';

export type { TimeExpression } from './frame.ts';

const EARLY = /^(?:(?:early|late|mid)[\s-])?$/u;
const END_OF = /^(?:the|early|late|mid|end|start|beginning|of|\s|-)*$/u;

/** Only so much may stand before what opens a sentence. */
const OPENS = /^[^\p{L}]*(?:(?:and|but|then|just|only|about|some)[\s\u00a0])?$/iu;
/** What is told so is told as of the day of the text. */
const NEWS: readonly (Telling | null)[] = ['perfect', 'present', 'lasting', 'ahead', null];

/** The times of a sentence, and what it has of time words that cannot be told as a date. */
export interface Times {
  readonly times: TimeExpression[];
  /** Such as count from the day of the text ("last week" across two months), or such as no calendar has. */
  readonly unread: 'recent' | 'dateless' | null;
}

/**
 * All time expressions of a sentence, in its order. `published`: EDTF day, month or year of the document.
 * `told`: the date that the sentences before tell of, which "the next day" counts from.
 */
export function findTimes(...where: Parameters<typeof readTimes>): TimeExpression[] {
  return readTimes(...where).times;
}

/** The same, with what cannot be told as a date. */
export function readTimes(
  sentence: string,
  published: string | null,
  told: string | null = null,
  planned = false,
): Times {
  const day = pointOf(published);
  const candidates = withYearsOfLists(sentence, inDatePlaces(sentence, (day?.year ?? 2100) + 20));
  const dated = datedOf(sentence, candidates, day, pointOf(told), planned);
  const unread = candidates.filter(({ start }) => !dated.some((one) => one.start === start));
  const isRecent = unread.some(({ reading }) => isOfPublication(reading));
  return {
    times: joinRanges(sentence, dated).flatMap((one) => framed(sentence, one) ?? []),
    unread: DATELESS.test(sentence) ? 'dateless' : isRecent ? 'recent' : null,
  };
}

/** "Last winter", "the weekend before last", "in the first quarter", "years ago": a time, but none that has a date. */
const DATELESS = new RegExp(
  `(?<![\\p{L}])(?:${[
    '(?:last|this|next) winter',
    '(?:week|weekend|month|year|spring|summer|autumn|winter) before last',
    '(?:first|second|third|fourth|last) (?:quarter|half)',
    '(?:first|last) (?:week|days) of',
    '(?:half a century|(?:many|some|several|a few) (?:days|weeks|months|years)|decades|centuries) ago',
    '(?<!\\p{L} )years ago',
  ]
    .join('|')
    .replaceAll(' ', '[\\s\\u00a0]')})(?![\\p{L}])`,
  'iu',
);

function isOfPublication(reading: Reading): boolean {
  if (reading.kind === 'offset' || reading.kind === 'few') return reading.from === 'published';
  if (reading.kind === 'weekend') return true;
  if (reading.kind !== 'weekday' && reading.kind !== 'season') return false;
  return reading.which === null || reading.which === 'last' || reading.which === 'this';
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

function datedOf(
  sentence: string,
  candidates: readonly Candidate[],
  published: Point | null,
  told: Point | null,
  planned: boolean,
): Dated[] {
  const dated: Dated[] = [];
  const main = mainClauseAfter(sentence, candidates[0]);
  const isNews =
    candidates.some((one) => clauseBehind(sentence, one)) && NEWS.includes(tellingAfter(sentence, main));
  let last = told;
  let before: Point | null = null;
  for (const [index, candidate] of candidates.entries()) {
    const ahead = isAhead(sentence, candidate.start, candidate.end, planned);
    const next = candidates[index + 1];
    const clause = clauseBehind(sentence, candidate, next);
    if (clause) {
      const anchor =
        next && next.start < clause.end ? resolve(next.reading, { published, last, ahead }) : null;
      const known = {
        before,
        news: isNews ? published : null,
        told: isNear(last, published) ? last : null,
        anchor: anchor && startPoint(anchor),
      };
      dated.push(...datesTied(candidate, clause, known, main > 0 ? sentence.length : null));
      continue;
    }
    const resolved = resolve(inYearTold(candidate.reading, dated.at(-1), ahead), { published, last, ahead });
    if (resolved === null) continue;
    dated.push({ ...candidate, resolved });
    last = before = startPoint(resolved);
  }
  return dated;
}

/** Where the main clause begins, if the sentence opens with a count and its clause; else 0. */
function mainClauseAfter(sentence: string, first: Candidate | undefined): number {
  if (!first || !OPENS.test(sentence.slice(0, first.start))) return 0;
  const end = clauseBehind(sentence, first)?.end ?? 0;
  return sentence[end] === ',' ? end : 0;
}

/** Whether a date told before is that of the story, not of what it goes back to. */
function isNear(told: Point | null, published: Point | null): boolean {
  return published === null || (told?.year === published.year && told.month === published.month);
}

/** "In August 2021 …, and in September …": the same sentence goes on in the year that it named. */
function inYearTold(reading: Reading, before: Dated | undefined, ahead: boolean): Reading {
  if (reading.kind !== 'point' || before?.reading.kind !== 'point' || ahead) return reading;
  const [{ point, which, yearOf }, named] = [reading, before.reading.point];
  const goesOn = point.month !== undefined && named.month !== undefined && named.month <= point.month;
  if (point.year !== undefined || which || yearOf || named.year === undefined || !goesOn) return reading;
  return { ...reading, point: { ...point, year: named.year } };
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
  if (/^[–—-]$/u.test(between)) return true;
  const [, link, rest] = /^(and|to|until|till|through)(?:\s+(.*))?$/su.exec(between) ?? [];
  if (link === undefined) return false;
  if (link === 'and') return opensRange(sentence, a, 'between') && EARLY.test(rest ?? '');
  return opensRange(sentence, a, 'from') && END_OF.test(rest ?? '');
}

function pairOf(a: Dated, b: Dated): Dated | null {
  const pair = [startPoint(a.resolved), endPoint(b.resolved)] as const;
  return isEdtf(`${edtfOf(pair[0])}/${edtfOf(pair[1])}`) ? { ...a, end: b.end, resolved: pair } : null;
}
