/** The rows of the tables of assertions and of documents. */
import type { Assertion, Document } from '../../model/index.ts';
import { effectiveDate } from '../../ties/fold.ts';
import { bounds } from '../../time/edtf.ts';
import { assertionsOf, type Corpus } from '../data/corpus.ts';
import type { ShownTie } from '../filters/filters.ts';

export interface DocumentRow {
  readonly document: Document;
  /** Of those on the screen: how many it states, about how many actors. */
  readonly assertions: number;
  readonly actors: number;
}

/** The assertions behind the ties on the screen. */
export function assertionRows(corpus: Pick<Corpus, 'assertions'>, shown: readonly ShownTie[]): Assertion[] {
  return assertionsOf(
    corpus,
    shown.map(({ tie }) => tie),
  );
}

/** The documents behind some assertions; `all`: those that state none of them too. */
export function documentRows(
  { documents }: Pick<Corpus, 'documents'>,
  assertions: readonly Assertion[],
  all: boolean,
): DocumentRow[] {
  const counts = new Map<string, { assertions: number; actors: Set<string> }>();
  for (const { evidence, source, target } of assertions) {
    for (const id of new Set(evidence.map((one) => one.document))) {
      const own = counts.get(id) ?? { assertions: 0, actors: new Set<string>() };
      counts.set(id, own);
      own.assertions++;
      own.actors.add(source).add(target);
    }
  }
  return [...documents.values()].flatMap((document) => {
    const own = counts.get(document.id);
    if (!own && !all) return [];
    return { document, assertions: own?.assertions ?? 0, actors: own?.actors.size ?? 0 };
  });
}

/** What tables sort dates by: the last possible day; null where there is none. */
export function sortDay(date: string | null): string | null {
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  return latest ?? earliest;
}

/** When it happened, as far as it is told. */
export function assertionDay(assertion: Assertion): string | null {
  return sortDay(effectiveDate(assertion));
}
