import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DyadYearOptions, writeDyadYears } from '../../src/formats/dyad-years.ts';
import type { Assertion, GraphFile } from '../../src/model/index.ts';
import { evidenceIn, graphOf, said } from '../snapshots/graphs.ts';
import { FRANCE, NIGER, anyGraph } from './graphs.ts';

const [F, N] = [FRANCE.id, NIGER.id];
const MALI = { ...NIGER, id: 'country:MLI', name: 'Mali', iso3: 'MLI' };

function graph(...some: readonly Assertion[]): GraphFile {
  const base = graphOf(some);
  return { ...base, actors: [FRANCE, NIGER, MALI, base.actors.find(({ id }) => id === 'organisation:o')!] };
}

function rows(file: GraphFile, options?: DyadYearOptions): Record<string, string | undefined>[] {
  const [header, ...lines] = writeDyadYears(file, undefined, options).csv.trim().split('\r\n');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i): [string, string] => [header!.split(',')[i]!, cell])),
  );
}

const years = (file: GraphFile, options?: DyadYearOptions) => rows(file, options).map(({ year }) => year);

describe('dyad-years', () => {
  test('have the codes of both states, counts by sign, confidence and sources', () => {
    const file = graph(
      said(N, 'expelled', F, { when: '2023-12', confidence: 0.9, evidence: [evidenceIn('d1')] }),
      said(F, 'aid', N, { when: '2023-03', confidence: 0.4, evidence: [evidenceIn('d2')] }),
    );
    expect(rows(file)).toEqual([
      {
        actor_1: F,
        name_1: 'France',
        iso3_1: 'FRA',
        cow_1: '220',
        actor_2: N,
        name_2: 'Niger',
        iso3_2: 'NER',
        cow_2: '436',
        year: '2023',
        cooperation: '1',
        conflict: '1',
        structure: '0',
        relations: 'aid; expelled',
        min_confidence: '0.4',
        max_confidence: '0.9',
        sources: '2',
      },
    ]);
  });

  test.each<[name: string, said: Assertion[], years: string[]]>([
    ['a state with an end', [said(F, 'allied-with', N, { when: '2019/2021' })], ['2019', '2020', '2021']],
    [
      'an open state lasts as long as anything is known',
      [said(F, 'allied-with', N, { when: '2022/..' }), said(F, 'aid', MALI.id, { when: '2023' })],
      ['2023', '2022', '2023'],
    ],
    [
      'a state that another act ends',
      [said(F, 'allied-with', N, { when: '2021/..' }), said(N, 'ended', F, { when: '2022-05' })],
      ['2021', '2022'],
    ],
    ['an act within a year', [said(N, 'attacked', F, { when: '2020-02-01' })], ['2020']],
    ['an act on or before its report', [said(N, 'attacked', F, { reported: '2020-02-01' })], ['2020']],
    ['plans are no ties', [said(N, 'attacked', F, { when: '2020', status: 'planned' })], []],
    ['no date, no year', [said(N, 'attacked', F)], []],
    ['organisations are no countries', [said(N, 'attacked', 'organisation:o', { when: '2020' })], []],
  ])('%s', (_, some, expected) => {
    expect(years(graph(...some))).toEqual(expected);
  });

  test('take all actors when asked, and an end of the data', () => {
    const file = graph(said(N, 'allied-with', 'organisation:o', { when: '2010/..' }));
    expect(years(file, { all: true, lastYear: 2012 })).toEqual(['2010', '2011', '2012']);
  });

  test('count the ties that no row tells of', () => {
    const file = graph(said(N, 'attacked', F), said(N, 'aid', F, { when: '2020' }));
    expect(writeDyadYears(file).leftOut).toBe(1);
  });

  test('a state had its code while it was a state', () => {
    const early = graph(said(F, 'allied-with', N, { when: '1959/1960' }));
    expect(rows(early).map(({ cow_2 }) => cow_2)).toEqual(['', '436']);
  });

  test('there is one row for each pair and year, in order, with at least one tie', () => {
    fc.assert(
      fc.property(anyGraph, (file) => {
        // Names with commas and quotes are the concern of the CSV writer's own tests.
        const plain = { ...file, actors: file.actors.map((actor) => ({ ...actor, name: actor.id })) };
        const found = rows(plain, { all: true });
        const keys = found.map(({ actor_1, actor_2, year }) => `${actor_1} ${actor_2} ${year}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const row of found) {
          expect(row['actor_1']! < row['actor_2']!).toBe(true);
          expect(
            Number(row['cooperation']) + Number(row['conflict']) + Number(row['structure']),
          ).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
