import { beforeAll, describe, expect, test } from 'vitest';
import { explanationText } from '../src/cli/explain-text.ts';
import { loadKnowledgeFiles } from '../src/cli/knowledge-files.ts';
import { openReader } from '../src/cli/reader.ts';
import { readDocument } from '../src/documents/read.ts';
import { type ExplainedMention, type Explanation, explainDocument } from '../src/explain.ts';
import { readOne } from '../src/extract.ts';
import { parseKnowledge } from '../src/ontology/knowledge.ts';
import { compileLookup } from '../src/ontology/lookup.ts';
import type { Reader } from '../src/reader/reader.ts';

const ARTICLE = `Niger expels the French ambassador

NIAMEY – Niger expelled the French ambassador on Friday, and President Emmanuel Macron called the decision regrettable. Colonel Idrissa Manou, a spokesman, met nobody in Niamey.

The Front for Sahel Renewal welcomed it. The front, known as FSR, has ties with Russia, Mali, Burkina Faso and Chad, analysts in the Sahel say. Algeria, Morocco, Tunisia, Libya and Egypt sent envoys to France, Spain and Italy.`;

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
const { document } = readDocument({
  path: 'expelled.txt',
  bytes: Buffer.from(ARTICLE),
  metadata: { published: '2023-12-22' },
});
let reader: Reader;
let explanation: Explanation;
beforeAll(async () => {
  reader = await openReader('data/reader', { threads: 2 });
  explanation = await explainDocument(document, reader, lookup);
});

function mention(words: string): ExplainedMention {
  const found = explanation.sentences.flatMap(({ mentions }) => mentions).find((one) => one.words === words);
  if (!found) throw new Error(`no mention "${words}" in:\n${explanationText(explanation)}`);
  return found;
}

describe('why this edge', () => {
  test('offsets slice to the words, of sentences and of mentions', () => {
    for (const { start, end, words, mentions } of explanation.sentences) {
      expect(document.text.slice(start, end)).toBe(words);
      for (const one of mentions) expect(document.text.slice(one.start, one.end)).toBe(one.words);
    }
  });

  test.each<[words: string, actor: string, why: object]>([
    ['Niger', 'country:NER', { kind: 'table', as: 'name', official: null }],
    [
      'President Emmanuel Macron',
      'country:FRA',
      { kind: 'table', as: 'official', official: 'Emmanuel Macron' },
    ],
    ['French', 'country:FRA', { kind: 'table', as: 'demonym', official: null }],
  ])('“%s” is %s', (words, actor, why) => {
    expect(mention(words)).toMatchObject({ actor: { id: actor }, why, dropped: null });
  });

  test('the readings that became assertions are those of the graph, and all of them', async () => {
    const { assertions } = await readOne(document, reader, lookup);
    const told = assertions.flatMap(({ relation, status, evidence }) =>
      evidence.map(({ start }) => `${start} ${relation} ${status}`),
    );
    const explained = explanation.sentences.flatMap(({ start, pairs }) =>
      pairs
        .flatMap(({ readings }) => readings)
        .filter(({ verdict }) => verdict === 'asserted')
        .map(({ relation, status }) => `${start} ${relation} ${status}`),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(explained.sort()).toEqual(told.sort());
  });

  test('an asserted reading tells its date, where it comes from, and what else it may be', async () => {
    const { assertions } = await readOne(document, reader, lookup);
    const readings = explanation.sentences.flatMap(({ pairs }) => pairs).flatMap((pair) => pair.readings);
    const expelled = readings.filter((one) => one.relation === 'expelled' && one.verdict === 'asserted');
    const { when } = assertions.find(({ relation }) => relation === 'expelled')!;
    expect(when).toBe('2023-12-22');
    expect(expelled.map(({ dates: [first] }) => first?.edtf)).toContain(when);
    for (const { dates, verdict } of readings) {
      expect(dates.length > 0).toBe(verdict === 'asserted');
      const chances = dates.map(({ chance }) => chance);
      expect(chances).toEqual([...chances].sort((a, b) => b - a));
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(explanationText(explanation)).toMatch(/; date 0\.\d\d 2023-12-22 \(its sentence\)/);
  });

  test('a mention that is nobody says why', () => {
    expect(mention('Colonel Idrissa Manou')).toMatchObject({
      actor: null,
      dropped: 'unknown-country',
      why: { kind: 'alone' },
    });
    const untaken = explanation.sentences.flatMap((sentence) => sentence.untaken);
    for (const { words, why } of untaken) expect(why === 'collective').toBe(lookup.isCollective(words));
  });

  test('readings that were dropped say what they lacked', () => {
    const readings = explanation.sentences.flatMap(({ pairs }) => pairs.flatMap((pair) => pair.readings));
    const dropped = readings.filter(({ verdict }) => verdict === 'below-threshold');
    expect(dropped.length).toBeGreaterThan(0);
    for (const { probability, threshold } of dropped) {
      expect(probability).toBeGreaterThanOrEqual(0.05);
      expect(probability).toBeLessThan(threshold);
    }
  });

  test('an actor that stands three sentences before a crowded one is not asked about, and it says so', () => {
    const crowded = explanation.sentences.at(-2)!;
    expect(crowded.words).toMatch(/^The front, known as FSR/);
    expect(crowded.unpaired).toContainEqual({ why: 'hopeless', actors: ['Russia', 'France'] });
  });

  test('an expression for several says whom it means', async () => {
    const text = 'Ghana met Togo in Lome. France thanked both countries.';
    const told = explanationText(await explainDocument({ ...document, text }, reader, lookup));
    expect(told).toContain('“both countries” → Ghana, Togo; the nearest so many named together before');
  });

  test('as text: one line for each mention and reading, and nothing that a terminal would obey', async () => {
    const text = explanationText(explanation);
    expect(text).toMatch(/^expelled\.txt: “Niger expels the French ambassador”, published 2023-12-22\n/);
    expect(text).toContain(
      '“President Emmanuel Macron” country → France (country:FRA); Emmanuel Macron acts for it',
    );
    expect(text).toMatch(
      /0\.\d\d Niger [a-z-]+ France, actual: ASSERTED with confidence 0\.\d\d \(threshold 0\.\d\d\)/,
    );
    expect(text).toMatch(/not tried \(from where they stand, hardly ever related\): Russia and France/);
    const hostile = { ...document, text: 'Niger\u001b[2J expelled \u202eFrance.', title: '\u001b]0;x\u0007' };
    expect(explanationText(await explainDocument(hostile, reader, lookup)).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}]/u,
    );
  });
});
