import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TIME, type TimeView } from '../../../src/app/filters/filters.ts';
import { dayOf, shortDate } from '../../../src/app/timebar/asof.ts';
import { dragged, endsOf, gripAt, keyStep, stepped } from '../../../src/app/timebar/brush.ts';
import type { Scale } from '../../../src/app/timebar/histogram.ts';
import {
  firstFrame,
  inMode,
  modeOf,
  movedByBars,
  movedByMonths,
  nextFrame,
  windowOf,
  withDay,
  withSince,
} from '../../../src/app/timebar/window.ts';
import { timeInWords } from '../../../src/app/timebar/words.ts';

const MONTHS: Scale = {
  unit: 'month',
  bins: ['2023-09', '2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03'],
};
const YEARS: Scale = { unit: 'year', bins: Array.from({ length: 30 }, (_, i) => String(1995 + i)) };
const at = (day: string | null, since: string | null = null): TimeView => ({ ...ALL_TIME, day, since });
const daysOf = ({ since, day }: TimeView) => [since, day];

describe('the modes of the time bar', () => {
  it('are told by the days', () => {
    expect([at(null), at('2024-03-31'), at('2024-03-31', '2024-01-01')].map(modeOf)).toEqual([
      'all',
      'asof',
      'between',
    ]);
  });

  it.each<[TimeView, Parameters<typeof inMode>[1], Scale, (string | null)[]]>([
    [at(null), 'asof', MONTHS, [null, '2024-03-31']],
    [at('2023-12-04'), 'all', MONTHS, [null, null]],
    [at('2023-12-31', '2023-10-01'), 'asof', MONTHS, [null, '2023-12-31']],
    [at('2023-12-31', '2023-10-01'), 'all', MONTHS, [null, null]],
    [at('2023-12-31', '2023-10-01'), 'between', MONTHS, ['2023-10-01', '2023-12-31']],
    // A year back, but not beyond the scale.
    [at(null), 'between', MONTHS, ['2023-09-01', '2024-03-31']],
    [at(null), 'between', YEARS, ['2015-01-01', '2024-12-31']],
    // Beyond it where the day is.
    [at('1950-12-31'), 'between', YEARS, ['1941-01-01', '1950-12-31']],
  ])('%j to %s', (time, mode, scale, days) => {
    const next = inMode(time, mode, scale);
    expect(daysOf(next)).toEqual(days);
    expect(modeOf(next)).toBe(mode);
  });

  it('are said in words', () => {
    expect(timeInWords(at(null))).toBe('');
    expect(timeInWords(at('2024-12-31'))).toBe('As of 2024');
    expect(timeInWords(at('2024-12-31', '2022-03-01'))).toBe('Between March 2022 and 2024');
    expect(timeInWords(at('2024-02-03', '2022-03-04'))).toBe('Between 4 March 2022 and 3 February 2024');
  });
});

describe('a window', () => {
  it('starts on the first day of what is typed, and is written as short', () => {
    expect(dayOf('2024', 'first')).toEqual({ day: '2024-01-01' });
    expect(dayOf('2024-02', 'first')).toEqual({ day: '2024-02-01' });
    expect(['2024-01-01', '2024-02-01', '2024-02-02'].map((day) => shortDate(day, 'first'))).toEqual([
      '2024',
      '2024-02',
      '2024-02-02',
    ]);
  });

  it('stays one, whichever end is typed past the other', () => {
    expect(daysOf(withSince(at('2023-12-31', '2023-10-01'), '2024-02-10'))).toEqual([
      '2024-02-10',
      '2024-02-29',
    ]);
    expect(daysOf(withDay(at('2023-12-31', '2023-10-01'), '2023-05-20'))).toEqual([
      '2023-05-01',
      '2023-05-20',
    ]);
    expect(daysOf(withDay(at('2023-12-31'), '2023-05-20'))).toEqual([null, '2023-05-20']);
  });

  it.each([
    [1, ['2023-11-01', '2024-01-31']],
    [-1, ['2023-09-01', '2023-11-30']],
    [-9, ['2023-09-01', '2023-11-30']],
    [9, ['2024-01-01', '2024-03-31']],
  ])('moves by %d bars, keeps its length and stays on the scale', (bars, days) => {
    expect(daysOf(movedByBars(at('2023-12-31', '2023-10-01'), MONTHS, bars))).toEqual(days);
  });

  it('moves by months, from the end of the scale where there is no date', () => {
    expect(daysOf(movedByMonths(at(null), MONTHS, -1))).toEqual([null, '2024-02-29']);
    expect(daysOf(movedByMonths(at('2023-01-31'), MONTHS, -1))).toEqual([null, '2022-12-31']);
    expect(daysOf(movedByMonths(at('2024-01-15', '2023-12-10'), MONTHS, 1))).toEqual([
      '2024-01-01',
      '2024-02-29',
    ]);
  });
});

