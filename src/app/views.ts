/** The views of a graph. */
import type { Explorer } from './explorer.svelte.ts';

export const VIEWS = ['graph', 'table', 'matrix', 'timeline', 'map', 'changes'] as const;

export type View = (typeof VIEWS)[number];

/** Narrower than this there is no room for the graph at first. */
const NARROW = '(max-width: 699px)';

/** The view in which a graph opens. */
export function openingView(): View {
  return typeof matchMedia === 'function' && matchMedia(NARROW).matches ? 'table' : 'graph';
}

/**
 * Goes to a view. The focus goes to the part of the page where views are, since what had it may be gone.
 */
export function goToView(explorer: Explorer, view: View): void {
  explorer.view = view;
  document.getElementById('content')?.focus();
}
