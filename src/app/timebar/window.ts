/** Going through time: which time is shown next. All of it are plain functions from one time to another. */
import type { TimeView } from '../filters/filters.ts';
import { bounds } from '../../time/edtf.ts';
import { binIndex, firstDay, lastDay, type Scale } from './histogram.ts';

/** `asof`: as of a day; `between`: active at any time in a window. */
export type TimeMode = 'all' | 'asof' | 'between';

export function modeOf({ day, since }: Pick<TimeView, 'day' | 'since'>): TimeMode {
  return day === null ? 'all' : since === null ? 'asof' : 'between';
}

/** The same clock and chips in another mode; days that the mode needs are taken from the ends of the scale. */
export function inMode(time: TimeView, mode: TimeMode, scale: Scale): TimeView {
  const day = time.day ?? lastDay(scale.bins.at(-1)!);
  if (mode === 'all') return { ...time, day: null, since: null };
  if (mode === 'asof') return { ...time, day, since: null };
  if (time.since !== null) return time;
  return withSince({ ...time, day }, startOfYearBefore(day, scale));
}

/** The bars of a scale from one to another, in whichever order, as a window; what lies outside is cut off. */
export function windowOf(time: TimeView, scale: Scale, from: number, to: number): TimeView {
  const most = scale.bins.length - 1;
  const [a, b] = [from, to].map((bin) => Math.min(Math.max(bin, 0), most)) as [number, number];
  return {
    ...time,
    since: firstDay(scale.bins[Math.min(a, b)]!),
    day: lastDay(scale.bins[Math.max(a, b)]!),
  };
}

/** Another start of the window; an end that lies before it goes to the end of its month. */
export function withSince(time: TimeView, since: string): TimeView {
  const day = time.day !== null && time.day < since ? bounds(since.slice(0, 7)).latest : time.day;
  return { ...time, since, day };
}

/** Another day, or end of the window; a start that lies after it goes to the start of its month. */
export function withDay(time: TimeView, day: string): TimeView {
  const since = time.since !== null && time.since > day ? `${day.slice(0, 7)}-01` : time.since;
  return { ...time, day, since };
}

/** The window, or the day, some bars later or earlier; the window keeps its length, and both stay on the scale. */
export function movedByBars(time: TimeView, scale: Scale, bars: number): TimeView {
  const { day, since } = time;
  const most = scale.bins.length - 1;
  const at = day === null ? most : binIndex(scale, day);
  if (since === null) return { ...time, day: lastDay(scale.bins[Math.min(Math.max(at + bars, 0), most)]!) };
  const start = binIndex(scale, since);
  const step = Math.min(Math.max(bars, -start), most - at);
  return windowOf(time, scale, start + step, at + step);
}

/** One step of playing: null at the end. From all of time, and from the end, it starts at the first bar. */
export function nextFrame(time: TimeView, scale: Scale): TimeView | null {
  const at = time.day === null ? scale.bins.length : binIndex(scale, time.day);
  return at < scale.bins.length - 1 ? movedByBars(time, scale, 1) : null;
}

/** Where playing starts: here, or at the first bar where this is the end. */
export function firstFrame(time: TimeView, scale: Scale): TimeView {
  return nextFrame(time, scale) === null ? movedByBars(time, scale, -scale.bins.length) : time;
}

/** A month later or earlier, at the end of that month; a window starts at the start of one. */
export function movedByMonths(time: TimeView, scale: Scale, months: number): TimeView {
  const { since } = time;
  const day = time.day ?? lastDay(scale.bins.at(-1)!);
  const moved = { ...time, day: bounds(monthAfter(day, months)).latest! };
  return since === null ? moved : { ...moved, since: `${monthAfter(since, months)}-01` };
}

function monthAfter(day: string, months: number): string {
  const number = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** A window that is opened has a year at first, or what of it the scale has. */
function startOfYearBefore(day: string, { bins, unit }: Scale): string {
  const start = `${monthAfter(day, unit === 'year' ? -119 : -11)}-01`;
  const first = firstDay(bins[0]!);
  return start < first && first <= day ? first : start;
}
