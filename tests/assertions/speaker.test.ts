import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { speakerOf } from '../../src/assertions/speaker.ts';
import type { ActorType } from '../../src/model/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const NAMES: readonly [words: string, id: string][] = [
  ['Niger', 'country:NER'],
  ['the junta', 'country:NER'],
  ['France', 'country:FRA'],
  ['Paris', 'country:FRA'],
  ['ECOWAS', 'organisation:ecowas'],
  ['Tajani', 'country:ITA'],
  ['Jane Roe', 'person:jane-roe'],
];

function castOf(text: string): ActorInText[] {
  return NAMES.map(([words, id]) => {
    const type = id.split(':')[0] as ActorType;
    const mentions = [...text.matchAll(new RegExp(words, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + words.length,
      words,
      type,
    }));
    return { id, name: words, type, known: undefined, mentions };
  });
}

function speaker(text: string, sentence = 0): string | null {
  const found = speakerOf(text, splitSentences(text), sentence, castOf(text));
  if (found) expect(text.slice(found.start, found.end)).toBe(found.words);
  return found && `${found.words} (${found.actor})`;
}

describe('who says it', () => {
  it.each([
    ['Niger said that France had attacked its troops.', 'Niger (country:NER)'],
    ['Niger’s foreign minister said France had left.', 'Niger (country:NER)'],
    ['On Tuesday Paris repeatedly claimed that Niger had agreed.', 'Paris (country:FRA)'],
    ['Tajani, the foreign minister, has said that Niger is a friend.', 'Tajani (country:ITA)'],
    ['According to the junta, France armed the rebels.', 'the junta (country:NER)'],
    ['France armed the rebels, according to a spokesman for Niger.', 'Niger (country:NER)'],
    ['“France must go”, said the spokesman of ECOWAS.', 'ECOWAS (organisation:ecowas)'],
    ['Jane Roe said that Niger would join ECOWAS.', 'Jane Roe (null)'],
    // The text's own voice, and acts of speech that are relations themselves.
    ['Niger expelled the ambassador of France.', null],
    ['Niger accused France of arming rebels.', null],
    ['France left Niger, and the minister of Chad said nothing.', null],
    ['Niger said no to France.', null],
    ['Niger and France met.', null],
  ])('%s', (text, expected) => expect(speaker(text)).toBe(expected));

  it('is, within a quotation, who is named beside it', () => {
    const text = '“France never left,” said Tajani. “Niger asked for it.” ECOWAS met in Abuja.';
    expect(speaker(text, 1)).toBe('Tajani (country:ITA)');
    expect(speaker(text, 2)).toBeNull();
  });

  it('is nobody where the sentence before tells of a speaker but the quotation is over', () => {
    expect(speaker('Niger said: “We are free.” France withdrew its troops.', 1)).toBeNull();
  });

  it('is found or not in any text, and its words stand where it says', () => {
    const part = fc.constantFrom(
      ...NAMES.map(([words]) => words),
      'said',
      '“',
      '”',
      '"',
      '.',
      ', ',
      ' that ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ');
        splitSentences(text).forEach((_, i) => speaker(text, i));
      }),
    );
  });
});
