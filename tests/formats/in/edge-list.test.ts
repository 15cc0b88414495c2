import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeListReader } from '../../../src/formats/in/edge-list.ts';
import { graphOf, NotThisFormat } from '../../../src/formats/in/imported.ts';
import { writeCsv } from '../../../src/formats/csv.ts';
import { readGraph, writeGraph } from '../../../src/formats/json.ts';
import { foldTies } from '../../../src/ties/fold.ts';
import type { GraphFile } from '../../../src/model/index.ts';
import { anyGraph } from '../graphs.ts';
import { read, world } from './reading.ts';

const file = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('CSV edge lists', () => {
  test.each<[name: string, text: string, map: Record<string, string>, claims: string[]]>([
    [
      'names and relations by their names',
      file('source,target,relation', 'Niger,France,expelled'),
      {},
      ['country:NER expelled country:FRA  actual'],
    ],
    [
      'codes and labels',
      file('Source;Target;Type', 'NER;FRA;accuses or criticises'),
      {},
      ['country:NER accuses country:FRA  actual'],
    ],
    [
      'ids',
      file('source,target,relation', 'organisation:nato,country:FRA,demands'),
      {},
      ['organisation:nato demands country:FRA  actual'],
    ],
    [
      'a day',
      file('source,target,relation,date', 'Niger,France,expelled,2023-12-22'),
      {},
      ['country:NER expelled country:FRA 2023-12-22 actual'],
    ],
    [
      'a start without an end',
      file('from,to,relation,start,end', 'Japan,Australia,allied-with,2007,'),
      {},
      ['country:AUS allied-with country:JPN 2007/.. actual'],
    ],
    [
      'a start and an end',
      file('source,target,relation,start,end', 'Mali,ECOWAS,member-of,1975,2024-01'),
      {},
      ['country:MLI member-of organisation:ecowas 1975/2024-01 actual'],
    ],
    [
      'a status',
      file('source,target,relation,status', 'Niger,France,expelled,Denied'),
      {},
      ['country:NER expelled country:FRA  denied'],
    ],
    [
      'columns by a map',
      file('Sender,Receiver,Since', 'Japan,Australia,2007'),
      { source: 'Sender', target: 'Receiver', relation: ':allied-with', from: 'Since' },
      ['country:AUS allied-with country:JPN 2007/.. actual'],
    ],
    [
      'quoted cells',
      '\uFEFF"source","target","relation","note"\r\n"Niger","France","expelled","said ""go"",\r\nand meant it"\r\n',
      {},
      ['country:NER expelled country:FRA  actual'],
    ],
    [
      'tabs',
      file('source\ttarget\trelation', 'Niger\tFrance\texpelled'),
      {},
      ['country:NER expelled country:FRA  actual'],
    ],
  ])('reads %s', (_, text, map, claims) => {
    const reading = read('csv', text, { map });
    expect(reading.claims).toEqual(claims);
    expect(reading.left).toEqual([]);
  });

  test.each<[name: string, row: string, reason: RegExp, isFault: boolean]>([
    ['a relation of no ontology', 'Niger,France,likes,,', /relation is not in the ontology/, false],
    ['a tie to itself', 'Niger,Republic of Niger,expelled,,', /same actor/, true],
    ['a missing actor', ',France,expelled,,', /actor is missing/, true],
    ['a reversed interval', 'Niger,France,allied-with,2020,2018', /ends before it begins/, true],
    ['a year out of range', 'Niger,France,allied-with,0202,', /out of range/, true],
    ['a date of another form', 'Niger,France,allied-with,1 May 2020,', /date is none of EDTF/, true],
    ['a day that is none', 'Niger,France,allied-with,2023-02-30,', /date is none of EDTF/, true],
    ['a short row', 'Niger,France', /has not 5 columns/, true],
    ['a stray quote', 'Niger,France,allied "with,2020",', /no CSV/, true],
  ])('counts %s and goes on', (_, row, reason, isFault) => {
    const text = file('source,target,relation,start,end', row, 'Mali,France,expelled,2022,2022');
    const { claims, imported } = read('csv', text);
    expect(claims).toEqual(['country:MLI expelled country:FRA 2022 actual']);
    expect(imported.tally).toMatchObject([{ rows: 1, isFault, examples: [{ line: 2 }] }]);
    expect(imported.tally[0]!.reason).toMatch(reason);
  });

  test('a quote that nothing closes costs its line, not the file', () => {
    const rows = Array.from({ length: 300 }, () => 'Mali,France,expelled');
    const { imported, claims } = read(
      'csv',
      file('source,target,relation', 'Niger,"France,expelled', ...rows),
    );
    expect(claims).toEqual(['country:MLI expelled country:FRA  actual']);
    expect(imported.taken).toBe(300);
    expect(imported.tally).toMatchObject([{ reason: 'the row is no CSV', rows: 1, examples: [{ line: 2 }] }]);
  });

  test('an actor of no table is taken, and the tally says as what', () => {
    const { graph, left } = read(
      'csv',
      file('source,target,relation', 'Acme,Niger,accuses', 'Acme,Mali,accuses'),
    );
    expect(graph.actors.map(({ id, name }) => [id, name])).toContainEqual(['organisation:acme', 'Acme']);
    expect(left).toEqual(['not in the tables: taken for an organisation: 1']);
  });

  test('the row is the quote where no column is', () => {
    const text = file('source,target,relation', 'Niger,France,expelled');
    const [evidence] = read('csv', text).graph.assertions[0]!.evidence;
    expect(text.slice(evidence!.start, evidence!.end)).toBe('Niger,France,expelled');
    expect(evidence!.quote).toBe('Niger,France,expelled');
  });

  test.each<[text: string, map: Record<string, string>, message: RegExp]>([
    [
      'a,b\n1,2\n',
      {},
      /no column for source, target, relation; found: a, b; name them with --map source=COLUMN,/,
    ],
    ['source,target,relation\n', { when: 'Year' }, /no column "Year"; found: source, target, relation/],
    ['source,target,relation\n', { wen: 'Year' }, /--map knows source, .*not wen/],
    ['', {}, /empty/],
  ])('%j with %j is refused', (text, map, message) => {
    expect(() => read('csv', text, { map })).toThrow(NotThisFormat);
    expect(() => read('csv', text, { map })).toThrow(message);
  });
});

