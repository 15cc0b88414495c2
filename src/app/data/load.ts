/** Where graphs come from: `graph.json` beside the page, and files that a person opens. */
import { DOCUMENT_EXTENSIONS } from '../../documents/kinds.ts';
import type { StoredGraph } from '../../model/index.ts';
import { readGraph } from '../../formats/json.ts';
import type { ArticleFile } from '../../worker/protocol.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { READS_ARTICLES } from './readerWorker.ts';
import { fetchServed } from './served.ts';

/** What a set of opened files holds. */
export interface Opened {
  readonly graphs: readonly { readonly name: string; readonly file: StoredGraph }[];
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
  return served && corpusOf(readGraph(served.text, served.name), served.name);
}

/** Reads opened files: graphs at once, articles as bytes for the reader. */
export async function openFiles(files: readonly File[]): Promise<Opened> {
  const graphs: { name: string; file: StoredGraph }[] = [];
  const articles: ArticleFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const extension = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
    try {
      if (extension === '.json')
        graphs.push({ name: file.name, file: readGraph(await file.text(), file.name) });
      else if (DOCUMENT_EXTENSIONS.includes(extension) && !READS_ARTICLES) {
        problems.push(`${file.name}: this page shows a graph and reads no articles: read them with Entente.`);
      } else if (DOCUMENT_EXTENSIONS.includes(extension)) {
        articles.push({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } else
        problems.push(
          `${file.name}: not a kind of file that is read here; open ${OPENED_EXTENSIONS.join(', ')}.`,
        );
    } catch (error) {
      problems.push(error instanceof Error ? error.message : `${file.name}: cannot be read.`);
    }
  }
  return { graphs, articles, problems };
}
