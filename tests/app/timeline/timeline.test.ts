import { describe, expect, it } from 'vitest';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../../src/app/filters/filters.ts';
import { axisOf, endOf, startOf } from '../../../src/app/timeline/axis.ts';
import { heatOf } from '../../../src/app/timeline/heat.ts';
import { itemsOf, latestDay } from '../../../src/app/timeline/items.ts';
import { orderLanes, timelineLanes } from '../../../src/app/timeline/lanes.ts';
import { placeItems } from '../../../src/app/timeline/placed.ts';
import { heatInWords, itemInWords } from '../../../src/app/timeline/words.ts';
import type { Clock } from '../../../src/model/index.ts';
import { corpus, says } from '../builders.ts';

/** The items of the only tie that some assertions make. */
function items(said: readonly ReturnType<typeof says>[], clock: Clock = 'when', relation?: string) {
  const one = corpus(said);
  const tie = one.ties.find((t) => relation === undefined || t.relation === relation)!;
  return itemsOf(tie, clock, (id) => one.assertions.get(id));
}

describe('what a tie is on the timeline', () => {
  it.each([
    ['2024-03-05', '2024-03-05', '2024-03-05', '2024-03-05'],
    ['2024', '2024-01-01', null, '2024-12-31'],
    ['[..2024-03]', null, null, '2024-03-31'],
  ])('an event of %s is a mark, as fuzzy as its date', (when, first, sure, last) => {
    expect(items([says('niger', 'expelled', 'france', { when })])).toMatchObject([
      { kind: 'mark', first, sureFrom: sure, sureTo: sure, last, open: false },
    ]);
  });

  it('a state is a bar that is certain from the last day of its start on', () => {
    expect(items([says('mali', 'allied-with', 'niger', { when: '2023/..' })])).toMatchObject([
      { kind: 'bar', first: '2023-01-01', sureFrom: '2023-12-31', sureTo: null, last: null, open: true },
    ]);
  });

  it('a state that ended is certain until the first day of its end', () => {
    const [bar] = items([says('mali', 'allied-with', 'niger', { when: '2019-02/2022-03' })]);
    expect(bar).toMatchObject({
      first: '2019-02-01',
      sureFrom: '2019-02-28',
      sureTo: '2022-03-01',
      last: '2022-03-31',
      open: false,
    });
  });

  it('what is only claimed is a mark at its report, with its status', () => {
    const said = says('niger', 'expelled', 'france', {
      status: 'alleged',
      when: '2020',
      reported: '2024-05-06',
    });
    expect(items([said])).toMatchObject([{ kind: 'mark', status: 'alleged', first: '2024-05-06' }]);
  });

  it('on the clock of reports each report is a mark', () => {
    const said = ['2024-05-06', '2023-01-02'].map((reported) =>
      says('niger', 'expelled', 'france', { when: '2022', reported }),
    );
    expect(items(said, 'reported').map(({ first }) => first)).toEqual(['2023-01-02', '2024-05-06']);
  });

  it('without any date there is nothing to draw', () => {
    expect(items([says('niger', 'expelled', 'france')])).toEqual([]);
    expect(latestDay([])).toBe('');
  });

  it('is said in words', () => {
    const [mark] = items([says('niger', 'expelled', 'france', { when: '2024-03-05' })]);
    expect(itemInWords(mark!, (id) => id.toUpperCase())).toBe(
      'NIGER expelled FRANCE, 5 March 2024, Actual, 1 independent source',
    );
  });
});

