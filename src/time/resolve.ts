/** What a reading means on the day of publication, as EDTF, and never more precisely than is known. */
import { addDays, addMonths, edtfOf, isDay, monthOfWeek, weekdayOf } from './calendar.ts';
import type { Point } from './calendar.ts';
import type { Parts, Reading, Unit, Which } from './readings.ts';

/** What is known where a reading stands. */
export interface Standpoint {
  /** As precise as it is known. */
  readonly published: Point | null;
  /** The date told before this one, in the sentence or before it, which "a year later" counts from. */
  readonly last: Point | null;
  /** Whether the clause speaks of what is still to come. */
  readonly ahead: boolean;
}

/** A reading as one point or two; null where it cannot be told. */
export type Resolved = readonly [from: Point, to: Point] | Point | null;

/** Resolves a reading. */
export function resolve(reading: Reading, at: Standpoint): Resolved {
  switch (reading.kind) {
    case 'point':
      return resolvePoint(reading, at);
    case 'span': {
      const from = withYear(reading.from, at);
      const to = from && { ...reading.to, year: reading.to.year ?? from.year };
      return from && to && edtfOf(from) !== null && edtfOf(to) !== null ? [from, to] : null;
    }
    case 'weekday':
      return resolveWeekday(reading, at);
    case 'season':
      return resolveSeason(reading, at);
    case 'offset':
      if (reading.ahead === true && !at.ahead) return null;
      return resolveOffset(reading, reading.from === 'last' ? at.last : at.published);
    case 'few':
      return resolveFew(reading, reading.from === 'last' ? at.last : at.published);
    case 'day':
      return resolveDay(reading.day, at);
    case 'weekend':
      return resolveWeekend(at.published);
  }
}

function resolvePoint(
  { point, which, yearOf }: Extract<Reading, { kind: 'point' }>,
  at: Standpoint,
): Point | null {
  const found =
    yearOf !== undefined
      ? yearBy(yearOf, at, point)
      : which !== undefined
        ? monthBy(which, at, point)
        : withYear(point, at);
  return found !== null && edtfOf(found) !== null ? found : null;
}

/** "June of last year", "March of that year". */
function yearBy(which: Which, { published, last }: Standpoint, point: Parts): Point | null {
  const base = which === 'that' || which === 'after' || which === 'before' ? last : published;
  if (base === null) return null;
  const step = { last: -1, before: -1, this: 0, that: 0, next: 1, after: 1 }[which];
  return { ...point, year: base.year + step };
}

/** "last July", "that September", "the following February". */
function monthBy(which: Which, { published, last }: Standpoint, point: Parts): Point | null {
  if (which === 'this') return published && { ...point, year: published.year };
  if (which === 'that') return last && { ...point, year: last.year };
  const base = which === 'after' || which === 'before' ? last : published;
  if (base === null || base.month === undefined || point.month === undefined) return null;
  if (which === 'last' || which === 'before') {
    return { ...point, year: point.month < base.month ? base.year : base.year - 1 };
  }
  return { ...point, year: point.month > base.month ? base.year : base.year + 1 };
}

/** A date without a year takes that of the document, by the tense where the month is not yet, or no more, to come. */
function withYear(point: Parts, { published, last, ahead }: Standpoint): Point | null {
  if (point.year !== undefined) return { ...point, year: point.year };
  if (published === null) return last && yearOfLast(point, last);
  const { year, month } = published;
  if (month === undefined || point.month === undefined) return { ...point, year };
  if (point.month > month && !ahead) return { ...point, year: year - 1 };
  if (point.month < month && ahead) return { ...point, year: year + 1 };
  return { ...point, year };
}

/** The year that was named last, unless the month would go back before it. */
function yearOfLast(point: Parts, { year, month }: Point): Point | null {
  if (month !== undefined && point.month !== undefined && point.month < month) return null;
  return { ...point, year };
}

