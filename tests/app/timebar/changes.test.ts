import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Explorer } from '../../../src/app/explorer.svelte.ts';
import { changeFrom, changePointsOf } from '../../../src/app/timebar/changePoints.ts';
import { corpus, says } from '../builders.ts';

const OPEN = corpus([
  says('mali', 'member-of', 'bloc', { when: '2017/..', reported: '2024-01' }),
  says('mali', 'left', 'bloc', { when: '2023-12-02', reported: '2024-01' }),
  says('bloc', 'threatens', 'niger', { when: '2023-07', reported: '2023-08' }),
  says('niger', 'cooperates-with', 'russia', { status: 'planned', when: '2025', reported: '2024-03' }),
  says('italy', 'met-with', 'niger'),
]);
const pointsOf = (clock: 'when' | 'reported') =>
  changePointsOf(OPEN.ties, clock, (id) => OPEN.assertions.get(id));

describe('the days on which something changes', () => {
  it('are those from which a tie stands, and those on which it no longer does', () => {
    expect(pointsOf('when')).toEqual(['2017-12-31', '2023-07-31', '2023-12-02', '2023-12-03', '2024-03-31']);
  });

  it('are those of the first report on the other clock', () => {
    expect(pointsOf('reported')).toEqual(['2023-08-31', '2024-01-31', '2024-03-31']);
  });

  it('are found from any day, and from none', () => {
    const points = ['2020-01-31', '2022-06-30'];
    expect(changeFrom(points, null, true)).toBe('2020-01-31');
    expect(changeFrom(points, null, false)).toBe('2022-06-30');
    expect(changeFrom(points, '2020-01-31', true)).toBe('2022-06-30');
    expect(changeFrom(points, '2020-01-31', false)).toBeNull();
    expect(changeFrom(points, '2021-01-01', false)).toBe('2020-01-31');
    expect(changeFrom([], null, true)).toBeNull();
  });
});

describe('the player', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function opened(): Explorer {
    const explorer = new Explorer();
    explorer.open(OPEN);
    return explorer;
  }

  it('starts at the first bar, goes faster at another speed, and stops at the last', () => {
    const explorer = opened();
    const { bins } = explorer.scale!;
    explorer.player.toggle();
    expect(explorer.time.day?.slice(0, 7)).toBe(bins[0]);
    vi.advanceTimersByTime(500);
    expect(explorer.time.day?.slice(0, 7)).toBe(bins[1]);
    explorer.player.speed = 4;
    vi.advanceTimersByTime(500 + 3 * 125);
    expect(explorer.time.day?.slice(0, 7)).toBe(bins[5]);
    vi.advanceTimersByTime(bins.length * 125);
    expect(explorer.player.playing).toBe(false);
    expect(explorer.time.day?.slice(0, 7)).toBe(bins.at(-1));
  });

  it('stops where it is, with another graph too', () => {
    const explorer = opened();
    explorer.player.toggle();
    vi.advanceTimersByTime(1100);
    explorer.player.toggle();
    const { day } = explorer.time;
    vi.advanceTimersByTime(5000);
    expect(explorer.time.day).toBe(day);
    explorer.player.toggle();
    explorer.open(OPEN);
    vi.advanceTimersByTime(5000);
    expect([explorer.player.playing, explorer.time.day]).toEqual([false, null]);
  });

  it('moves the window and keeps its length', () => {
    const explorer = opened();
    const { bins } = explorer.scale!;
    explorer.time = { ...explorer.time, since: `${bins[0]!}-01`, day: `${bins[2]!}-28` };
    explorer.player.toggle();
    vi.advanceTimersByTime(500);
    expect([explorer.time.since, explorer.time.day!.slice(0, 7)]).toEqual([`${bins[1]!}-01`, bins[3]]);
    explorer.player.stop();
  });

  it('goes from change to change', () => {
    const explorer = opened();
    explorer.goToChange(true);
    expect(explorer.time.day).toBe('2017-12-31');
    explorer.goToChange(true);
    explorer.goToChange(true);
    expect(explorer.time.day).toBe('2023-12-02');
    expect(explorer.shown.map(({ tie }) => tie.id)).toContain('mali member-of bloc');
    explorer.goToChange(true);
    expect(explorer.shown.map(({ tie }) => tie.id)).not.toContain('mali member-of bloc');
    explorer.goToChange(false);
    expect(explorer.time.day).toBe('2023-12-02');
  });
});
