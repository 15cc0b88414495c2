import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { writePage } from '../../src/formats/page.ts';
import { SMALL, anyGraph } from './graphs.ts';
import { HOSTILE, HOSTILE_TEXT } from './hostile.ts';

const SHELL = '<!doctype html><html><body><div id="app"></div><script>let program;</script></body></html>';

function open(html: string) {
  const { document } = new Window();
  document.write(html);
  return document;
}

describe('the page of one file', () => {
  test('holds the graph byte for byte, whatever its texts say', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, fc.constant(HOSTILE)), (graph) => {
        const element = open(writePage(SHELL, graph, 'graph.json')).getElementById('entente-graph');
        const read = readGraph(element!.textContent ?? '', 'page');
        expect(writeGraph(read)).toBe(writeGraph(graph));
      }),
      { numRuns: 30 },
    );
  });

  test('no text of a document ends the element, opens one, or changes the page', () => {
    const html = writePage(SHELL, HOSTILE, HOSTILE_TEXT);
    expect(html.match(/<\/?script/g)).toHaveLength(4);
    expect(html).not.toContain('<!--');
    expect(open(html).querySelectorAll('body > *')).toHaveLength(3);
  });

  test('stands before the program that reads it', () => {
    const html = writePage(SHELL, SMALL, 'g');
    expect(html.indexOf('entente-graph')).toBeLessThan(html.indexOf('let program'));
  });

  test('refuses a page that is not the explorer', () => {
    expect(() => writePage('<p>', SMALL, 'g')).toThrow(/build it again/);
  });
});
