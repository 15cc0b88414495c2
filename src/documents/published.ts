/** When a document was published, as the page or its text tells. */
import { isAfter, isEdtf } from '../time/edtf.ts';
import { DASH, DATE_ALONE, DAY, entriesOf } from '../time/date-of-writing.ts';
import { findTimes } from '../time/expressions.ts';
import { isAhead } from '../time/tense.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}${name === 'september' ? '|sept' : ''}`).join('|')})\\.?`;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'i');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},?(?: (\\d{4}))?\\b`, 'i');

const CLOCK = '(?:[ ,|·–-]+(?:at )?\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: ?[A-Z]{2,4})?)?';
const DATE_LINE = new RegExp(
  `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?` +
    `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{4}-\\d\\d-\\d\\d)${CLOCK}$`,
  'i',
);

/** RFC 822, whose years may have two digits: "Thu, 7 Mar 24 08:30:00 EST". */
const SHORT_YEAR = new RegExp(
  `^\\s*(?:[a-z]{3},?\\s+)?(\\d{1,2})\\s+${MONTH}\\s+(\\d\\d)\\s+\\d\\d?:\\d\\d`,
  'i',
);
const MONTH_ALONE = new RegExp(`^${MONTH},? (\\d{4})$`, 'i');
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;
/** Seconds and the time zones of mail and feeds: what a clock of a line does not have. */
const SECONDS = /(?<=\d:\d\d):\d\d(?:\.\d{1,9})?|(?<=\d) ?(?:Z|[+-]\d\d:?\d\d)$/g;

const PLACE = "\\p{Lu}[\\p{L}.’'/-]{1,30}(?: (?:of |de |the )?\\p{Lu}[\\p{L}.’'/-]{0,30}){0,3}";
const PLACE_LINE = new RegExp(`^${PLACE}(?:, ${PLACE})?(?:,| [|–—-]) (.{6,60})$`, 'u');

const PLACE_AND_DATE = new RegExp(`^([\\p{Lu}][\\p{L} .,’'/-]{2,60}?,\\s.{3,60}?)${DASH}`, 'u');

/** Whether a line is a date with its year, perhaps a time of day, and nothing else. */
export function isDateLine(line: string): boolean {
  return DATE_LINE.test(line);
}

/** Whether a line is a place and a date with its year, and nothing else: "Geneva, 6 March 2024". */
export function isPlaceAndDate(line: string): boolean {
  return isDateLine(PLACE_LINE.exec(line)?.[1] ?? '');
}

/** EDTF of a text that is nothing but a date in words: a day, perhaps with a time of day, or a month; else null. */
export function dateInWords(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  const month = MONTH_ALONE.exec(plain);
  if (month) return `${month[2]!}-${String(monthOf(month[1]!)).padStart(2, '0')}`;
  if (SHORT_YEAR.test(plain)) return dateIn(plain);
  return isDateLine(plain.replace(WEEKDAY, '').replace(SECONDS, '')) ? dateIn(plain) : null;
}

/** A date as pages write it (ISO 8601, "4 August 2023", "Aug. 4, 2023") as EDTF to the day; else null. */
export function dateIn(text: string): string | null {
  const iso = /\b(\d{4}-\d\d-\d\d)(?!\d)/.exec(text);
  if (iso) return isEdtf(iso[1]!) ? iso[1]! : null;
  const short = SHORT_YEAR.exec(text);
  if (short) return edtf(fullYear(Number(short[3])), { day: Number(short[1]), month: monthOf(short[2]!) });
  const parts = dayAndMonth(text);
  return parts && parts.year !== null ? edtf(parts.year, parts) : null;
}

/**
 * The date of a dateline ("NIAMEY, Aug 4 (Reuters) –", "19 July 2023 –"), with its own year or else the
 * last year that the text looks back on, unless it tells of what was done later in that year; then it is marked as
 * uncertain: `2023-08-04?`.
 */
export function datelineDate(paragraphs: readonly string[]): string | null {
  const entries = entriesOf(paragraphs);
  for (const paragraph of paragraphs.slice(0, 4)) {
    const opening =
      PLACE_AND_DATE.exec(paragraph) ?? (entries.length === 1 ? DATE_ALONE.exec(paragraph) : null);
    if (!opening) continue;
    const whole = findTimes(opening[1]!, null).find(({ edtf }) => DAY.test(edtf));
    if (whole) return whole.edtf;
    const parts = dayAndMonth(opening[1]!);
    if (!parts) continue;
    if (parts.year !== null) return edtf(parts.year, parts);
    const year = lastYear(paragraphs.join('\n'));
    const date = year === null ? null : edtf(year, parts);
    return date === null || tellsOfLater(paragraphs, date) ? null : `${date}?`;
  }
  return null;
}

/** Whether a text tells of what was done after a date, so that it was written later. */
function tellsOfLater(paragraphs: readonly string[], date: string): boolean {
  return paragraphs.some((paragraph) =>
    findTimes(paragraph, null).some(
      ({ start, end, edtf }) => isAfter(edtf, date) && !isAhead(paragraph, start, end),
    ),
  );
}

interface DayOfYear {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

function dayAndMonth(text: string): DayOfYear | null {
  const american = MONTH_FIRST.exec(text);
  const other = DAY_FIRST.exec(text);
  const [month, day, year] = american
    ? [american[1]!, american[2]!, american[3]]
    : other
      ? [other[2]!, other[1]!, other[3]]
      : [];
  if (month === undefined) return null;
  return { day: Number(day), month: monthOf(month), year: year === undefined ? null : Number(year) };
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

/** RFC 2822: 00–49 are of this century. */
function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 50 ? 2000 : 1900);
}

function edtf(year: number, { month, day }: Pick<DayOfYear, 'month' | 'day'>): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isEdtf(date) ? date : null;
}

/** Years that a text plans for ("by 2030") are not those that it was written in. */
function lastYear(text: string): number | null {
  const years = [
    ...text.matchAll(/(\b(?:by|until|till|before|through|to|for|from) )?\b((?:19|20)\d\d)\b(?!\d|[-–]\d)/gi),
  ]
    .filter(([, plan]) => plan === undefined)
    .map(([, , year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}
