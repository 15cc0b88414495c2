/** The relations in groups: by sign, and within a sign by kind. */
import type { Sign } from '../../model/index.ts';
import { RELATION_IDS, relationSpec } from '../../ontology/relations/index.ts';
import type { FacetCount } from './counts.ts';
import type { Filters } from './filters.ts';

export const SIGNS: readonly Sign[] = [1, -1, 0];

const ORDER: readonly string[] = RELATION_IDS;

/** What lasts, and what happens. */
export type RelationKind = 'state' | 'event';

/** All or some or none of the values of a group are shown. */
export type Share = 'all' | 'some' | 'none';

export function relationsOfSign(counts: readonly FacetCount[], sign: Sign): FacetCount[] {
  return counts
    .filter(({ value }) => relationSpec(value).sign === sign)
    .sort((a, b) => ORDER.indexOf(a.value) - ORDER.indexOf(b.value));
}

/** The relations of a sign by kind; one group where all are of one kind. */
export function byKind(counts: readonly FacetCount[]): { kind: RelationKind; counts: FacetCount[] }[] {
  return (['state', 'event'] as const)
    .map((kind) => ({ kind, counts: counts.filter(({ value }) => relationSpec(value).time === kind) }))
    .filter((group) => group.counts.length > 0);
}

export function shareShown(hidden: Filters['hidden']['relation'], values: readonly string[]): Share {
  const count = values.filter((value) => !hidden.has(value)).length;
  return count === 0 ? 'none' : count === values.length ? 'all' : 'some';
}
