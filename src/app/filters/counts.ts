/** The numbers beside the legend: how many ties each value has on the screen, and how many it could have. */
import type { Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { factsOf } from '../data/tieFacts.ts';
import {
  ALL_TIME,
  type Facet,
  type Filters,
  NO_FILTERS,
  shownTies,
  type ShownTie,
  type Standing,
  standingAt,
} from './filters.ts';

export interface FacetCount {
  readonly value: string;
  /** With the other filters and the date as they are, whether or not this value is hidden. */
  readonly now: number;
  /** Without any filter, over all of time. */
  readonly total: number;
}

/**
 * Counts ties by the values of a facet; for actor types it counts actors. Only values that the
 * graph has are listed.
 */
export function facetCounts(
  corpus: Corpus,
  told: readonly Tie[],
  filters: Filters,
  at: Standing,
  facet: Facet,
): FacetCount[] {
  const source = facet === 'outlet' ? corpus.ties : told;
  const now = tally(corpus, facet, shownTies(corpus, source, filters, at, facet));
  const total = totalsOf(corpus, facet);
  return [...total].map(([value, count]) => ({
    value,
    now: now.get(value) ?? 0,
    total: count,
  }));
}

const totals = new WeakMap<Corpus, Map<Facet, ReadonlyMap<string, number>>>();

/** The counts without any filter; they do not change, so they are counted once for each graph. */
export function totalsOf(corpus: Corpus, facet: Facet): ReadonlyMap<string, number> {
  const known = totals.get(corpus) ?? new Map<Facet, ReadonlyMap<string, number>>();
  totals.set(corpus, known);
  const total =
    known.get(facet) ??
    tally(corpus, facet, shownTies(corpus, corpus.ties, NO_FILTERS, standingAt(corpus, ALL_TIME)));
  known.set(facet, total);
  return total;
}

function tally(corpus: Corpus, facet: Facet, shown: readonly ShownTie[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  if (facet === 'type') {
    const ids = new Set<string>();
    for (const { tie } of shown) ids.add(tie.source).add(tie.target);
    for (const id of ids) add(corpus.actors.get(id)!.type);
    return counts;
  }
  for (const { tie } of shown) {
    if (facet === 'relation') add(tie.relation);
    else for (const value of facet === 'status' ? tie.statuses : factsOf(corpus, tie).outlets) add(value);
  }
  return counts;
}
