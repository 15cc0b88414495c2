import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const cut = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));

/** `|` marks where a sentence must end. */
const TABLE = [
  'Niger ended the accord.| France protested.',
  'The U.S. forces left Niger.| They went to Chad.',
  'It is close to the U.S.| The deal was signed in May.',
  'Gen. Tiani met Lt. Col. Goukoye.| Both smiled.',
  'President J. K. Smith arrived.| He spoke.',
  'Trade rose by 3.5 per cent.| Exports fell.',
  'He said: “We are ready.”| She was not.',
  'Is it over?| “No!” he said.',
  'The Senate (see Art. 5) voted.| It passed.',
  'Mr. Tajani told the paper.| Mrs. Meloni agreed.',
  'Wait… what?| Nothing.',
  'Prices, wages, etc. rose in 2023.| Then came the coup.',
  'A title without a stop|\nThe first sentence.| The second.',
  'He signed on 4 Dec. 2023 in Niamey.| Russia sent a plane.',
  'Gazprom Inc. sued.| The court agreed.',
  'The plan vs. the facts.| Nobody knew.',
  'St. Vincent hosted the talks.| Guyana came.',
  'He joined in 1999.| “It was late,” he said.',
];

describe('sentences', () => {
  it.each(TABLE)('%s', (marked) => {
    const parts = marked.split('|').map((part) => part.trim());
    expect(cut(marked.replaceAll('|', ''))).toEqual(parts);
  });

  it('covers every character that is not white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const spans = splitSentences(text);
        let at = 0;
        for (const [start, end] of spans) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('reads a sentence of ten thousand words as one', () => {
    expect(cut(`${'word '.repeat(9999)}end. Next.`)).toHaveLength(2);
  });
});
