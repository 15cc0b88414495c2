/**
 * What in a sentence could be a date, by its form alone. Every pattern is bounded in length, so that
 * the time to match grows with the text and no faster. Whether a bare "May" or "2015" is a date at all
 * and what a reading means on the day of publication is decided after (accept.ts, resolve.ts).
 */
import {
  FULL_MONTH,
  MONTH,
  NUMBER,
  ORDINAL,
  SPACE as S,
  UNIT,
  WEEKDAY,
  COUNTED,
  monthOf,
  numberOf,
  ordinalOf,
  weekdayNumber,
} from './vocabulary.ts';

/** A date as far as the words go; what is missing comes from its neighbours or the document. */
export interface Parts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Counted from the day of publication (last, this, next) or from the date before it in the sentence. */
export type Which = 'last' | 'this' | 'next' | 'that' | 'after' | 'before';
export type Unit = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'decade';

/** How a candidate reads. */
export type Reading =
  /** "last July" (`which`), "June of last year" (`yearOf`); `bare`: only a date in a date's place. */
  | {
      readonly kind: 'point';
      readonly point: Parts;
      readonly which?: Which;
      readonly yearOf?: Which;
      readonly bare?: boolean;
    }
  | { readonly kind: 'span'; readonly from: Parts; readonly to: Parts }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: Which | null;
      readonly week: number | null;
    }
  /** Of a season only the year is told; `month` is its first. */
  | { readonly kind: 'season'; readonly month: number; readonly which: Which | null }
  /** So many units from the day of publication, or from the date before it in the sentence. */
  | {
      readonly kind: 'offset';
      readonly unit: Unit;
      readonly by: number;
      readonly from: 'published' | 'sentence';
    };

/** A place in the sentence that could be a date. UTF-16 offsets into the sentence, end exclusive. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Rule = readonly [pattern: RegExp, read: (groups: Groups) => Reading];

/** Not within a number or a name ("F-16", "2,000"); "mid-2022" is a date. */
const NOT_IN_NUMBER = '(?<![\\p{L}\\p{N}.,$€£/])(?<!(?<![Mm]id|[Ee]arly|[Ll]ate)-)';
const ENDS = '(?![\\p{L}\\p{N}])(?![.,/-]\\d)';
const YEAR = `(?<year>\\d{4})${ENDS}`;
const DAY = `(?<day>\\d{1,2})(?:st|nd|rd|th)?`;
const DAY2 = `(?<day2>\\d{1,2})(?:st|nd|rd|th)?`;
const DASH = '(?:-|–|—|/)';
const WHICH_YEAR = `(?:,?${S}(?:of${S})?(?<yearOf>last|this|next|that|the same|the following|the previous)${S}year(?![\\p{L}]))`;
const OF_YEAR = `(?:(?:,|,?${S}(?:of|in))?${S}${YEAR}|${WHICH_YEAR})`;
const UNCOUNTED = `(?!${S}${COUNTED}(?![\\p{L}]))`;

