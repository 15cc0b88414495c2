/** Stands in for `readers.ts` in the page of one file, which reads no articles. */
import type { PageReader } from './readers.ts';

export function carefulReader(): Promise<PageReader | null> {
  return Promise.resolve(null);
}
