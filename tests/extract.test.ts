import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDocuments } from '../src/cli/load-documents.ts';
import { loadKnowledgeFiles } from '../src/cli/knowledge-files.ts';
import { openReader } from '../src/cli/reader.ts';
import type { ReadableDocument } from '../src/documents/read.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { parseLabels } from '../src/evaluate/labels.ts';
import { f1Of, precisionOf } from '../src/evaluate/score.ts';
import { GENERATOR, extractGraph } from '../src/extract.ts';
import { writeGraph } from '../src/formats/json.ts';
import { parseKnowledge } from '../src/ontology/knowledge.ts';
import { compileLookup } from '../src/ontology/lookup.ts';
import type { Reader } from '../src/reader/reader.ts';

const knowledge = parseKnowledge(loadKnowledgeFiles());
const seeds = readdirSync('seeds').filter((file) => file.endsWith('.txt'));
const { documents } = await loadDocuments(
  seeds.map((file) => `seeds/${file}`),
  [],
);
let reader: Reader;
beforeAll(async () => {
  reader = await openReader('data/reader', { threads: 2 });
});

const article = (text: string, id = 'a'): ReadableDocument => ({
  ...documents[0]!,
  id,
  path: `${id}.txt`,
  title: id,
  text,
});

describe('the pipeline', () => {
  it('gives the same bytes whatever the order of the documents', async () => {
    const some = documents.filter((_, i) => i !== 1);
    const one = writeGraph(await extractGraph(some, reader, knowledge));
    const other = writeGraph(await extractGraph([...some].reverse(), reader, knowledge));
    expect(other).toBe(one);
  });

  it('reads a document alone as it reads it among others', async () => {
    const [first, second] = [documents[0]!, documents[4]!];
    const alone = await extractGraph([first], reader, knowledge);
    const together = await extractGraph([second, first], reader, knowledge);
    const ofFirst = together.assertions.filter((a) => a.evidence[0]!.document === first.id);
    expect(alone.assertions.length).toBeGreaterThan(3);
    expect(ofFirst).toEqual(alone.assertions);
  });

  it('reads “the two countries” as those whom it means, and keeps the words as evidence', async () => {
    const text =
      'Ghana and Togo signed a gas agreement in Lome.\n\nFrance welcomed the deal, and promised 50 million euros to the two countries.';
    const { assertions } = await extractGraph([article(text)], reader, knowledge);
    const aid = assertions.filter(({ relation }) => relation === 'aid');
    expect(aid.map(({ source, target }) => `${source} ${target}`).sort()).toEqual([
      'country:FRA country:GHA',
      'country:FRA country:TGO',
    ]);
    for (const { evidence } of aid) {
      expect(evidence.map(({ target }) => target.map((span) => text.slice(...span)))).toEqual([
        ['the two countries'],
      ]);
      expect(evidence[0]!.quote).toBe(text.slice(text.indexOf('France welcomed')));
    }
  });

  it('reads at least half of the labelled relations of the seeds, and is right more often than not', async () => {
    const labelled = documents.map((document) => {
      const path = `tests/corpus/seeds/${document.id}.json`;
      return { document, labels: parseLabels(readFileSync(path, 'utf8'), path) };
    });
    const { endToEnd, perfectActors } = await evaluate(labelled, reader, compileLookup(knowledge));
    expect(f1Of(endToEnd.strict)).toBeGreaterThanOrEqual(0.5);
    expect(precisionOf(endToEnd.strict)).toBeGreaterThanOrEqual(0.5);
    expect(f1Of(perfectActors.strict)).toBeGreaterThanOrEqual(0.55);
  });

  it.each([
    ['no words', '—'],
    ['one sentence of ten thousand words', `Niger ${'and then '.repeat(5000)} expelled France.`],
    ['lone surrogates', 'Niger expelled \ud800 France.'],
    ['right-to-left text and joiners', 'النيجر Niger expelled \u200dFrance\u200f.'],
    ['no actor', 'The rain fell on the roof. It went on.'],
  ])('survives %s', async (_, text) => {
    const graph = await extractGraph([article(text)], reader, knowledge);
    for (const { evidence } of graph.assertions) {
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
    }
    expect(graph.documents).toHaveLength(1);
  });

  it('keeps what is finished when it is told to stop', async () => {
    const signal = { aborted: false, throwIfAborted: () => undefined };
    const graph = await extractGraph([documents[4]!, documents[0]!], reader, knowledge, {
      signal,
      onProgress: (done) => (signal.aborted = done === 1),
    });
    expect(graph.documents.map(({ id }) => id)).toEqual([documents[4]!.id]);
  });

  it('says which version made the file', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(GENERATOR.version).toBe(version);
  });
});
