/** Where the reader is: its worker, and its networks beside the page. */

/** Whether articles can be read here. */
export const READS_ARTICLES: boolean = true;

/** Starts the worker that reads articles. */
export function startReader(): Worker {
  return new Worker(new URL('../../worker/extraction.ts', import.meta.url), { type: 'module' });
}

/** The URL of a folder with a reader's networks. */
export function readerBase(folder: string): string {
  return new URL(`${folder}/`, document.baseURI).href;
}
