import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assertion } from '../../src/model/index.ts';
import { RELATION_IDS } from '../../src/ontology/relations/index.ts';
import { mostChanged } from '../../src/graph/measure-change.ts';
import { warmthScore } from '../../src/graph/warmth-scores.ts';
import { type Warmth, warmthByDyad, warmthOf } from '../../src/graph/warmth.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { assertions, said } from '../snapshots/graphs.ts';
import { tie } from './ties.ts';

const [A, B] = ['country:A', 'country:B'];

function warmth(some: readonly Assertion[], day: string): Warmth {
  const byId = new Map(some.map((a) => [a.id, a]));
  return warmthOf(foldTies(some), (id) => byId.get(id), day);
}

describe('the warmth of a dyad', () => {
  const attack = said(A, 'attacked', B, { when: '2023-01-01' });
  const alliance = said(A, 'allied-with', B, { when: '2020/..' });

  test.each<[name: string, said: Assertion[], day: string, value: number]>([
    ['nothing said', [], '2024-01-01', 0],
    ['an attack on its day: half of −9', [attack], '2023-01-01', -4.5],
    ['a year later half the weight', [attack], '2024-01-01', (0.5 * -9) / 1.5],
    ['two years later a quarter', [attack], '2024-12-31', (0.25 * -9) / 1.25],
    ['not before it happens', [attack], '2022-12-31', 0],
    ['a state does not age', [alliance], '2040-01-01', 9.5 / 2],
    ['a claim counts half', [{ ...attack, status: 'alleged', reported: '2023-01-01' }], '2023-01-01', -9 / 3],
    [
      'a plan counts a quarter',
      [{ ...attack, status: 'planned', reported: '2023-01-01' }],
      '2023-01-01',
      (0.25 * -9) / 1.25,
    ],
    ['a denial counts nothing', [{ ...attack, status: 'denied', reported: '2023-01-01' }], '2023-01-01', 0],
    ['perhaps begun counts half', [said(A, 'attacked', B, { when: '2023' })], '2023-06-01', -9 / 3],
    ['structure is neither warm nor cold', [said(A, 'deployed-in', B, { when: '2020/..' })], '2023-01-01', 0],
    [
      'both directions count',
      [attack, said(B, 'attacked', A, { when: '2023-01-01' })],
      '2023-01-01',
      -18 / 3,
    ],
  ])('%s', (_, some, day, value) => {
    expect(warmth(some, day).value).toBeCloseTo(value, 9);
  });

  test('an ended state counts no more, its end does', () => {
    const ended = said(A, 'ended', B, { when: '2023-01-01' });
    expect(warmth([alliance, ended], '2023-01-02')).toMatchObject({ counted: 1 });
    expect(warmth([alliance, ended], '2023-01-02').value).toBeLessThan(0);
  });

  test('a plan that came about is not counted twice', () => {
    const plan = said(A, 'attacked', B, { status: 'planned', reported: '2022-12-01' });
    expect(warmth([plan, attack], '2023-01-01')).toEqual(warmth([attack], '2023-01-01'));
  });

  test('what is only known by a report counts from the report', () => {
    const reported = said(A, 'attacked', B, { reported: '2023-05-01' });
    expect(warmth([reported], '2023-04-30').counted).toBe(0);
    expect(warmth([reported], '2023-05-01').value).toBe(-4.5);
  });

  test('what has no date is left out, and said to be', () => {
    expect(warmth([said(A, 'attacked', B)], '2023-01-01')).toEqual({ value: 0, counted: 0, undated: 1 });
  });

  test('stays between the coldest and the warmest act, whatever is said, on any day', () => {
    const days = fc.constantFrom('1990-01-01', '2022-03-15', '2023-06-30', '2024-01-01', '2060-01-01');
    fc.assert(
      fc.property(assertions, days, (some, day) => {
        const byId = new Map(some.map((a) => [a.id, a]));
        for (const { value } of warmthByDyad(foldTies(some), (id) => byId.get(id), day).values()) {
          expect(value).toBeGreaterThanOrEqual(-9);
          expect(value).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

describe('scores', () => {
  test.each<[relation: string, score: number | null]>([
    ['attacked', -9],
    ['aid', 10],
    ['demands', 0],
    ['member-of', null],
    ['deployed-in', null],
  ])('%s scores %s', (relation, score) => {
    expect(warmthScore(relation)).toBe(score);
  });

  test('no relation of cooperation scores below nought, none of conflict above', () => {
    for (const relation of RELATION_IDS) {
      const score = warmthScore(relation) ?? 0;
      expect(score * tie(A, relation, B).sign, relation).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the most changed dyads', () => {
  const warm = (value: number): Warmth => ({ value, counted: 1, undated: 0 });

  test('are those of the greatest change of warmth and ties', () => {
    const before = new Map([['a b', warm(5)], ['a c', warm(1)], ['a d', warm(2)]]); // prettier-ignore
    const after = new Map([['a b', warm(-4)], ['a c', warm(1)], ['a d', warm(2)]]); // prettier-ignore
    const diff = { added: [tie('b', 'attacked', 'a')], ended: [tie('c', 'aid', 'a')], changed: [] };
    expect(mostChanged(before, after, diff)).toEqual([
      { a: 'a', b: 'b', before: 5, after: -4, added: 1, ended: 0, changed: 0, score: 10 },
      { a: 'a', b: 'c', before: 1, after: 1, added: 0, ended: 1, changed: 0, score: 1 },
    ]);
  });
});
