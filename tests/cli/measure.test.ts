import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findActor } from '../../src/cli/find-actor.ts';
import { datesOver, dyadSeries, standingTies, summarySeries } from '../../src/cli/measure-series.ts';
import { measureGraph } from '../../src/cli/measure.ts';
import { writeGraph } from '../../src/formats/json.ts';
import { takeSnapshot } from '../../src/snapshots/snapshot.ts';
import { FRANCE, NIGER } from '../formats/graphs.ts';
import { graphOf, said } from '../snapshots/graphs.ts';
import { temporaryFolder } from './built.ts';
import { runHere } from './in-process.ts';

const [A, B, C] = ['country:A', 'country:B', 'country:C'];
const GRAPH = graphOf([
  said(A, 'allied-with', B, { when: '2021-05-01/..' }),
  said(B, 'allied-with', C, { when: '2021-05-01/..' }),
  said(A, 'attacked', C, { when: '2022-07-01' }),
  said(A, 'ended', B, { when: '2023-02-01' }),
  said(A, 'aid', C, { reported: '2023-02' }),
]);

describe('steps over time', () => {
  test.each<[over: string, step: string, dates: string[]]>([
    ['2023-11..2024-02', 'month', ['2023-11', '2023-12', '2024-01', '2024-02']],
    ['2023..2023', 'quarter', ['2023-03', '2023-06', '2023-09', '2023-12']],
    ['2023-02..2023-07', 'quarter', ['2023-03', '2023-06']],
    ['2022..2024-12-31', 'year', ['2022', '2023', '2024']],
    ['2022-05..2024-06', 'year', ['2022', '2023']],
    ['2024-03-15..2024-03-20', 'month', ['2024-03']],
  ])('%s by %s', (over, step, dates) => {
    expect(datesOver(over, step)).toEqual(dates);
  });

  test.each<[over: string, step: string, message: RegExp]>([
    ['2024..2023', 'month', /two dates in order/],
    ['2023', 'month', /two dates in order, as in 2023\.\.2025/],
    ['2023-13..2024', 'month', /two dates in order/],
    ['2023..2024', 'fortnight', /month, quarter or year, not "fortnight"/],
    ['2023..2024', 'toString', /month, quarter or year/],
    ['2023-01..2023-06', 'year', /no whole year/],
  ])('%s by %s is refused', (over, step, message) => {
    expect(() => datesOver(over, step)).toThrow(message);
  });
});

describe('measures over time', () => {
  test('follow the ties as they begin and end', () => {
    const csv = summarySeries(GRAPH, ['2020', '2021', '2022', '2023'], { clock: 'when', possible: false });
    expect(csv.trim().split('\r\n')).toEqual([
      'date,actors,ties,cooperation,conflict,blocs,modularity,balanced,unbalanced,frustration,uncertain',
      '2020,0,0,0,0,0,0,0,0,,1',
      '2021,3,2,2,0,1,0,0,0,0,1',
      '2022,3,3,2,1,1,0,0,1,0.3333,1',
      // The aid draws level with the attack: A and C have no sign any more, A and B a bad one in one bloc.
      '2023,3,4,2,2,1,0,0,0,0.5,0',
    ]);
  });

  test('ties that only may stand count when asked for', () => {
    const uncertain = standingTies(GRAPH, '2020', { clock: 'when', possible: false });
    expect(uncertain).toEqual({ ties: [], uncertain: 1 });
    expect(standingTies(GRAPH, '2020', { clock: 'when', possible: true }).ties).toHaveLength(1);
  });

  test('a dyad warms and cools', () => {
    const rows = dyadSeries(GRAPH, [B, A], ['2020', '2022', '2023-02'], 'when').trim().split('\r\n');
    expect(rows.slice(0, 3)).toEqual([
      'date,actor_1,actor_2,warmth,counted,undated',
      '2020,country:B,country:A,0,0,0',
      '2022,country:B,country:A,4.75,1,0',
    ]);
    expect(Number(rows[3]!.split(',')[3])).toBeLessThan(0);
  });
});