function resolveWeekday(
  { weekday, which, week }: Extract<Reading, { kind: 'weekday' }>,
  { published, last, ahead }: Standpoint,
): Point | null {
  const relative = which === 'that' || which === 'after' || which === 'before';
  const base = relative ? last : published;
  if (base === null || !isDay(base)) return null;
  const today = weekdayOf(base);
  if (week !== null) return addDays(base, week * 7 + mondayFirst(weekday) - mondayFirst(today));
  const back = (today - weekday + 7) % 7;
  const on = (weekday - today + 7) % 7;
  if (which === 'that') return null;
  if (which === 'last' || which === 'before') return addDays(base, -(back || 7));
  if (which === 'next' || which === 'after') return addDays(base, on || 7);
  return addDays(base, ahead ? on : -back);
}

function mondayFirst(weekday: number): number {
  return (weekday + 6) % 7;
}

/** "last summer" is only told where this year's has not begun, "next summer" where it has. */
function resolveSeason({ month, which }: Extract<Reading, { kind: 'season' }>, at: Standpoint): Point | null {
  if (which === 'that' || which === 'after' || which === 'before') return seasonByLast(month, which, at.last);
  const { published } = at;
  if (published === null) return null;
  const { year } = published;
  if (which === 'this') return { year };
  if (published.month === undefined) return which === null ? { year } : null;
  const begun = published.month >= month;
  if (which === 'last') return begun ? null : { year: year - 1 };
  if (which === 'next') return begun ? { year: year + 1 } : null;
  return { year: withYear({ month }, at)!.year };
}

function resolveOffset(
  { unit, by }: { readonly unit: Unit; readonly by: number },
  base: Point | null,
): Point | null {
  if (base === null || !Number.isInteger(by)) return null;
  switch (unit) {
    case 'hour':
      return by > -24 && isDay(base) ? base : null;
    case 'day':
      return by === 0 ? base : isDay(base) ? addDays(base, by) : null;
    case 'week':
      return isDay(base) ? monthOfWeek(base, by) : null;
    case 'fortnight':
      return isDay(base) ? monthOfWeek(base, by * 2) : null;
    case 'month':
      return addMonths(base, by);
    case 'year':
      return { year: base.year + by };
    case 'decade':
      return { year: base.year + by * 10 };
  }
}

/** "That summer", "the following spring": its year, counted from the date told last. */
function seasonByLast(month: number, which: Which, last: Point | null): Point | null {
  if (last === null) return null;
  if (which === 'that') return { year: last.year };
  if (last.month === undefined) return { year: last.year + (which === 'after' ? 1 : -1) };
  if (which === 'after') return { year: last.year + (last.month < month ? 0 : 1) };
  return { year: last.year - (last.month > month ? 0 : 1) };
}

/** A few hours stay on the day; a few days in the month where none may have left it, weeks in the year. */
function resolveFew({ unit, back }: Extract<Reading, { kind: 'few' }>, base: Point | null): Point | null {
  if (base === null) return null;
  const { year, month } = base;
  if (unit === 'hour') return isDay(base) ? base : null;
  if (unit === 'day')
    return isDay(base) && (back ? base.day > 7 : base.day < 24) ? { year, month: month! } : null;
  return month !== undefined && (back ? month > 2 : month < 11) ? { year } : null;
}

function resolveDay(day: number, { published, last, ahead }: Standpoint): Point | null {
  const base = last?.day === undefined ? (published ?? last) : last;
  if (base?.month === undefined) return null;
  const point = { year: base.year, month: base.month, day };
  const isBefore = base.day === undefined || day <= base.day || ahead || base === last;
  const found = isBefore ? point : { ...addMonths(base, -1)!, day };
  return edtfOf(found) === null ? null : found;
}

/** Its month, where the Saturday and the Sunday share one. */
function resolveWeekend(published: Point | null): Point | null {
  if (published === null || !isDay(published)) return null;
  const sunday = addDays(published, -(weekdayOf(published) || 7));
  const { year, month } = addDays(sunday, -1);
  return month === sunday.month ? { year, month } : null;
}
