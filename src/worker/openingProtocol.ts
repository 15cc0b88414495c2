/** The messages between the page and the worker that reads a large graph file. */
import type { Actor, Assertion, Document, StoredGraph, Tie } from '../model/index.ts';

export interface OpeningRequest {
  readonly text: string;
  /** For messages. */
  readonly path: string;
}

/** The parts of a graph that come in pieces. */
export interface OpenedParts {
  readonly documents: Document;
  readonly actors: Actor;
  readonly assertions: Assertion;
  readonly ties: Tie;
}

export type Piece = {
  readonly [Part in keyof OpenedParts]: {
    readonly kind: Part;
    readonly items: readonly OpenedParts[Part][];
  };
}[keyof OpenedParts];

/** Pieces of a graph, then its other fields; or why it cannot be read, in words for people. */
export type OpeningResponse =
  | Piece
  | { readonly kind: 'done'; readonly rest: Omit<StoredGraph, 'documents' | 'actors' | 'assertions'> }
  | { readonly kind: 'failed'; readonly message: string };
