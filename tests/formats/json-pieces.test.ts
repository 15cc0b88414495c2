import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphPieces } from '../../src/formats/json-pieces.ts';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { SMALL, anyGraph } from './graphs.ts';

describe('a graph written in pieces', () => {
  test('is the same, byte for byte, as one written at once', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const whole = writeGraph(graph);
        expect([...graphPieces(readGraph(whole, 'whole'))].join('')).toBe(whole);
      }),
    );
  });

  test('comes in pieces of bounded size, however long it is', () => {
    const [one] = SMALL.assertions;
    const many = Array.from({ length: 2000 }, (_, i) => ({ ...one!, id: `a${i}` }));
    const pieces = [...graphPieces({ ...SMALL, assertions: many })];
    expect(pieces.join('').match(/"expelled"/g)).toHaveLength(2000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1 << 17);
  });
});
