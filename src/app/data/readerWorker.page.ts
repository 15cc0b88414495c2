/** Stands in for `readerWorker.ts` in the page of one file: the reader's networks are too large to be in it. */
import { m } from '../messages.ts';

export const READS_ARTICLES = false;

export function startReader(): Worker {
  throw new Error(m('data_no_reader'));
}

export function readerBase(_folder: string): string {
  return '';
}
