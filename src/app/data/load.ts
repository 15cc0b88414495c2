/** Where graphs come from: `graph.json` beside the page, and files that a person opens. */
import { DOCUMENT_EXTENSIONS } from '../../documents/kinds.ts';
import type { ArticleFile } from '../../worker/protocol.ts';
import { m } from '../messages.ts';
import type { Corpus } from './corpus.ts';
import { openGraph } from './openGraph.ts';
import { READS_ARTICLES } from './readerWorker.ts';
import { fetchServed } from './served.ts';

/** What a set of opened files holds. */
export interface Opened {
  readonly graphs: readonly Corpus[];
  readonly articles: readonly ArticleFile[];
  /** Files that cannot be read here, each with the reason and the way out. */
  readonly problems: readonly string[];
}

export const OPENED_EXTENSIONS: readonly string[] = READS_ARTICLES
  ? ['.json', ...DOCUMENT_EXTENSIONS]
  : ['.json'];

/**
 * The graph that the page was served with; null where there is none. Throws an Error for people
 * where there is one that cannot be read.
 */
export async function servedGraph(): Promise<Corpus | null> {
  const served = await fetchServed();
  if (!served) return null;
  const [corpus, sha256] = await Promise.all([openGraph(served.text, served.name), sha256Of(served.text)]);
  // The same object: what has been reckoned beforehand is remembered for it.
  return Object.assign(corpus, { served: { sha256, state: served.state ?? '' } });
}

/** In hexadecimal; empty on pages that are not secure, where browsers reckon none. */
async function sha256Of(text: string): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (!subtle) return '';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads opened files: graphs at once, articles as bytes for the reader. */
export async function openFiles(files: readonly File[]): Promise<Opened> {
  const graphs: Corpus[] = [];
  const articles: ArticleFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const extension = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
    try {
      if (extension === '.json') graphs.push(await openGraph(await file.text(), file.name));
      else if (DOCUMENT_EXTENSIONS.includes(extension) && !READS_ARTICLES) {
        problems.push(m('data_no_articles', { name: file.name }));
      } else if (DOCUMENT_EXTENSIONS.includes(extension)) {
        articles.push({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } else
        problems.push(
          m('data_unknown_kind', { name: file.name, kinds: OPENED_EXTENSIONS.join(', ') }),
        );
    } catch (error) {
      problems.push(error instanceof Error ? error.message : m('data_file_unreadable', { name: file.name }));
    }
  }
  return { graphs, articles, problems };
}
