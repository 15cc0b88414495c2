/** Drawing a window over the histogram: what a pointer takes hold of, and what its drag makes of the window. */
import type { TimeView } from '../filters/filters.ts';
import { binIndex, type Scale } from './histogram.ts';
import { windowOf } from './window.ts';

/** One end, the window as a whole, or none of it: then a new window is drawn. */
export type Grip = 'since' | 'day' | 'both' | 'new';

/** The bars at the ends of the window. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

export function endsOf({ since, day }: TimeView, scale: Scale): Ends {
  return {
    from: since === null ? 0 : binIndex(scale, since),
    to: day === null ? scale.bins.length - 1 : binIndex(scale, day),
  };
}

/** What lies under a pointer; `at` and `reach` in bars from the left end. */
export function gripAt({ from, to }: Ends, at: number, reach: number, bars: number): Grip {
  const [toStart, toEnd] = [Math.abs(at - from), Math.abs(at - (to + 1))];
  if (Math.min(toStart, toEnd) <= reach) return toStart < toEnd ? 'since' : 'day';
  // A window of everything cannot be moved: a drag draws a new one.
  const isAll = from === 0 && to === bars - 1;
  return at > from && at < to + 1 && !isAll ? 'both' : 'new';
}

/** The window after a drag from one place to another; an end that is dragged past the other one turns round. */
export function dragged(
  time: TimeView,
  scale: Scale,
  { from, to }: Ends,
  grip: Grip,
  start: number,
  now: number,
): TimeView {
  const bar = (at: number) => Math.min(Math.max(Math.floor(at), 0), scale.bins.length - 1);
  switch (grip) {
    case 'since':
      return windowOf(time, scale, bar(now), to);
    case 'day':
      return windowOf(time, scale, from, bar(now));
    case 'both': {
      const step = Math.min(Math.max(bar(now) - bar(start), -from), scale.bins.length - 1 - to);
      return windowOf(time, scale, from + step, to + step);
    }
    case 'new':
      return windowOf(time, scale, bar(start), bar(now));
  }
}

/** How many bars a key moves an end, or to which end of the scale; null: it is no key of a slider. */
export function keyStep(key: string, { bins, unit }: Scale): number | null {
  const page = unit === 'year' ? 10 : 12;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -page,
    PageUp: page,
    Home: -bins.length,
    End: bins.length,
  };
  return steps[key] ?? null;
}

/** The window after a key on one of its ends, which does not pass the other; with Shift the window moves. */
export function stepped(time: TimeView, scale: Scale, end: 'since' | 'day', step: number): TimeView {
  const { from, to } = endsOf(time, scale);
  return end === 'since'
    ? windowOf(time, scale, Math.min(from + step, to), to)
    : windowOf(time, scale, from, Math.max(to + step, from));
}
