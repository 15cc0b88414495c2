/**
 * The part of EDTF (ISO 8601-2, Library of Congress profile) that Entente writes: years, months,
 * days, the marks `~ ? %`, intervals with open ends (`2018/..`, `../2025-03`) and "on or before"
 * (`[..2024-03]`). A date is a set of days; everything here compares the first and the last of them.
 */

/** First and last possible day, `YYYY-MM-DD`; null: no bound on that side. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/;
const ON_OR_BEFORE = /^\[\.\.(.+)\]$/;

/** Bounds found before: a graph has many assertions and few dates. */
const remembered = new Map<string, Bounds>();
const MOST_REMEMBERED = 10_000;

/** The bounds of an EDTF string. Throws `RangeError` where it is not EDTF of this profile. */
export function bounds(edtf: string): Bounds {
  const known = remembered.get(edtf);
  if (known) return known;
  const found = boundsOf(edtf);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(edtf, found);
  return found;
}

/** Whether a string is EDTF of this profile. */
export function isEdtf(text: string): boolean {
  try {
    bounds(text);
    return true;
  } catch {
    return false;
  }
}

/** Start and end of an interval as dates of their own; a plain date is both. Null: open. */
export function ends(edtf: string): { from: string | null; to: string | null } {
  const [start, end] = edtf.split('/');
  if (end === undefined) return { from: start!, to: start! };
  return { from: isOpen(start!) ? null : start!, to: isOpen(end) ? null : end };
}

/** Years, months and days without the marks of uncertainty: `2023-07~` → `2023-07`. */
export function withoutMarks(edtf: string): string {
  return edtf.replace(/[~?%]/g, '');
}

/** The same date, marked as uncertain: `2023-07` → `2023-07?`, `2013~/..` → `2013%/..`. */
export function perhaps(edtf: string): string {
  return edtf.replace(/(\d)(~?)(?=\/|$)/g, (_, digit: string, about: string) => digit + (about ? '%' : '?'));
}

/** Whether two dates may be the same, one told more precisely; intervals by their start, or else their end. */
export function mayBeSame(a: string, b: string): boolean {
  const [x, y] = [pointIn(a), pointIn(b)];
  return x.startsWith(y) || y.startsWith(x);
}

function pointIn(edtf: string): string {
  return withoutMarks(edtf).replace('../', '').split('/')[0]!;
}

/** Whether all of a date lies after all of another: 26 March is not after “in March”. */
export function isAfter(a: string, b: string): boolean {
  const [{ earliest }, { latest }] = [bounds(a), bounds(b)];
  return earliest !== null && latest !== null && earliest > latest;
}

/** Orders dates by their last possible day, then the first; null comes last. For stable sorting. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const x = bounds(a);
  const y = bounds(b);
  return order(x.latest, y.latest) || order(x.earliest, y.earliest) || (a < b ? -1 : 1);
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function boundsOf(edtf: string): Bounds {
  const before = ON_OR_BEFORE.exec(edtf);
  if (before) return { earliest: null, latest: dateBounds(before[1]!, edtf).latest };
  const [start, end, ...rest] = edtf.split('/');
  if (rest.length > 0) throw notEdtf(edtf);
  if (end === undefined) return dateBounds(start!, edtf);
  const first = isOpen(start!) ? null : dateBounds(start!, edtf).earliest;
  const last = isOpen(end) ? null : dateBounds(end, edtf).latest;
  if (first !== null && last !== null && first > last) throw notEdtf(edtf, 'its end is before its start');
  return { earliest: first, latest: last };
}

function isOpen(end: string): boolean {
  return end === '..' || end === '';
}

function dateBounds(date: string, whole: string): { earliest: string; latest: string } {
  const match = DATE.exec(date);
  if (!match) throw notEdtf(whole);
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const days = daysIn(Number(year), Number(month));
  if (days === 0 || (day !== undefined && (Number(day) < 1 || Number(day) > days))) throw notEdtf(whole);
  if (day !== undefined) return { earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` };
  return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${days}` };
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function notEdtf(
  text: string,
  why = 'write it as 2024, 2024-03, 2024-03-26, 2018/.. or 2019/2022',
): RangeError {
  return new RangeError(`"${text}" is no EDTF date: ${why}`);
}
