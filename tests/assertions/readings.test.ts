import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { type Candidate, worthwhile } from '../../src/assertions/readings.ts';

const actors = Array.from({ length: 9 }, (_, i): ActorInText => ({
  id: `country:${i}`,
  name: String(i),
  type: 'country',
  known: undefined,
  mentions: [],
}));

/** A pair in a sentence at 300–400, the second actor last in one of the sentences of 100 characters before it. */
function pair(first: number, second: number, chance: number, back = 0): Candidate {
  const start = 300 - 100 * back;
  const place = {
    text: '',
    sentence: [300, 400] as const,
    first: actors[first]!,
    second: actors[second]!,
    back,
    before: [start, start + 100] as const,
    here: [],
    earlier: [],
  };
  return { place, chance };
}

/** Where each reading begins, whom it is about and with whom. */
function told(candidates: readonly Candidate[], worth = 0.1) {
  return worthwhile(candidates, worth).readings.map(({ about, asked, from }) => [
    from,
    about.name,
    asked.map(({ first, second }) => (first === about ? second : first).name).join(''),
  ]);
}

describe('what of a sentence is worth reading', () => {
  it('three actors with every pair want two readings instead of three', () => {
    expect(told([pair(0, 1, 0.5), pair(0, 2, 0.5), pair(1, 2, 0.5)])).toEqual([
      [300, '0', '12'],
      [300, '1', '2'],
    ]);
  });

  it('the actor first whose pairs promise most', () => {
    expect(told([pair(0, 1, 0.9), pair(1, 2, 0.8), pair(2, 3, 0.7)])).toEqual([
      [300, '1', '02'],
      [300, '2', '3'],
    ]);
  });

  it('no reading that promises less than it costs', () => {
    const { readings, left } = worthwhile([pair(0, 1, 0.09)], 0.1);
    expect(readings).toEqual([]);
    expect(left).toHaveLength(1);
  });

  it('a hopeless pair where it is read together with a likely one, which costs nothing', () => {
    expect(told([pair(0, 1, 0.9), pair(0, 2, 0.01)])).toEqual([[300, '0', '12']]);
  });

  it('no farther back than pays', () => {
    expect(told([pair(0, 1, 0.5, 1), pair(0, 2, 0.05, 3)])).toEqual([[200, '0', '1']]);
    expect(told([pair(0, 1, 0.5, 1), pair(0, 2, 0.3, 3)])).toEqual([[0, '0', '12']]);
  });

  it('a sentence alone apart from what is read with those before it', () => {
    expect(told([pair(0, 1, 0.5), pair(0, 2, 0.6, 1)])).toEqual([
      [300, '0', '1'],
      [200, '0', '2'],
    ]);
  });

  it('everything, each pair once, where reading costs nothing; less and less the more it costs', () => {
    const candidate = fc.record({
      first: fc.nat(4),
      second: fc.integer({ min: 5, max: 8 }),
      chance: fc.double({ min: 0.001, max: 1, noNaN: true }),
      back: fc.nat(3),
    });
    const some = fc.uniqueArray(candidate, { selector: ({ first, second }) => `${first} ${second}` });
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (made, worth) => {
        const candidates = made.map((one) => pair(one.first, one.second, one.chance, one.back));
        const places = candidates.map(({ place }) => place);
        const all = worthwhile(candidates, 0);
        expect(all.left).toEqual([]);
        expect(new Set(all.readings.flatMap(({ asked }) => asked))).toEqual(new Set(places));
        const { readings, left } = worthwhile(candidates, worth);
        const parts = [...readings.flatMap(({ asked }) => asked), ...left];
        expect(parts).toHaveLength(places.length);
        expect(new Set(parts)).toEqual(new Set(places));
      }),
    );
  });
});
