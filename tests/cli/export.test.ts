import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportGraph } from '../../src/cli/export.ts';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { graphOf, said } from '../snapshots/graphs.ts';
import { temporaryFolder } from './built.ts';
import { runHere } from './in-process.ts';

const [A, B, C] = ['country:A', 'country:B', 'country:C'];
const GRAPH = graphOf([
  said(A, 'allied-with', B, { when: '2020/..', confidence: 0.9 }),
  said(A, 'ended', B, { when: '2022' }),
  said(B, 'aid', C, { status: 'planned', reported: '2021-05' }),
]);

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFileSync(join(folder, 'g.json'), writeGraph(GRAPH));
});
afterEach(() => remove());

const exported = (...args: string[]) => runHere(exportGraph, [join(folder, 'g.json'), ...args]);

describe('entente export', () => {
  test.each<[args: string[], edges: number]>([
    [[], 3],
    [['--relation', 'ended,aid'], 2],
    [['--relation', 'ended', '--relation', 'aid'], 2],
    [['--status', 'planned'], 1],
    [['--actor', 'C'], 1],
    [['--actor', 'A', '--actor', 'country:C'], 3],
    [['--min-confidence', '0.8'], 1],
    [['--min-sources', '2'], 0],
    [['--as-of', '2021-06'], 2],
    [['--as-of', '2021-06', '--status', 'actual'], 1],
  ])('with %j writes %i edges', async (args, edges) => {
    const { stdout, stderr, code } = await exported('--format', 'graphml', ...args);
    expect(stdout.match(/<edge /g) ?? []).toHaveLength(edges);
    expect(stderr).toMatch(/^note: graphml cannot hold/);
    expect(code).toBe(0);
  });

  test.each<[args: string[], says: RegExp]>([
    [['--format', 'gexf', '--relation', 'likes'], /--relation: no "likes"; known: member-of/],
    [
      ['--format', 'gexf', '--status', 'sure'],
      /--status: no "sure"; known: actual, planned, alleged, denied/,
    ],
    [['--format', 'gexf', '--actor', 'Z'], /no actor "Z" in this graph/],
    [['--format', 'gexf', '--min-confidence', '70'], /--min-confidence takes a number from 0 to 1, not "70"/],
    [['--format', 'gexf', '--min-sources', 'many'], /--min-sources takes a whole number/],
    [['--format', 'gexf', '--clock', 'reported'], /--clock needs --as-of/],
    [['--format', 'gexf', '--all'], /--all is for dyad-years/],
  ])('%j is refused', async (args, says) => {
    const { stdout, stderr, code } = await exported(...args);
    expect(stderr).toMatch(says);
    expect([stdout, code]).toEqual(['', 2]);
  });

  test('as of a date our own format is a snapshot with just the chosen ties', async () => {
    const { stdout } = await exported('--format', 'json', '--as-of', '2021-06', '--relation', 'allied-with');
    const graph = readGraph(stdout, 'stdout');
    expect(graph.snapshot).toMatchObject({ asOf: '2021-06', clock: 'when' });
    expect(graph.ties).toMatchObject([{ source: A, relation: 'allied-with', target: B }]);
  });

  test('says what reading the file again would add', async () => {
    const { stderr } = await exported('--format', 'json', '--relation', 'allied-with');
    expect(stderr).toMatch(/the acts that opened or ended what was chosen make 1 more/);
  });

  test('dyad-years tell what no row tells, and csv names its three files', async () => {
    const years = await exported('--format', 'dyad-years', '--all', '-o', join(folder, 'years.csv'));
    expect(years.stderr).toMatch(/1 ties without a date or without a fact are left out\nwrote .*years\.csv/);
    expect(readFileSync(join(folder, 'years.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4);
    const csv = await exported('--format', 'csv', '-o', join(folder, 'g.csv'), '--status', 'planned');
    expect(csv.stderr).toMatch(/wrote .*g\.nodes\.csv\nwrote .*g\.edges\.csv\nwrote .*g\.evidence\.csv/);
    expect(readFileSync(join(folder, 'g.edges.csv'), 'utf8').trim().split('\r\n')).toHaveLength(2);
  });

  test.each<[format: string, begins: RegExp]>([
    ['gexf', /^<\?xml.*\n<gexf /],
    ['cypher', /^CREATE CONSTRAINT/],
    ['turtle', /^@prefix ent: <urn:entente:ns:>/],
    ['jsonld', /^\{\s*"@context"/],
    ['ftm', /^\{"id":"entente-/],
    ['dyad-years', /^actor_1,name_1,iso3_1,cow_1/],
  ])('%s can be piped on', async (format, begins) => {
    const { stdout, code } = await exported('--format', format);
    expect(stdout).toMatch(begins);
    expect(code).toBe(0);
  });

  test('as of a date the table of years ends with its year', async () => {
    const { stdout } = await exported(
      '--format',
      'dyad-years',
      '--all',
      '--as-of',
      '2021-06',
      '--relation',
      'allied-with',
    );
    const years = stdout
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[8]);
    expect(years).toEqual(['2020', '2021']);
  });

  test('a page needs a file', async () => {
    expect((await exported('--format', 'html')).stderr).toMatch(/name it with -o, as in -o page\.html/);
  });
});
