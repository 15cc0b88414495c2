import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeGroups, diffBetween } from '../../../src/app/changes/between.ts';
import { blocIndexOf, NO_BLOCS } from '../../../src/app/filters/blocIndex.ts';
import { chipsOf } from '../../../src/app/filters/chips.ts';
import { countFacets } from '../../../src/app/filters/counts.ts';
import {
  ALL_TIME,
  allBut,
  type Facet,
  FACETS,
  type Filters,
  NO_FILTERS,
  only,
  shownTies,
  standingAt,
  toggle,
  toldTies,
} from '../../../src/app/filters/filters.ts';
import { byKind, relationsOfSign, shareShown } from '../../../src/app/filters/groups.ts';
import { stabilityOf, valueWord } from '../../../src/app/filters/labels.ts';
import { laneLetter, lanesOf } from '../../../src/app/graph/lanes.ts';
import { RELATION_IDS, relationSpec } from '../../../src/ontology/relations/index.ts';
import { corpus, says } from '../builders.ts';

const about = (
  assertion: ReturnType<typeof says>,
  quote: string,
  confidence: number,
  ...topics: string[]
) => ({
  ...assertion,
  topics,
  confidence,
  evidence: assertion.evidence.map((one) => ({ ...one, quote })),
});

const OPEN = corpus([
  about(
    says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05' }),
    'Niamey fait partir l’armée française.',
    0.9,
    'military',
  ),
  about(
    says('niger', 'met-with', 'russia', { when: '2024-01', reported: '2024-01-09', by: 'wire' }),
    'Uranium and a pipeline were on the table.',
    0.6,
    'energy',
    'mining',
  ),
  about(says('italy', 'cooperates-with', 'niger', { status: 'planned' }), 'Italy plans more.', 0.4),
  about(
    says('mali', 'allied-with', 'russia', { when: '2021/..', reported: '2022' }),
    'The Élysée looked on.',
    0.8,
    'military',
  ),
]);
const EXPELLED = 'niger expelled france';
const MET = 'met-with';
const BLOCS = blocIndexOf(
  {
    blocs: [
      [
        { actor: 'mali', stability: 0.5 },
        { actor: 'russia', stability: 1 },
      ],
      [{ actor: 'italy', stability: 1 }],
    ],
  },
  (id) => (id === 'russia' ? 2 : 1),
);
const NAMED = { blocs: BLOCS, nameOf: (id: string) => OPEN.actors.get(id)!.name };

function relationsLeft(filters: Filters, blocs = BLOCS): string[] {
  const told = toldTies(OPEN, filters);
  return shownTies(OPEN, told, filters, standingAt(OPEN, ALL_TIME), blocs)
    .map(({ tie }) => tie.relation)
    .sort();
}

describe('a filter', () => {
  const rows: [string, Filters, string[]][] = [
    ['a topic', toggle(NO_FILTERS, 'topic', ['military'], false), ['cooperates-with', MET]],
    [
      'one of two topics',
      toggle(NO_FILTERS, 'topic', ['mining'], false),
      ['allied-with', 'cooperates-with', 'expelled', MET],
    ],
    ['what has no topic', toggle(NO_FILTERS, 'topic', ['none'], false), ['allied-with', 'expelled', MET]],
    [
      'all but a topic',
      allBut(NO_FILTERS, 'topic', ['energy', 'mining']),
      ['allied-with', 'cooperates-with', 'expelled'],
    ],
    ['a bloc, at either end', toggle(NO_FILTERS, 'bloc', ['russia'], false), ['cooperates-with', 'expelled']],
    ['who is in no bloc', toggle(NO_FILTERS, 'bloc', ['none'], false), ['allied-with']],
    ['what is less sure', { ...NO_FILTERS, minimumConfidence: 0.6 }, ['allied-with', 'expelled', MET]],
    ['other words', { ...NO_FILTERS, words: 'elysee' }, ['allied-with']],
    ['quotes without all words', { ...NO_FILTERS, words: 'Pipe URANIUM' }, [MET]],
    ['quotes with parts of words only', { ...NO_FILTERS, words: 'ranium' }, []],
    [
      'nothing by spaces',
      { ...NO_FILTERS, words: '  ' },
      ['allied-with', 'cooperates-with', 'expelled', MET],
    ],
  ];
  it.each(rows)('hides %s', (_, filters, left) => {
    expect(relationsLeft(filters)).toEqual([...left].sort());
  });

  it('on blocs hides nothing until they are found', () => {
    expect(relationsLeft(toggle(NO_FILTERS, 'bloc', ['russia'], false), NO_BLOCS)).toHaveLength(4);
  });

  it('works on changes between two dates too', () => {
    const days = { from: '2023-01-31', to: '2024-12-31' };
    const changed = (filters: Filters) =>
      changeGroups(diffBetween(OPEN, OPEN.file, filters, ALL_TIME, days, BLOCS)).flatMap(({ lines }) => lines)
        .length;
    expect(changed(NO_FILTERS)).toBe(2);
    expect(changed({ ...NO_FILTERS, words: 'uranium' })).toBe(1);
    expect(changed(toggle(NO_FILTERS, 'topic', ['military'], false))).toBe(1);
    expect(changed({ ...NO_FILTERS, minimumConfidence: 0.95 })).toBe(0);
    expect(changed(toggle(NO_FILTERS, 'bloc', ['russia'], false))).toBe(1);
  });
});

