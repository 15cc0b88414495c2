import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollTo, windowAmong, windowOf } from '../../../src/app/views/window.ts';

const pixels = fc.integer({ min: 0, max: 5000 });

describe('the rows that are in the page', () => {
  it('hold all that can be seen', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.integer({ min: 5, max: 60 }),
        pixels,
        pixels,
        (count, size, scrolled, room) => {
          const { start, end } = windowOf(count, size, scrolled, room);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          for (let row = 0; row < count; row++) {
            const isSeen = (row + 1) * size > scrolled && row * size < scrolled + room;
            if (isSeen) expect(row >= start && row < end).toBe(true);
          }
        },
      ),
    );
  });

  it('are few, however many there are', () => {
    const { start, end } = windowOf(50_000, 34, 600_000, 800);
    expect(end - start).toBeLessThan(50);
  });

  it('are the same for rows of one size and of any', () => {
    fc.assert(
      fc.property(fc.nat(100), pixels, fc.integer({ min: 1, max: 900 }), (count, scrolled, room) => {
        const tops = Array.from({ length: count + 1 }, (_, index) => index * 30);
        const { start, end } = windowAmong(tops, scrolled, room);
        for (let row = 0; row < count; row++) {
          const isSeen = tops[row + 1]! > scrolled && tops[row]! < scrolled + room;
          if (isSeen) expect(row >= start && row < end).toBe(true);
        }
      }),
    );
  });
});

it.each([
  ['is seen', 100, 30, 90, 300, 90],
  ['is above', 40, 30, 90, 300, 40],
  ['is below', 400, 30, 90, 300, 130],
])('scrolls no further than it must to what %s', (_, start, size, scrolled, room, expected) => {
  expect(scrollTo(start, size, scrolled, room)).toBe(expected);
});
