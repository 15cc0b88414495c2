import { execFileSync } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeGexf } from '../../src/formats/gexf.ts';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { SMALL } from '../formats/graphs.ts';
import { build, entente, temporaryFolder } from './built.ts';

let folder: string;
let remove: () => void;

beforeAll(build);
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);
const graphIn = async (name: string) => readGraph(await readFile(join(folder, name), 'utf8'), name);
const EDGES = 'source,target,relation,start\nNiger,France,expelled,2023-12\nNiger,Russia,likes,\nbroken\n';

function gdeltRow(one: string, code: string, two: string, day = '20240315'): string {
  const actor = (state: string) => [state, state, state, '', '', '', '', '', '', ''];
  const empty = (count: number) => Array<string>(count).fill('');
  const event = ['1', code, ...empty(8)];
  return `${['1', day, ...empty(3), ...actor(one), ...actor(two), ...event, ...empty(24), `${day}000000`, 'https://example.org'].join('\t')}\n`;
}

/** A promise, and what fulfils it. */
function signal<T>(): [promise: Promise<T>, fulfil: (value: T) => void] {
  let fulfil: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (fulfil = resolve));
  return [promise, fulfil];
}

describe('entente import', () => {
  test('writes a graph, and tells on stderr what was left out and why', async () => {
    await put('edges.csv', EDGES);
    const run = await entente(['import', 'edges.csv', '--format', 'csv', '-o', 'graph.json'], { folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toBe(
      [
        'graph.json: 1 of 2 rows taken over, 2 actors',
        'left out: 1 row: the relation is not in the ontology (likes 1)',
        '  line 3: Niger,Russia,likes,',
        'faulty: 1 row: the row has not 4 columns',
        '  line 4: broken',
        '',
      ].join('\n'),
    );
    const graph = await graphIn('graph.json');
    expect(graph.assertions).toMatchObject([{ relation: 'expelled', when: '2023-12' }]);
  });

  test('writes to stdout what it would write to a file, in canonical order', async () => {
    await put('events.csv', gdeltRow('FRA', '042', 'DEU') + gdeltRow('DEU', '111', 'ITA'));
    const { code, stdout } = await entente(['import', 'events.csv', '-f', 'gdelt'], { folder });
    expect(code).toBe(0);
    expect(writeGraph(readGraph(stdout, 'stdout'))).toBe(stdout);
  });

  test('reads a graph file, and what it exports for others', async () => {
    await put('graph.json', writeGraph(SMALL));
    await put('graph.gexf', writeGexf(SMALL));
    const { stdout } = await entente(['import', 'graph.json', '-f', 'entente'], { folder });
    expect(stdout).toBe(writeGraph(SMALL));
    await entente(['import', 'graph.gexf', '-f', 'gexf', '-o', 'again.json'], { folder });
    expect((await graphIn('again.json')).assertions).toMatchObject([
      { source: 'country:NER', when: '2023-12' },
    ]);
    await entente(['export', 'graph.json', '-f', 'csv', '-o', 'ties.csv'], { folder });
    const run = await entente(['import', 'ties.evidence.csv', '-f', 'csv', '-o', 'tables.json'], { folder });
    expect(run).toMatchObject({ code: 0, stderr: 'tables.json: 1 of 1 rows taken over, 2 actors\n' });
    expect((await graphIn('tables.json')).actors).toEqual(SMALL.actors);
  });

  test('stopped by Ctrl-C, it writes what it has read', async () => {
    execFileSync('/usr/bin/mkfifo', [join(folder, 'pipe')]);
    const rows = gdeltRow('FRA', '042', 'DEU') + gdeltRow('DEU', '111', 'ITA');
    const [reading, began] = signal<() => void>();
    const [stopping, heard] = signal<void>();
    const run = entente(['import', 'pipe', '-f', 'gdelt', '-o', 'graph.json'], {
      folder,
      watch: (output, kill) => {
        if (output.includes('reading pipe')) began(() => kill('SIGINT'));
        if (output.includes('stopping')) heard();
      },
    });
    // Opening for writing waits for the program to open it for reading.
    const pipe = await open(join(folder, 'pipe'), 'w');
    await pipe.write(`${rows}1085\t2024`);
    (await reading)();
    await stopping;
    await pipe.write('0315\n');
    await pipe.close();
    const { code, stderr } = await run;
    expect(code).toBe(1);
    expect(stderr).toContain('stopped: the rest of the file was not read');
    expect(stderr).not.toContain('faulty');
    expect((await graphIn('graph.json')).assertions).toHaveLength(2);
  });

  test.each<[args: string[], says: RegExp]>([
    [['import'], /name one file/],
    [
      ['import', 'edges.csv'],
      /--format takes one of entente, gexf, graphml, csv, gdelt, icews, polecat, cow-alliances, atop/,
    ],
    [['import', 'edges.csv', '-f', 'xls'], /--format takes one of/],
    [['import', 'none.csv', '-f', 'csv'], /none\.csv: no such file/],
    [['import', '.', '-f', 'csv'], /this is a folder/],
    [['import', 'edges.csv', '-f', 'gdelt'], /edges\.csv: no GDELT 2 events: rows must have 61 columns/],
    [
      ['import', 'edges.csv', '-f', 'icews'],
      /the header has no Event Date, .*; found: source, target, relation, start; expected: Event ID/,
    ],
    [['import', 'edges.csv', '-f', 'csv', '--map', 'source'], /--map takes pairs/],
    [['import', 'edges.csv', '-f', 'csv', '--map', 'source=Who'], /no column "Who"; found: source, target/],
    [['import', 'edges.zip', '-f', 'csv'], /edges\.zip: compressed: unpack it first/],
  ])('%j: says what is wrong and does nothing', async (args, says) => {
    await put('edges.csv', EDGES);
    await put('edges.zip', Uint8Array.from([0x50, 0x4b, 3, 4]));
    const { code, stdout, stderr } = await entente([...args, '-o', 'graph.json'], { folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    await expect(graphIn('graph.json')).rejects.toThrow(/ENOENT/);
  });
});
