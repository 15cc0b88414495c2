import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { graphOf, evidenceIn, said } from '../snapshots/graphs.ts';
import { build, entente, temporaryFolder } from './built.ts';

let folder: string;
let remove: () => void;

beforeAll(build);
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  const graph = graphOf([
    said('country:A', 'joined', 'organisation:o', { when: '2020' }),
    said('country:A', 'left', 'organisation:o', { when: '2023-03', evidence: [evidenceIn('d3')] }),
  ]);
  writeFileSync(join(folder, 'g.json'), writeGraph(graph));
});
afterEach(() => remove());

describe('entente snapshot', () => {
  test('writes a graph that opens as one, and a line to cite it by', async () => {
    const outcome = await entente(['snapshot', 'g.json', '--as-of', '2021', '-o', 's.json'], { folder });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(/Entente snapshot 2021, 2 actors, 2 ties, sha256 [0-9a-f]{64}/);
    const taken = readGraph(readFileSync(join(folder, 's.json'), 'utf8'), 's.json');
    expect(taken.snapshot).toMatchObject({ asOf: '2021', clock: 'when' });
    expect(taken.ties!.map((tie) => tie.relation)).toEqual(['joined', 'member-of']);
  });
});

describe('entente diff', () => {
  test('tells what changed between two dates, in words and as JSON', async () => {
    const words = await entente(['diff', 'g.json', '--from', '2021', '--to', '2024'], { folder });
    expect(words.stdout).toContain('A is a member of o, until March 2023.');
    const json = await entente(['diff', 'g.json', '--from', '2021', '--to', '2024', '--json'], { folder });
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'entente-diff/1',
      a: { asOf: '2021' },
      ended: [{ relation: 'member-of' }],
    });
  });
  test('compares two files, and is empty for equal ones', async () => {
    copyFileSync(join(folder, 'g.json'), join(folder, 'h.json'));
    const outcome = await entente(['diff', 'g.json', 'h.json'], { folder });
    expect(outcome.stdout).toBe('g.json → h.json: 0 new, 0 ended, 0 changed.\n');
  });
  test('compares two sets of sources, and names those that there are', async () => {
    const outcome = await entente(['diff', 'g.json', '--sources', 'Daily Post', '--against', 'Other Post'], {
      folder,
    });
    expect(outcome.stdout).toContain('A left o');
    const unknown = await entente(['diff', 'g.json', '--sources', 'Nobody', '--against', 'Other Post'], {
      folder,
    });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('no document of "Nobody"; the graph has: Daily Post, Other Post');
  });
});

describe('wrong use of dates', () => {
  test.each<[string[], RegExp]>([
    [['snapshot', 'g.json'], /say the date: --as-of 2024/],
    [['snapshot', 'g.json', '--as-of', 'soon'], /--as-of: "soon" is no EDTF date/],
    [['snapshot', 'g.json', '--as-of', '2024-13'], /"2024-13" is no EDTF date/],
    [
      ['snapshot', 'g.json', '--as-of', '2024', '--clock', 'cuckoo'],
      /--clock takes when or reported, not "cuckoo"/,
    ],
    [['diff', 'g.json', '--from', '2021'], /say the date: --to/],
    [['diff', 'g.json', '--from', '2021', '--to', '2022', '--json', '--csv'], /choose one of/],
    [['diff', 'a', 'b', 'c'], /name one graph or two/],
    [['diff', 'g.json', '--sources', ',', '--against', 'x'], /--sources takes the names of outlets/],
  ])('%j', async (args, says) => {
    const outcome = await entente(args, { folder });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(says);
  });
});
