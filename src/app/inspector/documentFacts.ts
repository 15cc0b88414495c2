/** What one document states: its assertions in the order of its text, and the actors in them. */
import type { Assertion } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';

export interface DocumentFacts {
  /** Each with the index of its first evidence in this document. */
  readonly assertions: readonly { readonly assertion: Assertion; readonly index: number }[];
  /** Ids; those in most assertions first. */
  readonly actors: readonly string[];
}

export function documentFacts(corpus: Pick<Corpus, 'file'>, document: string): DocumentFacts {
  const assertions = corpus.file.assertions
    .flatMap((assertion) => {
      const index = assertion.evidence.findIndex((evidence) => evidence.document === document);
      return index === -1 ? [] : [{ assertion, index }];
    })
    .sort((a, b) => startOf(a) - startOf(b) || (a.assertion.id < b.assertion.id ? -1 : 1));
  const counts = new Map<string, number>();
  for (const { assertion } of assertions)
    for (const id of [assertion.source, assertion.target]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const actors = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  return { assertions, actors };
}

function startOf({ assertion, index }: DocumentFacts['assertions'][number]): number {
  return assertion.evidence[index]!.start;
}
