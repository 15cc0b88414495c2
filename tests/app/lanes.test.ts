import { describe, expect, it } from 'vitest';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../src/app/filters/filters.ts';
import { laneId, laneLetter, lanesOf, laneWidth } from '../../src/app/graph/lanes.ts';
import { degreesOf, summaryOf } from '../../src/app/graph/summary.ts';
import type { Assertion } from '../../src/model/index.ts';
import { corpus, says } from './builders.ts';

function lanes(...assertions: Assertion[]) {
  const c = corpus(assertions);
  return lanesOf(c, shownTies(c, c.ties, NO_FILTERS, standingAt(c, ALL_TIME)));
}

describe('lanes', () => {
  it('keep cooperation and conflict of two actors apart, and structure on its own', () => {
    const drawn = lanes(
      says('a', 'aid', 'b'),
      says('b', 'supports', 'a'),
      says('a', 'accuses', 'b'),
      says('b', 'deployed-in', 'a'),
    );
    expect(drawn.map(({ id, ties }) => [id, ties.length])).toEqual([
      ['a -1 b', 1],
      ['a 0 b', 1],
      ['a 1 b', 2],
    ]);
  });

  it.each([
    ['one acts', [says('a', 'aid', 'b')], true, false],
    ['the other acts', [says('b', 'aid', 'a')], false, true],
    ['both act', [says('a', 'aid', 'b'), says('b', 'supports', 'a')], true, true],
    ['they act together', [says('a', 'met-with', 'b')], false, false],
    ['one acts beside a mutual tie', [says('a', 'met-with', 'b'), says('b', 'aid', 'a')], false, true],
  ])('point where %s', (_, assertions, forward, backward) => {
    expect(lanes(...assertions)[0]).toMatchObject({ forward, backward });
  });

  it.each([
    [['denied', 'planned'], 'planned'],
    [['alleged', 'denied'], 'alleged'],
    [['planned', 'actual', 'denied'], 'actual'],
  ] as const)('with ties %j are drawn as %s', (statuses, strongest) => {
    const relations = ['aid', 'supports', 'security-aid'];
    const [lane] = lanes(...statuses.map((status, i) => says('a', relations[i]!, 'b', { status })));
    expect(lane?.status).toBe(strongest);
  });

  it('count a document once, however many of its ties they hold', () => {
    const [lane] = lanes(says('a', 'aid', 'b', { by: 'daily' }), says('a', 'supports', 'b', { by: 'daily' }));
    expect(lane?.sources).toBe(1);
    const [wider] = lanes(says('a', 'aid', 'b', { by: 'daily' }), says('a', 'aid', 'b', { by: 'wire' }));
    expect(wider?.sources).toBe(2);
  });

  it('have the same id from either end', () => {
    expect(laneId('niger', 'france', -1)).toBe(laneId('france', 'niger', -1));
    expect(laneId('niger', 'france', -1)).not.toBe(laneId('france', 'niger', 1));
  });

  it('grow with the logarithm of their sources, up to 8 pixels', () => {
    const widths = [0, 1, 2, 4, 1000].map(laneWidth);
    expect(widths[0]).toBe(widths[1]);
    expect(widths[2]! - widths[1]!).toBeCloseTo(widths[3]! - widths[2]!);
    expect(widths[4]).toBe(8);
  });

  it.each([
    ['actual', 'certain', true, ''],
    ['planned', 'certain', true, 'P'],
    ['alleged', 'possible', true, '? ~'],
    ['actual', 'undated', true, 'n.d.'],
    ['denied', 'possible', false, '✕'],
  ] as const)('carry the letter of %s, %s (at a date: %s): "%s"', (status, certainty, dated, letter) => {
    expect(laneLetter({ status, certainty }, dated)).toBe(letter);
  });
});

describe('the summary for those who do not see the graph', () => {
  it('names the date, the counts and the most connected', () => {
    const c = corpus([
      says('niger', 'expelled', 'france', { when: '2023' }),
      says('niger', 'met-with', 'russia', { when: '2025' }),
    ]);
    const time = { ...ALL_TIME, day: '2024-12-31' };
    const shown = shownTies(c, c.ties, NO_FILTERS, standingAt(c, time));
    expect(summaryOf(c, shown, time)).toBe(
      'As of 2024: 2 of 3 actors, 1 tie. Most connected: France (1), Niger (1).',
    );
    expect(summaryOf(c, [], ALL_TIME)).toBe('All of time: 0 of 3 actors, 0 ties.');
    expect([...degreesOf(shown)]).toEqual([
      ['niger', 1],
      ['france', 1],
    ]);
  });
});
