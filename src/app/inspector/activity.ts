/** How active an actor is over time: the bars of the time bar, small, and the same in one sentence. */
import { edtfInWords } from '../dates.ts';
import { m } from '../messages.ts';
import type { Bar } from '../timebar/histogram.ts';

export interface Activity {
  /** From the first bar with anything in it to the last. */
  readonly bars: readonly Bar[];
  /** The highest bar, up or down. */
  readonly most: number;
  readonly words: string;
}

/** Null where nothing is dated. */
export function activityOf(bars: readonly Bar[]): Activity | null {
  const isActive = (bar: Bar) => bar.cooperation + bar.conflict > 0;
  const first = bars.findIndex(isActive);
  if (first === -1) return null;
  const active = bars.slice(first, bars.findLastIndex(isActive) + 1);
  const total = (side: 'cooperation' | 'conflict') =>
    Math.round(active.reduce((sum, bar) => sum + bar[side], 0));
  const busiest = active.reduce((best, bar) =>
    bar.cooperation + bar.conflict > best.cooperation + best.conflict ? bar : best,
  );
  return {
    bars: active,
    most: Math.max(...active.map((bar) => Math.max(bar.cooperation, bar.conflict))),
    words: m('inspector_activity_words', {
      first: edtfInWords(active[0]!.bin),
      last: edtfInWords(active.at(-1)!.bin),
      cooperation: total('cooperation'),
      conflict: total('conflict'),
      most: edtfInWords(busiest.bin),
    }),
  };
}
