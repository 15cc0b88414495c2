/** When a document was published, as the page or its text tells. */
import { isEdtf } from '../time/edtf.ts';
import { DASH, DATE_ALONE, DAY, entriesOf } from '../time/date-of-writing.ts';
import { findTimes } from '../time/expressions.ts';

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

const PLACE_AND_DATE = new RegExp(`^([\\p{Lu}][\\p{L} .,’'/-]{2,60}?,\\s.{3,60}?)${DASH}`, 'u');

/** Whether a line is a date with its year, perhaps a time of day, and nothing else. */
export function isDateLine(line: string): boolean {
  return DATE_LINE.test(line);
}

/** A date as pages write it (ISO 8601, "4 August 2023", "Aug. 4, 2023") as EDTF to the day; else null. */
export function dateIn(text: string): string | null {
  const iso = /\b(\d{4}-\d\d-\d\d)(?!\d)/.exec(text);
  if (iso) return isEdtf(iso[1]!) ? iso[1]! : null;
  const parts = dayAndMonth(text);
  return parts && parts.year !== null ? edtf(parts.year, parts) : null;
}

/**
 * The date of a dateline ("NIAMEY, Aug 4 (Reuters) –", "19 July 2023 –"), with its own year or else the
 * last year that the text looks back on; then it is marked as uncertain: `2023-08-04?`.
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
    return date === null ? null : `${date}?`;
  }
  return null;
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
  const index = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
  return { day: Number(day), month: index + 1, year: year === undefined ? null : Number(year) };
}

function edtf(year: number, { month, day }: DayOfYear): string | null {
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
