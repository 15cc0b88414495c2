/**
 * When a text says that it was written: a line at its head or foot that holds a whole date and little
 * else ("New York, 12 September 2014", "OPINION | 11 March 2024 | Share", "Answered on 23 March 2022").
 * What "yesterday" and "on Tuesday" mean depends on it.
 */
import { findTimes } from './expressions.ts';
import { isPast } from './telling.ts';

/** Lines looked at from either edge. */
const HEAD = 9;
const FOOT = 3;
const LONGEST_LINE = 130;
/** Words that may stand before the date in its part of the line. */
const MOST_WORDS = 4;
/** Where news says its day, in UTF-16 code units from the start. */
const NEWS_HEAD = 1200;
const WEEKDAY_BEFORE =
  /(?<![\p{L}])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[\s\u00a0](?:the[\s\u00a0])?$/u;
const PARTS = /[\s\u00a0]*(?:[|·•/–—]|[\s\u00a0]-[\s\u00a0]|\.(?=[\s\u00a0]|$))[\s\u00a0]*/u;
const MONTH = /^\p{Lu}\p{Ll}{2,8}[\s\u00a0]\d{4}$/u;
export const DAY = /^\d{4}-\d\d-\d\d$/;
/** When it was asked for, due or begun is not when it was written. */
const OTHER_DAY =
  /(?<![\p{L}])(?:tabled|asked|received|due|until|till|since|from|before|after|by|born|died|accessed|expires?)(?![\p{L}])/iu;
/** "By Ana Cruz in Manila, 17 June 2024". */
const BYLINE = /^(?:By|BY)\s(?!\p{L}+day(?!\p{L}))(?:\p{Lu}[\p{L}.’'-]*(?:\s|,\s|\sand\s)?)+(?:in\s)?/u;
const SAYS =
  /(?<![\p{L}])(?:answered|published|posted|updated|issued|released|filed|dated|broadcast|delivered)(?![\p{L}])/iu;

/** What ends a dateline: "(Reuters) –". */
export const DASH = '\\s*(?:\\([^)]{2,40}\\)\\s*)?[–—-]{1,2}\\s';
/** A line that opens with a date alone: "19 July 2023 – Wheat prices rose". */
export const DATE_ALONE = new RegExp(
  `^((?:\\p{Lu}\\p{L}+ \\d{1,2}|\\d{1,2} \\p{Lu}\\p{L}+),? \\d{4})${DASH}`,
  'u',
);

/** Lines that open with a date alone; where they are many the text is a chronicle, and none is its own date. */
export function entriesOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => DATE_ALONE.test(line));
}

/**
 * EDTF day, else month, that one of the first or last lines of a page tells; null where none does. Of
 * several days, that which a word such as "published" tells, else the first.
 */
export function dateOfLines(page: readonly string[]): string | null {
  const lines = page.map((line) => line.trim()).filter((line) => line !== '');
  const edges = lines.length <= HEAD + FOOT ? lines : [...lines.slice(0, HEAD), ...lines.slice(-FOOT)];
  const isChronicle = entriesOf(lines).length > 1;
  const short = edges.filter(
    (line) => line.length <= LONGEST_LINE && !(isChronicle && DATE_ALONE.test(line)),
  );
  const days = short.flatMap(datesOfLine);
  const day = days.find(({ says }) => says) ?? days[0];
  return (
    day?.date ??
    short
      .slice(0, HEAD)
      .map(monthOfLine)
      .find((month) => month !== null) ??
    null
  );
}

/** News without a date line names its day with the weekday: "On Thursday, 9 May 2024, the last of them left". */
export function dayOfNews(text: string): string | null {
  const head = text.slice(0, NEWS_HEAD);
  const times = findTimes(head, null).filter(({ edtf, kind }) => kind === 'date' && DAY.test(edtf));
  return (
    times.find(({ start }) => WEEKDAY_BEFORE.test(head.slice(Math.max(0, start - 20), start)))?.edtf ?? null
  );
}

/** "POLICY BRIEF No. 14 | June 2023": a month that is a part of its line, behind another. */
function monthOfLine(line: string): string | null {
  const months = line
    .split(PARTS)
    .slice(1)
    .flatMap((part) => (MONTH.test(part) ? findTimes(`in ${part}`, null) : []));
  return months[0]?.edtf ?? null;
}

function datesOfLine(line: string): { readonly date: string; readonly says: boolean }[] {
  return line.split(PARTS).flatMap((part) => {
    const time = findTimes(part, null).at(-1);
    if (!time || time.kind !== 'date' || !DAY.test(time.edtf)) return [];
    const before = part.slice(0, time.start).replace(BYLINE, '');
    const words = before.match(/[\p{L}\p{N}]+/gu) ?? [];
    const isSentence = words.some((word) => /^\p{Ll}/u.test(word) && isPast(word) && !SAYS.test(word));
    const isAlone = words.length <= MOST_WORDS && /^[\s\u00a0,.:\d()\p{Lu}]*$/u.test(part.slice(time.end));
    return isAlone && !isSentence && !OTHER_DAY.test(before)
      ? [{ date: time.edtf, says: SAYS.test(before) }]
      : [];
  });
}
