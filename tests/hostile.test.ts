/** Hostile inputs through the whole of the reading: quotes are always where the file says they are. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadKnowledgeFiles } from '../src/cli/knowledge-files.ts';
import { openReader } from '../src/cli/reader.ts';
import { readArticles } from '../src/documents/articles.ts';
import { withDistinctIds } from '../src/documents/ids.ts';
import { UnreadableDocument } from '../src/documents/input.ts';
import type { ReadableDocument } from '../src/documents/read.ts';
import { explainDocument } from '../src/explain.ts';
import { extractGraph } from '../src/extract.ts';
import { readGraph, writeGraph } from '../src/formats/json.ts';
import { parseKnowledge } from '../src/ontology/knowledge.ts';
import { compileLookup } from '../src/ontology/lookup.ts';
import type { Reader } from '../src/reader/reader.ts';

const knowledge = parseKnowledge(loadKnowledgeFiles());
const lookup = compileLookup(knowledge);
let reader: Reader;
beforeAll(async () => {
  reader = await openReader('data/reader', { threads: 2 });
});

const SENTENCES = [
  'Niger expelled the French ambassador on Friday.',
  'Russia signed a military agreement with Mali in January 2024.',
  'The United States condemned the coup in Niger and suspended its aid.',
];
const ODD = [
  '\u202eRussia\u202c ',
  'Ni\u00adger ',
  'Fra\u200dnce\u0301 ',
  '\ud83d\ude00',
  '\ud800',
  '<b>Mali</b> ',
  '&amp;',
  '\u0000',
  '\n\n',
  '“',
  '’s ',
  'النيجر ',
  'X'.repeat(300),
];

/** The same words in each format, as an item, a body or a line of it. */
const WRAPPED: readonly (readonly [path: string, wrap: (words: string) => string])[] = [
  ['a.txt', (words) => words],
  ['a.md', (words) => `# Title\n\n> ${words}`],
  ['a.html', (words) => `<article><p>${words}<p>${words}</article>`],
  [
    'a.xml',
    (words) => `<rss><channel><item><description><![CDATA[${words}]]></description></item></channel></rss>`,
  ],
  ['a.eml', (words) => `From: a\nContent-Type: text/html; charset=utf-8\n\n<p>${words}`],
  ['a.jsonl', (words) => JSON.stringify({ text: words })],
];

async function documentsOf(path: string, content: string): Promise<readonly ReadableDocument[]> {
  try {
    return (await readArticles({ path, bytes: Buffer.from(content) })).documents;
  } catch (error) {
    if (error instanceof UnreadableDocument) return [];
    throw error;
  }
}

test('every quote and every mention slices out of its document, and the file reads back', async () => {
  let quotes = 0;
  const words = fc
    .array(fc.oneof(fc.constantFrom(...SENTENCES), fc.constantFrom(...ODD), fc.string({ unit: 'binary' })), {
      minLength: 2,
      maxLength: 8,
    })
    .map((parts) => `${parts.join(' ')} ${SENTENCES[0]}`);
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const read = await Promise.all(WRAPPED.map(([path, wrap]) => documentsOf(path, wrap(text))));
      const graph = await extractGraph(withDistinctIds(read.flat()), reader, knowledge);
      expect(readGraph(writeGraph(graph), 'graph.json').assertions).toEqual(graph.assertions);
      const texts = new Map(graph.documents.map((document) => [document.id, document.text!]));
      for (const { document, start, end, quote, source, target } of graph.assertions.flatMap(
        (a) => a.evidence,
      )) {
        quotes++;
        const whole = texts.get(document)!;
        expect(whole.slice(start, end)).toBe(quote);
        for (const [from, to] of [...source, ...target]) expect(whole.slice(from, to).trim()).not.toBe('');
      }
    }),
    { numRuns: 12 },
  );
  expect(quotes).toBeGreaterThan(12);
});

test('what is explained slices out of the document, whatever it holds', async () => {
  // A text with a zero in it counts as binary and is refused.
  const readable = ODD.filter((odd) => odd !== '\u0000');
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...SENTENCES, ...readable], { minLength: 6 }), async (parts) => {
      const [document] = await documentsOf('a.txt', `${SENTENCES[1]} ${parts.join(' ')}`);
      const { sentences } = await explainDocument(document!, reader, lookup);
      expect(sentences.length).toBeGreaterThan(0);
      for (const { start, end, words, mentions } of sentences) {
        expect(document!.text.slice(start, end)).toBe(words);
        for (const one of mentions) expect(document!.text.slice(one.start, one.end)).toBe(one.words);
      }
    }),
    { numRuns: 10 },
  );
});
