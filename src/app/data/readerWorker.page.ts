/** Stands in for `readerWorker.ts` in the page of one file: the reader's networks are too large to be in it. */
export const READS_ARTICLES = false;

export function startReader(): Worker {
  throw new Error('This page holds no reader: read articles with Entente itself.');
}

export function readerBase(): string {
  return '';
}
