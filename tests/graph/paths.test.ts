import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnersOf, stepsFrom } from '../../src/graph/neighbourhood.ts';
import { shortestPaths } from '../../src/graph/paths.ts';

const lines = (text: string) => text.split(' ').map((pair) => ({ a: pair[0]!, b: pair[1]! }));

describe('the neighbourhood of an actor', () => {
  it.each([
    ['ab bc cd', 'a', 1, { a: 0, b: 1 }],
    ['ab bc cd', 'a', 2, { a: 0, b: 1, c: 2 }],
    ['ba cb ac', 'a', 4, { a: 0, b: 1, c: 1 }],
    ['ab cd', 'a', 4, { a: 0, b: 1 }],
    ['aa', 'a', 4, { a: 0 }],
    ['ab', 'z', 2, { z: 0 }],
  ])('%s from %s within %i steps', (text, start, most, expected) => {
    expect(Object.fromEntries(stepsFrom(lines(text), start, most))).toEqual(expected);
  });

  it('knows partners, whatever the direction, and not the actor itself', () => {
    expect(partnersOf(lines('ab ca aa')).get('a')).toEqual(new Set(['b', 'c']));
  });
});

describe('all shortest paths', () => {
  it.each([
    ['ab bd ac cd', 'a', 'd', ['abd', 'acd']],
    ['ab bc cd ad', 'a', 'd', ['ad']],
    ['ab cd', 'a', 'd', []],
    ['ab', 'a', 'a', []],
    ['ab', 'a', 'z', []],
    ['ba ab', 'a', 'b', ['ab']],
  ])('%s from %s to %s', (text, from, to, expected) => {
    const { paths, more } = shortestPaths(lines(text), from, to);
    expect(paths.map((path) => path.join(''))).toEqual(expected);
    expect(more).toBe(false);
  });

  it('says when there are more than asked for', () => {
    const wide = lines('ab ac ad be ce de');
    expect(shortestPaths(wide, 'a', 'e', 2)).toEqual({
      paths: [
        ['a', 'b', 'e'],
        ['a', 'c', 'e'],
      ],
      more: true,
    });
  });

  it('finds what trying every path finds', () => {
    const graph = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 });
    fc.assert(
      fc.property(graph, (pairs) => {
        const drawn = pairs.map(([a, b]) => ({ a: String(a), b: String(b) }));
        const { paths } = shortestPaths(drawn, '0', '6');
        expect(paths).toEqual(everyShortest(drawn, '0', '6'));
      }),
    );
  });
});

/** All simple paths, of which the shortest are kept. */
function everyShortest(drawn: readonly { a: string; b: string }[], from: string, to: string): string[][] {
  const found: string[][] = [];
  const partners = partnersOf(drawn);
  const walk = (path: string[]): void => {
    if (path.at(-1) === to) return void found.push(path);
    for (const next of partners.get(path.at(-1)!) ?? []) if (!path.includes(next)) walk([...path, next]);
  };
  walk([from]);
  const shortest = Math.min(...found.map(({ length }) => length));
  return found.filter(({ length }) => length === shortest).sort((p, q) => (p.join() < q.join() ? -1 : 1));
}
