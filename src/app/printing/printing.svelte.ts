/** Whether the page is put on paper: then lists hold all their rows, not only those on the screen. */
import { flushSync } from 'svelte';
import type { Window } from '../views/window.ts';

/** Of a list, at most so many rows are printed: changes with their quotes fill 400 pages by then. */
export const MOST_PRINTED = 2000;

class Printing {
  active = $state.raw(false);

  /** Follows the browser for as long as a component lives. To be called while it is made. */
  start(): void {
    $effect(() => {
      const paper = matchMedia('print');
      const begin = () => this.turn(true);
      const end = () => this.turn(false);
      const onchange = () => this.turn(paper.matches);
      addEventListener('beforeprint', begin);
      addEventListener('afterprint', end);
      paper.addEventListener('change', onchange);
      return () => {
        removeEventListener('beforeprint', begin);
        removeEventListener('afterprint', end);
        paper.removeEventListener('change', onchange);
      };
    });
  }

  /** At once: the browser takes its picture when its listeners have been called. */
  private turn(active: boolean): void {
    flushSync(() => (this.active = active));
  }
}

export const printing = new Printing();

/** Of so many rows those that are printed. */
export function printedOf(count: number): Window {
  return { start: 0, end: Math.min(count, MOST_PRINTED) };
}
