/** The as-of date: what a person types, and how it is said. */
import { bounds } from '../../time/edtf.ts';

export type Typed = { readonly day: string } | { readonly problem: string };

const PLAIN = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The day that a typed date stands for: the last one of a year or a month. */
export function dayOf(typed: string): Typed {
  const text = typed.trim();
  if (!PLAIN.test(text)) {
    return { problem: `“${text}” is not a date. Write a year, month or day: 2024, 2024-03 or 2024-03-26.` };
  }
  try {
    return { day: bounds(text).latest! };
  } catch {
    return { problem: `“${text}” is not in the calendar. Write it as 2024, 2024-03 or 2024-03-26.` };
  }
}

/** The shortest date whose last day it is: `2024-12-31` → `2024`, `2024-03-31` → `2024-03`. */
export function shortDate(day: string): string {
  for (const short of [day.slice(0, 4), day.slice(0, 7)]) {
    if (bounds(short).latest === day) return short;
  }
  return day;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A year, month or day in words: `2024-03-26` → `26 March 2024`. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  const words = `${MONTHS[Number(month) - 1]} ${year}`;
  return day === undefined ? words : `${Number(day)} ${words}`;
}

/** An EDTF string in words: `[..2024-03]` → `by March 2024`, `2018/..` → `since 2018`. */
export function edtfInWords(edtf: string): string {
  const before = /^\[\.\.(.+)\]$/.exec(edtf);
  if (before) return `by ${plainInWords(before[1]!)}`;
  const [from, to] = edtf.split('/');
  if (to === undefined) return plainInWords(from!);
  if (to === '..' || to === '') return `since ${plainInWords(from!)}`;
  if (from === '..' || from === '') return `until ${plainInWords(to)}`;
  return `${plainInWords(from!)} to ${plainInWords(to)}`;
}

function plainInWords(date: string): string {
  const mark = /[~?%]$/.exec(date)?.[0];
  const words = dateInWords(date.replace(/[~?%]$/, ''));
  if (mark === '~') return `about ${words}`;
  if (mark === '?') return `perhaps ${words}`;
  return mark === '%' ? `perhaps about ${words}` : words;
}
