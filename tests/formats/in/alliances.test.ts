import { describe, expect, test } from 'vitest';
import { NotThisFormat } from '../../../src/formats/in/imported.ts';
import { foldTies } from '../../../src/ties/fold.ts';
import { read } from './reading.ts';

const DYADS =
  'version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version';
const file = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const dyad = (states: string, dates: string, flags: string) => `1,${states},${dates},${flags},4.1`;
const [US_JAPAN, FRANCE_UK] = ['2,United States,740,Japan', '200,United Kingdom,220,France'];

describe('COW Formal Alliances by dyad', () => {
  test.each<[name: string, row: string, claims: string[], notes: string[]]>([
    [
      'defence',
      dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,1,0,1,0'),
      ['country:FRA allied-with country:GBR 1947-03-04/1990-12-31 actual'],
      [],
    ],
    [
      'non-aggression',
      dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,0,0,1,0'),
      ['country:FRA signed-agreement country:GBR 1947-03-04/1990-12-31 actual'],
      [],
    ],
    [
      'no end',
      dyad(US_JAPAN, '8,9,1951,NA,NA,NA', '0,1,1,0,0,1'),
      ['country:JPN allied-with country:USA 1951-09-08/2012-12-31 actual'],
      ['in force when the data end (2012-12-31): the end is not known: 1'],
    ],
    [
      'a month only',
      dyad(FRANCE_UK, ',3,1947,,,1990', '0,0,1,0,0,0'),
      ['country:FRA allied-with country:GBR 1947-03/1990 actual'],
      [],
    ],
    [
      'a state that another followed',
      dyad('365,Russia,750,India', '9,8,1971,31,12,1993', '0,0,0,1,0,0'),
      [
        'country:IND signed-agreement country:RUS 1992-01-01/1993-12-31 actual',
        'country:IND signed-agreement country:soviet-union 1971-08-09/1991-12-31 actual',
      ],
      [],
    ],
  ])('reads %s', (_, row, claims, notes) => {
    const { claims: found, left } = read('cow-alliances', file(DYADS, row));
    expect(found).toEqual(claims);
    expect(left).toEqual(notes);
  });

  test.each<[name: string, row: string, reason: RegExp]>([
    ['a reversed interval', dyad(FRANCE_UK, '4,3,1990,31,12,1947', '0,0,1,0,0,0'), /ends before it begins/],
    ['a day that is none', dyad(FRANCE_UK, '30,2,1947,31,12,1990', '0,0,1,0,0,0'), /no day, month or year/],
    ['a year out of range', dyad(FRANCE_UK, '4,3,0947,31,12,1990', '0,0,1,0,0,0'), /out of range/],
    [
      'a state with itself',
      dyad('220,France,220,France', '4,3,1947,31,12,1990', '0,0,1,0,0,0'),
      /same state/,
    ],
    [
      'a state without an actor',
      dyad('220,France,300,Austria-Hungary', '4,3,1897,31,12,1900', '0,0,1,0,0,0'),
      /not in the tables/,
    ],
    ['a flag of another kind', dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,yes,0,0,0'), /neither 0 nor 1/],
    ['no promise', dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,0,0,0,0'), /all flags are 0/],
    ['a broken row', '1,2,3', /has not 18 columns/],
  ])('counts %s and goes on', (_, row, reason) => {
    const { imported } = read(
      'cow-alliances',
      file(DYADS, row, dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,1,0,0,0')),
    );
    expect(imported.taken).toBe(1);
    expect(imported.tally).toMatchObject([{ rows: 1, examples: [{ line: 2 }] }]);
    expect(imported.tally[0]!.reason).toMatch(reason);
  });

  test('quotes the row', () => {
    const text = file(DYADS, dyad(FRANCE_UK, '4,3,1947,31,12,1990', '0,0,1,0,1,0'));
    const [evidence] = read('cow-alliances', text).graph.assertions[0]!.evidence;
    expect(text.slice(evidence!.start, evidence!.end)).toBe(evidence!.quote);
  });

  test('a wrong header names what is missing', () => {
    expect(() => read('cow-alliances', 'a,b,c\n')).toThrow(NotThisFormat);
    expect(() => read('cow-alliances', 'a,b,c\n')).toThrow(
      /no ccode1, ccode2, year; found: a, b, c; expected:/,
    );
    expect(() => read('atop', 'ccode1,ccode2,year\n')).toThrow(
      /no defense, offense, neutral, nonagg, consul/,
    );
  });
});

describe('dyad-years', () => {
  const years = (pair: string, list: readonly number[], flags: string) =>
    list.map((year) => `${pair},${year},${flags}`);

  test('consecutive years are one spell, gaps part them, and both directions and repeated rows count once', () => {
    const header = 'ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente';
    const there = years('220,200', [1950, 1951, 1952, 1960, 1952], '1,0,0,0');
    const back = years('200,220', [1960, 1952, 1951, 1950], '1,0,0,0');
    const { graph, claims, left } = read(
      'cow-alliances',
      file(header, ...there, ...back, ...years('2,20', [1970], '0,0,1,0')),
    );
    expect(claims).toEqual([
      'country:CAN signed-agreement country:USA 1970/1970 actual',
      'country:FRA allied-with country:GBR 1950/1952 actual',
      'country:FRA allied-with country:GBR 1960/1960 actual',
    ]);
    expect(foldTies(graph.assertions)[1]!.spells).toMatchObject([
      { from: '1950', to: '1952' },
      { from: '1960', to: '1960' },
    ]);
    expect(left).toEqual(['in force in the last year of the data: the end is not known: 1']);
  });

  test('ATOP: offence is an alliance, consultation an agreement', () => {
    const header = 'ccode1\tccode2\tyear\tdefense\toffense\tneutral\tnonagg\tconsul';
    const rows = [
      '220,200,1950,0,1,0,0,0',
      '220,325,1950,0,0,0,0,1',
      '220,230,1950,0,0,0,0,0',
      '220,235,xx,1,0,0,0,0',
    ];
    const { claims, left } = read('atop', file(header, ...rows.map((row) => row.replaceAll(',', '\t'))));
    expect(claims).toEqual([
      'country:FRA allied-with country:GBR 1950/1950 actual',
      'country:FRA signed-agreement country:ITA 1950/1950 actual',
    ]);
    expect(left).toEqual([
      'in force in the last year of the data: the end is not known: 2',
      'no alliance: all flags are 0: 1',
      'the year is out of range: 1',
    ]);
  });

  test('a hundred thousand rows fold without trouble', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `${[220, 230, 235, 325][i % 4]},200,${1950 + (i % 60)},1,0,0,0,0`,
    );
    const { imported } = read(
      'atop',
      file('ccode1,ccode2,year,defense,offense,neutral,nonagg,consul', ...rows),
      { piece: 65_536 },
    );
    expect(imported.taken).toBe(100_000);
    expect([...imported.assertions].length).toBeLessThan(100);
  });
});
