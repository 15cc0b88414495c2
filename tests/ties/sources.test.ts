import { describe, expect, test } from 'vitest';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { selectTies } from '../../src/formats/select.ts';
import type { Document, GraphFile } from '../../src/model/index.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { tiesOf } from '../../src/ties/fold.ts';

function told(by: readonly (readonly [id: string, copyOf?: string])[]): GraphFile {
  const quote = 'Niger expelled France.';
  const documents = by.map(([id, copyOf]): Document => ({
    id,
    path: `${id}.txt`,
    title: id,
    published: '2023-12-05',
    publishedBasis: 'given',
    source: null,
    url: null,
    language: 'en',
    sha256: '0'.repeat(64),
    text: quote,
    ...(copyOf === undefined ? {} : { copyOf }),
  }));
  const country = (id: string, name: string) => ({
    id,
    name,
    type: 'country' as const,
    subtype: null,
    aliases: [],
  });
  return {
    format: 'entente/1',
    generator: { name: 'entente', version: '0', ontology: '1' },
    documents,
    actors: [country('country:FRA', 'France'), country('country:NER', 'Niger')],
    assertions: documents.map(({ id, published }) => ({
      id: `a-${id}`,
      source: 'country:NER',
      relation: 'expelled',
      target: 'country:FRA',
      status: 'actual',
      when: '2023-12',
      whenBasis: 'text',
      reported: published,
      topics: [],
      confidence: 0.9,
      evidence: [
        {
          document: id,
          start: 0,
          end: 22,
          quote,
          source: [[0, 5]],
          target: [[15, 21]],
          reader: 'r',
          confidence: 0.9,
        },
      ],
    })),
    edits: [],
  };
}

describe('independent sources of a tie', () => {
  test.each<[what: string, documents: readonly (readonly [string, string?])[], sources: number]>([
    ['two reports', [['a'], ['b']], 2],
    ['a report and its copy', [['a'], ['b', 'a']], 1],
    ['a report, its copy and another report', [['a'], ['b', 'a'], ['c']], 2],
    [
      'two copies of a report that is in another file',
      [
        ['b', 'a'],
        ['c', 'a'],
      ],
      1,
    ],
  ])('%s', (_, documents, sources) => {
    const graph = told(documents);
    const again = readGraph(writeGraph(graph), 'graph.json');
    expect(again).toEqual(graph);
    expect(tiesOf(again).map((tie) => tie.sources)).toEqual([sources]);
    expect(tiesAt(again, { asOf: '2024', clock: 'reported' }).map((tie) => tie.sources)).toEqual([sources]);
    expect(selectTies(again, { statuses: ['actual'] }).ties.map((tie) => tie.sources)).toEqual([sources]);
    expect(selectTies(again, { minSources: 2 }).ties).toHaveLength(sources >= 2 ? 1 : 0);
  });
});
