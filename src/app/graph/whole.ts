/** All of a graph, whatever filters and date show of it: reckoned once for each, since it does not change. */
import type { Corpus } from '../data/corpus.ts';
import { ALL_TIME, NO_FILTERS, type ShownTie, shownTies, standingAt } from '../filters/filters.ts';
import { type Lane, lanesOf } from './lanes.ts';

const ties = new WeakMap<Corpus, readonly ShownTie[]>();
const lanes = new WeakMap<Corpus, readonly Lane[]>();

/** Every tie there is. */
export function everyTie(corpus: Corpus): readonly ShownTie[] {
  return kept(ties, corpus, () => shownTies(corpus, corpus.ties, NO_FILTERS, standingAt(corpus, ALL_TIME)));
}

/** Every lane there is. */
export function everyLane(corpus: Corpus): readonly Lane[] {
  return kept(lanes, corpus, () => lanesOf(corpus, everyTie(corpus)));
}

function kept<T>(known: WeakMap<Corpus, T>, corpus: Corpus, reckon: () => T): T {
  const found = known.get(corpus) ?? reckon();
  known.set(corpus, found);
  return found;
}
