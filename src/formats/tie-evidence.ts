/** The evidence of ties, for formats whose edges hold plain values. */
import type { Assertion, Document, Evidence, GraphFile, Tie } from '../model/index.ts';

export interface TieEvidence {
  /** The surest quote; null where the tie has none. */
  readonly quote: string | null;
  /** "Title, outlet, date <url>" of each document that states or denies it, as far as known. */
  readonly documents: readonly string[];
}

/** A function that finds the evidence of the ties of a graph. */
export function evidenceFinder(graph: GraphFile): (tie: Tie) => TieEvidence {
  const assertions = new Map(graph.assertions.map((assertion) => [assertion.id, assertion]));
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  const evidenceIn = (ids: readonly string[]) =>
    ids.flatMap((id): readonly Evidence[] => assertions.get(id)?.evidence ?? []);
  return ({ supporting, opposing }) => {
    const all = evidenceIn([...supporting, ...opposing]);
    const best = surest(supporting.length > 0 ? evidenceIn(supporting) : all);
    const named = [...new Set(all.map((evidence) => evidence.document))].sort();
    return {
      quote: best?.quote ?? null,
      documents: named.flatMap((id) => (documents.has(id) ? [citation(documents.get(id)!)] : [])),
    };
  };
}

/** A document in one line. */
export function citation({ title, source, published, url }: Document): string {
  const words = [title, source, published].filter((word) => word !== null && word !== '').join(', ');
  return url === null ? words : `${words} <${url}>`;
}

function surest(evidence: Assertion['evidence']): Evidence | undefined {
  let best: Evidence | undefined;
  for (const one of evidence) if (!best || one.confidence > best.confidence) best = one;
  return best;
}
