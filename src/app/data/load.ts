/** Where graphs come from: `graph.json` beside the page, and files that a person opens. */
import type { StoredGraph } from '../../model/index.ts';
import { readGraph } from '../../formats/json.ts';
import type { ArticleFile } from '../../worker/protocol.ts';
import { type Corpus, corpusOf } from './corpus.ts';

/** What a set of opened files holds. */
export interface Opened {
  readonly graphs: readonly { readonly name: string; readonly file: StoredGraph }[];
  readonly articles: readonly ArticleFile[];
  /** Files that cannot be read here, each with the reason and the way out. */
  readonly problems: readonly string[];
}

export const ARTICLE_EXTENSIONS: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm'];
export const OPENED_EXTENSIONS: readonly string[] = ['.json', ...ARTICLE_EXTENSIONS];

/**
 * The graph that the page was served with; null where there is none. Throws an Error for people
 * where there is one that cannot be read.
 */
export async function servedGraph(): Promise<Corpus | null> {
  const response = await fetch('graph.json', { cache: 'no-cache' });
  if (response.status === 404 || response.status === 204) return null;
  if (!response.ok) throw new Error(`graph.json: the server answered ${response.status}; start it again.`);
  const text = await response.text();
  // Some static servers answer every path with a page.
  if (response.headers.get('content-type')?.startsWith('text/html')) return null;
  return corpusOf(readGraph(text, 'graph.json'), nameOf(response));
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
      else if (ARTICLE_EXTENSIONS.includes(extension)) {
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

/** `entente explore` names the file that it serves in a header. */
function nameOf(response: Response): string {
  const name = response.headers.get('x-entente-graph');
  return name ? decodeURIComponent(name) : 'graph.json';
}
