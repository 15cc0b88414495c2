import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeGroups, diffBetween, toldGraph } from '../../src/app/changes/between.ts';
import { periodInWords, reportedPeriod } from '../../src/app/changes/period.ts';
import { type Corpus } from '../../src/app/data/corpus.ts';
import { Explorer } from '../../src/app/explorer.svelte.ts';
import { ALL_TIME, type Filters, NO_FILTERS, toggle } from '../../src/app/filters/filters.ts';
import type { Assertion } from '../../src/model/index.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { actor, corpus, says } from './builders.ts';

const SAHEL: readonly Assertion[] = [
  says('mali', 'joined', 'bloc', { when: '2020', reported: '2020-06' }),
  says('mali', 'left', 'bloc', { when: '2024-01-28', reported: '2024-01-29' }),
  says('mali', 'left', 'bloc', { when: '2024-01-28', reported: '2024-01-30', by: 'wire' }),
  says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05' }),
  says('niger', 'sanctioned', 'benin', { status: 'planned', reported: '2024-02' }),
  says('niger', 'accuses', 'benin', { status: 'actual', when: '2024-03', reported: '2024-03-05' }),
  says('niger', 'accuses', 'benin', { status: 'alleged', reported: '2024-03-09', by: 'wire' }),
  says('chad', 'met-with', 'france'),
];
const open = corpus(SAHEL, [actor('bloc', 'organisation')]);
const DAYS = { from: '2021-12-31', to: '2024-12-31' };

/** The differences as "kind: sentence". */
function told(of: Corpus, filters: Filters = NO_FILTERS, time = ALL_TIME, days = DAYS): string[] {
  const diff = diffBetween(of, toldGraph(of, filters), filters, time, days);
  return changeGroups(diff).flatMap(({ kind, lines }) => lines.map((line) => `${kind}: ${line.sentence}`));
}
const hiding = (facet: Parameters<typeof toggle>[1], ...values: string[]) =>
  toggle(NO_FILTERS, facet, values, false);

describe('what changed between two days', () => {
  it('is told with its date and its documents, by kind', () => {
    expect(told(open)).toEqual([
      'added: Mali left Bloc, 28 January 2024, 2 independent sources',
      'added: Niger accuses or criticises Benin, March 2024, 2 independent sources',
      'added: Niger expelled France, December 2023, 1 independent source',
      'added: Niger sanctioned Benin (planned), reported February 2024, 1 independent source',
      'ended: Mali is a member of Bloc, until 28 January 2024',
    ]);
  });

  it.each<[string, Filters, readonly string[]]>([
    ['a relation', hiding('relation', 'left'), ['accuses', 'expelled', 'sanctioned', 'member']],
    ['a type of actors', hiding('type', 'organisation'), ['accuses', 'expelled', 'sanctioned']],
    ['a status', hiding('status', 'planned'), ['left', 'accuses', 'expelled', 'member']],
    // What remains of a tie is told with the status that remains.
    ['the strongest status', hiding('status', 'actual'), ['(alleged)', 'sanctioned']],
    ['few sources', { ...NO_FILTERS, minimumSources: 2 }, ['left', 'accuses']],
    // The wire alone says that Mali left, and not that it had joined.
    ['an outlet', hiding('outlet', 'daily'), ['left', '(alleged)']],
  ])('leaves out what the filter on %s hides', (_, filters, expected) => {
    const lines = told(open, filters);
    expect(lines).toHaveLength(expected.length);
    expected.forEach((word, index) => expect(lines[index]).toContain(word));
  });

  it('follows the clock: as reported, what came out between the two days', () => {
    const days = { from: '2024-01-29', to: '2024-01-30' };
    expect(told(open, NO_FILTERS, ALL_TIME, days)).toEqual([]);
    expect(told(open, NO_FILTERS, { ...ALL_TIME, clock: 'reported' }, days)).toEqual([
      'changed: Mali left Bloc: from 1 to 2 independent sources',
      // That it left closes the membership, now with two documents.
      'changed: Mali is a member of Bloc: other sources',
    ]);
  });

  it('has no difference in ties that are undated on both days, shown or not', () => {
    for (const undated of [true, false])
      expect(
        told(open, NO_FILTERS, { ...ALL_TIME, undated }).filter((line) => line.includes('Chad')),
      ).toEqual([]);
  });

  it('says in the diff file what it compares', () => {
    const filters = hiding('outlet', 'wire');
    const { a, b } = diffBetween(open, toldGraph(open, filters), filters, ALL_TIME, DAYS);
    expect(a).toEqual({ name: '2021', asOf: '2021', clock: 'when', sources: ['daily'] });
    expect(b).toEqual({ name: '2024', asOf: '2024', clock: 'when', sources: ['daily'] });
    expect(diffBetween(open, open.file, NO_FILTERS, ALL_TIME, DAYS).a).not.toHaveProperty('sources');
  });

  it('without filters compares the snapshots of the two days, and with them tells of nothing hidden', () => {
    const day = fc.constantFrom(
      '2019-12-31',
      '2020-06-30',
      '2023-12-15',
      '2024-01-28',
      '2024-03-31',
      '2025-12-31',
    );
    const relations = fc.subarray(['left', 'member-of', 'expelled', 'accuses', 'sanctioned']);
    fc.assert(
      fc.property(day, day, relations, fc.constantFrom('when', 'reported'), (from, to, hidden, clock) => {
        const time = { ...ALL_TIME, clock };
        const all = diffBetween(open, open.file, NO_FILTERS, time, { from, to });
        const before = tiesAt(open.file, { asOf: from, clock });
        const after = tiesAt(open.file, { asOf: to, clock });
        expect(after.length - before.length).toBe(all.added.length - all.ended.length);
        const some = diffBetween(open, open.file, hiding('relation', ...hidden), time, { from, to });
        const ties = [...some.added, ...some.ended, ...some.changed.flatMap((c) => [c.before, c.after])];
        expect(ties.filter(({ relation }) => hidden.includes(relation))).toEqual([]);
      }),
    );
  });
});

