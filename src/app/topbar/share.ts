/** What can be shared of what is on the screen, and with whom. */
import type { Corpus } from '../data/corpus.ts';

/**
 * `link`: a link leads everybody to it. `machine`: only this machine, while the explorer runs. `file`: the page
 * is itself a file. `tab`: the graph was opened or read in this tab, so that no link leads to it.
 */
export type Reach = 'link' | 'machine' | 'file' | 'tab';

/** How far a link to what is on the screen would lead. */
export function reachOf(
  corpus: Pick<Corpus, 'served'>,
  { protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>,
): Reach {
  if (corpus.served === undefined) return 'tab';
  if (protocol !== 'http:' && protocol !== 'https:') return 'file';
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? 'machine' : 'link';
}

/** Puts text on the clipboard. Whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
