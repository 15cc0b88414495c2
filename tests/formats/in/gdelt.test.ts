import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotThisFormat } from '../../../src/formats/in/imported.ts';
import type { Span } from '../../../src/model/index.ts';
import { read, tabs } from './reading.ts';

interface Row {
  readonly day?: string;
  readonly added?: string;
  readonly one?: string;
  readonly two?: string;
  readonly code?: string;
  readonly url?: string;
}

/** `FRA`, `FRA/GOV`, `/UNO`: country, then type or, where there is no country, known group. */
function actor(written: string): string[] {
  const [country = '', other = ''] = written.split('/');
  const [group, type] = country === '' ? [other, ''] : ['', other];
  return [`${country}${group}${type}`, `NAME ${country}${group}`, country, group, '', '', '', type, '', ''];
}

function row({
  day = '20240315',
  added = '20240316120000',
  one = 'FRA',
  two = 'DEU',
  code = '042',
  url = 'https://example.org/a',
}: Row): string[] {
  const empty = (count: number) => Array<string>(count).fill('');
  const event = ['1', code, code.slice(0, 3), code.slice(0, 2), '1', '2.8', '4', '1', '4', '-1.5'];
  const head = ['1085', day, day.slice(0, 6), day.slice(0, 4), '2024.2'];
  return [...head, ...actor(one), ...actor(two), ...event, ...empty(24), added, url];
}

const file = (...rows: Row[]) => tabs(...rows.map(row));

