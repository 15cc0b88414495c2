import { describe, expect, it } from 'vitest';
import { printedLines } from '../../../src/app/printing/printedLines.ts';

describe('lists that share the room on paper', () => {
  it.each([
    { lengths: [3, 2], most: 10, printed: [3, 2] },
    { lengths: [3, 2, 4], most: 4, printed: [3, 1, 0] },
    { lengths: [5], most: 5, printed: [5] },
    { lengths: [], most: 5, printed: [] },
  ])('$lengths of at most $most are printed as $printed', ({ lengths, most, printed }) => {
    expect(printedLines(lengths, most)).toEqual(printed);
  });
});
