/** A lane with more on it than can be told apart: how much falls in each month or year, by sign. */
import { binIndex, type Scale } from '../timebar/histogram.ts';
import type { TimelineItem } from './items.ts';

/** From so many items on, a lane is drawn as heat. */
export const CROWD = 100;

export interface HeatCell {
  /** Index into the bins of the scale. */
  readonly bin: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly structure: number;
}

/** The bins in which something begins, from left to right. */
export function heatOf(scale: Scale, items: readonly TimelineItem[]): HeatCell[] {
  const cells = new Map<number, { bin: number; cooperation: number; conflict: number; structure: number }>();
  for (const { first, sureFrom, last, sign } of items) {
    const day = sureFrom ?? first ?? last;
    if (day === null) continue;
    const bin = binIndex(scale, day);
    const cell = cells.get(bin) ?? { bin, cooperation: 0, conflict: 0, structure: 0 };
    cell[sign === 1 ? 'cooperation' : sign === -1 ? 'conflict' : 'structure']++;
    cells.set(bin, cell);
  }
  return [...cells.values()].sort((a, b) => a.bin - b.bin);
}
