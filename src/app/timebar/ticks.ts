/** The years, of a short time the months, written under the histogram. */
import type { Scale } from './histogram.ts';

export interface Tick {
  readonly label: string;
  /** From 0, the left end, to 1. */
  readonly at: number;
}

/** At most about a dozen years, in even steps; each stands at the start of its year. Where there is but one, months. */
export function ticksOf({ unit, bins }: Scale): Tick[] {
  const years = [...new Set(bins.map((bin) => bin.slice(0, 4)))];
  const step = [1, 2, 5, 10, 20, 50].find((s) => years.length / s <= 13) ?? 100;
  const ticks = years
    .filter((year) => Number(year) % step === 0)
    .map((year) => ({ label: year, at: indexOf(unit === 'year' ? year : `${year}-01`) }))
    .filter((tick) => tick.at >= 0);
  return ticks.length > 1 || unit === 'year' ? ticks : monthTicks(bins);

  function indexOf(bin: string): number {
    const index = bins.indexOf(bin);
    return index < 0 ? -1 : (unit === 'year' ? index + 0.5 : index) / bins.length;
  }
}

/** At most half a dozen, each in the middle of its month. */
function monthTicks(bins: readonly string[]): Tick[] {
  const step = Math.ceil(bins.length / 6);
  return bins.flatMap((label, index) =>
    index % step === 0 ? [{ label, at: (index + 0.5) / bins.length }] : [],
  );
}