describe('playing', () => {
  it('goes bar by bar to the end, from the start where it stands at the end', () => {
    const played: (string | null)[] = [];
    for (let time: TimeView | null = firstFrame(at(null), MONTHS); time; time = nextFrame(time, MONTHS)) {
      played.push(time.day);
    }
    expect(played).toHaveLength(MONTHS.bins.length);
    expect([played[0], played.at(-1)]).toEqual(['2023-09-30', '2024-03-31']);
    expect(daysOf(firstFrame(at('2024-03-31', '2024-02-01'), MONTHS))).toEqual(['2023-09-01', '2023-10-31']);
    expect(daysOf(firstFrame(at('2023-11-30'), MONTHS))).toEqual([null, '2023-11-30']);
  });
});

describe('the brush', () => {
  const time = at('2023-12-31', '2023-10-01');
  const ends = endsOf(time, MONTHS);

  it.each([
    [1.1, 'since'],
    [0.9, 'since'],
    [3.9, 'day'],
    [4.1, 'day'],
    [2.5, 'both'],
    [0.3, 'new'],
    [6, 'new'],
  ])('takes hold at %d of %s', (place, grip) => {
    expect(gripAt(ends, place, 0.3, MONTHS.bins.length)).toBe(grip);
  });

  it('draws anew in a window of everything, which cannot be moved', () => {
    expect(gripAt({ from: 0, to: 6 }, 3, 0.3, 7)).toBe('new');
  });

  it.each([
    ['since', 1, 2.5, ['2023-11-01', '2023-12-31']],
    ['since', 1, 5.5, ['2023-12-01', '2024-02-29']],
    ['day', 4, 6.9, ['2023-10-01', '2024-03-31']],
    ['day', 4, 99, ['2023-10-01', '2024-03-31']],
    ['both', 2, 3.2, ['2023-11-01', '2024-01-31']],
    ['both', 2, -5, ['2023-09-01', '2023-11-30']],
    ['new', 5.2, 4.1, ['2024-01-01', '2024-02-29']],
    ['new', 5.2, 5.2, ['2024-02-01', '2024-02-29']],
  ] as const)('drags %s from %d to %d', (grip, start, now, days) => {
    expect(daysOf(dragged(time, MONTHS, ends, grip, start, now))).toEqual(days);
  });

  it('steps by keys, and one end does not pass the other', () => {
    const press = (key: string, end: 'since' | 'day') =>
      daysOf(stepped(time, MONTHS, end, keyStep(key, MONTHS)!));
    expect(press('ArrowRight', 'since')).toEqual(['2023-11-01', '2023-12-31']);
    expect(press('End', 'since')).toEqual(['2023-12-01', '2023-12-31']);
    expect(press('Home', 'since')).toEqual(['2023-09-01', '2023-12-31']);
    expect(press('ArrowLeft', 'day')).toEqual(['2023-10-01', '2023-11-30']);
    expect(press('Home', 'day')).toEqual(['2023-10-01', '2023-10-31']);
    expect(press('PageUp', 'day')).toEqual(['2023-10-01', '2024-03-31']);
    expect(keyStep('a', MONTHS)).toBeNull();
  });

  it('always gives a window on the scale', () => {
    const bin = fc.integer({ min: -5, max: 40 });
    fc.assert(
      fc.property(bin, bin, (a, b) => {
        const { since, day } = windowOf(ALL_TIME, YEARS, a, b);
        expect(since! <= day!).toBe(true);
        expect(since! >= '1995-01-01' && day! <= '2024-12-31').toBe(true);
      }),
    );
  });
});
