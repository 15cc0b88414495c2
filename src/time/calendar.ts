/** Points of the calendar, as precise as they are known, and reckoning with them. */
import { isEdtf, withoutMarks } from './edtf.ts';

/** A year, a month or a day. A day is only known with its month. */
export interface Point {
  readonly year: number;
  /** 1–12. */
  readonly month?: number;
  /** 1–31. */
  readonly day?: number;
}

/** A day, whole. */
export interface Day extends Point {
  readonly month: number;
  readonly day: number;
}

const MS_A_DAY = 86_400_000;

/** The point that an EDTF date names, marks left out; null for intervals and for what is no EDTF. */
export function pointOf(edtf: string | null): Point | null {
  if (edtf === null || !isEdtf(edtf) || /[/[]/.test(edtf)) return null;
  const [year, month, day] = withoutMarks(edtf).split('-').map(Number);
  if (month === undefined) return { year: year! };
  return day === undefined ? { year: year!, month } : { year: year!, month, day };
}

/** A point as EDTF; null where there is no such day or the year has not four digits. */
export function edtfOf({ year, month, day }: Point): string | null {
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  const edtf = parts.join('-');
  return isEdtf(edtf) ? edtf : null;
}

/** Whether a point is known to the day. */
export function isDay(point: Point): point is Day {
  return point.day !== undefined;
}

/** The day so many days later, or earlier. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day) + days * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days two days lie apart, whichever is first. */
export function daysApart(a: Day, b: Day): number {
  const at = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);
  return Math.abs(at(a) - at(b)) / MS_A_DAY;
}

/** The month so many months later, or earlier; null where the month of the point is not known. */
export function addMonths({ year, month }: Point, months: number): Point | null {
  if (month === undefined) return null;
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The month that holds the whole week, Monday to Sunday, so many weeks from a day's; else null. */
export function monthOfWeek(day: Day, weeks: number): Point | null {
  const monday = addDays(day, weeks * 7 - ((weekdayOf(day) + 6) % 7));
  const sunday = addDays(monday, 6);
  return monday.month === sunday.month ? { year: monday.year, month: monday.month } : null;
}
