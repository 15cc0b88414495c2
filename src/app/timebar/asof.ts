/** Dates of the time bar: what a person types, and how it is said. */
import { bounds } from '../../time/edtf.ts';
import { m } from '../messages.ts';

export type Typed = { readonly day: string } | { readonly problem: string };

/** Which day a year or a month stands for: a window starts on the first, an as-of date is the last. */
export type Edge = 'first' | 'last';

const PLAIN = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The day that a typed date stands for. */
export function dayOf(typed: string, edge: Edge = 'last'): Typed {
  const text = typed.trim();
  if (!PLAIN.test(text)) {
    return { problem: m('time_no_date', { text }) };
  }
  try {
    return { day: edgeOf(text, edge) };
  } catch {
    return { problem: m('time_no_calendar', { text }) };
  }
}

/** The shortest date whose last, or first, day it is: `2024-12-31` → `2024`, `2024-03-31` → `2024-03`. */
export function shortDate(day: string, edge: Edge = 'last'): string {
  for (const short of [day.slice(0, 4), day.slice(0, 7)]) {
    if (edgeOf(short, edge) === day) return short;
  }
  return day;
}

function edgeOf(date: string, edge: Edge): string {
  const { earliest, latest } = bounds(date);
  return (edge === 'first' ? earliest : latest)!;
}
