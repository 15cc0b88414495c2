import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { writeGexf } from '../../src/formats/gexf.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { EXPELLED, NIGER, SMALL, anyGraph } from './graphs.ts';

const window = new Window();

function parse(xml: string) {
  return new window.DOMParser().parseFromString(xml, 'application/xml');
}

function spellsOf(change: object): string[] {
  const graph: GraphFile = { ...SMALL, assertions: [{ ...EXPELLED, ...change }] };
  return [...writeGexf(graph).matchAll(/<spell (.*)\/>/g)].map(([, attributes]) => attributes!);
}

describe('GEXF', () => {
  test('holds the tie with its kind, its sign and its days', () => {
    const edge = parse(writeGexf(SMALL)).querySelector('edge')!;
    expect(edge.getAttribute('kind')).toBe('expelled');
    expect(edge.getAttribute('type')).toBe('directed');
    expect(edge.querySelector('attvalue[for="sign"]')?.getAttribute('value')).toBe('-1');
    expect(edge.querySelector('spell')?.getAttribute('start')).toBe('2023-12-01');
  });

  test.each<[when: string | null, reported: string | null, spells: string[]]>([
    ['2023-12', null, ['start="2023-12-01" end="2023-12-31"']],
    ['2023-12-05', null, ['start="2023-12-05" end="2023-12-05"']],
    [null, '2024-03', ['start="2024-03-31" end="2024-03-31"']],
    [null, null, []],
  ])('an event of %s, reported %s, lives %j', (when, reported, spells) => {
    expect(spellsOf({ when, reported })).toEqual(spells);
  });

  test('a state without an end has an open spell', () => {
    expect(spellsOf({ relation: 'allied-with', when: '2023-09/..' })).toEqual(['start="2023-09-01"']);
  });

  test('hostile names are text, and characters that XML forbids are gone', () => {
    const name = 'A "<script>&\u0000\u0008\uFFFF\ud800 B\n';
    const xml = writeGexf({ ...SMALL, actors: [{ ...NIGER, id: 'country:X', name }], assertions: [] });
    expect(xml).toContain('label="A &quot;&lt;script&gt;&amp; B&#10;"');
  });

  test('any graph is well-formed, with a node for each actor and an edge for each tie', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const xml = writeGexf(graph);
        const page = parse(xml);
        expect(page.querySelector('parsererror')).toBeNull();
        expect(page.querySelectorAll('node').length).toBe(graph.actors.length);
        expect(page.querySelectorAll('edge').length).toBe(foldTies(graph.assertions).length);
        for (const [, start, end] of xml.matchAll(/<spell start="(.*?)" end="(.*?)"/g))
          expect(start! <= end!).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
