/** The graph that the page was served with. */
import { m } from '../messages.ts';

/** The text of a graph file, and what it is called. */
export interface Served {
  readonly text: string;
  readonly name: string;
  /** How it opens where the address does not say it: what could stand after the `#`. */
  readonly state?: string;
}

/** Fetches `graph.json` beside the page; null where there is none. Throws an Error for people. */
export async function fetchServed(): Promise<Served | null> {
  const response = await fetch('graph.json', { cache: 'no-cache' });
  if (response.status === 404 || response.status === 204) return null;
  if (!response.ok) throw new Error(m('data_server', { status: String(response.status) }));
  const text = await response.text();
  // Some static servers answer every path with a page.
  if (response.headers.get('content-type')?.startsWith('text/html')) return null;
  return { text, name: nameOf(response) };
}

/** `entente explore` names the file that it serves in a header. */
function nameOf(response: Response): string {
  const name = response.headers.get('x-entente-graph');
  return name ? decodeURIComponent(name) : 'graph.json';
}