describe('a window', () => {
  const LEFT = corpus([
    says('mali', 'member-of', 'bloc', { when: '2017/..', reported: '2024-01' }),
    says('mali', 'left', 'bloc', { when: '2020-06', reported: '2024-01' }),
    says('chad', 'member-of', 'bloc', { when: '2017/..', reported: '2024-01' }),
  ]);
  const lanesIn = (since: string | null, day: string) => {
    const at = standingAt(LEFT, { ...ALL_TIME, since, day });
    const some = shownTies(LEFT, LEFT.ties, toggle(NO_FILTERS, 'relation', ['left'], false), at);
    return lanesOf(LEFT, some).map((lane) => `${lane.id}${laneLetter(lane, true)}`);
  };

  it('marks what has ended by its end', () => {
    expect(lanesIn('2018-01-01', '2019-12-31')).toEqual(['bloc 0 chad', 'bloc 0 mali']);
    expect(lanesIn('2018-01-01', '2021-12-31')).toEqual(['bloc 0 chad', 'bloc 0 mali○']);
    expect(lanesIn('2021-01-01', '2021-12-31')).toEqual(['bloc 0 chad']);
    expect(lanesIn(null, '2019-12-31')).toEqual(['bloc 0 chad', 'bloc 0 mali']);
  });
});

