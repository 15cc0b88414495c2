import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/graph/blocs-random.ts';
import { type Blocs, findBlocs } from '../../src/graph/blocs.ts';
import { type Dyad, dyadsOf } from '../../src/graph/measure-dyads.ts';
import { anyTies, signed, tie } from './ties.ts';

const clique = (actors: string) =>
  [...actors].flatMap((a, i) => [...actors.slice(i + 1)].map((b) => `${a}+${b}`));
const names = ({ blocs }: Blocs) => blocs.map((bloc) => bloc.map(({ actor }) => actor).join(''));

/** Newman's definition, over all pairs of actors (doi:10.1073/pnas.0601602103). */
function modularityByPairs(dyads: readonly Dyad[], groups: readonly string[][]): number {
  const lines = dyads.filter((d) => d.cooperation > 0);
  const weight = (a: string, b: string) =>
    lines
      .filter((d) => (d.a === a && d.b === b) || (d.a === b && d.b === a))
      .reduce((sum, d) => sum + d.cooperationWeight, 0);
  const actors = groups.flat();
  const degree = (a: string) => actors.reduce((sum, b) => sum + weight(a, b), 0);
  const total = actors.reduce((sum, a) => sum + degree(a), 0);
  const within = groups.flatMap((group) =>
    group.flatMap((a) => group.map((b) => weight(a, b) - (degree(a) * degree(b)) / total)),
  );
  return within.reduce((sum, value) => sum + value, 0) / total;
}

describe('blocs', () => {
  test('two circles of friends with one bridge are two firm blocs', () => {
    const found = findBlocs(dyadsOf(signed(...clique('abcd'), ...clique('wxyz'), 'd+w')));
    expect(names(found)).toEqual(['abcd', 'wxyz']);
    expect(found.blocs.flat().every(({ stability }) => stability === 1)).toBe(true);
    expect(found.modularity).toBeGreaterThan(0.4);
  });

  test('an actor between two blocs is less firm than their cores', () => {
    const found = findBlocs(dyadsOf(signed(...clique('abcd'), ...clique('wxyz'), 'd+m', 'm+w')), 40);
    const stability = new Map(found.blocs.flat().map((m) => [m.actor, m.stability]));
    expect(stability.get('m')).toBeLessThan(1);
    expect(stability.get('a')).toBe(1);
  });

  test('more sources bind more closely', () => {
    const square = [tie('a', 'aid', 'b', { sources: 9 }), tie('c', 'aid', 'd', { sources: 9 })];
    const bridges = [tie('b', 'aid', 'c'), tie('d', 'aid', 'a')];
    expect(names(findBlocs(dyadsOf([...square, ...bridges])))).toEqual(['ab', 'cd']);
  });

  test('conflict and membership make no bloc', () => {
    expect(findBlocs(dyadsOf([...signed('a-b', 'b-c'), tie('a', 'member-of', 'c')]))).toEqual({
      blocs: [],
      modularity: 0,
      runs: 20,
    });
  });

  test('are a division of those who cooperate, the same on every run and in any order of ties', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const dyads = dyadsOf(ties);
        const found = findBlocs(dyads, 5);
        const cooperating = new Set(dyads.filter((d) => d.cooperation > 0).flatMap((d) => [d.a, d.b]));
        expect(found.blocs.flat().map((m) => m.actor).sort()).toEqual([...cooperating].sort()); // prettier-ignore
        expect(findBlocs(dyadsOf([...ties].reverse()), 5)).toEqual(found);
        for (const { stability } of found.blocs.flat())
          expect(stability).toSatisfy((s: number) => s > 0 && s <= 1);
      }),
    );
  });

  test('have the modularity of the definition, and never less than one bloc of all would', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const dyads = dyadsOf(ties);
        const { blocs, modularity } = findBlocs(dyads, 3);
        fc.pre(blocs.length > 0);
        const groups = blocs.map((bloc) => bloc.map(({ actor }) => actor));
        expect(modularity).toBeCloseTo(modularityByPairs(dyads, groups), 9);
        expect(modularity).toBeGreaterThan(-1e-9);
      }),
    );
  });
});

test('seeded numbers lie between 0 and 1 and repeat with their seed', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((x) => x >= 0 && x < 1)).toBe(true);
  expect(draw(7).reduce((sum, x) => sum + x, 0) / 1000).toBeCloseTo(0.5, 1);
});
