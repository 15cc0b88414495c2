import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenGraph, readGraph, writeGraph } from '../../src/formats/json.ts';
import type { StoredGraph } from '../../src/model/index.ts';
import { ARTICLE, EXPELLED, SMALL, anyGraph } from './graphs.ts';

const EVIDENCE = EXPELLED.evidence[0]!;

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenGraph);
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

describe('a graph file', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
          [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(readGraph(writeGraph(graph), 'graph.json')).toEqual({
          ...graph,
          documents: byId(graph.documents),
          actors: byId(graph.actors),
          assertions: byId(graph.assertions),
        });
      }),
    );
  });

  test('has the same bytes whatever the order of its records and keys', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const backwards = <T extends object>(items: readonly T[]) =>
          [...items].reverse().map((item) => Object.fromEntries(Object.entries(item).reverse()) as T);
        const other = {
          ...graph,
          documents: backwards(graph.documents),
          actors: backwards(graph.actors),
          assertions: backwards(graph.assertions),
        };
        expect(writeGraph(other)).toBe(writeGraph(graph));
      }),
    );
  });

  test('may be a snapshot with its ties', () => {
    const snapshot: StoredGraph = {
      ...SMALL,
      snapshot: { asOf: '2024-01', clock: 'when', parent: 'b'.repeat(64) },
      ties: [
        {
          source: 'country:NER',
          relation: 'expelled',
          target: 'country:FRA',
          sign: -1,
          certainty: 'certain',
          status: 'actual',
          from: '2023-12',
          to: null,
          openedBy: ['article-1'],
          closedBy: [],
          sources: 1,
        },
      ],
    };
    expect(readGraph(writeGraph(snapshot), 'snap.json')).toEqual(snapshot);
  });

  test('may leave the texts out, and then quotes cannot be compared', () => {
    const { text: _, ...withoutText } = ARTICLE;
    const graph = { ...SMALL, documents: [withoutText] };
    expect(readGraph(writeGraph(graph), 'graph.json')).toEqual(graph);
  });

  test('may begin with a byte order mark', () => {
    expect(readGraph(`\uFEFF${writeGraph(SMALL)}`, 'graph.json')).toEqual(SMALL);
  });
});

describe('a broken graph file is refused with file, place and way out', () => {
  test.each<[what: string, text: string, message: RegExp]>([
    ['cut off', writeGraph(SMALL).slice(0, 200), /^g\.json:\d+:\d+: not JSON: .*cut off/],
    ['a comma too much', '{\n "format": "entente/1",,\n}', /^g\.json:2:24: not JSON/],
    ['empty', '', /^g\.json:1:1: not JSON/],
    ['another kind of JSON', '{"nodes": []}', /^g\.json: no Entente graph: .*entente extract/],
    ['a list', '[]', /^g\.json: no Entente graph/],
    ['null', 'null', /^g\.json: no Entente graph/],
    [
      'of a newer version',
      '{"format": "entente/2", "new": true}',
      /^g\.json: format entente\/2: made by a newer Entente; update/,
    ],
    ['with fields missing', '{"format": "entente/1"}', /^g\.json: \$: .*does not have required property/],
  ])('%s', (_, text, message) => {
    expect(messageOf(() => readGraph(text, 'g.json'))).toMatch(message);
  });

  const withAssertion = (change: object) => ({ ...SMALL, assertions: [{ ...EXPELLED, ...change }] });
  const withEvidence = (change: object) => withAssertion({ evidence: [{ ...EVIDENCE, ...change }] });
  const withDocument = (change: object) => ({ ...SMALL, documents: [{ ...ARTICLE, ...change }] });

  test.each<[what: string, graph: object, message: RegExp]>([
    ['an unknown field', { ...SMALL, extra: 1 }, /\$\.extra|\$: .*extra/],
    ['an unknown status', withAssertion({ status: 'maybe' }), /\$\.assertions\[0\]\.status: /],
    ['a confidence above 1', withAssertion({ confidence: 1.2 }), /\$\.assertions\[0\]\.confidence: /],
    ['no evidence', withAssertion({ evidence: [] }), /\$\.assertions\[0\]\.evidence: /],
    ['a bad hash', withDocument({ sha256: 'xyz' }), /\$\.documents\[0\]\.sha256: /],
    ['an edit without a kind', { ...SMALL, edits: [{ note: 'x' }] }, /\$\.edits\[0\]/],
    [
      'an unknown relation',
      withAssertion({ relation: 'liked' }),
      /\$\.assertions\[0\]\.relation: no relation "liked"/,
    ],
    [
      'an unknown source',
      withAssertion({ source: 'country:XXX' }),
      /\.source: no actor "country:XXX" in this file/,
    ],
    ['a date that is none', withAssertion({ when: '2024-13' }), /\.when: "2024-13" is no EDTF date/],
    [
      'a publication date that is none',
      withDocument({ published: 'March' }),
      /documents\[0\]\.published: "March"/,
    ],
    [
      'an unknown document',
      withEvidence({ document: 'other' }),
      /evidence\[0\]\.document: no document "other"/,
    ],
    [
      'a quote beside the text',
      withEvidence({ start: 1, end: 23 }),
      /the text has "iger expelled France\. " at 1–23/,
    ],
    [
      'a span beyond the text',
      withEvidence({ target: [[40, 400]] }),
      /span 40–400 is not within the document's 49/,
    ],
    [
      'an id twice',
      { ...SMALL, actors: [...SMALL.actors, SMALL.actors[0]] },
      /actors\[2\]\.id: "country:FRA" is there twice/,
    ],
  ])('%s', (_, graph, message) => {
    expect(messageOf(() => readGraph(JSON.stringify(graph), 'g.json'))).toMatch(message);
    expect(messageOf(() => writeGraph(graph as StoredGraph))).toMatch(/^the graph was not written: /);
  });
});
