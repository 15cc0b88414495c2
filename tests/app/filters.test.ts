import { describe, expect, it } from 'vitest';
import { countFacets } from '../../src/app/filters/counts.ts';
import {
  ALL_TIME,
  type Facet,
  type Filters,
  isFiltered,
  NO_FILTERS,
  only,
  shownTies,
  standingAt,
  type TimeView,
  toggle,
  toldTies,
} from '../../src/app/filters/filters.ts';
import { actor, corpus, says } from './builders.ts';

const SAHEL = corpus(
  [
    says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05', by: 'daily' }),
    says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-09', by: 'wire' }),
    says('italy', 'cooperates-with', 'niger', { status: 'planned', reported: '2024-03', by: 'wire' }),
    says('russia', 'security-aid', 'niger', { status: 'alleged', by: 'unknown' }),
    says('misin', 'deployed-in', 'niger', { when: '2018/..', reported: '2024-03', by: 'daily' }),
  ],
  [actor('misin', 'mission')],
);

function shown(filters: Filters, time: TimeView = ALL_TIME): string[] {
  return shownTies(SAHEL, toldTies(SAHEL, filters), filters, standingAt(SAHEL, time)).map(
    ({ tie }) => tie.id,
  );
}

const EXPELLED = 'niger expelled france';
const PLANNED = 'italy cooperates-with niger';
const ARMS = 'russia security-aid niger';
const MISSION = 'misin deployed-in niger';

describe('filters', () => {
  it('show everything at the start', () => {
    expect(shown(NO_FILTERS).sort()).toEqual([PLANNED, MISSION, EXPELLED, ARMS].sort());
    expect(isFiltered(NO_FILTERS)).toBe(false);
  });

  const cases: [string, Filters, string[]][] = [
    ['a relation', toggle(NO_FILTERS, 'relation', ['expelled'], false), [PLANNED, MISSION, ARMS]],
    ['a status', toggle(NO_FILTERS, 'status', ['planned', 'alleged'], false), [MISSION, EXPELLED]],
    [
      'a type of actor, at either end',
      toggle(NO_FILTERS, 'type', ['mission'], false),
      [PLANNED, EXPELLED, ARMS],
    ],
    ['an outlet', toggle(NO_FILTERS, 'outlet', ['wire'], false), [MISSION, EXPELLED, ARMS]],
    ['what one document alone states', { ...NO_FILTERS, minimumSources: 2 }, [EXPELLED]],
  ];
  it.each(cases)('hide %s', (_, filters, left) => {
    expect(shown(filters).sort()).toEqual(left.sort());
    expect(isFiltered(filters)).toBe(true);
  });

  it('tell a tie as the outlets that are left tell it', () => {
    const filters = toggle(NO_FILTERS, 'outlet', ['wire'], false);
    const told = toldTies(SAHEL, filters).find((tie) => tie.id === EXPELLED);
    expect(told?.sources).toBe(1);
    expect(SAHEL.ties.find((tie) => tie.id === EXPELLED)?.sources).toBe(2);
  });

  it('show only one value, and again all of them', () => {
    const all = ['actual', 'planned', 'alleged'];
    const narrowed = only(NO_FILTERS, 'status', all, ['planned']);
    expect(shown(narrowed)).toEqual([PLANNED]);
    expect(shown(toggle(narrowed, 'status', all, true))).toHaveLength(4);
  });

  it('draw the strongest of the statuses that are left', () => {
    const two = corpus([
      says('a', 'joined', 'b', { status: 'actual' }),
      says('a', 'joined', 'b', { status: 'denied', by: 'wire' }),
    ]);
    const filters = toggle(NO_FILTERS, 'status', ['actual'], false);
    const item = shownTies(two, two.ties, filters, standingAt(two, ALL_TIME)).find(
      ({ tie }) => tie.relation === 'joined',
    );
    expect(item?.status).toBe('denied');
  });
});

describe('the as-of date', () => {
  const at = (day: string, more: Partial<TimeView> = {}) => shown(NO_FILTERS, { ...ALL_TIME, day, ...more });
  it.each([
    ['before anything', '2017-12-31', [ARMS]],
    ['with the mission under way', '2020-06-30', [MISSION, ARMS]],
    ['after the expulsion', '2024-01-01', [MISSION, EXPELLED, ARMS]],
    ['after the plan was reported', '2024-03-31', [PLANNED, MISSION, EXPELLED, ARMS]],
  ])('shows ties %s', (_, day, ids) => {
    expect(at(day).sort()).toEqual([...ids].sort());
  });

  it('leaves undated ties out only when asked to, at a date and over all of time', () => {
    expect(at('2024-01-01', { undated: false })).not.toContain(ARMS);
    expect(shown(NO_FILTERS, { ...ALL_TIME, undated: false })).not.toContain(ARMS);
    expect(shown(NO_FILTERS, ALL_TIME)).toContain(ARMS);
  });

  it('goes by the reports on the other clock', () => {
    expect(at('2020-06-30', { clock: 'reported' })).not.toContain(MISSION);
    expect(at('2024-03-31', { clock: 'reported' })).toContain(MISSION);
  });
});

describe('the counts of the legend', () => {
  const counts = (facet: Facet, filters = NO_FILTERS, time = ALL_TIME) =>
    Object.fromEntries(
      countFacets(SAHEL, toldTies(SAHEL, filters), filters, standingAt(SAHEL, time))[facet].map((c) => [
        c.value,
        `${c.now}/${c.total}`,
      ]),
    );

  it('count ties by relation, status and outlet, and actors by type', () => {
    expect(counts('relation')).toEqual({
      expelled: '1/1',
      'cooperates-with': '1/1',
      'security-aid': '1/1',
      'deployed-in': '1/1',
    });
    expect(counts('status')).toEqual({ actual: '2/2', planned: '1/1', alleged: '1/1' });
    expect(counts('outlet')).toEqual({ daily: '2/2', wire: '2/2', 'Unknown outlet': '1/1' });
    expect(counts('type')).toEqual({ country: '4/4', mission: '1/1' });
  });

  it('say what a hidden value would bring back', () => {
    expect(counts('status', toggle(NO_FILTERS, 'status', ['planned'], false))['planned']).toBe('1/1');
    expect(counts('outlet', toggle(NO_FILTERS, 'outlet', ['wire'], false))['wire']).toBe('2/2');
  });

  it('follow the other filters and the date', () => {
    expect(counts('status', toggle(NO_FILTERS, 'relation', ['expelled'], false))['actual']).toBe('1/2');
    expect(counts('status', NO_FILTERS, { ...ALL_TIME, day: '2020-06-30' })['actual']).toBe('1/2');
  });
});
