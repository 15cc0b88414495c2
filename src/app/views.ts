/** The views of a graph and the letters that lead to them. */
import type { Explorer } from './explorer.svelte.ts';

export type View = 'graph' | 'table' | 'changes';

const LETTERS: Readonly<Record<string, View>> = { g: 'graph', t: 'table', c: 'changes' };

/**
 * Goes to the view of the letter that was pressed, unless it was typed into a field. The focus goes to
 * the part of the page where views are, since what had it may be gone.
 */
export function changeView(explorer: Explorer, event: KeyboardEvent): void {
  const view = LETTERS[event.key.toLowerCase()];
  if (view === undefined || view === explorer.view) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as HTMLElement).closest('input, select, textarea')) return;
  event.preventDefault();
  explorer.view = view;
  document.getElementById('content')?.focus();
}
