import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/app/data/corpus.ts';
import { Explorer } from '../../src/app/explorer.svelte.ts';
import { toggle } from '../../src/app/filters/filters.ts';
import { LAYOUT_NAMES } from '../../src/app/graph/graphState.svelte.ts';
import { decode, encode, initialState } from '../../src/app/permalink/address.ts';
import { ALL_FIELDS, type ScreenState } from '../../src/app/permalink/fields.ts';
import { show, stateOf } from '../../src/app/permalink/show.ts';
import { unword, word } from '../../src/app/permalink/text.ts';
import type { Screen } from '../../src/app/screen.ts';
import { TABLES } from '../../src/app/table/tables.svelte.ts';
import { VIEWS } from '../../src/app/views.ts';
import { corpus, says } from './builders.ts';

const NIGER = corpus([
  says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05' }),
  says('niger', 'met-with', 'russia', { when: '2024-03-26', reported: '2024-03-27', by: 'wire' }),
  says('niger', 'accuses', 'benin', { by: 'Reuters, London & more' }),
]);
const GRAPH = { name: 'a graph.json', sha256: '3fa2b1c9' };

/** The screen as far as an address goes. */
function screenOf(open: Corpus): Screen {
  const explorer = new Explorer();
  explorer.open(open);
  return { explorer } as unknown as Screen;
}

/** Any text that a file may have, half characters apart. */
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const ids = fc.uniqueArray(text, { maxLength: 4 });
const day = fc.option(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const hidden = (...values: string[]) => fc.subarray(values).map((some) => [...some].sort());
const whole = fc.integer({ min: -100_000, max: 100_000 });

const states: fc.Arbitrary<ScreenState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  table: fc.constantFrom(...TABLES),
  day,
  since: day,
  clock: fc.constantFrom('when' as const, 'reported' as const),
  undated: fc.boolean(),
  from: day,
  to: day,
  relation: fc.oneof(
    hidden('accuses', 'expelled', 'met-with'),
    ids.map((some) => [...some].sort()),
  ),
  status: hidden('actual', 'alleged', 'denied', 'planned'),
  type: hidden('country', 'mission', 'organisation'),
  outlet: hidden('daily', 'wire', 'Reuters, London & more'),
  bloc: hidden('niger', 'france', 'none'),
  topic: hidden('energy', 'none'),
  sources: fc.integer({ min: 1, max: 99 }),
  confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  words: text,
  layout: fc.constantFrom(...LAYOUT_NAMES),
  blocs: fc.boolean(),
  focus: fc.array(fc.record({ actor: text, steps: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
  alone: fc.option(ids),
  expanded: ids,
  collapsed: ids,
  more: fc.integer({ min: 1, max: 99 }),
  chosen: ids,
  paths: fc.option(fc.record({ from: text, to: text, without: ids })),
  select: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('actor' as const), id: text }),
      fc.record({
        kind: fc.constant('dyad' as const),
        a: text,
        b: text,
        sign: fc.constantFrom(1 as const, -1 as const, 0 as const, null),
        tie: fc.option(text),
      }),
      fc.record({ kind: fc.constant('bloc' as const), actor: text }),
      fc.record({ kind: fc.constant('document' as const), id: text }),
    ),
  ),
  quote: fc.option(fc.record({ assertion: text, evidence: fc.nat(9) })),
  article: fc.option(text),
  pins: fc.dictionary(
    text.filter((id) => id !== '__proto__'),
    fc.record({ x: whole, y: whole }),
    { maxKeys: 4, noNullPrototype: true },
  ),
  camera: fc.option(fc.record({ x: whole, y: whole, zoom: fc.constantFrom(0.05, 0.8, 1, 1.375, 4) })),
});

