import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff, composeDiffs, diffTies, isEmpty, reverseDiff } from '../../src/snapshots/diff.ts';
import { turnsBetween } from '../../src/snapshots/turns.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { assertions, graphOf, said } from './graphs.ts';

const day = fc.constantFrom('2019', '2021-06', '2022-03-15', '2022-12-31', '2023-05', '2024');
const clock = fc.constantFrom('when' as const, 'reported' as const);
/** The ties of one arbitrary graph at three moments. */
const views = fc
  .tuple(assertions, day, day, day, clock)
  .map(
    ([some, a, b, c, on]) =>
      [a, b, c].map((asOf) => tiesAt(graphOf(some), { asOf, clock: on })) as [never, never, never],
  );

describe('diffs', () => {
  it('lead from one set of ties to the other, and back', () => {
    fc.assert(
      fc.property(views, ([a, b]) => {
        const diff = diffTies(a, b);
        expect(applyDiff(a, diff)).toEqual(b);
        expect(applyDiff(b, reverseDiff(diff))).toEqual(a);
        expect(reverseDiff(reverseDiff(diff))).toEqual(diff);
      }),
    );
  });
  it('compose: two steps are one', () => {
    fc.assert(
      fc.property(views, ([a, b, c]) => {
        expect(composeDiffs(diffTies(a, b), diffTies(b, c))).toEqual(diffTies(a, c));
      }),
    );
  });
  it('are empty for equals, and only then', () => {
    fc.assert(
      fc.property(views, ([a, b]) => {
        expect(isEmpty(diffTies(a, a))).toBe(true);
        expect(isEmpty(diffTies(a, b))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
  it('refuse to be applied where they do not fit', () => {
    const before = tiesAt(graphOf([said('country:A', 'aid', 'country:B', { when: '2020' })]), {
      asOf: '2021',
      clock: 'when',
    });
    const diff = diffTies(before, []);
    expect(() => applyDiff([], diff)).toThrow('does not fit');
    expect(() => applyDiff(before, diffTies([], before))).toThrow('a second time');
  });
});

const at = (asOf: string, ...some: ReturnType<typeof said>[]) =>
  tiesAt(graphOf(some), { asOf, clock: 'when' });
const NATO = 'organisation:o';

describe('what a diff tells', () => {
  it('a tie that ended, with the assertion that ended it', () => {
    const joined = said('country:A', 'joined', NATO, { when: '2020' });
    const left = said('country:A', 'left', NATO, { when: '2023-03' });
    const { added, ended, changed } = diffTies(at('2021', joined, left), at('2024', joined, left));
    expect(ended.map((t) => [t.relation, t.to, t.closedBy])).toEqual([['member-of', '2023-03', [left.id]]]);
    expect(added.map((t) => t.relation)).toEqual(['left']);
    expect(changed).toEqual([]);
  });
  it.each([
    ['another relation', 'supports', 'aid', false, ['relation']],
    ['another sign', 'supports', 'accuses', false, ['relation', 'sign']],
    ['the roles exchanged', 'supports', 'supports', true, ['direction']],
  ])('one change where a dyad has %s', (_, from, to, isSwapped, what) => {
    const before = at('2021', said('country:A', from, 'country:B', { when: '2020' }));
    const [source, target] = isSwapped ? ['country:B', 'country:A'] : ['country:A', 'country:B'];
    const after = at('2021', said(source, to, target, { when: '2020' }));
    const diff = diffTies(before, after);
    expect([diff.added.length, diff.ended.length]).toEqual([0, 0]);
    expect(diff.changed[0]!.what).toEqual(expect.arrayContaining(what));
    expect(diff.changed[0]!.what.filter((field) => field !== 'sources')).toEqual(what);
  });
  it('a change of status and of the number of sources', () => {
    const plan = said('country:A', 'signed-agreement', 'country:B', { status: 'planned', reported: '2021' });
    const deed = said('country:A', 'signed-agreement', 'country:B', {
      when: '2022',
      evidence: [{ ...plan.evidence[0]!, document: 'd2' }],
    });
    const [change] = diffTies(at('2023', plan), at('2023', plan, deed)).changed;
    expect(change!.what).toEqual(expect.arrayContaining(['status', 'sources']));
  });
  it('turns from conflict to cooperation, by what is actual', () => {
    const quarrel = said('country:A', 'sanctioned', 'country:B', { when: '2020/2021' });
    const peace = said('country:A', 'cooperates-with', 'country:B', { when: '2022' });
    const talk = said('country:A', 'cooperates-with', 'country:B', { status: 'planned', reported: '2020' });
    const turns = turnsBetween(at('2020-06', quarrel, talk, peace), at('2023', quarrel, talk, peace));
    expect(turns.map(({ dyad, turn }) => [dyad, turn])).toEqual([
      [['country:A', 'country:B'], 'to-cooperation'],
    ]);
    expect(turnsBetween(at('2020-06', talk), at('2023', talk, peace))).toEqual([]);
  });
});
