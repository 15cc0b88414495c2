import { expect, test } from 'vitest';
import { encodeText } from '../../src/documents/record.ts';
import { readDocument } from '../../src/documents/read.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import type { LabelledDocument } from '../../src/evaluate/evaluate.ts';
import { fitDates } from '../../src/evaluate/fit-dates.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
const country = (name: string) => ({ name, type: 'country' as const, aliases: [] });

/** A sentence that states one relation, with its date. */
function labelled(sentence: string, when: string | null, published: string): LabelledDocument {
  const input = { path: 'a.txt', bytes: encodeText(`${sentence}\n`), metadata: { published } };
  const relation = { source: 'Chad', relation: 'expelled', target: 'Togo', status: 'actual' as const };
  return {
    document: readDocument(input).document,
    labels: {
      id: 'a',
      entities: [country('Chad'), country('Togo')],
      relations: [{ ...relation, when, evidence: [sentence] }],
    },
  };
}

const SENTENCE = 'Chad expelled an envoy of Togo in May 2019, and rain fell on Benin in June 2018.';
const fit = (when: string | null) =>
  fitDates(Array<LabelledDocument>(6).fill(labelled(SENTENCE, when, '2021-03-04')), lookup);

test('what the labelled date has and the others have not weighs more', () => {
  const near = fit('2019-05');
  expect(near['first']).toBeGreaterThan(0);
  expect(near['last']).toBeLessThan(0);
  const far = fit('2018-06');
  expect(far['first']).toBeLessThan(0);
  expect(far['last']).toBeGreaterThan(0);
});

test('the year alone is no answer where the month is told', () => {
  const year = 'year of the document: any';
  const news = 'Chad has expelled an envoy of Togo.';
  const fitted = fitDates(
    Array<LabelledDocument>(6).fill(labelled(news, '2021-03-04', '2021-03-04')),
    lookup,
  );
  expect(fitted[year]).toBeLessThan(0);
  expect(fitted['month of the document: any']).toBeGreaterThan(0);
});

test('a text that tells no date speaks against them all', () => {
  const none = fit(null);
  expect(none['in its sentence, actual']).toBeLessThan(0);
  expect(none['month of the document: any']).toBeLessThan(0);
});