describe('an address', () => {
  it('brings back every state, as plain characters that mails leave alone', () => {
    fc.assert(
      fc.property(states, (state) => {
        const hash = encode(state, NIGER, GRAPH);
        expect(hash).toMatch(/^[\w\-.~%:,;=&+]*$/);
        const decoded = decode(`#${hash}`, NIGER);
        expect(decoded.dropped).toEqual([]);
        expect(decoded.state).toEqual(state);
        if (hash !== '') expect(decoded.graph).toEqual(GRAPH);
      }),
    );
  });

  it('gives a valid state whatever it says, and names what it leaves out', () => {
    const bits = fc.constantFrom(
      'v1',
      '&',
      '=',
      'view',
      'day',
      'select',
      'only;',
      '%',
      '%zz',
      '2024-99',
      ',,',
      '~',
    );
    const garbage = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(bits, fc.string({ maxLength: 5 }))).map((some) => some.join('')),
      fc
        .array(fc.tuple(fc.constantFrom(...ALL_FIELDS.map(([name]) => name as string), 'x'), fc.string()))
        .map((pairs) => ['v1', ...pairs.map(([key, value]) => `${key}=${value}`)].join('&')),
    );
    fc.assert(
      fc.property(garbage, (hash) => {
        const { state, dropped } = decode(hash, NIGER);
        const again = decode(encode(state, NIGER, GRAPH), NIGER);
        expect(again.dropped).toEqual([]);
        expect(again.state).toEqual(state);
        for (const part of dropped) expect(hash).toContain(part);
      }),
    );
  });

  it('says only what differs from the graph as it opens', () => {
    const initial = initialState(NIGER);
    expect(encode(initial, NIGER, GRAPH)).toBe('');
    expect(encode({ ...initial, day: '2023-12-31' }, NIGER, GRAPH)).toBe(
      'v1&view=graph&day=2023&graph=a+graph.json,3fa2b1c9',
    );
  });

  it.each<[Partial<ScreenState>, string]>([
    [{ view: 'table' }, 'view=table'],
    [{ day: '2024-03-31', clock: 'reported' }, 'day=2024-03&clock=reported'],
    [{ day: '2024-03-31', since: '2023-01-01' }, 'day=2024-03&since=2023'],
    [{ relation: ['accuses'] }, 'relation=not;accuses'],
    [{ relation: ['accuses', 'expelled'] }, 'relation=only;met-with'],
    [{ outlet: ['Reuters, London & more'] }, 'outlet=not;Reuters%2C+London+%26+more'],
    [{ select: { kind: 'actor', id: 'country:NER' } }, 'select=country:NER'],
    [{ select: { kind: 'bloc', actor: 'country:NER' } }, 'select=country:NER,in,bloc'],
    [{ select: { kind: 'document', id: 'seeds-1' } }, 'select=seeds-1,as,document'],
    [{ quote: { assertion: 'a-1', evidence: 1 } }, 'quote=a-1,2'],
    [{ focus: [{ actor: 'country:KEN', steps: 2 }] }, 'focus=country:KEN,2'],
    [{ camera: { x: -12.4, y: 0.2, zoom: 0.80001 } }, 'camera=-12,0,0.8'],
  ])('writes %j as %s', (some, written) => {
    const hash = encode({ ...initialState(NIGER), ...some }, NIGER, GRAPH);
    expect(hash.split('&').slice(1, -1).join('&').replace('view=graph&', '')).toBe(written);
  });

  it.each([
    ['content', ['content']],
    ['v9&view=table', ['v9&view=table']],
    ['v1&view=moon', ['view=moon']],
    ['v1&day=2023-02-30', ['day=2023-02-30']],
    ['v1&later=1&view=table', ['later=1']],
    ['v1&view=table&view=graph', ['view=graph']],
    ['v1&outlet=%E0%A4%A', ['outlet=%E0%A4%A']],
    ['v1&camera=0,0,0', ['camera=0,0,0']],
    ['v1&focus=country:KEN,9', ['focus=country:KEN,9']],
    ['v1&select=a,b,sideways', ['select=a,b,sideways']],
    ['', []],
    ['#', []],
  ])('"%s" leaves out %j', (hash, dropped) => {
    expect(decode(hash, NIGER).dropped).toEqual(dropped);
  });

  it('opens a snapshot at its date unless told otherwise', () => {
    const snapshot = { asOf: '2023', clock: 'reported' as const, parent: 'a'.repeat(64) };
    const open = { ...NIGER, file: { ...NIGER.file, snapshot } };
    expect(decode('', open).state).toMatchObject({ day: '2023-12-31', clock: 'reported' });
    expect(decode('v1&day=all', open).state).toMatchObject({ day: null, clock: 'reported' });
    expect(encode({ ...initialState(open), day: null }, open, GRAPH)).toContain('day=all');
  });
});

describe('a word of an address', () => {
  it('is any text, and nothing else', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(unword(word(any))).toBe(any);
      }),
    );
    expect(unword('')).toBeUndefined();
    expect(unword('%')).toBeUndefined();
  });
});

describe('the screen', () => {
  const all = new Set(ALL_FIELDS.map(([name]) => name));

  it('shows what an address says', () => {
    const from = screenOf(NIGER);
    from.explorer.selectTie('niger expelled france');
    from.explorer.filters = toggle(from.explorer.filters, 'outlet', ['wire'], false);
    from.explorer.time = { day: '2024-02-29', since: '2023-12-01', clock: 'reported', undated: false };
    from.explorer.graphState.focusOn('niger', 2);
    const { state, said } = decode(encode(stateOf(from), NIGER, GRAPH), NIGER);
    const to = screenOf(NIGER);
    expect(show(to, state, said, NIGER)).toEqual([]);
    expect(stateOf(to)).toEqual(stateOf(from));
    expect(to.explorer.shown).toEqual(from.explorer.shown);
  });

  it('shows what there is, and names what is not in the graph', () => {
    const screen = screenOf(NIGER);
    const hash =
      'v1&view=table&relation=not;accuses,sold&select=niger,mali&quote=gone&focus=chad,1;niger,2&paths=niger,togo';
    const { state, said } = decode(hash, NIGER);
    expect(show(screen, state, said, NIGER)).toEqual(['sold', 'chad', 'togo', 'mali', 'gone']);
    const { explorer } = screen;
    expect(explorer.view).toBe('table');
    expect([...explorer.filters.hidden.relation]).toEqual(['accuses']);
    expect([explorer.selection, explorer.quote, explorer.graphState.paths]).toEqual([null, null, null]);
    expect(explorer.graphState.trail).toEqual([{ actor: 'niger', steps: 2 }]);
  });

  it('keeps the pins of this browser unless an address has its own', () => {
    const screen = screenOf(NIGER);
    screen.explorer.graphState.pin('niger', { x: 1, y: 2 });
    const show1 = (hash: string) => {
      const { state, said } = decode(hash, NIGER);
      show(screen, state, said, NIGER);
    };
    show1('v1&view=table');
    expect(screen.explorer.graphState.pins).toEqual({ niger: { x: 1, y: 2 } });
    show1('v1&pins=france,5,6');
    expect(screen.explorer.graphState.pins).toEqual({ france: { x: 5, y: 6 } });
  });

  it('goes back to the graph as it opened', () => {
    const screen = screenOf(NIGER);
    screen.explorer.selectActor('niger');
    screen.explorer.view = 'changes';
    show(screen, initialState(NIGER), all, NIGER);
    expect(stateOf(screen)).toEqual(initialState(NIGER));
  });
});
