import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, compareDates, ends, isEdtf, perhaps } from '../../src/time/edtf.ts';

describe('EDTF', () => {
  it.each<[string, string | null, string | null]>([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2024-03-26', '2024-03-26', '2024-03-26'],
    ['2023-07~', '2023-07-01', '2023-07-31'],
    ['2023?', '2023-01-01', '2023-12-31'],
    ['2018/..', '2018-01-01', null],
    ['../2025-03', null, '2025-03-31'],
    ['2019/2022', '2019-01-01', '2022-12-31'],
    ['[..2024-03]', null, '2024-03-31'],
  ])('%s is from %s to %s', (edtf, earliest, latest) => {
    expect(bounds(edtf)).toEqual({ earliest, latest });
    expect(isEdtf(edtf)).toBe(true);
  });

  it.each([
    '',
    '24',
    '2024-13',
    '2024-00',
    '2023-02-29',
    '2024-03-32',
    '2022/2019',
    '2019/2020/2021',
    '2024-3',
    'soon',
    '[..]',
    '2024-03-26T10:00',
  ])('"%s" is none, and the message says how to write one', (text) => {
    expect(isEdtf(text)).toBe(false);
    expect(() => bounds(text)).toThrow(/is no EDTF date/);
  });

  it.each([
    ['2023', '2023?'],
    ['2023-07-01', '2023-07-01?'],
    ['2013~', '2013%'],
    ['2018/..', '2018?/..'],
    ['../2025-03', '../2025-03?'],
    ['2019~/2022', '2019%/2022?'],
    ['2023?', '2023?'],
  ])('marks %s as uncertain: %s', (edtf, marked) => {
    expect(perhaps(edtf)).toBe(marked);
    expect(isEdtf(marked)).toBe(true);
  });

  it('takes intervals apart', () => {
    expect(ends('2018/..')).toEqual({ from: '2018', to: null });
    expect(ends('../2025-03')).toEqual({ from: null, to: '2025-03' });
    expect(ends('2024-03')).toEqual({ from: '2024-03', to: '2024-03' });
  });

  it('puts dates in order of their last day, unknown ones last', () => {
    const order = ['2020', '2021-03', '2021', '2022-01-01', '2018/..', null];
    expect([...order].reverse().sort(compareDates)).toEqual(order);
  });

  const day = fc
    .date({ min: new Date('1800-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const date = day.chain((d) =>
    fc.constantFrom(
      d,
      d.slice(0, 7),
      d.slice(0, 4),
      `${d.slice(0, 7)}~`,
      `${d}/..`,
      `../${d}`,
      `[..${d.slice(0, 7)}]`,
    ),
  );
  it('orders any dates without contradiction', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0)
          expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('holds the day that a date was shortened from', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (d, length) => {
        const { earliest, latest } = bounds(d.slice(0, length));
        expect(earliest! <= d && d <= latest!).toBe(true);
      }),
    );
  });
});
