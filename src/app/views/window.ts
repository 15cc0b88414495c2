/** Which of many rows are on the screen. Only these are in the page, so that there may be any number. */

/** From `start` on, `end` exclusive. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Rows that are kept ready beyond either edge. */
const BEYOND = 6;

/** The rows of equal size that can be seen, with some more on both sides. Sizes in pixels. */
export function windowOf(count: number, size: number, scrolled: number, room: number): Window {
  const start = Math.min(Math.max(0, Math.floor(scrolled / size) - BEYOND), count);
  return { start, end: Math.min(count, Math.max(start, Math.ceil((scrolled + room) / size) + BEYOND)) };
}

/** The rows of different sizes that can be seen; `tops`: where each begins, and where the last ends. */
export function windowAmong(tops: readonly number[], scrolled: number, room: number): Window {
  const count = tops.length - 1;
  const first = Math.max(0, lastBefore(tops, scrolled) - BEYOND);
  return {
    start: Math.min(first, count),
    end: Math.min(count, lastBefore(tops, scrolled + room) + 1 + BEYOND),
  };
}

/** How far to scroll so that a stretch can be seen; as far as now where it can be. */
export function scrollTo(start: number, size: number, scrolled: number, room: number): number {
  if (start < scrolled) return start;
  return start + size > scrolled + room ? start + size - room : scrolled;
}

/** The index of the last one that is not beyond a place. */
function lastBefore(tops: readonly number[], at: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
