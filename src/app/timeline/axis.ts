/** Where days lie on the timeline: on the scale of the time bar, from 0, its left end, to 1. */
import { bounds } from '../../time/edtf.ts';
import type { Scale } from '../timebar/histogram.ts';

export interface Axis {
  /** The first and the last day. */
  readonly first: string;
  readonly last: string;
}

const DAY = 86_400_000;

/** The axis of a time bar. */
export function axisOf({ bins }: Pick<Scale, 'bins'>): Axis {
  return { first: bounds(bins[0]!).earliest!, last: bounds(bins.at(-1)!).latest! };
}

/** Where a day begins; days beyond the ends lie at the ends. */
export function startOf({ first, last }: Axis, day: string): number {
  return clamp((dayNumber(day) - dayNumber(first)) / length({ first, last }));
}

/** Where a day ends. */
export function endOf({ first, last }: Axis, day: string): number {
  return clamp((dayNumber(day) + 1 - dayNumber(first)) / length({ first, last }));
}

function length({ first, last }: Axis): number {
  return dayNumber(last) + 1 - dayNumber(first);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function clamp(at: number): number {
  return Math.min(1, Math.max(0, at));
}
