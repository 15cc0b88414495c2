/**
 * What in a sentence could be a date, by its form alone. Every pattern is bounded in length, so that
 * the time to match grows with the text and no faster. Whether a bare "May" or "2015" is a date at all
 * and what a reading means on the day of publication is decided after (accept.ts, resolve.ts).
 */
import {
  iso,
  numeric,
  calendar,
  days,
  years,
  decade,
  weekday,
  season,
  daily,
  near,
  ago,
  feast,
  hence,
  soon,
  fromLast,
} from './readings.ts';
import type { Groups, Reading } from './readings.ts';
import {
  COUNTED,
  FEAST,
  FULL_MONTH,
  MONTH,
  NUMBER,
  ORDINAL,
  SPACE as S,
  UNIT,
  WEEKDAY,
} from './vocabulary.ts';

/** A place in a sentence. UTF-16 offsets into it, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A place in the sentence that could be a date. */
export interface Candidate extends Place {
  readonly reading: Reading;
}

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
const PART_OF_DAY = '(?:morning|afternoon|evening|night)';
/** What is numbered and is no day: "on the 38th parallel". */
const NUMBERED =
  '(?:parallel|anniversary|floor|century|birthday|day|session|meeting|round|summit|place|time|congress|minute|hour)';
const WHICH = '(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Tt]he (?:same|following|next|previous))';
const UNCOUNTED = `(?!${S}${COUNTED}(?![\\p{L}]))`;

/** In order of rank where two match the same words. */
const RULES: readonly Rule[] = [
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`), iso],
  [
    rule(`${NOT_IN_NUMBER}(?<day>\\d{1,2})(?<stop>[./])(?<month>\\d{1,2})[./](?<year>\\d{4})(?!\\d)`),
    numeric,
  ],
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
  [rule(`\\b(?<which>${WHICH})${S}(?<name>${FULL_MONTH})`), calendar],
  [rule(`\\b(?<name>${FULL_MONTH})`), (groups) => ({ ...calendar(groups), bare: true })],
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{4})${DASH}(?<year2>\\d{4}|\\d\\d)${ENDS}`), years],
  [rule(`${NOT_IN_NUMBER}(?<year>\\d{3}0)['’]?s(?![\\p{L}])`), decade],
  [
    rule(`${NOT_IN_NUMBER}${YEAR}`),
    ({ year }) => ({ kind: 'point', point: { year: Number(year) }, bare: true }),
  ],
  [rule(`\\b(?<weekday>${WEEKDAY})${S}(?:of${S})?(?<week>last|this|next)${S}week(?![\\p{L}])`), weekday],
  [rule(`\\b(?<week>last|this|next)${S}week(?:${S}on|,)${S}(?<weekday>${WEEKDAY})`), weekday],
  [rule(`\\b(?:(?<which>${WHICH})${S})?(?<weekday>${WEEKDAY})`), weekday],
  [rule(`\\b(?<which>[Ll]ast|[Tt]his|[Nn]ext)${S}(?<season>spring|summer|autumn|fall)(?![\\p{L}])`), season],
  [
    rule(
      `\\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ss]ince)${S}(?:the${S}|early${S}|late${S})?(?<season>spring|summer|autumn)(?![\\p{L}])(?!${S}(?:of${S})?(?:\\d|last|this|next|that))`,
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
    fromLast,
  ],
  [rule(`\\bthe${S}(?<unit>day|week|month|year)${S}(?<way>before|after)(?![\\p{L}])`, 'i'), fromLast],
  [
    rule(
      `\\bin${S}(?<number>${NUMBER})${S}(?<unit>day|week|month|year)s?(?!${S}?['’]|[\\p{L}]|${S}(?:later|earlier|before|after|ago)(?![\\p{L}]))`,
      'i',
    ),
    hence,
  ],
  [
    rule(
      `(?<!\\b(?:before|after|until|till|by|since|for)${S})\\b(?:(?<number>${NUMBER})${S}days${S}before${S})?(?<name>${FEAST})`,
    ),
    feast,
  ],
  [
    rule(
      `\\b(?<way>that(?:${S}(?:very|same))?|the(?:${S}very)?${S}same|the following|the next|the previous)${S}(?<unit>day|week|month|year|${PART_OF_DAY})(?![\\p{L}])`,
      'i',
    ),
    fromLast,
  ],
  [
    rule(
      `\\b(?<which>that|the same|the following|the next|the previous)${S}(?<season>spring|summer|autumn|fall|winter)(?![\\p{L}])`,
      'i',
    ),
    season,
  ],
  [
    rule(
      `(?<![\\p{L}])(?:(?:with)?in${S}(?:the${S}|an${S})?(?<unit>hour|day)s?|(?<unit2>hour|minute|day|week)s${S}(?<way>later|earlier|before|after|ago))(?![\\p{L}])`,
      'i',
    ),
    soon,
  ],
  [
    rule(
      `\\b[Oo]n${S}the${S}(?<day>\\d{1,2})(?:st|nd|rd|th)(?![\\p{L}\\p{N}])(?!${S}(?:of(?![\\p{L}])|(?:\\p{Ll}+${S})?${NUMBERED}))`,
    ),
    ({ day }) => ({ kind: 'day', day: Number(day) }),
  ],
  [
    rule(`\\b(?:(?:at|on|over|during)${S}the|last|this${S}past)${S}weekend(?![\\p{L}])`, 'i'),
    () => ({ kind: 'weekend' }),
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
