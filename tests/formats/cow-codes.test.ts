import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actorOfCow, cowCodeOf, isoOfCow, nameOfCow } from '../../src/formats/cow-codes.ts';
import { readTable } from '../../src/ontology/table.ts';
import { shipped } from '../ontology/tables.ts';

const FILE = 'data/cow-codes.tsv';
const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
const { rows, problems } = readTable(FILE, text, [
  'cow',
  'abbreviation',
  'name',
  'iso3',
  'actor',
  'from',
  'to',
]);

describe('codes of the Correlates of War project', () => {
  test.each<[iso3: string, year: number, code: number | undefined]>([
    ['USA', 1990, 2],
    ['FRA', 1943, undefined],
    ['FRA', 1945, 220],
    ['DEU', 1940, 255],
    ['DEU', 1950, undefined],
    ['DEU', 1970, 260],
    ['DEU', 1990, 255],
    ['DEU', 2024, 255],
    ['DDR', 1970, 265],
    ['DDR', 1991, undefined],
    ['YEM', 1989, 678],
    ['YEM', 1990, 679],
    ['SSD', 2010, undefined],
    ['SSD', 2011, 626],
    ['SRB', 2024, 345],
    ['XXX', 2024, undefined],
  ])('%s in %i is %s', (iso3, year, code) => {
    expect(cowCodeOf(iso3, year)).toBe(code);
  });

  test.each<[code: number, year: number, iso3: string | undefined, actor: string | undefined]>([
    [365, 1900, 'RUS', 'country:RUS'],
    [365, 1980, 'SUN', 'country:soviet-union'],
    [365, 1992, 'RUS', 'country:RUS'],
    [345, 1980, 'YUG', 'country:yugoslavia'],
    [345, 2004, 'SCG', 'country:serbia-and-montenegro'],
    [345, 2006, 'SRB', 'country:SRB'],
    [817, 1960, undefined, 'country:south-vietnam'],
    [300, 1900, undefined, undefined],
    [999, 1900, undefined, undefined],
  ])('%i in %i is %s, %s', (code, year, iso3, actor) => {
    expect(isoOfCow(code, year)).toBe(iso3);
    expect(actorOfCow(code, year)).toBe(actor);
  });

  test('a state without an actor still has a name to tell', () => {
    expect(nameOfCow(300)).toBe('Austria-Hungary');
  });

  test('the table is well-formed, and its actors stand in the tables of actors', () => {
    expect(problems).toEqual([]);
    const unknown = rows
      .map(({ cell }) => cell('actor'))
      .filter((id) => id !== '' && !shipped.actors.has(id));
    expect(unknown).toEqual([]);
    for (const { cell } of rows) {
      if (cell('to') !== '') expect(Number(cell('from'))).toBeLessThanOrEqual(Number(cell('to')));
    }
  });

  test('every code in a year comes back from its ISO code', () => {
    for (const { cell } of rows) {
      const [code, iso3, year] = [Number(cell('cow')), cell('iso3'), Number(cell('from'))];
      if (iso3 !== '' && isoOfCow(code, year) === iso3) expect(cowCodeOf(iso3, year)).toBe(code);
    }
  });
});
