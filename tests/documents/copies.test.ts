import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withCopiesMarked } from '../../src/documents/copies.ts';
import type { Document } from '../../src/model/index.ts';

function article(id: string, text: string | undefined, published: string | null = null): Document {
  return {
    id,
    path: `${id}.txt`,
    title: id,
    published,
    publishedBasis: published === null ? 'none' : 'given',
    source: null,
    url: null,
    language: 'en',
    sha256: '0'.repeat(64),
    ...(text === undefined ? {} : { text }),
  };
}

/** Which documents are marked, as "copy<original". */
function marked(documents: readonly Document[]): string[] {
  return withCopiesMarked(documents).flatMap(({ id, copyOf }) => (copyOf ? [`${id}<${copyOf}`] : []));
}

/** A text of so many words, of which `changed` differ from those of the same topic. */
function words(topic: string, count: number, changed: readonly number[] = [], by = 'other'): string {
  return Array.from({ length: count }, (_, i) => (changed.includes(i) ? by : `${topic}${i}`)).join(' ');
}

const DISPATCH =
  'Niger ended its military agreement with the United States on Saturday, a spokesman of the junta said on ' +
  'state television. Some thousand American soldiers are in the country, most of them at a base for drones ' +
  'near Agadez that cost a hundred million dollars. The decision came after a visit by American officials.';

describe('wire copies', () => {
  test.each<[what: string, other: string, isCopy: boolean]>([
    ['the same text', DISPATCH, true],
    ['other capitals, marks and line breaks', DISPATCH.toUpperCase().replaceAll('. ', '.\n\n– '), true],
    ['another title and byline', `Niger cuts US ties\n\nBy our staff, Niamey\n\n${DISPATCH}`, true],
    ['a sentence more', `${DISPATCH} The Pentagon said that it was aware of reports of the statement.`, true],
    ['a part of a long report', `${DISPATCH} ${words('more', 60)}`, false],
    ['the same news in other words', DISPATCH.split(' ').reverse().join(' '), false],
    ['another report', words('report', 50), false],
  ])('%s', (_, other, isCopy) => {
    const documents = [article('a', DISPATCH, '2024-03-16'), article('b', other, '2024-03-17')];
    expect(marked(documents)).toEqual(isCopy ? ['b<a'] : []);
  });

  test('the earliest is the original, then the first by id; an undated one comes last', () => {
    const documents = [
      article('a', DISPATCH),
      article('c', DISPATCH, '2024-03-16'),
      article('b', DISPATCH, '2024-03-17'),
      article('d', DISPATCH, '2024-03-16'),
    ];
    expect(marked(documents)).toEqual(['a<c', 'b<c', 'd<c']);
  });

  test('small changes, each near the last, do not make copies of texts that differ', () => {
    const steps = [0, 1, 2, 3].map((step) =>
      words(
        'w',
        100,
        Array.from({ length: step * 4 }, (_, i) => i * 6),
      ),
    );
    expect(marked(steps.map((text, i) => article(`v${i}`, text, `2024-03-0${i + 1}`)))).toEqual([
      'v1<v0',
      'v3<v2',
    ]);
  });

  test('a mark that no longer holds goes; without a text nothing is known and it stays', () => {
    const documents = [
      { ...article('a', DISPATCH), copyOf: 'gone' },
      { ...article('b', undefined), copyOf: 'gone' },
    ];
    expect(marked(documents)).toEqual(['b<gone']);
  });

  test('the order of documents does not matter, and every copy shares 0.6 of its original’s shingles', () => {
    const text = fc
      .tuple(
        fc.constantFrom('x', 'y'),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
      )
      .map(([topic, count, changed]) => words(topic, count, changed));
    const some = fc.array(fc.tuple(text, fc.constantFrom(null, '2024', '2024-03', '2024-03-16')), {
      maxLength: 12,
    });
    const shuffled = some
      .map((list) => list.map(([text, published], i) => article(`d${i}`, text, published)))
      .chain((documents) =>
        fc.tuple(
          fc.constant(documents),
          fc.shuffledSubarray(documents, { minLength: documents.length, maxLength: documents.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([documents, other]) => {
        expect(marked(other).sort()).toEqual(marked(documents).sort());
        const texts = new Map(documents.map(({ id, text }) => [id, text!]));
        const copies = new Map(marked(documents).map((mark) => mark.split('<') as [string, string]));
        for (const { id } of documents) {
          const original = copies.get(id);
          if (original === undefined) continue;
          expect(copies.has(original)).toBe(false);
          expect(similarity(texts.get(id)!, texts.get(original)!)).toBeGreaterThanOrEqual(0.6);
        }
        // None is missed: two that are no copies are less alike.
        const originals = documents.filter(({ id }) => !copies.has(id));
        for (const a of originals)
          for (const b of originals) if (a !== b) expect(similarity(a.text!, b.text!)).toBeLessThan(0.6);
      }),
    );
  });
});

/** The plain definition, to check against. */
function similarity(a: string, b: string): number {
  const runs = (text: string) => {
    const all = text.split(' ');
    const count = Math.max(1, all.length - 4);
    return new Set(Array.from({ length: count }, (_, i) => all.slice(i, i + 5).join(' ')));
  };
  const [x, y] = [runs(a), runs(b)];
  const shared = [...x].filter((run) => y.has(run)).length;
  return shared / (x.size + y.size - shared);
}
