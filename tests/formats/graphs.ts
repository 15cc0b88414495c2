/** Graphs for the tests of formats: one small by hand, and any number by chance. */
import fc from 'fast-check';
import type { Actor, Assertion, Document, GraphFile, Status } from '../../src/model/index.ts';
import { STATUSES } from '../../src/model/index.ts';
import { RELATION_IDS } from '../../src/ontology/relations/index.ts';

const TEXT = 'Niger expelled France. It later turned to Russia.';

export const NIGER: Actor = {
  id: 'country:NER',
  name: 'Niger',
  type: 'country',
  subtype: null,
  aliases: ['Niamey', 'Nigerien'],
  iso3: 'NER',
};
export const FRANCE: Actor = {
  ...NIGER,
  id: 'country:FRA',
  name: 'France',
  aliases: ['French'],
  iso3: 'FRA',
};

export const ARTICLE: Document = {
  id: 'article',
  path: 'news/article.txt',
  title: 'Niger turns',
  published: '2024-03',
  publishedBasis: 'given',
  source: 'The Herald',
  url: null,
  language: 'en',
  sha256: 'a'.repeat(64),
  text: TEXT,
};

export const EXPELLED: Assertion = {
  id: 'article-1',
  source: 'country:NER',
  relation: 'expelled',
  target: 'country:FRA',
  status: 'actual',
  when: '2023-12',
  whenBasis: 'text',
  reported: '2024-03',
  topics: [],
  confidence: 0.9,
  evidence: [
    {
      document: 'article',
      start: 0,
      end: 22,
      quote: 'Niger expelled France.',
      source: [[0, 5]],
      target: [[15, 21]],
      reader: 'test/1',
      confidence: 0.9,
    },
  ],
};

export const SMALL: GraphFile = {
  format: 'entente/1',
  generator: { name: 'entente', version: '0.0.0', ontology: '1' },
  documents: [ARTICLE],
  actors: [FRANCE, NIGER],
  assertions: [EXPELLED],
  edits: [],
};

const edtf = fc.constantFrom(null, '2024', '2023-07~', '2024-03-26', '2018/..', '../2025-03', '[..2024-03]');
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

/** Any graph that holds together; lists in any order. */
export const anyGraph: fc.Arbitrary<GraphFile> = fc
  .record({
    names: fc.uniqueArray(words, { minLength: 1, maxLength: 6 }),
    texts: fc.array(fc.tuple(words, words, fc.boolean(), edtf), { minLength: 1, maxLength: 4 }),
    claims: fc.array(
      fc.record({
        source: fc.nat(),
        target: fc.nat(),
        relation: fc.constantFrom(...RELATION_IDS),
        status: fc.constantFrom<Status>(...STATUSES),
        when: edtf,
        document: fc.nat(),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ names, texts, claims }) => {
    const actors = names.map((name, i): Actor => ({
      ...NIGER,
      id: `organisation:o${i}`,
      name,
      type: 'organisation',
    }));
    const documents = texts.map(([title, text, keepsText, published], i): Document => {
      const { text: _, ...rest } = ARTICLE;
      return { ...rest, id: `d${i}`, title, published, ...(keepsText && { text }) };
    });
    const assertions = claims.map((claim, i): Assertion => {
      const index = claim.document % texts.length;
      const quote = texts[index]![1];
      const { relation, status, when, confidence } = claim;
      return {
        ...EXPELLED,
        id: `a${i}`,
        source: actors[claim.source % actors.length]!.id,
        target: actors[claim.target % actors.length]!.id,
        relation,
        status,
        when,
        confidence,
        evidence: [
          {
            ...EXPELLED.evidence[0]!,
            document: `d${index}`,
            start: 0,
            end: quote.length,
            quote,
            source: [],
            target: [],
          },
        ],
      };
    });
    return { ...SMALL, actors, documents, assertions };
  });
