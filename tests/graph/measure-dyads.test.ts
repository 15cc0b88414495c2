import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SnapshotTie } from '../../src/model/index.ts';
import { dyadsOf } from '../../src/graph/measure-dyads.ts';
import { anyTies, tie } from './ties.ts';

describe('dyads', () => {
  test.each<[name: string, ties: SnapshotTie[], sign: number | undefined]>([
    ['one friendly tie', [tie('A', 'supports', 'B')], 1],
    ['both directions are one dyad', [tie('A', 'accuses', 'B'), tie('B', 'accuses', 'A')], -1],
    ['the majority decides', [tie('A', 'aid', 'B'), tie('A', 'met-with', 'B'), tie('B', 'accuses', 'A')], 1],
    ['a draw has no sign', [tie('A', 'aid', 'B'), tie('B', 'accuses', 'A')], 0],
    ['structure has no sign', [tie('A', 'member-of', 'B')], 0],
    ['a plan is no fact', [tie('A', 'attacked', 'B', { status: 'planned' })], undefined],
    ['a claim is no fact', [tie('A', 'attacked', 'B', { status: 'alleged' })], undefined],
    ['a tie with oneself joins nobody', [tie('A', 'attacked', 'A')], undefined],
  ])('%s', (_, ties, sign) => {
    expect(dyadsOf(ties)[0]?.sign).toBe(sign);
  });

  test('weigh by sources, and count what nobody counted as one', () => {
    const [dyad] = dyadsOf([tie('B', 'aid', 'A', { sources: 3 }), tie('A', 'accuses', 'B', { sources: 0 })]);
    expect(dyad).toMatchObject({ a: 'A', b: 'B', cooperationWeight: 3, weight: 4 });
  });

  test('every tie of fact between two actors is counted once, in any order of ties', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const dyads = dyadsOf(ties);
        const facts = ties.filter((t) => t.status === 'actual' && t.source !== t.target);
        const counted = dyads.reduce((sum, d) => sum + d.cooperation + d.conflict + d.structure, 0);
        expect(counted).toBe(facts.length);
        expect(dyadsOf([...ties].reverse())).toEqual(dyads);
      }),
    );
  });
});
