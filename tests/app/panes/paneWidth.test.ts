import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDS, panesFrom, USUAL, widthAfter, withinBounds } from '../../../src/app/panes/paneWidth.ts';

describe('the width of a pane', () => {
  it.each([
    ['left', 272, 'ArrowRight', 288],
    ['left', 272, 'ArrowLeft', 256],
    ['right', 384, 'ArrowLeft', 400],
    ['right', 384, 'ArrowRight', 368],
    ['left', 225, 'ArrowLeft', 220],
    ['right', 715, 'ArrowLeft', 720],
    ['left', 300, 'Home', 220],
    ['right', 400, 'End', 720],
    ['left', 300, 'a', null],
    ['left', 300, 'ArrowUp', null],
  ] as const)('%s, %d px, with %s is %s', (side, width, key, expected) => {
    expect(widthAfter(side, width, key)).toBe(expected);
  });

  it('is kept, and always within bounds whatever was kept', () => {
    expect(panesFrom(JSON.stringify({ left: 300, right: 500, folded: true }))).toEqual({
      left: 300,
      right: 500,
      folded: true,
    });
    expect(panesFrom(null)).toEqual(USUAL);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        const panes = panesFrom(kept);
        for (const side of ['left', 'right'] as const) {
          expect(panes[side]).toBe(withinBounds(side, panes[side]));
          expect(panes[side]).toBeGreaterThanOrEqual(BOUNDS[side].least);
        }
        expect(typeof panes.folded).toBe('boolean');
      }),
    );
  });
});