/** What the tables hold of a graph. */
function heldByEvidence({ actors, assertions }: GraphFile) {
  return {
    actors: [...actors].sort((a, b) => (a.id < b.id ? -1 : 1)),
    assertions: assertions
      .filter(({ source, target }) => source !== target)
      .map(({ topics: _, confidence: __, ...one }) => ({
        ...one,
        evidence: one.evidence.map((e) => ({ ...e, source: [], target: [] })),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function readTables(table: string, nodes: string): GraphFile {
  const reader = edgeListReader({ file: 'ties.csv', world, map: new Map(), nodes });
  reader.push(table);
  const graph = graphOf(reader.finish('c'.repeat(64)), { name: 'entente', version: '0.0.0', ontology: '1' });
  return readGraph(writeGraph(graph), 'tables');
}

describe('the tables that Entente writes', () => {
  // Names and quotes are cells; what a spreadsheet would run keeps its apostrophe only on the way.
  const plain = anyGraph.filter(
    (graph) => !/'\s*[=+\-@]|; /.test(JSON.stringify(graph.actors.map((a) => [a.name, a.aliases]))),
  );

  test('actors and evidence give back the graph', () => {
    fc.assert(
      fc.property(plain, (graph) => {
        const { nodes, evidence } = writeCsv(graph);
        expect(heldByEvidence(readTables(evidence, nodes))).toEqual(heldByEvidence(graph));
      }),
    );
  });

  test('actors and edges give back who is tied to whom, how, and in what statuses', () => {
    const outline = (graph: GraphFile) =>
      foldTies(graph.assertions)
        .filter((tie) => tie.source !== tie.target)
        .map(({ id, sign, statuses }) => ({ id, sign, statuses }));
    fc.assert(
      fc.property(plain, (graph) => {
        const { nodes, edges } = writeCsv(graph);
        expect(outline(readTables(edges, nodes))).toEqual(outline(graph));
      }),
    );
  });
});
