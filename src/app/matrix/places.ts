/** Where cells lie on the screen, in pixels, and which cell an element of the page is. */
import type { Place } from './matrix.svelte.ts';

/** Side of a cell: as large as a target must be. */
export const CELL = 26;
export const HEAD_WIDTH = 176;
/** In a view that is narrower than this, names have less room. */
export const NARROW = 560;
export const NARROW_HEAD_WIDTH = 112;
export const HEAD_HEIGHT = 136;

/** The place that an element, or what it is in, stands for; null: none. */
export function placeOf(target: EventTarget | null): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!element) return null;
  return { row: Number(element.dataset['row']), column: Number(element.dataset['column']) };
}
