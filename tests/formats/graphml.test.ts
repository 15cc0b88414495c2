import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeGexf } from '../../src/formats/gexf.ts';
import { writeGraphml } from '../../src/formats/graphml.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { SMALL, anyGraph } from './graphs.ts';
import { HOSTILE, HOSTILE_TEXT } from './hostile.ts';
import { type Element, elements, parseXml } from './xml.ts';

const valuesOf = (owner: Element) =>
  new Map(elements(owner, 'data').map(({ attributes, text }) => [attributes['key'], text]));
/** What XML can hold of it. */
const HELD = HOSTILE_TEXT.replace(/[\u0000\u0007\ud800]/g, ''); // eslint-disable-line no-control-regex

describe('GraphML', () => {
  test('holds the tie with its sign, its days, its confidence and its quote', () => {
    const [edge] = elements(parseXml(writeGraphml(SMALL)), 'edge');
    expect(edge!.attributes).toEqual({
      id: 'country:NER expelled country:FRA',
      source: 'country:NER',
      target: 'country:FRA',
    });
    expect(Object.fromEntries(valuesOf(edge!))).toMatchObject({
      'edge-relation': 'expelled',
      'edge-sign': '-1',
      'edge-start': '2023-12-01',
      'edge-end': '2023-12-31',
      'edge-spells': '2023-12',
      'edge-confidence': '0.9',
      'edge-sources': '1',
      'edge-quote': 'Niger expelled France.',
      'edge-documents': 'Niger turns, The Herald, 2024-03',
    });
  });

  test('symmetric ties say so, and have a direction like all others', () => {
    const graph = { ...SMALL, assertions: [{ ...SMALL.assertions[0]!, relation: 'met-with' }] };
    const [edge] = elements(parseXml(writeGraphml(graph)), 'edge');
    expect(valuesOf(edge!).get('edge-symmetric')).toBe('true');
    expect(edge!.attributes['directed']).toBeUndefined();
  });

  test('hostile text stays text', () => {
    const page = parseXml(writeGraphml(HOSTILE));
    expect(valuesOf(elements(page, 'node')[0]!).get('node-label')).toBe(HELD);
    expect(valuesOf(elements(page, 'edge')[0]!).get('edge-quote')).toBe(HELD);
  });

  test('any graph is well-formed; every value has a key, every edge two nodes', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const page = parseXml(writeGraphml(graph));
        const keys = new Set(elements(page, 'key').map(({ attributes }) => attributes['id']));
        const nodes = elements(page, 'node').map(({ attributes }) => attributes['id']);
        const edges = elements(page, 'edge').map(({ attributes }) => attributes);
        expect(nodes.length).toBe(graph.actors.length);
        expect(edges.map(({ id }) => id)).toEqual(foldTies(graph.assertions).map(({ id }) => id));
        for (const { source, target } of edges)
          expect(nodes).toEqual(expect.arrayContaining([source, target]));
        for (const { attributes } of elements(page, 'data')) expect(keys).toContain(attributes['key']);
      }),
      { numRuns: 40 },
    );
  });
});

test('GEXF is well-formed for a strict parser too, hostile text and all', () => {
  const page = parseXml(writeGexf(HOSTILE));
  expect(elements(page, 'node')[0]!.attributes['label']).toBe(HELD);
  const values = elements(page, 'attvalue').map(({ attributes }) => attributes['value']);
  expect(values).toContain(HELD);
});
