import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../../src/app/filters/filters.ts';
import { actorRows } from '../../../src/app/table/actorRows.ts';
import { assertionRows, documentRows } from '../../../src/app/table/assertionRows.ts';
import { type Column, hiddenColumns, rememberHidden, textOf } from '../../../src/app/table/columns.ts';
import { matchingRows } from '../../../src/app/table/search.ts';
import { sortRows } from '../../../src/app/table/sort.ts';
import { corpus, says } from '../builders.ts';

interface Row {
  readonly name: string;
  readonly when: string | null;
  readonly count: number;
}
const COLUMNS: readonly Column<Row, 'name' | 'when' | 'count'>[] = [
  { name: 'name', label: 'Name', numeric: false, value: (row) => row.name },
  {
    name: 'when',
    label: 'When',
    numeric: false,
    value: (row) => row.when,
    text: (row) => row.when ?? 'n.d.',
  },
  { name: 'count', label: 'Count', numeric: true, value: (row) => row.count, extra: true },
];

describe('sorting', () => {
  it('is that of comparing each pair by locale; empty values come last both ways', () => {
    const compare = new Intl.Collator('en-GB', { numeric: true }).compare;
    fc.assert(
      fc.property(fc.array(fc.option(fc.string())), fc.boolean(), (values, descending) => {
        const rows = values.map((value, index) => ({ value, index }));
        const expected = [...rows].sort((x, y) => {
          if (x.value === null || y.value === null)
            return Number(x.value === null) - Number(y.value === null);
          return (descending ? -1 : 1) * compare(x.value, y.value);
        });
        expect(sortRows(rows, (row) => row.value, descending)).toEqual(expected);
      }),
    );
  });

  it('of numbers is by size', () => {
    const rows = [3, null, -1, 20].map((value) => ({ value }));
    expect(sortRows(rows, (row) => row.value, true).map(({ value }) => value)).toEqual([20, 3, -1, null]);
  });

  it('keeps the order of equal rows, however many there are', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({ word: `w${index % 3}`, index }));
    const sorted = sortRows(rows, (row) => row.word, true);
    expect(sorted[0]).toEqual({ word: 'w2', index: 2 });
    expect(sorted[1]).toEqual({ word: 'w2', index: 5 });
  });
});

describe('the filter of a table', () => {
  const rows: Row[] = [
    { name: 'Côte d’Ivoire', when: '2024-03', count: 7 },
    { name: 'Mali', when: null, count: 2024 },
  ];
  it.each([
    ['', 2],
    ['cote', 1],
    ['IVOIRE 2024', 1],
    ['ali', 1],
    ['n.d.', 1],
    ['cote mali', 0],
    ['2024', 1],
  ])('“%s” leaves %i', (typed, count) => {
    expect(matchingRows(rows, COLUMNS, typed)).toHaveLength(count);
  });
});

describe('columns', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are hidden at first where they are extra, then as they were left, each table for itself', () => {
    expect([...hiddenColumns('ties', COLUMNS)]).toEqual(['count']);
    rememberHidden('ties', new Set(['when']));
    expect([...hiddenColumns('ties', COLUMNS)]).toEqual(['when']);
    expect([...hiddenColumns('actors', COLUMNS)]).toEqual(['count']);
  });

  it.each(['', 'null', '[1]', '{"ties":3}', '{"ties":[1]}'])(
    'forget what is no choice of columns: %s',
    (text) => {
      kept.set('entente-columns', text);
      expect([...hiddenColumns('ties', COLUMNS)]).toEqual(['count']);
    },
  );

  it('are copied as their text, else as their value', () => {
    const row = { name: 'Mali', when: null, count: 3 };
    expect(COLUMNS.map((column) => textOf(column, row))).toEqual(['Mali', 'n.d.', '3']);
  });
});

describe('rows', () => {
  const one = corpus([
    says('niger', 'expelled', 'france', { by: 'a' }),
    says('niger', 'met-with', 'france', { by: 'b' }),
    says('mali', 'aid', 'niger', { by: 'b' }),
    says('mali', 'aid', 'niger', { by: 'c', status: 'denied' }),
  ]);
  const shown = shownTies(one, one.ties, NO_FILTERS, standingAt(one, ALL_TIME));

  it('of actors count ties by sign, and partners once', () => {
    const rows = actorRows((id) => one.actors.get(id)!, shown);
    expect(rows.find(({ actor }) => actor.id === 'niger')).toMatchObject({
      ties: 3,
      cooperation: 2,
      conflict: 1,
      partners: 2,
    });
  });

  it('of assertions are what the ties on the screen rest on, denials among them', () => {
    expect(assertionRows(one, shown)).toHaveLength(4);
    expect(assertionRows(one, shown.slice(0, 1)).length).toBeLessThan(4);
  });

  it('of documents count what each states; all of them where nothing is filtered out', () => {
    const some = assertionRows(one, shown).filter(({ relation }) => relation !== 'aid');
    expect(
      documentRows(one, some, false).map((row) => [row.document.id, row.assertions, row.actors]),
    ).toEqual([
      ['a', 1, 2],
      ['b', 1, 2],
    ]);
    expect(documentRows(one, some, true)).toHaveLength(3);
  });
});
