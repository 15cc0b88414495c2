import { describe, expect, it } from 'vitest';
import { COLUMNS, parseKnowledge } from '../../src/ontology/knowledge.ts';
import { shipped, table } from './tables.ts';

const COUNTRY = COLUMNS['countries.tsv']!;
const MISSION = COLUMNS['missions.tsv']!;
const OFFICIAL = COLUMNS['officials.tsv']!;
const NIGER = ['country:NER', 'Niger', 'NE', 'Republic of Niger', 'Nigerien|Nigeriens', 'Niamey', '', ''];

describe('parseKnowledge', () => {
  it('reads a country with the kind of each name, the name itself first', () => {
    const niger = parseKnowledge({ 'countries.tsv': table(COUNTRY, NIGER) }).actors.get('country:NER');
    expect(niger).toEqual({
      id: 'country:NER',
      name: 'Niger',
      type: 'country',
      subtype: null,
      iso2: 'NE',
      iso3: 'NER',
      names: [
        { words: 'Niger', kind: 'name' },
        { words: 'Republic of Niger', kind: 'short' },
        { words: 'Nigerien', kind: 'demonym' },
        { words: 'Nigeriens', kind: 'demonym' },
        { words: 'Niamey', kind: 'capital' },
      ],
      parents: [],
      hosts: [],
      from: null,
      to: null,
    });
  });

  it('gives no codes to a polity that has none', () => {
    const row = ['country:somaliland', 'Somaliland', '', '', '', 'Hargeisa', '', ''];
    const actor = parseKnowledge({ 'countries.tsv': table(COUNTRY, row) }).actors.get('country:somaliland');
    expect(actor).not.toHaveProperty('iso2');
    expect(actor).not.toHaveProperty('iso3');
  });

  it('reads remarks, Windows line ends and a byte order mark', () => {
    const text = `\uFEFF# a remark\r\n${table(COUNTRY, NIGER).replaceAll('\n', '\r\n')}\r\n`;
    expect(parseKnowledge({ 'countries.tsv': text }).actors.get('country:NER')?.iso2).toBe('NE');
  });

  it.each([
    [
      'missions.tsv',
      table(MISSION, ['mission:a', 'A', '', '', '', '2018']),
      'data/missions.tsv:2: has 6 cells, not 7',
    ],
    [
      'missions.tsv',
      table(MISSION, ['misin', 'A', '', '', '', '', '']),
      'data/missions.tsv:2: "misin" is no id',
    ],
    ['missions.tsv', table(MISSION, ['country:NER', 'A', '', '', '', '', '']), 'is no id of this table'],
    ['missions.tsv', table(MISSION, ['mission:a', ' ', '', '', '', '', '']), 'the name is empty'],
    [
      'missions.tsv',
      table(MISSION, ['mission:a', 'A', '', '', '', '2018-13', '']),
      '"2018-13" in column from',
    ],
    ['officials.tsv', table(OFFICIAL, ['A', 'country:NER', '', '', 'now', '']), '"now" in column to'],
    [
      'countries.tsv',
      table(['id', 'name'], ['country:NER', 'Niger']),
      'data/countries.tsv:1: the header must be',
    ],
    ['countries.tsv', '', 'data/countries.tsv: has no header row'],
    [
      'countries.tsv',
      table(COUNTRY, NIGER, NIGER),
      'data/countries.tsv:3: the id country:NER stands already at data/countries.tsv:2',
    ],
    ['contries.tsv', '', 'data/contries.tsv: is no file of the knowledge'],
  ])('refuses a bad row of %s and names its place', (file, text, message) => {
    expect(() => parseKnowledge({ [file]: text })).toThrow(message);
  });

  it('lists all bad rows at once', () => {
    const text = table(MISSION, ['a'], ['mission:b', 'B', '', '', '', '', ''], ['c']);
    expect(() => parseKnowledge({ 'missions.tsv': text })).toThrow(/missions\.tsv:2: [^]*missions\.tsv:4: /);
  });
});

describe('the shipped tables', () => {
  const count = (test: (id: string, subtype: string | null) => boolean): number =>
    [...shipped.actors.values()].filter(({ id, subtype }) => test(id, subtype)).length;
  const GROUPS = ['armed-group', 'mercenary', 'party-militia', 'cartel'];

  it.each([
    ['states with a code', 195, (id: string) => /^country:[A-Z]{3}$/.test(id)],
    [
      'organisations',
      300,
      (id: string, of: string | null) => id.startsWith('org') && !GROUPS.includes(of ?? ''),
    ],
    ['armed groups', 120, (_: string, of: string | null) => GROUPS.includes(of ?? '')],
    ['missions', 250, (id: string) => id.startsWith('mission:')],
  ])('know the %s of the news, at least %i', (_, least, test) => {
    expect(count(test)).toBeGreaterThanOrEqual(least);
  });

  it('know at least 600 officials', () => {
    expect(new Set(shipped.officials.map(({ name }) => name)).size).toBeGreaterThanOrEqual(600);
  });

  it('give every state with a code its people and its capital', () => {
    const bare = [...shipped.actors.values()]
      .filter(({ iso3 }) => iso3 !== undefined)
      .filter(
        ({ names }) => !['demonym', 'capital'].every((kind) => names.some((name) => name.kind === kind)),
      )
      .map(({ id }) => id);
    // Left out because they are no names of their own or mean others more often: the people of Dominica,
    // Jersey and the Holy See, the capitals of city states and cities, of São Tomé, Puerto Rico and Bermuda, and
    // Victoria in the Seychelles.
    expect(bare.map((id) => id.slice(-3)).join(' ')).toBe(
      'BMU DMA GIB HKG JEY MAC MCO PRI SGP SMR STP SYC VAT',
    );
  });
});
