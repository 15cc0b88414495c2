/** The as-of date: what a person types, and how it is said. */
import { bounds } from '../../time/edtf.ts';
import { m } from '../messages.ts';

export type Typed = { readonly day: string } | { readonly problem: string };

const PLAIN = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The day that a typed date stands for: the last one of a year or a month. */
export function dayOf(typed: string): Typed {
  const text = typed.trim();
  if (!PLAIN.test(text)) {
    return { problem: m('time_no_date', { text }) };
  }
  try {
    return { day: bounds(text).latest! };
  } catch {
    return { problem: m('time_no_calendar', { text }) };
  }
}

/** The shortest date whose last day it is: `2024-12-31` → `2024`, `2024-03-31` → `2024-03`. */
export function shortDate(day: string): string {
  for (const short of [day.slice(0, 4), day.slice(0, 7)]) {
    if (bounds(short).latest === day) return short;
  }
  return day;
}