describe('GDELT events', () => {
  test.each<[name: string, row: Row, claim: string]>([
    ['a visit', {}, 'country:DEU met-with country:FRA 2024-03-15 actual'],
    ['an organ of the state', { one: 'FRA/GOV' }, 'country:DEU met-with country:FRA 2024-03-15 actual'],
    [
      'a known organisation',
      { one: '/UNO', code: '111' },
      'organisation:united-nations accuses country:DEU 2024-03-15 actual',
    ],
    [
      'the direction',
      { one: 'DEU', two: 'FRA', code: '112' },
      'country:DEU accuses country:FRA 2024-03-15 actual',
    ],
    ['an intention', { code: '036' }, 'country:DEU met-with country:FRA 2024-03-15 planned'],
    ['a code of CAMEO for a country', { one: 'ROM' }, 'country:DEU met-with country:ROU 2024-03-15 actual'],
    ['a lost zero', { code: '42' }, 'country:DEU met-with country:FRA 2024-03-15 actual'],
  ])('takes %s', (_, one, claim) => {
    expect(read('gdelt', file(one)).claims).toEqual([claim]);
  });

  test.each<[name: string, row: Row, reason: RegExp]>([
    ['rebels of a country', { one: 'FRA/REB' }, /does not act for it/],
    ['a region', { one: 'WAF' }, /region or not in the tables/],
    ['a group that is no known organisation', { one: '/XYZ' }, /organisation is not in the tables/],
    ['a missing actor', { two: '' }, /no country and is no organisation/],
    ['what a country does at home', { two: 'FRA/GOV' }, /same actor/],
    ['a statement', { code: '010' }, /names no relation/],
    ['a code that is none', { code: '99X' }, /code does not exist/],
    ['a day that is none', { day: '20240230' }, /date is no day/],
    ['a year beyond the calendar', { day: '00010101' }, /date is no day/],
    ['an event after its report', { day: '20250315' }, /dated after it was reported/],
    [
      'a retreat from an organisation, where nobody can be deployed',
      { two: '/UNO', code: '0874' },
      /actors of these types/,
    ],
  ])('counts %s and takes nothing', (_, one, reason) => {
    const { claims, imported } = read('gdelt', file(one));
    expect(claims).toEqual([]);
    expect(imported.tally.map((entry) => [entry.reason, entry.rows])).toEqual([
      [expect.stringMatching(reason), 1],
    ]);
    expect(imported.tally[0]!.examples[0]!.line).toBe(1);
  });

  test('folds the rows of a month, keeps the first three, and says how many there were', () => {
    const days = ['20240317', '20240302', '20240309', '20240311', '20240401'];
    const { graph, imported } = read(
      'gdelt',
      file(...days.map((day, i) => ({ day, code: '190', added: `2024050${i + 1}000000` }))),
    );
    expect(graph.assertions.map(({ when, reported, evidence }) => [when, reported, evidence.length])).toEqual(
      [
        ['2024-03', '2024-05-01', 3],
        ['2024-04-01', '2024-05-05', 1],
      ],
    );
    expect(graph.assertions[0]!.evidence.map(({ reader }) => reader)).toEqual(
      Array(3).fill('gdelt/2 (4 rows)'),
    );
    expect(imported.taken).toBe(5);
  });

  test('a state begins on the first day of the rows', () => {
    const { claims } = read(
      'gdelt',
      file({ day: '20240317', code: '163', added: '' }, { day: '20240302', code: '163', added: '' }),
    );
    expect(claims).toEqual(['country:FRA sanctioned country:DEU 2024-03-02 actual']);
  });

  test('quotes the telling cells, marks the actors in them, and finds the row again', () => {
    const text = file({ code: '010' }, { one: 'FRA', two: 'DEU' });
    const [evidence] = read('gdelt', text).graph.assertions[0]!.evidence;
    const { quote, start, source, target } = evidence!;
    expect(quote).toBe('1085 · NAME FRA · 042 · NAME DEU · https://example.org/a');
    expect(text.slice(start).split('\t', 1)).toEqual(['1085']);
    expect(text.slice(0, start).split('\n')).toHaveLength(2);
    const words = (spans: readonly Span[]) =>
      spans.map(([from, to]) => quote.slice(from - start, to - start));
    // Germany is the source: symmetric relations stand in order of the ids.
    expect([words(source), words(target)]).toEqual([['NAME DEU'], ['NAME FRA']]);
  });

  test('leaves out what few rows say, and counts it', () => {
    const text = file({ code: '190' }, { code: '190' }, { code: '190' }, { code: '111' }, { code: '111' });
    const { claims, left } = read('gdelt', text, { minEvents: 3 });
    expect(claims).toEqual(['country:FRA attacked country:DEU 2024-03-15 actual']);
    expect(left).toEqual(['fewer than 3 events of the kind in the month: 2']);
  });

  test('a broken row costs that row only; a last line that is cut off costs that line', () => {
    const { claims, imported } = read('gdelt', `${file({})}broken\trow\n${file({ one: 'ITA' })}1085\t2024`);
    expect(claims).toHaveLength(2);
    expect(imported.tally).toMatchObject([
      {
        isFault: true,
        rows: 2,
        examples: [
          { line: 2, shown: 'broken row' },
          { line: 4, shown: '1085 2024' },
        ],
      },
    ]);
  });

  test('shows the first ten faults and counts the rest', () => {
    const { imported } = read('gdelt', `${file({})}${'x\n'.repeat(25)}`);
    expect(imported.tally[0]).toMatchObject({ rows: 25 });
    expect(imported.tally[0]!.examples.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('what is shown cannot steer a terminal', () => {
    const { imported } = read('gdelt', `${file({})}\u001b[2Jgone\u202e\n`);
    expect(imported.tally[0]!.examples[0]!.shown).toBe('[2Jgone');
  });

  test.each(['', 'a,b,c\n1,2,3\n', 'x\n'.repeat(100)])(
    '%j is no GDELT file, and the message says what is',
    (text) => {
      expect(() => read('gdelt', text)).toThrow(NotThisFormat);
      expect(() => read('gdelt', text)).toThrow(/61 columns/);
    },
  );

  test('pieces of any size give the same graph', () => {
    const text =
      `${file({}, { one: 'ITA', url: 'https://example.org/ü' }, { code: '190' })}broken\n${file({ two: 'CHN' })}`.replaceAll(
        '\n',
        '\r\n',
      );
    const whole = read('gdelt', text);
    expect(whole.claims).toHaveLength(4);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (piece) => {
        expect(read('gdelt', text, { piece }).graph).toEqual(whole.graph);
      }),
      { numRuns: 40 },
    );
  });

  test('fifty thousand rows take the memory of what they say', () => {
    const states = ['FRA', 'DEU', 'ITA', 'CHN', 'RUS'];
    const rows = Array.from({ length: 50_000 }, (_, i): Row => ({
      one: states[i % 5]!,
      two: states[(i * 7 + 1) % 5]!,
      code: ['042', '190', '010'][i % 3]!,
      day: `2024${String(1 + (i % 3)).padStart(2, '0')}01`,
      added: '20240601000000',
    }));
    const { imported, graph } = read('gdelt', file(...rows), { piece: 10_000 });
    expect(imported.rows).toBe(50_000);
    const left = imported.tally.reduce((sum, entry) => sum + entry.rows, 0);
    expect(imported.taken + left).toBe(50_000);
    expect(graph.assertions.length).toBeLessThan(200);
    expect(graph.assertions.every(({ evidence }) => evidence.length <= 3)).toBe(true);
  });
});
