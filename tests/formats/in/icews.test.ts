import { describe, expect, test } from 'vitest';
import { read, tabs } from './reading.ts';

const HEADER =
  'Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude'.split(
    '|',
  );
type Actor = readonly [name: string, sectors: string, country: string];
const JAPAN: Actor = ['Japan', 'NA', 'Japan'];
const VIETNAM: Actor = ['Vietnam', 'NA', 'Vietnam'];

function row(source: Actor, code: string, target: Actor, day = '2018-06-01'): string[] {
  const place = ['Hanoi', 'NA', 'NA', 'Vietnam', '21.0', '105.8'];
  return ['328', day, ...source, 'Consult', code, '1', ...target, '474', '2', 'Vietnam News', ...place];
}

describe('ICEWS events', () => {
  test.each<[name: string, source: Actor, code: string, target: Actor, claim: string]>([
    ['countries', JAPAN, '111', VIETNAM, 'country:JPN accuses country:VNM 2018-06-01 actual'],
    ['a lost zero', JAPAN, '40', VIETNAM, 'country:JPN met-with country:VNM 2018-06-01 actual'],
    [
      'a ministry',
      ['Foreign Affairs (Japan)', 'Executive,Foreign Ministry,Government', 'Japan'],
      '111',
      VIETNAM,
      'country:JPN accuses country:VNM 2018-06-01 actual',
    ],
    [
      'a member of the government',
      ['Aso Taro', 'Elite,Government,Executive', 'Japan'],
      '111',
      VIETNAM,
      'country:JPN accuses country:VNM 2018-06-01 actual',
    ],
    [
      'an organisation by its name',
      ['North Atlantic Treaty Organization', 'Alliance', 'NA'],
      '111',
      VIETNAM,
      'organisation:nato accuses country:VNM 2018-06-01 actual',
    ],
    [
      'an organ of an organisation',
      ['Secretariat (Organization of American States)', 'International Government Organization', 'NA'],
      '111',
      VIETNAM,
      'organisation:oas accuses country:VNM 2018-06-01 actual',
    ],
    [
      'a name turned round',
      ['Moldova, Republic of', 'NA', 'Moldova, Republic of'],
      '111',
      VIETNAM,
      'country:MDA accuses country:VNM 2018-06-01 actual',
    ],
  ])('takes %s', (_, source, code, target, claim) => {
    expect(read('icews', tabs(HEADER, row(source, code, target))).claims).toEqual([claim]);
  });

  test.each<[name: string, row: string[], reason: RegExp]>([
    [
      'citizens',
      row(['Citizen (Japan)', 'General Population / Civilian / Social,Social', 'Japan'], '111', VIETNAM),
      /does not act for it/,
    ],
    ['a region', row(['Africa', 'NA', 'NA'], '111', VIETNAM), /no country/],
    [
      'an ambiguous country',
      row(['Citizen (Congo)', 'Government', 'Congo'], '111', VIETNAM),
      /region or not in the tables/,
    ],
    [
      'what happens at home',
      row(JAPAN, '111', ['Police (Japan)', 'Police,Government', 'Japan']),
      /same actor/,
    ],
    ['a statement', row(JAPAN, '010', VIETNAM), /names no relation/],
    ['a date of another form', row(JAPAN, '111', VIETNAM, '1 June 2018'), /no day/],
    ['a row that is cut', row(JAPAN, '111', VIETNAM).slice(0, 12), /has not 20 columns/],
  ])('counts %s and takes nothing', (_, one, reason) => {
    const { claims, imported } = read('icews', tabs(HEADER, one));
    expect(claims).toEqual([]);
    expect(imported.tally).toMatchObject([{ rows: 1, examples: [{ line: 2 }] }]);
    expect(imported.tally[0]!.reason).toMatch(reason);
  });

  test('both directions of a mutual act are one assertion', () => {
    const { claims, graph } = read(
      'icews',
      tabs(HEADER, row(JAPAN, '040', VIETNAM), row(VIETNAM, '040', JAPAN)),
    );
    expect(claims).toEqual(['country:JPN met-with country:VNM 2018-06-01 actual']);
    expect(graph.assertions[0]!.evidence.map(({ reader }) => reader)).toEqual([
      'icews/1 (2 rows)',
      'icews/1 (2 rows)',
    ]);
  });

  test('the date is that of the report', () => {
    const [assertion] = read('icews', tabs(HEADER, row(JAPAN, '111', VIETNAM))).graph.assertions;
    expect(assertion).toMatchObject({ reported: '2018-06-01', whenBasis: 'document' });
  });

  const one = row(JAPAN, '111', VIETNAM);
  test.each<[name: string, text: string]>([
    ['a byte order mark', `\uFEFF${tabs(HEADER, one)}`],
    [
      'quotes',
      tabs(
        HEADER.map((name) => `"${name}"`),
        one.map((cell) => `"${cell}"`),
      ),
    ],
    [
      'names in another case',
      tabs(
        HEADER.map((name) => name.toLowerCase().replace(' ', '_')),
        one,
      ),
    ],
    ['a header with commas over rows with tabs', `${HEADER.join(',')}\n${tabs(one)}`],
    ['a header with blanks over rows with tabs', `${HEADER.join('   ')}\n${tabs(one)}`],
    ['row names of R', tabs(HEADER, ['1', ...one])],
    ['no header at all', tabs(one)],
    ['line ends of Windows', tabs(HEADER, one).replaceAll('\n', '\r\n')],
  ])('reads a file with %s', (_, text) => {
    expect(read('icews', text).claims).toEqual(['country:JPN accuses country:VNM 2018-06-01 actual']);
  });

  test('a wrong header names the columns found and expected', () => {
    const text = tabs(['Event ID', 'Date', 'Who', 'Whom'], ['1', '2018-06-01x', 'a', 'b']);
    expect(() => read('icews', text, { file: 'wrong.tab' })).toThrow(
      /^wrong\.tab: the header has no Event Date, Source Name, .*; found: Event ID, Date, Who, Whom; expected: Event ID, Event Date, /,
    );
  });
});
