import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, shortDate } from '../../src/app/timebar/asof.ts';
import { dateInWords, edtfInWords } from '../../src/time/words.ts';
import { barsOf, binIndex, lastDay, scaleOf } from '../../src/app/timebar/histogram.ts';
import { ticksOf } from '../../src/app/timebar/ticks.ts';
import type { Sign } from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { says } from './builders.ts';

const signOf = (relation: string): Sign => relationSpec(relation).sign;

describe('the as-of field', () => {
  it.each([
    ['2024', '2024-12-31'],
    [' 2024-02 ', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2024-03-26', '2024-03-26'],
  ])('takes %s as the day %s', (typed, day) => {
    expect(dayOf(typed)).toEqual({ day });
  });

  it.each(['2024-13', '2023-02-29', 'March 2024', '24', '2024/..', '2024-3', '26.03.2024', ''])(
    'does not take "%s", and says how to write it',
    (typed) => {
      expect(dayOf(typed)).toMatchObject({ problem: expect.stringContaining('2024-03-26') as string });
    },
  );

  it('shows the shortest date that means the same day', () => {
    expect([shortDate('2024-12-31'), shortDate('2024-03-31'), shortDate('2024-03-30')]).toEqual([
      '2024',
      '2024-03',
      '2024-03-30',
    ]);
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (instant) => {
        const day = instant.toISOString().slice(0, 10);
        expect(dayOf(shortDate(day))).toEqual({ day });
      }),
    );
  });

  it.each([
    ['2024-03-26', '26 March 2024'],
    ['2024', '2024'],
    ['[..2024-03]', 'by March 2024'],
    ['2018/..', 'since 2018'],
    ['../2025-03', 'until March 2025'],
    ['2019/2022-01', '2019 to January 2022'],
    ['2023-07~', 'about July 2023'],
    ['2023?', 'perhaps 2023'],
  ])('says %s as "%s"', (edtf, words) => {
    expect(edtfInWords(edtf)).toBe(words);
  });
});

describe('the histogram', () => {
  it('counts cooperation and conflict by month, and leaves structure and the undated out', () => {
    const assertions = [
      says('a', 'met-with', 'b', { when: '2024-01-15' }),
      says('a', 'aid', 'b', { when: '2024-03' }),
      says('a', 'expelled', 'b', { reported: '2024-03-05' }),
      says('a', 'deployed-in', 'b', { when: '2024-02' }),
      says('a', 'accuses', 'b'),
    ];
    const scale = scaleOf(assertions, 'when')!;
    expect(scale).toEqual({ unit: 'month', bins: ['2024-01', '2024-02', '2024-03'] });
    expect(barsOf(scale, assertions, 'when', signOf)).toEqual([
      { bin: '2024-01', cooperation: 1, conflict: 0 },
      { bin: '2024-02', cooperation: 0, conflict: 0 },
      { bin: '2024-03', cooperation: 1, conflict: 1 },
    ]);
  });

  it('spreads a year over its months instead of inventing one', () => {
    const year = [says('a', 'aid', 'b', { when: '2024' })];
    const bars = barsOf(scaleOf(year, 'when')!, year, 'when', signOf);
    expect(bars).toHaveLength(12);
    for (const bar of bars) expect(bar.cooperation).toBeCloseTo(1 / 12);
  });

  it('goes by years where the span is long, and is bounded where a date is far off', () => {
    const long = [says('a', 'aid', 'b', { when: '1990' }), says('a', 'aid', 'c', { when: '2024-05' })];
    expect(scaleOf(long, 'when')).toMatchObject({ unit: 'year' });
    const far = [...long, says('a', 'aid', 'd', { when: '0001' })];
    const scale = scaleOf(far, 'when')!;
    expect(scale.bins.length).toBeLessThanOrEqual(250);
    expect(barsOf(scale, far, 'when', signOf)[0]?.cooperation).toBe(1);
  });

  it.each([
    ['when', '2018/..', '2018-01'],
    ['when', '../2025-03', '2025-03'],
    ['reported', '2018/..', '2024-03'],
  ] as const)('on the clock "%s" puts %s at %s', (clock, when, first) => {
    expect(scaleOf([says('a', 'aid', 'b', { when, reported: '2024-03-05' })], clock)?.bins[0]).toBe(first);
  });

  it('has nothing to draw without dates', () => {
    expect(scaleOf([says('a', 'aid', 'b')], 'when')).toBeNull();
  });

  it('finds the bar of a day, and the nearest one for days outside', () => {
    const scale = { unit: 'month', bins: ['2023-12', '2024-01'] } as const;
    expect(
      ['2020-01-01', '2023-12-31', '2024-01-01', '2030-01-01'].map((day) => binIndex(scale, day)),
    ).toEqual([0, 0, 1, 1]);
    expect(scale.bins.map((bin) => binIndex(scale, lastDay(bin)))).toEqual([0, 1]);
  });

  it('writes at most a dozen or so years under it, each at its place', () => {
    const bins = Array.from({ length: 76 }, (_, i) => String(1950 + i));
    const ticks = ticksOf({ unit: 'year', bins });
    expect(ticks.map((tick) => tick.label)).toEqual('1950 1960 1970 1980 1990 2000 2010 2020'.split(' '));
    expect(ticks[1]!.at).toBeCloseTo(10.5 / 76);
    expect(dateInWords('2024-05')).toBe('May 2024');
  });

  it('writes months under a time with the start of one year or none, each in its middle', () => {
    expect(ticksOf({ unit: 'month', bins: ['2024-05', '2024-06'] })).toEqual([
      { label: '2024-05', at: 0.25 },
      { label: '2024-06', at: 0.75 },
    ]);
    const bins = Array.from({ length: 9 }, (_, i) => `2024-0${i + 1}`);
    expect(ticksOf({ unit: 'month', bins }).map(({ label }) => label)).toEqual(
      '2024-01 2024-03 2024-05 2024-07 2024-09'.split(' '),
    );
    const years = ['2023-12', ...Array.from({ length: 13 }, (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)]; // prettier-ignore
    expect(ticksOf({ unit: 'month', bins: years }).map(({ label }) => label)).toEqual(['2024', '2025']);
  });
});
