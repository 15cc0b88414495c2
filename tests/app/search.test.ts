import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/app/data/corpus.ts';
import { excerpt, folded, piecesOf, queryWords, wordStart } from '../../src/app/topbar/fold.ts';
import { SearchIndex } from '../../src/app/topbar/searchIndex.ts';
import { reachOf } from '../../src/app/topbar/share.ts';
import { actor, corpus, says } from './builders.ts';

const found = (text: string, typed: string) =>
  piecesOf(text, queryWords(typed))
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('words that are searched for', () => {
  it.each([
    ['Côte d’Ivoire', "cote d'iv", ['Côte', 'd’Iv']],
    ['São Tomé and Príncipe', 'SAO principe', ['São', 'Príncipe']],
    ['Niger expelled France; Nigeria did not.', 'niger', ['Niger', 'Niger']],
    ['Niger', 'ger', []],
    ['The Iron İstanbul', 'istanbul', ['İstanbul']],
    ['re-elected', 'elected', ['elected']],
    ['', 'any', []],
  ])('in "%s" for "%s" are %j', (text, typed, pieces) => {
    expect(found(text, typed)).toEqual(pieces);
  });

  it('are cut out of the text without a letter lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (text, typed) => {
          const pieces = piecesOf(text, queryWords(typed));
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
    );
  });

  it('start where a word of the text does', () => {
    expect(wordStart('the niger of nigeria', 'nigeria')).toBe(13);
    expect(wordStart('kenyan', 'nya')).toBe(-1);
    expect(wordStart(folded('l’été: été'), folded('été'))).toBe(2);
  });

  it('stand in an excerpt of a long text', () => {
    const long = `${'Before that. '.repeat(30)}Niger expelled the ambassador. ${'After that. '.repeat(30)}`;
    const short = excerpt(long, ['ambassador']);
    expect(short).toContain('ambassador');
    expect(short.length).toBeLessThan(160);
    expect(short.startsWith('… ')).toBe(true);
    expect(short.endsWith(' …')).toBe(true);
    expect(excerpt('Short.', ['x'])).toBe('Short.');
    const solid = 'x'.repeat(400);
    expect(excerpt(solid, ['y']).length).toBeLessThan(160);
  });
});

const OPEN = corpus(
  [
    says('niger', 'expelled', 'france', { reported: '2023-12-05' }),
    says('niger', 'expelled', 'france', { reported: '2024-01-05', by: 'wire' }),
    says('niger', 'accuses', 'benin', { by: 'wire' }),
    says('mali', 'left', 'ivory', { reported: '2024-02-01' }),
  ],
  [actor('ivory', 'country', { name: 'Côte d’Ivoire' })],
);
const RELATIONS: Record<string, string> = { expelled: 'a expulsé', accuses: 'accuse' };

async function indexOf(open: Corpus): Promise<SearchIndex> {
  const index = await SearchIndex.make(
    open,
    (relation) => RELATIONS[relation] ?? relation,
    () => Promise.resolve(),
  );
  return index!;
}

describe('search for ties', () => {
  it.each([
    ['niger france', ['niger expelled france']],
    ['expulse', ['niger expelled france']],
    ['Niger accuse', ['niger accuses benin']],
    ['niger', []],
    ['cote ivoire', []],
    ['mali cote', ['mali left ivory']],
    ['x', []],
  ])('for "%s" finds %j', async (typed, ties) => {
    const index = await indexOf(OPEN);
    const { best, count } = index.findTies(queryWords(typed), 9);
    expect(best.map(({ id }) => id)).toEqual(ties);
    expect(count).toBe(ties.length);
  });
});

describe('search for quotes', () => {
  it('finds all that have the words, the same sentence once, with its tie', async () => {
    const index = await indexOf(OPEN);
    const { best, count } = index.findQuotes(queryWords('FRANCE expelled'), 9);
    expect(count).toBe(1);
    expect(best[0]).toMatchObject({ evidence: 0, tie: 'niger expelled france' });
  });

  it('puts what has the words in a row first, then the newest', async () => {
    const open = corpus([
      says('a', 'left', 'b', { reported: '2024-05-01' }),
      says('a', 'aid', 'b', { reported: '2024-06-01' }),
      says('b', 'left', 'a', { reported: '2020-01-01' }),
    ]);
    const index = await indexOf(open);
    const texts = (typed: string) =>
      index.findQuotes(queryWords(typed), 9).best.map(({ assertion }) => assertion.evidence[0]!.quote);
    expect(texts('a left')).toEqual(['a left b', 'b left a']);
    expect(texts('left a')).toEqual(['b left a', 'a left b']);
    expect(texts('a b')).toEqual(['a aid b', 'a left b', 'b left a']);
  });

  it('stops when it is no longer wanted, and lets the page go on between slices', async () => {
    const many = corpus(Array.from({ length: 5000 }, (_, i) => says(`a${i}`, 'left', 'b')));
    const slow: Corpus = {
      ...many,
      file: {
        ...many.file,
        assertions: many.file.assertions.map((assertion) => ({
          ...assertion,
          evidence: assertion.evidence.map((one) => ({ ...one, quote: 'é'.repeat(2000) })),
        })),
      },
    };
    let pauses = 0;
    const pause = () => Promise.resolve(void pauses++);
    expect(await SearchIndex.make(slow, String, pause, () => pauses > 2)).toBeNull();
    expect(pauses).toBe(3);
  });
});

describe('how far a link leads', () => {
  const served = { served: { sha256: '', state: '' } };
  it.each([
    ['https:', 'entente.example.org', served, 'link'],
    ['http:', '127.0.0.1', served, 'machine'],
    ['http:', 'localhost', served, 'machine'],
    ['http:', '127.0.0.1.example.org', served, 'link'],
    ['file:', '', served, 'file'],
    ['https:', 'entente.example.org', {}, 'tab'],
  ] as const)('%s//%s', (protocol, hostname, open, reach) => {
    expect(reachOf(open, { protocol, hostname })).toBe(reach);
  });
});
