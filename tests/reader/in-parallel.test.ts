import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../src/reader/in-parallel.ts';

const later = (turns: number) =>
  new Promise<void>((resolve) => {
    const wait = (left: number) => (left === 0 ? resolve() : queueMicrotask(() => wait(left - 1)));
    wait(turns);
  });

describe('work done at once', () => {
  it('keeps the order of the items, and never does more than the limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (items, limit) => {
          let running = 0;
          let most = 0;
          const results = await inParallel(items, limit, async (turns, index) => {
            most = Math.max(most, (running += 1));
            await later(turns);
            running -= 1;
            return [turns, index];
          });
          expect(results).toEqual(items.map((turns, index) => [turns, index]));
          expect(most).toBeLessThanOrEqual(limit);
          expect(most).toBe(Math.min(limit, items.length));
        },
      ),
    );
  });

  it('stops at the first failure, and tells it', async () => {
    const begun: number[] = [];
    const work = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await later(1);
      if (item === 2) throw new Error('no second');
    });
    await expect(work).rejects.toThrow('no second');
    expect(begun).not.toContain(6);
  });
});
