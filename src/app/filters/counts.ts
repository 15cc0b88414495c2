/** The numbers beside the legend: how many ties each value has on the screen, and how many it could have. */
import type { Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { factsOf } from '../data/tieFacts.ts';
import { type BlocIndex, NO_BLOCS, WITHOUT_BLOC } from './blocIndex.ts';
import { type Facet, FACETS, type Filters, type Standing } from './filters.ts';
import { sieveOf } from './sieve.ts';
import { topicsOf } from './tieValues.ts';

export interface FacetCount {
  readonly value: string;
  /** With the other filters and the date as they are, whether or not this value is hidden. */
  readonly now: number;
  /** Without any filter, over all of time. */
  readonly total: number;
}

export type FacetCounts = Readonly<Record<Facet, readonly FacetCount[]>>;

/** Before there is a graph. */
export const NO_COUNTS: FacetCounts = {
  relation: [],
  status: [],
  type: [],
  bloc: [],
  topic: [],
  outlet: [],
};

/**
 * Counts ties by the values of each facet; for types of actors and blocs it counts actors. Only values that the
 * graph has are listed.
 */
export function countFacets(
  corpus: Corpus,
  told: readonly Tie[],
  filters: Filters,
  at: Standing,
  blocs: BlocIndex = NO_BLOCS,
): FacetCounts {
  const sets = passingEach(corpus, told, filters, at, blocs);
  // Outlets that are hidden tell nothing, so what they would tell is in the graph as all tell it.
  const { outlet } =
    filters.hidden.outlet.size === 0 ? sets : passingEach(corpus, corpus.ties, filters, at, blocs);
  const counts = FACETS.map((facet) => {
    const now = tally(corpus, facet, facet === 'outlet' ? outlet : sets[facet], blocs);
    const totals = totalsOf(corpus, facet, blocs);
    return [facet, [...totals].map(([value, total]) => ({ value, now: now.get(value) ?? 0, total }))];
  });
  return Object.fromEntries(counts) as FacetCounts;
}

/** The values of each facet, all of them shown: cheap, since they do not hang on filters or date. */
export function facetValues(corpus: Corpus, blocs: BlocIndex = NO_BLOCS): FacetCounts {
  const each = FACETS.map((facet) => {
    const totals = [...totalsOf(corpus, facet, blocs)];
    return [facet, totals.map(([value, total]) => ({ value, now: total, total }))];
  });
  return Object.fromEntries(each) as FacetCounts;
}

const totals = new WeakMap<object, Map<Facet, ReadonlyMap<string, number>>>();

/** The counts without any filter; they do not change, so they are counted once for each graph. */
export function totalsOf(
  corpus: Corpus,
  facet: Facet,
  blocs: BlocIndex = NO_BLOCS,
): ReadonlyMap<string, number> {
  if (facet === 'bloc' && blocs === NO_BLOCS) return new Map();
  const key = facet === 'bloc' ? blocs : corpus;
  const known = totals.get(key) ?? new Map<Facet, ReadonlyMap<string, number>>();
  totals.set(key, known);
  const total = known.get(facet) ?? tally(corpus, facet, corpus.ties, blocs);
  known.set(facet, total);
  return total;
}

/** For each facet the ties that pass all filters but its own, in one walk over the ties. */
function passingEach(
  corpus: Corpus,
  told: readonly Tie[],
  filters: Filters,
  at: Standing,
  blocs: BlocIndex,
): Readonly<Record<Facet, readonly Tie[]>> {
  const sieve = sieveOf(corpus, filters, blocs);
  const inForce = new Set(sieve.map(({ part }) => part));
  const all: Tie[] = [];
  const sets = Object.fromEntries(FACETS.map((facet) => [facet, inForce.has(facet) ? [] : all]));
  for (const tie of told) {
    const failed = sieve.filter(({ passes }) => !passes(tie));
    if (failed.length > 1 || at(tie) === 'absent') continue;
    const [only] = failed;
    if (only) sets[only.part]?.push(tie);
    else {
      all.push(tie);
      for (const { part } of sieve) sets[part]?.push(tie);
    }
  }
  return sets as Record<Facet, Tie[]>;
}

function tally(
  corpus: Corpus,
  facet: Facet,
  ties: readonly Tie[],
  blocs: BlocIndex,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  if (facet === 'type' || facet === 'bloc') {
    const ids = new Set<string>();
    for (const { source, target } of ties) ids.add(source).add(target);
    for (const id of ids)
      add(facet === 'type' ? corpus.actors.get(id)!.type : (blocs.of.get(id) ?? WITHOUT_BLOC));
  } else for (const tie of ties) for (const value of valuesOf(corpus, facet, tie)) add(value);
  return counts;
}

function valuesOf(
  corpus: Corpus,
  facet: 'relation' | 'status' | 'topic' | 'outlet',
  tie: Tie,
): readonly string[] {
  switch (facet) {
    case 'relation':
      return [tie.relation];
    case 'status':
      return tie.statuses;
    case 'topic':
      return topicsOf(corpus, tie);
    case 'outlet':
      return factsOf(corpus, tie).outlets;
  }
}
