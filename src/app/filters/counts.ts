/** The numbers beside the legend: how many ties each value has on the screen, and how many it could have. */
import type { Tie } from '../../model/index.ts';
import { assertionsOf, type Corpus, outletsOf } from '../data/corpus.ts';
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
  return [...total].map(([value, things]) => ({
    value,
    now: now.get(value)?.size ?? 0,
    total: things.size,
  }));
}

const totals = new WeakMap<Corpus, Map<Facet, Map<string, Set<string>>>>();

/** The totals of a graph do not change with the filters: they are counted once. */
function totalsOf(corpus: Corpus, facet: Facet): Map<string, Set<string>> {
  const known = totals.get(corpus) ?? new Map<Facet, Map<string, Set<string>>>();
  totals.set(corpus, known);
  const total =
    known.get(facet) ??
    tally(corpus, facet, shownTies(corpus, corpus.ties, NO_FILTERS, standingAt(corpus, ALL_TIME)));
  known.set(facet, total);
  return total;
}

function tally(corpus: Corpus, facet: Facet, shown: readonly ShownTie[]): Map<string, Set<string>> {
  const things = new Map<string, Set<string>>();
  const add = (value: string, thing: string) => {
    const known = things.get(value);
    if (known) known.add(thing);
    else things.set(value, new Set([thing]));
  };
  for (const { tie } of shown) {
    if (facet === 'relation') add(tie.relation, tie.id);
    else if (facet === 'status') for (const status of tie.statuses) add(status, tie.id);
    else if (facet === 'outlet') for (const outlet of outletsOfTie(corpus, tie)) add(outlet, tie.id);
    else for (const id of [tie.source, tie.target]) add(corpus.actors.get(id)!.type, id);
  }
  return things;
}

function outletsOfTie(corpus: Corpus, tie: Tie): Set<string> {
  return new Set(assertionsOf(corpus, [tie]).flatMap((assertion) => [...outletsOf(corpus, assertion)]));
}