describe('places on the axis', () => {
  const axis = axisOf({ bins: ['2023', '2024'] });

  it('go from the first day to the last, and no further', () => {
    expect(axis).toEqual({ first: '2023-01-01', last: '2024-12-31' });
    expect(startOf(axis, '2023-01-01')).toBe(0);
    expect(endOf(axis, '2024-12-31')).toBe(1);
    expect(startOf(axis, '1999-01-01')).toBe(0);
    expect(endOf(axis, '2030-01-01')).toBe(1);
    expect(startOf(axis, '2024-01-01')).toBeCloseTo(365 / 731);
  });

  it('are in rows of their own where items overlap: cooperation above conflict', () => {
    const one = corpus([
      says('niger', 'expelled', 'france', { when: '2024-03-05' }),
      says('niger', 'allied-with', 'france', { when: '2023-05/..' }),
      says('niger', 'trades-with', 'france', { when: '2023-02/..' }),
      says('niger', 'met-with', 'france', { when: '2023-01-05' }),
    ]);
    const all = one.ties.flatMap((tie) => itemsOf(tie, 'when', (id) => one.assertions.get(id)));
    const { placed, rows } = placeItems(axis, all);
    const row = (relation: string) => placed.find(({ item }) => item.tie.relation === relation)!.row;
    expect(rows).toBe(3);
    expect(row('expelled')).toBe(2);
    expect(row('allied-with')).not.toBe(row('trades-with'));
    expect(placed.map(({ at }) => at)).toEqual(placed.map(({ at }) => at).sort((a, b) => a - b));
    for (const { start, end, sure, at } of placed) {
      expect(start).toBeLessThanOrEqual(end);
      expect(at >= 0 && at <= 1).toBe(true);
      if (sure) expect(sure[0] <= sure[1] && sure[0] >= start && sure[1] <= end).toBe(true);
    }
  });

  it('fade where nothing bounds them, and do not say how long before', () => {
    const [item] = items([says('niger', 'expelled', 'france', { when: '[..2024-03]' })]);
    const { placed } = placeItems(axis, [item!]);
    expect(placed[0]).toMatchObject({ fadesIn: true, fadesOut: false });
    expect(placed[0]!.at).toBe(placed[0]!.end);
    expect(placed[0]!.start).toBeGreaterThan(0.4);
  });
});

describe('lanes', () => {
  const one = corpus([
    says('niger', 'expelled', 'france', { when: '2024-03-05' }),
    says('france', 'aid', 'niger', { when: '2010' }),
    says('mali', 'met-with', 'niger', { when: '2024-08-01' }),
    says('chad', 'met-with', 'togo'),
  ]);
  const shown = shownTies(one, one.ties, NO_FILTERS, standingAt(one, ALL_TIME));
  const lanes = (around: string | null) =>
    timelineLanes(shown, (id) => one.assertions.get(id), { clock: 'when', around, most: 99 }).lanes;
  const collator = new Intl.Collator('en');

  it('are one for each pair of actors, in whichever direction', () => {
    expect(
      lanes(null)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['chad togo', 'france niger', 'mali niger']);
    expect(lanes(null).find(({ id }) => id === 'chad togo')).toMatchObject({ undated: 1, latest: '' });
  });

  it('are those with most ties where there are too many', () => {
    const choice = { clock: 'when', around: null, most: 1 } as const;
    const { lanes: few, left } = timelineLanes(shown, (id) => one.assertions.get(id), choice);
    expect(few.map(({ id }) => id)).toEqual(['france niger']);
    expect(left).toBe(2);
  });

  it('around an actor are those of that actor', () => {
    expect(lanes('france').map(({ id }) => id)).toEqual(['france niger']);
  });

  it.each([
    ['recent', ['mali niger', 'france niger', 'chad togo']],
    ['name', ['chad togo', 'france niger', 'mali niger']],
    ['number', ['france niger', 'mali niger', 'chad togo']],
  ] as const)('can be ordered: %s', (order, expected) => {
    expect(orderLanes(lanes(null), order, ({ id }) => id, collator).map(({ id }) => id)).toEqual(expected);
  });
});

it('a crowded lane is counted by month, by sign', () => {
  const one = corpus([
    says('niger', 'expelled', 'france', { when: '2024-03-05' }),
    says('niger', 'met-with', 'france', { when: '2024-03-09' }),
    says('niger', 'attacked', 'france', { when: '2024-01' }),
  ]);
  const scale = { unit: 'month', bins: ['2024-01', '2024-02', '2024-03'] } as const;
  const all = one.ties.flatMap((tie) => itemsOf(tie, 'when', (id) => one.assertions.get(id)));
  const cells = heatOf(scale, all);
  expect(cells).toEqual([
    { bin: 0, cooperation: 0, conflict: 1, structure: 0 },
    { bin: 2, cooperation: 1, conflict: 1, structure: 0 },
  ]);
  expect(heatInWords(scale, cells[1]!)).toBe('March 2024: 1 cooperation, 1 conflict, 0 structure');
});
