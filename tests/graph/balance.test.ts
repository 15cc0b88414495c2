import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frustration, structuralBalance } from '../../src/graph/balance.ts';
import { dyadsOf } from '../../src/graph/measure-dyads.ts';
import { anyTies, signed } from './ties.ts';

describe('structural balance', () => {
  test.each<[dyads: string[], balanced: number, unbalanced: number]>([
    [['a+b', 'b+c', 'a+c'], 1, 0],
    [['a+b', 'b-c', 'a-c'], 1, 0],
    [['a+b', 'b+c', 'a-c'], 0, 1],
    [['a-b', 'b-c', 'a-c'], 0, 1],
    [['a+b', 'b+c'], 0, 0],
    [['a+b', 'a-b', 'b+c', 'a+c'], 0, 0],
  ])('%j: %i balanced, %i not', (dyads, balanced, unbalanced) => {
    expect(structuralBalance(dyadsOf(signed(...dyads)))).toMatchObject({ balanced, unbalanced });
  });

  test('lists who is in a triad and with which signs', () => {
    const { triads } = structuralBalance(dyadsOf(signed('c+a', 'b-c', 'a-b')));
    expect(triads).toEqual([{ actors: ['a', 'b', 'c'], signs: [-1, 1, -1], balanced: true }]);
  });

  test('lists no more of each kind than asked for, and counts them all', () => {
    const dyads = dyadsOf(signed('a+b', 'a+c', 'a+d', 'b+c', 'b+d', 'c-d'));
    const { balanced, unbalanced, triads } = structuralBalance(dyads, 1);
    expect([balanced, unbalanced]).toEqual([2, 2]);
    expect(triads.map(({ actors }) => actors.join(''))).toEqual(['acd', 'abc']);
  });

  test('finds the triads that trying all three-somes finds', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const dyads = dyadsOf(ties);
        const sign = (x: string, y: string) => dyads.find((d) => d.a === x && d.b === y)?.sign ?? 0;
        const actors = [...new Set(dyads.flatMap((d) => [d.a, d.b]))].sort();
        const products = actors.flatMap((a, i) =>
          actors
            .slice(i + 1)
            .flatMap((b, j) => actors.slice(i + j + 2).map((c) => sign(a, b) * sign(a, c) * sign(b, c))),
        );
        const found = structuralBalance(dyads);
        expect(found.balanced).toBe(products.filter((p) => p > 0).length);
        expect(found.unbalanced).toBe(products.filter((p) => p < 0).length);
        expect(found.triads.length).toBe(found.balanced + found.unbalanced);
      }),
    );
  });
});

const bloc = (actors: string) => [...actors].map((actor) => ({ actor, stability: 1 }));

describe('frustration', () => {
  test('counts quarrels within a bloc and friendships across its border', () => {
    const dyads = dyadsOf(signed('a+b', 'b-c', 'a+x', 'c-x', 'x+y'));
    const found = frustration(dyads, { blocs: [bloc('abc'), bloc('xy')] });
    expect(found.overall).toEqual({ within: 1, across: 1, dyads: 5, share: 0.4 });
    expect(found.blocs).toEqual([
      { within: 1, across: 1, dyads: 4, share: 0.5 },
      { within: 0, across: 1, dyads: 3, share: 1 / 3 },
    ]);
  });

  test('an enemy in no bloc frustrates nobody', () => {
    const found = frustration(dyadsOf(signed('a+b', 'a-z', 'y-z')), { blocs: [bloc('ab')] });
    expect(found.overall).toEqual({ within: 0, across: 0, dyads: 3, share: 0 });
  });

  test('is unknown, not zero, where nobody takes a side', () => {
    expect(frustration([], { blocs: [] }).overall.share).toBeNull();
  });
});