describe('the two dates', () => {
  it.each<[string, readonly (string | null)[], string | null, string | null]>([
    [
      'the first and the last report',
      ['2023-12-05', null, '2024-03-27', '2024-01-01'],
      '2023-12-05',
      '2024-03-27',
    ],
    ['the last day of a month or year', ['2023-11', '2025'], '2023-11-30', '2025-12-31'],
    ['the one bound that there is', ['2024-05/..', '../2023-02'], '2023-02-28', '2024-05-01'],
    ['one report twice', ['2024-03-27'], '2024-03-27', '2024-03-27'],
    ['nothing where no report is dated', [null, null], null, null],
    ['nothing in an empty graph', [], null, null],
  ])('begin with %s', (_, reports, from, to) => {
    expect(reportedPeriod(reports.map((reported) => ({ reported })))).toEqual({ from, to });
  });

  it('are said as short as they are', () => {
    expect(periodInWords({ from: '2023-12-31', to: '2024-03-27' })).toBe('2023 → 27 March 2024');
  });
});

describe('the view of changes', () => {
  function showing(): Explorer {
    const explorer = new Explorer();
    explorer.open(open);
    explorer.view = 'changes';
    return explorer;
  }

  it('opens from the first to the last dated report, and anew with another graph', () => {
    const explorer = showing();
    expect(explorer.changes.period).toEqual({ from: '2020-06-30', to: '2024-03-09' });
    explorer.open(corpus([says('chad', 'met-with', 'france')]));
    expect(explorer.changes.period).toEqual({ from: null, to: null });
    expect(explorer.changes.diff).toBeNull();
    expect(explorer.changes.summary).toContain('Give two dates');
  });

  it('sums up in a sentence, and says so where nothing changed', () => {
    const { changes } = showing();
    changes.period = DAYS;
    expect(changes.summary).toBe('2021 → 2024: 4 new, 1 ended, 0 changed; most change: Niger.');
    expect(changes.count).toBe(5);
    changes.period = { from: DAYS.to, to: DAYS.to };
    expect(changes.summary).toBe('2024 → 2024: nothing changed.');
  });

  it('turns what is new into what has gone when the dates are swapped', () => {
    const { changes } = showing();
    changes.period = DAYS;
    const kindsOf = (relation: string) =>
      changes.groups.flatMap(({ kind, lines }) =>
        lines.some(({ tie }) => tie.relation === relation) ? [kind] : [],
      );
    expect(kindsOf('expelled')).toEqual(['added']);
    changes.swap();
    expect(changes.period).toEqual({ from: DAYS.to, to: DAYS.from });
    expect(kindsOf('expelled')).toEqual(['ended']);
  });

  it('counts what there would be without the filters, while there are any', () => {
    const explorer = showing();
    explorer.changes.period = DAYS;
    expect(explorer.changes.unfilteredCount).toBeNull();
    explorer.filters = hiding('relation', 'accuses');
    expect([explorer.changes.count, explorer.changes.unfilteredCount]).toEqual([4, 5]);
    explorer.showAll();
    expect(explorer.changes.unfilteredCount).toBeNull();
  });

  it('lets the inspector show a tie that ended or is not yet there at the as-of date of the graph', () => {
    const explorer = showing();
    explorer.time = { ...ALL_TIME, day: '2019-12-31' };
    const relations = () => explorer.shown.map(({ tie }) => tie.relation).sort();
    expect(relations()).toContain('member-of');
    expect(relations()).toContain('left');
    explorer.view = 'graph';
    expect(relations()).toEqual(['met-with']);
    expect(explorer.summary).toContain('As of 2019');
  });

  it('leads from every difference to a tie that can be selected, and to its evidence', () => {
    const explorer = showing();
    explorer.changes.period = DAYS;
    const lines = explorer.changes.groups.flatMap((group) => group.lines);
    expect(lines).toHaveLength(5);
    for (const { tie, quotes } of lines) {
      const id = `${tie.source} ${tie.relation} ${tie.target}`;
      explorer.selectTie(id);
      expect(explorer.selection).toMatchObject({ kind: 'dyad', tie: id });
      expect(quotes.length).toBeGreaterThan(0);
      for (const { assertion, evidence, quote } of quotes)
        expect(open.assertions.get(assertion)!.evidence[evidence]!.quote).toBe(quote);
    }
  });
});
