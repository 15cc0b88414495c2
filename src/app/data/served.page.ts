/** Stands in for `served.ts` in the page of one file: the graph is in the page. */
import type { Served } from './served.ts';

export function fetchServed(): Promise<Served | null> {
  const element = document.getElementById('entente-graph');
  const text = element?.textContent ?? '';
  const { name = 'graph.json', state } = element?.dataset ?? {};
  return Promise.resolve(
    text.trim() === '' ? null : { text, name, ...(state !== undefined && { state }) },
  );
}
