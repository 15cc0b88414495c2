/** Small sets of ties for tests of measures: a builder that reads as data, and any number by chance. */
import fc from 'fast-check';
import type { Sign, SnapshotTie } from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';

/** `tie('A', 'allied-with', 'B', {sources: 2})`. */
export function tie(
  source: string,
  relation: string,
  target: string,
  more: Partial<SnapshotTie> = {},
): SnapshotTie {
  return {
    source,
    relation,
    target,
    sign: relationSpec(relation).sign,
    certainty: 'certain',
    status: 'actual',
    from: null,
    to: null,
    openedBy: [],
    closedBy: [],
    sources: 1,
    ...more,
  };
}

/** `+` allies, `-` fight: `signed('A+B', 'B-C')`. */
export function signed(...dyads: readonly string[]): SnapshotTie[] {
  return dyads.map((text) => {
    const [a, sign, b] = text.split(/([+-])/) as [string, string, string];
    return tie(a, sign === '+' ? 'cooperates-with' : 'attacked', b);
  });
}

const ACTORS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const RELATION_OF: Readonly<Record<Sign, string>> = {
  1: 'cooperates-with',
  [-1]: 'attacked',
  0: 'member-of',
};

/** Any ties among seven actors, in any order. */
export const anyTies: fc.Arbitrary<SnapshotTie[]> = fc.array(
  fc
    .record({
      source: fc.constantFrom(...ACTORS),
      target: fc.constantFrom(...ACTORS),
      sign: fc.constantFrom<Sign>(1, 1, -1, 0),
      status: fc.constantFrom<SnapshotTie['status']>('actual', 'actual', 'actual', 'planned'),
      sources: fc.nat({ max: 3 }),
    })
    .map(({ source, target, sign, ...more }) => tie(source, RELATION_OF[sign], target, more)),
  { maxLength: 24 },
);
