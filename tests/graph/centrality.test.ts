import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centralities } from '../../src/graph/centrality.ts';
import { type Dyad, dyadsOf } from '../../src/graph/measure-dyads.ts';
import { anyTies, signed, tie } from './ties.ts';

/** All shortest paths between two actors, found by walking every path. */
function shortestPaths(dyads: readonly Dyad[], from: string, to: string): string[][] {
  let paths = [[from]];
  const seen = new Set([from]);
  while (paths.length > 0) {
    const arrived = paths.filter((path) => path.at(-1) === to);
    if (arrived.length > 0) return arrived;
    paths = paths.flatMap((path) =>
      partners(dyads, path.at(-1)!)
        .filter((next) => !seen.has(next))
        .map((next) => [...path, next]),
    );
    for (const path of paths) seen.add(path.at(-1)!);
  }
  return [];
}

function partners(dyads: readonly Dyad[], actor: string): string[] {
  return dyads.flatMap(({ a, b }) => (a === actor ? [b] : b === actor ? [a] : []));
}

function betweennessByPaths(dyads: readonly Dyad[], actors: readonly string[], actor: string): number {
  const others = actors.filter((other) => other !== actor);
  const shares = others.flatMap((from, i) =>
    others.slice(i + 1).map((to) => {
      const paths = shortestPaths(dyads, from, to);
      return paths.length === 0 ? 0 : paths.filter((path) => path.includes(actor)).length / paths.length;
    }),
  );
  const pairs = (others.length * (others.length - 1)) / 2;
  return pairs === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / pairs;
}

describe('centralities', () => {
  test('who stands between all others leads', () => {
    const [hub, leaf] = centralities(dyadsOf(signed('h+a', 'h+b', 'h-c')));
    expect(hub).toMatchObject({ actor: 'h', all: { degree: 3, betweenness: 1 } });
    expect(hub?.cooperation).toMatchObject({ degree: 2, betweenness: 1 });
    expect(leaf).toMatchObject({ actor: 'a', all: { degree: 1, betweenness: 0 } });
  });

  test('an actor that only fights has none among those who cooperate', () => {
    const rows = centralities(dyadsOf(signed('a+b', 'b-c')));
    expect(rows.find(({ actor }) => actor === 'c')).toMatchObject({ cooperation: null, all: { degree: 1 } });
  });

  test('weights are sources', () => {
    const [first] = centralities(dyadsOf([tie('a', 'aid', 'b', { sources: 4 }), tie('a', 'accuses', 'c')]));
    expect(first).toMatchObject({
      actor: 'a',
      cooperation: { weightedDegree: 4 },
      all: { weightedDegree: 5 },
    });
  });

  test('nobody is central in an empty graph', () => {
    expect(centralities([])).toEqual([]);
  });

  test('agree with walking all paths; ranks are probabilities that one more step does not change', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const dyads = dyadsOf(ties);
        const rows = centralities(dyads);
        const actors = rows.map(({ actor }) => actor);
        const rank = new Map(rows.map(({ actor, all }) => [actor, all.pagerank]));
        for (const { actor, all } of rows) {
          expect(all.degree).toBe(partners(dyads, actor).length);
          expect(all.betweenness).toBeCloseTo(betweennessByPaths(dyads, actors, actor), 9);
          const arriving = dyads
            .filter(({ a, b }) => a === actor || b === actor)
            .reduce((sum, { a, b, weight }) => {
              const other = a === actor ? b : a;
              const out = rows.find((row) => row.actor === other)!.all.weightedDegree;
              return sum + (rank.get(other)! * weight) / out;
            }, 0);
          expect(all.pagerank).toBeCloseTo(0.15 / actors.length + 0.85 * arriving, 6);
        }
        if (rows.length > 0) expect([...rank.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 6);
      }),
    );
  });
});