/** In order of rank where two match the same words. */
const RULES: readonly Rule[] = [
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`), iso],
  [rule(`${NOT_IN_NUMBER}(?<day>\\d{1,2})[./](?<month>\\d{1,2})[./](?<year>\\d{4})(?!\\d)`), numeric],
  [
    rule(
      `${NOT_IN_NUMBER}${DAY}(?:(?:${S})?${DASH}(?:${S})?|${S}(?:and|to|or)${S})${DAY2}(?:${S}of)?${S}(?<name>${MONTH})${OF_YEAR}?`,
    ),
    days,
  ],
  [rule(`${NOT_IN_NUMBER}${DAY}(?:${S}of)?${S}(?<name>${MONTH})${OF_YEAR}?`), calendar],
  [rule(`\\b(?<day>${ORDINAL})${S}(?:day${S})?of${S}(?<name>${MONTH})${OF_YEAR}?`), calendar],
  [
    rule(
      `\\b(?<name>${MONTH})${S}${DAY}(?:(?:${S})?${DASH}(?:${S})?|${S}(?:and|to)${S})${DAY2}${ENDS}${UNCOUNTED}(?:,?${S}${YEAR})?`,
    ),
    days,
  ],
  [rule(`\\b(?<name>${MONTH})${S}${DAY}${ENDS}${UNCOUNTED}(?:,?${S}${YEAR}|${WHICH_YEAR})?`), calendar],
  [rule(`\\b(?<name>${MONTH})${OF_YEAR}`), calendar],
  [
    rule(
      `\\b(?<which>last|this|next|that|the same|the following|the next|the previous)${S}(?<name>${FULL_MONTH})`,
    ),
    calendar,
  ],
  [rule(`\\b(?<name>${FULL_MONTH})`), (groups) => ({ ...calendar(groups), bare: true })],
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{4})${DASH}(?<year2>\\d{4}|\\d\\d)${ENDS}`), years],
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{3}0)['’]?s(?![\\p{L}])`), decade],
  [
    rule(`${NOT_IN_NUMBER}${YEAR}`),
    ({ year }) => ({ kind: 'point', point: { year: Number(year) }, bare: true }),
  ],
  [rule(`\\b(?<weekday>${WEEKDAY})${S}(?:of${S})?(?<week>last|this|next)${S}week(?![\\p{L}])`), weekday],
  [rule(`\\b(?<week>last|this|next)${S}week(?:${S}on|,)${S}(?<weekday>${WEEKDAY})`), weekday],
  [
    rule(
      `\\b(?:(?<which>last|this|next|that|the same|the following|the previous|the next)${S})?(?<weekday>${WEEKDAY})`,
    ),
    weekday,
  ],
  [rule(`\\b(?<which>last|this|next)${S}(?<season>spring|summer|autumn|fall)(?![\\p{L}])`), season],
  [
    rule(
      `\\b(?:in|during|over|since)${S}(?:the${S}|early${S}|late${S})?(?<season>spring|summer|autumn)(?![\\p{L}])(?!${S}(?:of${S})?(?:\\d|last|this|next|that))`,
    ),
    season,
  ],
  [
    rule(
      `\\b(?<word>the day before yesterday|yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening)|overnight)(?![\\p{L}])`,
      'i',
    ),
    daily,
  ],
  [rule(`\\b(?<which>last|this|next)${S}(?<unit>week|month|year)(?![\\p{L}])`, 'i'), near],
  [
    rule(
      `\\b(?:start|beginning|end|middle|course|rest)${S}of${S}(?<which>the)${S}(?<unit>month|year)(?![\\p{L}])(?!${S}\\d)`,
      'i',
    ),
    near,
  ],
  [rule(`(?<![\\p{L}\\p{N}.,])(?<number>${NUMBER})${S}(?<unit>${UNIT})s?${S}ago(?![\\p{L}])`, 'i'), ago],
  [
    rule(
      `(?<![\\p{L}\\p{N}.,])(?<number>${NUMBER})${S}(?<unit>${UNIT})s?${S}(?<way>later|earlier|before|after)(?![\\p{L}])`,
      'i',
    ),
    fromSentence,
  ],
  [
    rule(
      `\\b(?<way>that|the same|the following|the next|the previous)${S}(?<unit>day|month|year)(?![\\p{L}])`,
      'i',
    ),
    fromSentence,
  ],
];

