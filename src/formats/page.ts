/**
 * A page of one file: the explorer with a graph in it, for readers who have no Entente. It opens from a disk
 * or a mail, offline, and fetches nothing.
 *
 * It cannot hold: the reader. New articles are not read there; other graphs can be opened.
 */
import type { StoredGraph } from '../model/index.ts';
import { writeGraph } from './json.ts';
import { escapeXml } from './xml-escape.ts';

const PLACE = '<div id="app"></div>';

/**
 * Puts a graph into the built page. `shell`: the HTML of the page without a graph; `name`: what the page
 * calls the graph; `state`: how it opens, as its address would say after the `#`. Throws `RangeError` where the shell is not that page.
 */
export function writePage(shell: string, graph: StoredGraph, name: string, state = ''): string {
  const place = shell.indexOf(PLACE);
  if (place < 0) throw new RangeError(`The page has no ${PLACE} to put the graph before: build it again`);
  // Within a script element only "<" can end it or change how it is read; JSON can spell it otherwise.
  const json = writeGraph(graph).replaceAll('<', '\\u003c');
  const opens = state === '' ? '' : ` data-state="${escapeXml(state)}"`;
  const element = `<script type="application/json" id="entente-graph" data-name="${escapeXml(name)}"${opens}>${json}</script>`;
  return `${shell.slice(0, place)}${element}\n    ${shell.slice(place)}`;
}
