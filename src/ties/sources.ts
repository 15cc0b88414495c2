/** Independent sources: a wire copy tells nothing that its original has not told. */
import type { Assertion, Document } from '../model/index.ts';

/** From a document's id to the id of the document that it is a copy of, or its own. */
export type Originals = (document: string) => string;

/** The originals of some documents; documents that are no copies, and unknown ones, are their own. */
export function originalsAmong(documents: readonly Document[]): Originals {
  const copies = new Map(documents.flatMap(({ id, copyOf }) => (copyOf ? [[id, copyOf] as const] : [])));
  return (document) => copies.get(document) ?? document;
}

/** How many independent documents some assertions rest on. */
export function countSources(assertions: readonly Assertion[], originals: Originals): number {
  return new Set(assertions.flatMap(({ evidence }) => evidence.map((e) => originals(e.document)))).size;
}
