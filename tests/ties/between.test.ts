import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assertion, Clock, Tie } from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { type Certainty, certaintyAt, certaintyBetween } from '../../src/ties/query.ts';
import { says } from '../app/builders.ts';

function between(
  assertions: readonly Assertion[],
  id: string,
  from: string,
  to: string,
  clock: Clock = 'when',
) {
  const tie = foldTies(assertions).find((one) => one.id === id)!;
  return certaintyBetween(tie, from, to, clock, (one) => assertions.find((a) => a.id === one));
}

const MEMBER = [
  says('mali', 'member-of', 'bloc', { when: '2017-03/..', reported: '2024-01' }),
  says('mali', 'left', 'bloc', { when: '2020-06', reported: '2024-01' }),
];
const THREAT = [says('bloc', 'threatens', 'niger', { when: '2023-07', reported: '2023-08-02' })];
const PLAN = [says('niger', 'cooperates-with', 'russia', { status: 'planned', reported: '2024-03' })];
const UNDATED = [says('italy', 'met-with', 'niger')];

describe('a tie in a window', () => {
  const rows: [string, readonly Assertion[], string, string, string, Certainty][] = [
    ['a state that spans it', MEMBER, 'mali member-of bloc', '2018-01-01', '2018-02-28', 'certain'],
    ['a state that ends in it', MEMBER, 'mali member-of bloc', '2020-01-01', '2024-12-31', 'certain'],
    ['a state that begins in it', MEMBER, 'mali member-of bloc', '2010-01-01', '2017-12-31', 'certain'],
    ['a state that may begin in it', MEMBER, 'mali member-of bloc', '2010-01-01', '2017-03-10', 'possible'],
    [
      'a state that may have ended before',
      MEMBER,
      'mali member-of bloc',
      '2020-06-10',
      '2020-12-31',
      'possible',
    ],
    ['a state that had ended', MEMBER, 'mali member-of bloc', '2020-07-01', '2024-12-31', 'absent'],
    ['a state that was yet to begin', MEMBER, 'mali member-of bloc', '2010-01-01', '2016-12-31', 'absent'],
    ['an event in it', THREAT, 'bloc threatens niger', '2023-07-01', '2023-07-31', 'certain'],
    ['an event that may lie in it', THREAT, 'bloc threatens niger', '2023-07-10', '2023-08-31', 'possible'],
    ['an event before it', THREAT, 'bloc threatens niger', '2023-08-01', '2023-12-31', 'absent'],
    ['an event after it', THREAT, 'bloc threatens niger', '2022-01-01', '2023-06-30', 'absent'],
    ['a plan reported in it', PLAN, 'niger cooperates-with russia', '2024-01-01', '2024-12-31', 'certain'],
    ['a plan reported before it', PLAN, 'niger cooperates-with russia', '2024-04-01', '2024-12-31', 'absent'],
    ['what has no date', UNDATED, 'italy met-with niger', '2024-04-01', '2024-12-31', 'undated'],
  ];
  it.each(rows)('%s', (_, assertions, id, from, to, expected) => {
    expect(between(assertions, id, from, to)).toBe(expected);
  });

  it('stands by its reports on the other clock', () => {
    const id = 'bloc threatens niger';
    expect(between(THREAT, id, '2023-08-01', '2023-08-31', 'reported')).toBe('certain');
    expect(between(THREAT, id, '2023-07-01', '2023-07-31', 'reported')).toBe('absent');
  });

  it('of one day is a date, for states; and a wider window never has less', () => {
    const day = fc
      .date({ min: new Date('2016-01-01'), max: new Date('2021-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const ties = foldTies(MEMBER).filter(({ relation }) => relationSpec(relation).time === 'state');
    const rank = (certainty: Certainty) => ['absent', 'undated', 'possible', 'certain'].indexOf(certainty);
    const assertion = (id: string) => MEMBER.find((one) => one.id === id);
    const at = (tie: Tie, a: string, b: string) => certaintyBetween(tie, a, b, 'when', assertion);
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(...ties), (a, b, c, tie) => {
        const [first, second, third] = [a, b, c].sort() as [string, string, string];
        expect(at(tie, second, second)).toBe(certaintyAt(tie, second, 'when', assertion));
        expect(rank(at(tie, first, third))).toBeGreaterThanOrEqual(rank(at(tie, second, third)));
        expect(rank(at(tie, first, third))).toBeGreaterThanOrEqual(rank(at(tie, first, second)));
      }),
    );
  });
});
