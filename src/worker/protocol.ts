/** The messages between the page and the worker that reads articles. */
import type { GraphFile, Note } from '../model/index.ts';

export interface ArticleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The one thing that the page asks; it cancels by ending the worker. */
export interface ExtractionRequest {
  readonly kind: 'extract';
  readonly files: readonly ArticleFile[];
  /** URL of the folder with the reader's networks, ending in `/`. */
  readonly readerBase: string;
}

export type ExtractionResponse =
  | {
      readonly kind: 'progress';
      /** `weights`: bytes of the networks loaded; `reading`: articles read. */
      readonly stage: 'weights' | 'reading';
      readonly done: number;
      readonly total: number;
      readonly path: string;
    }
  | { readonly kind: 'done'; readonly graph: GraphFile; readonly notes: readonly Note[] }
  | { readonly kind: 'failed'; readonly message: string };
