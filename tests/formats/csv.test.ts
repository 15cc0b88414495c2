import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv.ts';
import type { Actor } from '../../src/model/index.ts';
import { NIGER, SMALL, anyGraph } from './graphs.ts';

/** A reader of RFC 4180, strict about what may follow a quote. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function nodeNamed(name: string): string[] {
  const actor: Actor = { ...NIGER, id: 'country:X', name };
  return parseCsv(writeCsv({ ...SMALL, actors: [actor], assertions: [] }).nodes)[1]!;
}

describe('the three tables', () => {
  test('hold actors, ties with their spells, and quotes', () => {
    const { nodes, edges, evidence } = writeCsv(SMALL);
    expect(nodes).toBe(
      'id,name,type,subtype,iso3,aliases,represents\r\n' +
        'country:FRA,France,country,,FRA,French,\r\n' +
        'country:NER,Niger,country,,NER,Niamey; Nigerien,\r\n',
    );
    expect(parseCsv(edges)[1]).toEqual(
      expect.arrayContaining(['country:NER expelled country:FRA', 'directed', '-1', '2023-12', 'actual']),
    );
    expect(parseCsv(evidence)[1]).toEqual(
      expect.arrayContaining(['article-1', 'Niger turns', 'The Herald', 'Niger expelled France.']),
    );
  });

  test.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+1', "'+1"],
    ['-1+cmd', "'-1+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['a=b', 'a=b'],
    ['Guinea-Bissau', 'Guinea-Bissau'],
    ['line\r\nbreak', 'line\r\nbreak'],
    ['"quoted", and more', '"quoted", and more'],
  ])('the name %j becomes the cell %j', (name, cell) => {
    expect(nodeNamed(name)[1]).toBe(cell);
  });

  test('any graph gives rows as long as the header, and no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const table of Object.values(writeCsv(graph)) as string[]) {
          const [header, ...rows] = parseCsv(table);
          for (const row of rows) {
            expect(row.length).toBe(header!.length);
            for (const cell of row) expect(cell).toMatch(/^(?![\s]*[=+@-])|^-?[\d.e-]+$/);
          }
        }
      }),
    );
  });
});
