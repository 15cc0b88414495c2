/** The filters on folded ties, as tests: only those that are in force. */
import type { Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { type BlocIndex, WITHOUT_BLOC } from './blocIndex.ts';
import type { Facet, Filters } from './filters.ts';
import { hasWords, topicsOf } from './tieValues.ts';

/** One of the filters. */
export type Part = Facet | 'sources' | 'confidence' | 'words';

export interface Test {
  readonly part: Part;
  readonly passes: (tie: Tie) => boolean;
}

export function sieveOf(corpus: Corpus, filters: Filters, blocs: BlocIndex): readonly Test[] {
  const { hidden, minimumSources, minimumConfidence, words } = filters;
  const { relation, status, topic } = hidden;
  const typeOf = (id: string) => corpus.actors.get(id)!.type;
  const blocOf = (id: string) => blocs.of.get(id) ?? WITHOUT_BLOC;
  const tests: [boolean, Part, Test['passes']][] = [
    [relation.size > 0, 'relation', (tie) => !relation.has(tie.relation)],
    [minimumSources > 1, 'sources', (tie) => tie.sources >= minimumSources],
    [minimumConfidence > 0, 'confidence', (tie) => tie.confidence >= minimumConfidence],
    [hidden.type.size > 0, 'type', bothShown(hidden.type, typeOf)],
    [status.size > 0, 'status', (tie) => tie.statuses.some((one) => !status.has(one))],
    [topic.size > 0, 'topic', (tie) => topicsOf(corpus, tie).some((one) => !topic.has(one))],
    // Until blocs have been found nobody knows whom this hides.
    [hidden.bloc.size > 0 && blocs.blocs.length > 0, 'bloc', bothShown(hidden.bloc, blocOf)],
    [words.trim() !== '', 'words', hasWords(corpus, words)],
  ];
  return tests.filter(([isInForce]) => isInForce).map(([, part, passes]) => ({ part, passes }));
}

function bothShown(hidden: ReadonlySet<string>, valueOf: (id: string) => string): Test['passes'] {
  return ({ source, target }) => !hidden.has(valueOf(source)) && !hidden.has(valueOf(target));
}