describe('finding an actor', () => {
  const actors = [NIGER, FRANCE, { ...FRANCE, id: 'country:X', name: 'Québec', aliases: ['Nigerien'] }];

  test.each([
    ['country:NER', 'country:NER'],
    ['niger', 'country:NER'],
    ['NER', 'country:NER'],
    ['Niamey', 'country:NER'],
    ['quebec', 'country:X'],
  ])('%s is %s', (words, id) => {
    expect(findActor(actors, words).id).toBe(id);
  });

  test.each([
    ['Nigerien', /may be any of country:NER, country:X/],
    ['fran', /no actor "fran".*did you mean France/],
    ['Mali', /no actor "Mali"/],
  ])('%s is refused', (words, message) => {
    expect(() => findActor(actors, words)).toThrow(message);
  });
});

describe('entente measure', () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => {
    ({ folder, remove } = temporaryFolder());
    writeFileSync(join(folder, 'g.json'), writeGraph(GRAPH));
  });
  afterEach(() => remove());

  const measured = (...args: string[]) => runHere(measureGraph, [join(folder, 'g.json'), ...args]);

  test.each<[args: string[], code: number, says: RegExp]>([
    [[], 0, /^As of 2023-02-28 .*3 actors, 4 ties[^]*Blocs, computed[^]*Balance: 0 triads[^]*Warmth/],
    [['--as-of', '2022', '--balance'], 0, /unbalanced: A \+ B, B \+ C, A − C/],
    [['--as-of', '2022', '--blocs'], 0, /1 {2}A 100 %, B 100 %, C 100 %; frustration 33 %/],
    [['--most-changed', '2021', '2022'], 0, /A – C .*0\.0 .*−/],
    [['--over', '2021..2022', '--step', 'year', '--dyad', 'A', 'B'], 0, /2022,country:A,country:B,4.75/],
    [['--dyad', 'A', 'B'], 2, /--dyad A B needs --over/],
    [['--over', '2021..2022', '--dyad', 'A'], 2, /--dyad takes two words/],
    [['--as-of', 'soon'], 2, /--as-of: "soon" is no EDTF date/],
    [['--over', '2021..2022', '--most-changed', '2021', '2022'], 2, /choose one of/],
    [['--over', '2021..2022', '--blocs'], 2, /--blocs is for one date/],
    [['--over', '2021..2022', '--json'], 2, /--over writes CSV/],
    [['--most-changed', '2021', '2022', '--as-of', '2022'], 2, /--as-of is for one date/],
  ])('%j', async (args, code, says) => {
    const outcome = await measured(...args);
    expect(outcome.stdout + outcome.stderr).toMatch(says);
    expect(outcome.code).toBe(code);
  });

  test('measures a snapshot at its own date and clock', async () => {
    const taken = takeSnapshot(GRAPH, { asOf: '2023-02', clock: 'reported' }, 'a'.repeat(64));
    writeFileSync(join(folder, 'g.json'), writeGraph(taken));
    expect((await measured()).stdout).toMatch(/^As of 2023-02 \(as reported by then\)/);
  });

  test('asks for a date where no document has one', async () => {
    writeFileSync(join(folder, 'g.json'), writeGraph(graphOf([said(A, 'aid', B)])));
    expect((await measured()).stderr).toMatch(/no document of this graph has a date: name one with --as-of/);
  });

  test('writes the same JSON for programs each time', async () => {
    const args = ['--as-of', '2022', '--json'];
    const [first, second] = [await measured(...args), await measured(...args)];
    expect(second.stdout).toBe(first.stdout);
    expect(JSON.parse(first.stdout)).toMatchObject({
      asOf: '2022',
      clock: 'when',
      summary: { ties: 3, unbalanced: 1 },
      blocs: { runs: 20, blocs: [{ members: [{ actor: A, stability: 1 }, { actor: B }, { actor: C }] }] },
      balance: { unbalanced: 1 },
      warmth: [{ a: A, b: B }, { a: A, b: C }, { a: B, b: C }], // prettier-ignore
    });
  });
});
