/** Items of the timeline in their places: from left to right by date, in as many rows as do not overlap. */
import { type Axis, endOf, startOf } from './axis.ts';
import type { TimelineItem } from './items.ts';

/** Places from 0, the left end of the axis, to 1. */
export interface PlacedItem {
  readonly item: TimelineItem;
  readonly start: number;
  readonly end: number;
  /** The stretch that is certain; null: none. */
  readonly sure: readonly [start: number, end: number] | null;
  /** Where the symbol stands. */
  readonly at: number;
  /** Nothing bounds it on this side. */
  readonly fadesIn: boolean;
  readonly fadesOut: boolean;
  /** From the top of its lane. */
  readonly row: number;
}

/** As much of the axis as a symbol takes. */
const SYMBOL = 0.02;
/** As much of the axis as is drawn of what has no bound on a side: it fades within this. */
const TAIL = 0.12;

/** Cooperation on top, conflict below, as in the histogram of the time bar. */
const GROUPS = [1, 0, -1] as const;

/** Places the items of a lane. Returns them with the number of rows that they take. */
export function placeItems(
  axis: Axis,
  items: readonly TimelineItem[],
): { readonly placed: readonly PlacedItem[]; readonly rows: number } {
  const placed: PlacedItem[] = [];
  let rows = 0;
  for (const sign of GROUPS) {
    const ends: number[] = [];
    for (const item of items) {
      if (item.sign !== sign) continue;
      const place = placeOf(axis, item);
      const [from, to] = [
        Math.min(place.start, place.at - SYMBOL / 2),
        Math.max(place.end, place.at + SYMBOL / 2),
      ];
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = to;
      placed.push({ ...place, row: rows + row });
    }
    rows += ends.length;
  }
  placed.sort((a, b) => a.at - b.at || a.row - b.row);
  return { placed, rows: Math.max(1, rows) };
}

function placeOf(axis: Axis, item: TimelineItem): Omit<PlacedItem, 'row'> {
  const { first, sureFrom, sureTo, last, open, kind } = item;
  const sureEnd = sureTo === null ? (open ? 1 : null) : endOf(axis, sureTo);
  const sure = sureFrom === null || sureEnd === null ? null : ([startOf(axis, sureFrom), sureEnd] as const);
  const bounded = {
    start: first === null ? null : startOf(axis, first),
    end: last === null ? null : endOf(axis, last),
  };
  const start = bounded.start ?? Math.max(0, (sure?.[0] ?? bounded.end ?? 1) - TAIL);
  const end = bounded.end ?? (open ? 1 : Math.min(1, (sure?.[1] ?? bounded.start ?? 0) + TAIL));
  const middle = first === null ? end : last === null ? start : (start + end) / 2;
  return {
    item,
    start,
    end,
    sure,
    at: kind === 'mark' ? middle : first === null ? (sure?.[0] ?? start) : start,
    fadesIn: first === null,
    fadesOut: last === null && !open,
  };
}
