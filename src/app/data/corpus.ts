/** A graph file with its documents, actors and assertions at hand by id. */
import type { Actor, Assertion, Document, StoredGraph, Tie } from '../../model/index.ts';
import { tiesOf } from '../../ties/fold.ts';

export interface Corpus {
  /** What the top bar calls it: usually the name of the file. */
  readonly name: string;
  readonly file: StoredGraph;
  readonly documents: ReadonlyMap<string, Document>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly assertions: ReadonlyMap<string, Assertion>;
  /** Folded from all assertions, before any filter. */
  readonly ties: readonly Tie[];
  /** Only where the page came with the graph. */
  readonly served?: {
    /** Of the file; empty where it is not known. */
    readonly sha256: string;
    /** How the graph opens where the address does not say it: what could stand after the `#`. */
    readonly state: string;
  };
}

/**
 * Indexes a graph file; `ties` are its own where they have been folded already. Throws where a tie names an
 * actor or a relation that is not known.
 */
export function corpusOf(file: StoredGraph, name: string, ties: readonly Tie[] = tiesOf(file)): Corpus {
  const actors = byId(file.actors);
  for (const tie of ties) {
    for (const id of [tie.source, tie.target]) {
      if (!actors.has(id)) throw new RangeError(`${name}: tie "${tie.id}" names the unknown actor "${id}"`);
    }
  }
  return { name, file, actors, ties, documents: byId(file.documents), assertions: byId(file.assertions) };
}

/** The value of the filter where the outlet of a document is not known; `outletWord` says it. */
export const UNKNOWN_OUTLET = 'Unknown outlet';

/** The outlets that an assertion comes from. */
export function outletsOf(corpus: Pick<Corpus, 'documents'>, assertion: Assertion): Set<string> {
  return new Set(assertion.evidence.map((e) => corpus.documents.get(e.document)?.source ?? UNKNOWN_OUTLET));
}

/** The assertions that state or deny some ties, each once. */
export function assertionsOf(corpus: Pick<Corpus, 'assertions'>, ties: readonly Tie[]): Assertion[] {
  const ids = new Set(ties.flatMap((tie) => [...tie.supporting, ...tie.opposing]));
  return [...ids].flatMap((id) => corpus.assertions.get(id) ?? []);
}

/** The documents that stand behind a tie, those that deny it among them. */
export function documentsOf(corpus: Pick<Corpus, 'assertions'>, tie: Tie): Set<string> {
  return new Set(assertionsOf(corpus, [tie]).flatMap((a) => a.evidence.map((e) => e.document)));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
