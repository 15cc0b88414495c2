/** What the inspector says of actors, pairs, blocs and documents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../../src/app/filters/filters.ts';
import { NO_BLOCS } from '../../../src/app/filters/blocIndex.ts';
import { dyadsOfLanes } from '../../../src/app/graph/dyads.ts';
import { lanesOf } from '../../../src/app/graph/lanes.ts';
import { activityOf } from '../../../src/app/inspector/activity.ts';
import { strongest } from '../../../src/app/inspector/actorTies.ts';
import { blocFacts, firmness } from '../../../src/app/inspector/bloc.ts';
import { documentFacts } from '../../../src/app/inspector/documentFacts.ts';
import { quoteCount } from '../../../src/app/inspector/evidence.ts';
import { warmthLine } from '../../../src/app/inspector/warmthLine.ts';
import type { Corpus } from '../../../src/app/data/corpus.ts';
import { scaleOf } from '../../../src/app/timebar/histogram.ts';
import { findBlocs } from '../../../src/graph/blocs.ts';
import { corpus, says } from '../builders.ts';

const shownOf = (all: Corpus) => shownTies(all, all.ties, NO_FILTERS, standingAt(all, ALL_TIME), NO_BLOCS);

const SAHEL = corpus([
  says('france', 'cooperates-with', 'niger', { by: 'daily', when: '2014' }),
  says('france', 'cooperates-with', 'niger', { by: 'wire', when: '2014' }),
  says('italy', 'cooperates-with', 'niger', { by: 'daily', when: '2018' }),
  says('niger', 'expelled', 'france', { by: 'wire', when: '2023-08' }),
  says('niger', 'expelled', 'france', { by: 'radio', when: '2023-08', status: 'denied' }),
  says('mali', 'accuses', 'niger', { by: 'radio', when: null, status: 'denied' }),
]);

describe('the strongest partners and rivals', () => {
  it('are ranked by independent sources, each sign apart', () => {
    const shown = shownOf(SAHEL);
    expect(strongest('niger', shown, 1, 5)).toEqual([
      { id: 'france', weight: 2 },
      { id: 'italy', weight: 1 },
    ]);
    expect(strongest('niger', shown, 1, 1)).toHaveLength(1);
    expect(strongest('niger', shown, -1, 5).map(({ id }) => id)).toEqual(['france']);
  });

  it('leave out what is only denied', () => {
    expect(strongest('mali', shownOf(SAHEL), -1, 5)).toEqual([]);
  });
});

describe('activity', () => {
  const bar = (bin: string, cooperation: number, conflict: number) => ({ bin, cooperation, conflict });

  it('goes from the first to the last year with anything in it, and says so', () => {
    const activity = activityOf([
      bar('2013', 0, 0),
      bar('2014', 2, 0),
      bar('2015', 0, 0),
      bar('2016', 1, 4),
      bar('2017', 0, 0),
    ])!;
    expect(activity.bars.map(({ bin }) => bin)).toEqual(['2014', '2015', '2016']);
    expect(activity.most).toBe(4);
    expect(activity.words).toBe('2014 to 2016: 3 acts of cooperation, 4 acts of conflict; most in 2016.');
  });

  it('is none where nothing is dated', () => {
    expect(activityOf([bar('2014', 0, 0)])).toBeNull();
    expect(activityOf([])).toBeNull();
  });
});

describe('warmth over time', () => {
  const between = (all: Corpus, a: string, b: string) =>
    all.ties.filter((tie) => [tie.source, tie.target].every((id) => id === a || id === b));
  const lineOf = (all: Corpus, a: string, b: string) =>
    warmthLine(all, between(all, a, b), scaleOf(all.file.assertions, 'when')!);

  it('rises with cooperation and falls with conflict', () => {
    const line = lineOf(SAHEL, 'france', 'niger')!;
    const at = (bin: string) => line.points.find((point) => point.bin.startsWith(bin))!.value;
    expect(at('2015')).toBeGreaterThan(0);
    expect(line.points.at(-1)!.value).toBeLessThan(at('2015'));
    expect(line.words).toMatch(
      /^January 2014 to August 2023: −?[\d.]+ at the end, highest [\d.]+ \(.+\), lowest −?[\d.]+ \(August 2023\)\.$/,
    );
  });

  it('is none where nothing has a date or a score', () => {
    expect(lineOf(SAHEL, 'mali', 'niger')).toBeNull();
    const structure = corpus([says('mali', 'member-of', 'au', { when: '2002' })]);
    expect(lineOf(structure, 'mali', 'au')).toBeNull();
  });

  it('has few points, and the last is that of the last date, however long the time', () => {
    const years = fc.array(fc.integer({ min: 1800, max: 2024 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(years, (all) => {
        const acts = all.map((year, i) => says('a', 'aid', 'b', { when: String(year), by: `d${i}` }));
        const graph = corpus(acts);
        const scale = scaleOf(graph.file.assertions, 'when')!;
        const line = warmthLine(graph, graph.ties, scale)!;
        expect(line.points.length).toBeLessThanOrEqual(121);
        expect(line.points.at(-1)!.bin).toBe(scale.bins.at(-1));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a bloc', () => {
  const graph = corpus([
    ...[
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
      ['d', 'e'],
      ['e', 'f'],
      ['d', 'f'],
    ].map(([x, y], i) => says(x!, 'cooperates-with', y!, { by: `d${i}`, when: '2020' })),
    says('c', 'cooperates-with', 'd', { by: 'x', when: '2020' }),
    says('a', 'accuses', 'b', { by: 'y', when: '2021' }),
    says('a', 'accuses', 'c', { by: 'y', when: '2021' }),
    says('a', 'sanctioned', 'c', { by: 'y', when: '2021' }),
    says('g', 'accuses', 'a', { by: 'z', when: '2021' }),
  ]);
  const dyads = dyadsOfLanes(lanesOf(graph, shownOf(graph)));
  const facts = blocFacts(findBlocs(dyads), dyads, 'a')!;

  it('counts pairs that cooperate within and out of it, and what contradicts it', () => {
    expect(facts.members.map(({ actor }) => actor).sort()).toEqual(['a', 'b', 'c']);
    expect([facts.within, facts.possible, facts.outward]).toEqual([3, 3, 1]);
    // Between a and c is more conflict than cooperation; c and d cooperate across the border.
    expect([facts.frustration.within, facts.frustration.across]).toEqual([1, 1]);
    expect(facts.stability).toBeGreaterThan(0);
  });

  it('is none for an actor that cooperates with nobody', () => {
    expect(blocFacts(findBlocs(dyads), dyads, 'g')).toBeNull();
  });

  it.each([
    [1, 'firm'],
    [0.9, 'firm'],
    [0.89, 'mixed'],
    [0.7, 'mixed'],
    [0.69, 'loose'],
  ])('with a stability of %d is %s', (stability, word) => {
    expect(firmness(stability)).toBe(word);
  });
});

describe('a document', () => {
  it('lists its assertions, and its actors by how often they occur', () => {
    const { assertions, actors } = documentFacts(SAHEL, 'daily');
    expect(assertions.map(({ assertion }) => assertion.source)).toEqual(['france', 'italy']);
    expect(actors).toEqual(['niger', 'france', 'italy']);
  });

  it('that nothing was read from has none', () => {
    expect(documentFacts(SAHEL, 'unknown')).toEqual({ assertions: [], actors: [] });
  });
});

it('counts the quotes of ties, those that deny or end them too', () => {
  const shown = shownOf(SAHEL).filter(({ tie }) => tie.relation === 'expelled');
  expect(quoteCount(SAHEL, shown)).toBe(2);
  expect(quoteCount(null, shown)).toBe(0);
});
