/**
 * Whether words that may be a date stand where a date stands: "in May" but not "May said", "in 2023"
 * but not "Resolution 2023", "on Friday" but not "the Good Friday Agreement".
 */
import type { Candidate } from './candidates.ts';
import { COUNTED, FULL_MONTH } from './vocabulary.ts';

/** How far to look to either side, in UTF-16 code units. */
const REACH = 48;
const MAY_IS_A_NAME = /\b(?:Theresa|Mrs\.?|Ms\.?|Brian|Minister|Lady|Elaine) May\b/u;

const BEFORE_DATE =
  /(?<![\p{L}\p{N}])(?:in|since|until|till|by|of|from|during|throughout|after|before|through|between|as (?:early|late|recently|far back|long ago) as|(?:the )?year|(?:the )?month of|early|late|mid|for|(?:spring|summer|autumn|fall|winter)(?: of)?)[\s\u00a0]{1,3}$|(?:^|[\s(])(?:mid|early|late)[-–]$/iu;
/** A year that heads a line of a chronicle: "2014: …", "• 1998 – …". */
const HEADS_LINE = /^[\s\u00a0•*·–—(-]*$/u;
const DETERMINER = /(?<![\p{L}\p{N}])(?:the|its|their|his|her|our|a|this|that|new|['’]s)[\s\u00a0]{1,3}$/iu;
const COUNT_OF =
  /\b(?:force|total|contingent|garrison|army|number|population|team|group|crowd|altitude|height|some|about|around|up to|as many as|at least|more than|over|nearly|almost)[\s\u00a0](?:of[\s\u00a0])?$/iu;
const IN_ABOUT =
  /(?<![\p{L}])(?:(?:in|since|until|by|or)[\s\u00a0](?:about|around|at least|roughly)|circa)[\s\u00a0]$/iu;
const CHANGED_BY =
  /\b(?:cut|reduc\w*|increas\w*|rais\w*|grow\w*|grew|rose|risen|fell|fallen|shrank|outnumber\w*)(?:[\s\u00a0]\w+){0,4}[\s\u00a0](?:by|from|of|to)[\s\u00a0]$/iu;
const COUNTED_AFTER = new RegExp(
  `^(?:[\\s\\u00a0](?:and|to|or)[\\s\\u00a0]\\d{4})?[\\s\\u00a0-]{1,3}${COUNTED}(?![\\p{L}])`,
  'u',
);
const NOUN_AFTER =
  /^[\s\u00a0-]{1,3}(?!(?:on|of|to|for|against|past|towards|through|into|by|and|or)\b)\p{L}/u;
/** What may stand between a date and the next of a list or range. */
const LINK =
  /^(?:[\s\u00a0]?(?:,|,?[\s\u00a0](?:and|or|to|until|till|through)|[–—-])[\s\u00a0]?(?:in[\s\u00a0]|early[\s\u00a0]|late[\s\u00a0]|mid-)?)$/iu;
const NAMED_DAY =
  /(?:Good|Bloody|Black|Easter|Palm|Super|Ash|Holy|Maundy|Whit|every|each|Every|Each|The|Man|a|A|one|One|some|Some)[\s\u00a0]$/u;
const NAMED_AFTER = new RegExp(
  '^[\\s\\u00a0](?:Times|Telegraph|Mirror|Express|Mail|Agreement|Tribune|Herald|Post|prayers)\\b',
  'u',
);
/** "The March 23 Movement", "26 September Square". */
const NAMED_DATE =
  /^[\s\u00a0](?:Movement|Brigades?|Front|Group|Division|Street|Square|Avenue|Bridge|Hospital|University)(?![\p{L}])/u;
const PERSON_AFTER = /^[\s\u00a0]\p{Lu}\p{Ll}+/u;

/** Whether two dates are linked as a list or a range, by the words between them. */
export function isLink(between: string): boolean {
  return between.length <= 16 && LINK.test(between);
}

/** Whether a candidate is a date at its place; `previous` is the date accepted before it. */
export function isInDatePlace(
  sentence: string,
  candidate: Candidate,
  previous: Candidate | undefined,
  lastYear: number,
): boolean {
  const { reading, start, end } = candidate;
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const after = sentence.slice(end, end + REACH);
  if (reading.kind === 'weekday') return !NAMED_DAY.test(before) && !NAMED_AFTER.test(after);
  if (reading.kind === 'offset') return isRealOffset(candidate, before, sentence.slice(start, end), after);
  if (reading.kind === 'span') return isSpan(reading.from.year, reading.to.year, lastYear, after);
  if (reading.kind !== 'point' || reading.bare !== true) return !NAMED_DATE.test(after);
  const linked =
    previous !== undefined && isCalendar(previous) && isLink(sentence.slice(previous.end, start));
  if (reading.point.month !== undefined) return isMonth(sentence, candidate, before, after, linked);
  const year = reading.point.year!;
  return year >= 1800 && year <= lastYear && isYear(before, after, linked);
}

/** "5000-6000 people" and "the 3000s" are no years. */
function isSpan(from: number | undefined, to: number | undefined, lastYear: number, after: string): boolean {
  if (from === undefined || to === undefined) return true;
  return from >= 1800 && to <= lastYear && !COUNTED_AFTER.test(after);
}

function isCalendar({ reading }: Candidate): boolean {
  return reading.kind === 'point' || reading.kind === 'span';
}

function isYear(before: string, after: string, linked: boolean): boolean {
  if (COUNTED_AFTER.test(after) || /^[\s\u00a0]?[%°]/u.test(after)) return false;
  if (linked) return true;
  if (DETERMINER.test(before)) return NOUN_AFTER.test(after);
  if (IN_ABOUT.test(before)) return true;
  if (/\($/u.test(before)) return /^[),;–-]/u.test(after);
  if (HEADS_LINE.test(before))
    return /^(?:[\s\u00a0]?[:–—]|[.,]?$|[.,][\s\u00a0]|[\s\u00a0]-[\s\u00a0])/u.test(after);
  return BEFORE_DATE.test(before) && !COUNT_OF.test(before) && !CHANGED_BY.test(before);
}

function isMonth(
  sentence: string,
  { start, end }: Candidate,
  before: string,
  after: string,
  linked: boolean,
): boolean {
  const word = sentence.slice(start, end);
  if (word === 'May' && MAY_IS_A_NAME.test(sentence.slice(Math.max(0, start - 400), end + 400))) return false;
  if (linked) return !PERSON_AFTER.test(after);
  if (DETERMINER.test(before)) return NOUN_AFTER.test(after) && !PERSON_AFTER.test(after);
  if (!BEFORE_DATE.test(before)) return false;
  // "by June Carter", "of April Glaspie"; but "in August Russian troops".
  const isName = /\b(?:by|of|for|from|after|before)[\s\u00a0]$/iu.test(before) && PERSON_AFTER.test(after);
  return !isName || new RegExp(`^(?:August|${FULL_MONTH})$`, 'u').test(word) === false;
}

/** Not "over the last year", "within the next month". */
function isRealOffset({ reading }: Candidate, before: string, words: string, after: string): boolean {
  if (reading.kind !== 'offset') return false;
  if (/\b(?:the|these|those|past|every|each)[\s\u00a0]$/iu.test(before) && reading.unit !== 'day') {
    return reading.by === 0;
  }
  if (/\b(?:over|within|during|for)[\s\u00a0]$/iu.test(before) && reading.by === 1) return false;
  return !/(?:earlier|later)$/iu.test(words) || !/^[\s\u00a0]than(?![\p{L}])/u.test(after);
}