describe('the counts', () => {
  const counts = (filters: Filters) =>
    countFacets(OPEN, toldTies(OPEN, filters), filters, standingAt(OPEN, ALL_TIME), BLOCS);
  const numbersOf = (filters: Filters, facet: Facet) =>
    Object.fromEntries(counts(filters)[facet].map(({ value, now, total }) => [value, `${now}/${total}`]));

  it('count ties by topic and actors by bloc', () => {
    expect(numbersOf(NO_FILTERS, 'topic')).toEqual({
      military: '2/2',
      energy: '1/1',
      mining: '1/1',
      none: '1/1',
    });
    expect(numbersOf(NO_FILTERS, 'bloc')).toEqual({ russia: '2/2', italy: '1/1', none: '2/2' });
    expect(numbersOf({ ...NO_FILTERS, words: 'uranium' }, 'topic')).toEqual({
      military: '0/2',
      energy: '1/1',
      mining: '1/1',
      none: '0/1',
    });
  });

  it('say of each value what it would show if nothing of its facet were hidden', () => {
    const values = FACETS.flatMap((facet) =>
      counts(NO_FILTERS)[facet].map(({ value }) => [facet, value] as const),
    );
    fc.assert(
      fc.property(fc.subarray(values), fc.boolean(), (gone, sure) => {
        const filters = gone.reduce((some, [facet, value]) => toggle(some, facet, [value], false), {
          ...NO_FILTERS,
          minimumConfidence: sure ? 0.7 : 0,
        });
        for (const facet of ['relation', 'topic', 'status', 'outlet'] as const) {
          for (const { value, now } of counts(filters)[facet]) {
            const all = counts(filters)[facet].map((count) => count.value);
            const alone = facet === 'status' ? null : only(filters, facet, all, [value]);
            if (alone) expect(relationsLeft(alone).length, `${facet} ${value}`).toBe(now);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the groups of relations', () => {
  it('go by sign, and within by kind', () => {
    const all = countFacets(OPEN, OPEN.ties, NO_FILTERS, standingAt(OPEN, ALL_TIME)).relation;
    const cooperation = relationsOfSign(all, 1);
    expect(cooperation.map(({ value }) => value)).toEqual(
      RELATION_IDS.filter((id) => ['cooperates-with', 'allied-with', MET].includes(id)),
    );
    for (const { kind, counts } of byKind(cooperation))
      for (const { value } of counts) expect(relationSpec(value).time).toBe(kind);
  });

  it('are shown in full, in part or not at all', () => {
    expect(shareShown(new Set(), ['a', 'b'])).toBe('all');
    expect(shareShown(new Set(['a']), ['a', 'b'])).toBe('some');
    expect(shareShown(new Set(['a', 'b', 'c']), ['a', 'b'])).toBe('none');
  });
});

describe('the chips', () => {
  const counts = countFacets(OPEN, OPEN.ties, NO_FILTERS, standingAt(OPEN, ALL_TIME), BLOCS);
  const labels = (filters: Filters) => chipsOf(filters, counts, NAMED).map(({ label }) => label);

  const rows: [Filters, string[]][] = [
    [NO_FILTERS, []],
    [toggle(NO_FILTERS, 'relation', [EXPELLED.split(' ')[1]!], false), ['Relations: not “expelled”']],
    [
      toggle(NO_FILTERS, 'relation', ['cooperates-with', 'allied-with', MET], false),
      ['Relations: only expelled'],
    ],
    [
      toggle(NO_FILTERS, 'topic', ['none', 'energy'], false),
      ['Topics: not “No topic”', 'Topics: not “Energy”'],
    ],
    [allBut(NO_FILTERS, 'topic', ['none', 'energy', 'mining']), ['Topics: only Military and defence']],
    [toggle(NO_FILTERS, 'bloc', ['russia'], false), ['Blocs (computed): not “Russia, Mali”']],
    [
      { ...NO_FILTERS, minimumSources: 2, minimumConfidence: 0.55, words: ' oil ' },
      ['At least 2 independent sources', 'Confidence ≥ 55 %', 'Quotes with “oil”'],
    ],
  ];
  it.each(rows)('%#', (filters, expected) => {
    expect(labels(filters)).toEqual(expected);
  });

  it('name a sign that is hidden as a whole, and count where there are many', () => {
    const relations = ['accuses', 'demands', 'expelled', 'threatens', 'rejects', 'signed-agreement', MET];
    const many = { ...counts, relation: relations.map((value) => ({ value, now: 1, total: 1 })) };
    const conflict = ['accuses', 'demands', 'expelled', 'threatens', 'rejects'];
    const chips = (hidden: readonly string[]) =>
      chipsOf(toggle(NO_FILTERS, 'relation', hidden, false), many, NAMED);
    const labelsOf = (hidden: readonly string[]) => chips(hidden).map(({ label }) => label);
    expect(labelsOf(conflict)).toEqual(['Relations: only signed an agreement with, met with']);
    expect(labelsOf([...conflict.slice(1), MET])).toEqual([
      'Relations: only accuses or criticises, signed an agreement with',
    ]);
    const more = {
      ...many,
      relation: [
        ...many.relation,
        { value: 'security-aid', now: 1, total: 1 },
        { value: 'allied-with', now: 1, total: 1 },
      ],
    };
    expect(
      chipsOf(toggle(NO_FILTERS, 'relation', conflict, false), more, NAMED).map(({ label }) => label),
    ).toEqual(['Relations: not “Conflict”']);
    expect(
      chipsOf(toggle(NO_FILTERS, 'relation', conflict.slice(1), false), more, NAMED).map(
        ({ label }) => label,
      ),
    ).toEqual(['Relations: 5 of 9']);
    expect(chips([...conflict.slice(0, 1), MET])).toHaveLength(2);
  });

  it('taken away one by one leave no filter', () => {
    const values = FACETS.flatMap((facet) => counts[facet].map(({ value }) => [facet, value] as const));
    fc.assert(
      fc.property(fc.subarray(values), fc.boolean(), (gone, sure) => {
        let filters = gone.reduce((some, [facet, value]) => toggle(some, facet, [value], false), {
          ...NO_FILTERS,
          words: sure ? 'oil' : '',
        } as Filters);
        for (let [chip] = chipsOf(filters, counts, NAMED); chip; [chip] = chipsOf(filters, counts, NAMED))
          filters = chip.without;
        expect(filters).toEqual(NO_FILTERS);
      }),
    );
  });
});

describe('blocs', () => {
  it('are named by the actor with the most ties, and say how firm they are', () => {
    expect(BLOCS.blocs.map(({ id }) => id)).toEqual(['russia', 'italy']);
    expect(valueWord('bloc', 'russia', NAMED)).toBe('Russia, Mali');
    expect(valueWord('bloc', 'none', NAMED)).toBe('In no bloc');
    expect(stabilityOf('russia', BLOCS)).toBe(0.75);
    expect(stabilityOf('gone', BLOCS)).toBe(0);
  });
});
