import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordPieces } from '../../src/text/pieces.ts';

const pieces = createWordPieces(readFileSync('data/reader/vocab.txt', 'utf8'));
/** Written by the reference tokeniser (Hugging Face `tokenizers`, BertWordPieceTokenizer) from the same vocabulary. */
const stored = JSON.parse(readFileSync(new URL('./word-pieces.json', import.meta.url), 'utf8')) as {
  text: string;
  ids: number[];
  spans: [number, number][];
}[];

describe('word pieces', () => {
  it.each(stored)('cuts like the reference: $text', ({ text, ids, spans }) => {
    const cut = pieces.cut(text);
    expect(cut.ids).toEqual(ids);
    expect(cut.starts.map((start, i) => [start, cut.ends[i]])).toEqual(spans);
  });

  it('gives offsets in order that lie inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { ids, starts, ends } = pieces.cut(text);
        expect(starts.length).toBe(ids.length);
        starts.forEach((start, i) => {
          expect(start).toBeLessThan(ends[i]!);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1]!);
        });
      }),
    );
  });

  it('cuts a part of a text as it cuts the whole, where the part begins and ends with a word', () => {
    const text = 'Niger, Mali and Burkina Faso left ECOWAS. The bloc kept its door open.';
    const at = text.indexOf('The');
    const whole = pieces.cut(text);
    const later = pieces.cut(text.slice(at));
    expect(whole.ids.filter((_, i) => whole.starts[i]! >= at)).toEqual(later.ids);
  });

  it('says which piece a vocabulary lacks', () => {
    expect(() => createWordPieces('[PAD]\nhello')).toThrow('[UNK]');
  });
});