/** All candidates of a sentence, in its order; of those that overlap, the first and longest. */
export function findCandidates(sentence: string): Candidate[] {
  const all = RULES.flatMap(([pattern, read]) =>
    [...sentence.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      reading: read(match.groups ?? {}),
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of all) {
    if (candidate.start >= (kept.at(-1)?.end ?? 0)) kept.push(candidate);
  }
  return kept;
}

function rule(source: string, flags = ''): RegExp {
  return new RegExp(source, `gu${flags}`);
}

function iso({ year, month, day }: Groups): Reading {
  return { kind: 'point', point: { year: Number(year), month: Number(month), day: Number(day) } };
}

/** Day and month stand in either order; where both orders make a date, only the year is sure. */
function numeric({ day, month, year }: Groups): Reading {
  const [a, b] = [Number(day), Number(month)];
  const point = { year: Number(year) };
  if (a > 12 && b <= 12) return { kind: 'point', point: { ...point, month: b, day: a } };
  if (b > 12 && a <= 12) return { kind: 'point', point: { ...point, month: a, day: b } };
  return { kind: 'point', point: a === b ? { ...point, month: a, day: a } : point };
}

function calendar({ day, name, year, which, yearOf }: Groups): Extract<Reading, { kind: 'point' }> {
  const point = {
    ...(year === undefined ? {} : { year: Number(year) }),
    month: monthOf(name!)!,
    ...(day === undefined ? {} : { day: ordinalOf(day) }),
  };
  if (yearOf !== undefined) return { kind: 'point', point, yearOf: whichOf(yearOf) };
  return which === undefined ? { kind: 'point', point } : { kind: 'point', point, which: whichOf(which) };
}

function days(groups: Groups): Reading {
  const { point } = calendar(groups);
  return { kind: 'span', from: point, to: { ...point, day: ordinalOf(groups['day2']!) } };
}

/** "2014–2019", "2014-19"; "2009-12" may be a month, so only its year is sure. */
function years({ year, year2 }: Groups): Reading {
  const from = Number(year);
  const to = year2!.length === 4 ? Number(year2) : from - (from % 100) + Number(year2);
  if (to < from) return { kind: 'point', point: { year: from }, bare: true };
  if (year2!.length === 2 && Number(year2) <= 12) return { kind: 'point', point: { year: from }, bare: true };
  return { kind: 'span', from: { year: from }, to: { year: to } };
}

function decade({ year }: Groups): Reading {
  return { kind: 'span', from: { year: Number(year) }, to: { year: Number(year) + 9 } };
}

function weekday({ weekday: name, which, week }: Groups): Reading {
  return {
    kind: 'weekday',
    weekday: weekdayNumber(name!),
    which: which === undefined ? null : whichOf(which),
    week: week === undefined ? null : stepOf(week),
  };
}

function season({ season: name, which }: Groups): Reading {
  const month = { spring: 3, summer: 6 }[name!] ?? 9;
  return { kind: 'season', month, which: which === undefined ? null : whichOf(which) };
}

function daily({ word }: Groups): Reading {
  const lower = word!.toLowerCase();
  const by = lower.startsWith('the day')
    ? -2
    : /^(?:yesterday|last night)$/.test(lower)
      ? -1
      : lower === 'tomorrow'
        ? 1
        : 0;
  return { kind: 'offset', unit: 'day', by, from: 'published' };
}

function near({ which, unit }: Groups): Reading {
  return { kind: 'offset', unit: unitOf(unit!), by: stepOf(which!), from: 'published' };
}

function ago({ number, unit }: Groups): Reading {
  return { kind: 'offset', unit: unitOf(unit!), by: -numberOf(number!), from: 'published' };
}

function fromSentence({ number, unit, way }: Groups): Reading {
  const word = way!.toLowerCase();
  const back = /^(?:earlier|before|the previous)$/.test(word);
  const count = number === undefined ? (/^(?:that|the same)$/.test(word) ? 0 : 1) : numberOf(number);
  return { kind: 'offset', unit: unitOf(unit!), by: back ? -count : count, from: 'sentence' };
}

function stepOf(word: string): number {
  return { last: -1, next: 1 }[word.toLowerCase()] ?? 0;
}

function unitOf(word: string): Unit {
  return word.toLowerCase() as Unit;
}

function whichOf(words: string): Which {
  const word = words.toLowerCase();
  if (word === 'last' || word === 'this' || word === 'next') return word;
  return word === 'the previous' ? 'before' : /following|next/.test(word) ? 'after' : 'that';
}
