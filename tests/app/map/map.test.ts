import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../../src/app/filters/filters.ts';
import { lanesOf } from '../../../src/app/graph/lanes.ts';
import { arcsOf } from '../../../src/app/map/arcs.ts';
import { fitted, type Look, onScreen, showing, zoomed } from '../../../src/app/map/look.ts';
import { landOf, LANDS, placesOf } from '../../../src/app/map/world.ts';
import { actor, corpus, says } from '../builders.ts';

const SIZE = { width: 900, height: 600 };

describe('the world', () => {
  it.each([
    ['country:NER', 'Niger'],
    ['country:USA', 'United States of America'],
    ['country:RUS', 'Russia'],
    ['country:FJI', 'Fiji'],
  ])('knows the land of %s by its capital: %s', (id, name) => {
    expect(LANDS[landOf(id)]?.name).toBe(name);
  });

  it.each(['organisation:ecowas', 'country:atlantis', 'country:VAT'])(
    'has no land for %s, or another',
    (id) => {
      expect(LANDS[landOf(id)]?.name).not.toBe('Niger');
    },
  );

  it('puts missions at their hosts, and who has only those without a place beside them', () => {
    const one = corpus(
      [
        says('mission:eucap', 'deployed-in', 'country:NER'),
        says('organisation:eu', 'supports', 'country:NER'),
        says('mission:other', 'part-of', 'organisation:eu'),
      ],
      [
        actor('mission:eucap', 'mission'),
        actor('mission:other', 'mission'),
        actor('organisation:eu', 'organisation'),
        actor('country:NER'),
      ],
    );
    const lanes = lanesOf(one, shownTies(one, one.ties, NO_FILTERS, standingAt(one, ALL_TIME)));
    const places = placesOf(one.actors, [...one.actors.keys()], lanes);
    const far = (a: string, b: string) =>
      Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y);
    expect(far('mission:eucap', 'country:NER')).toBeLessThan(150);
    expect(far('mission:other', 'country:NER')).toBeLessThan(400);
  });
});

it('leaves out who has nothing to do with any country', () => {
  const one = corpus(
    [says('organisation:a', 'met-with', 'organisation:b'), says('organisation:c', 'aid', 'country:NER')],
    [actor('country:NER')],
  );
  const lanes = lanesOf(one, shownTies(one, one.ties, NO_FILTERS, standingAt(one, ALL_TIME)));
  const places = placesOf(one.actors, [...one.actors.keys()], lanes);
  expect(Object.keys(places).sort()).toEqual(['country:NER', 'organisation:c']);
});

it('arcs bow to one side for cooperation, to the other for conflict, and not at all for structure', () => {
  const one = corpus([
    says('a', 'met-with', 'b'),
    says('a', 'expelled', 'b'),
    says('a', 'member-of', 'b'),
    says('a', 'met-with', 'nowhere'),
  ]);
  const lanes = lanesOf(one, shownTies(one, one.ties, NO_FILTERS, standingAt(one, ALL_TIME)));
  const arcs = arcsOf(lanes, { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } });
  expect(arcs).toHaveLength(3);
  const middle = (sign: number) => {
    const { path } = arcs.find(({ lane }) => lane.sign === sign)!;
    return Number(/Q\S+ \S+ \S+ (-?\d+)Q/.exec(path)![1]);
  };
  expect(middle(1)).toBeGreaterThan(5);
  expect(middle(-1)).toBeLessThan(-5);
  expect(middle(0)).toBe(0);
});

describe('what is on the screen', () => {
  const whole = fc.integer({ min: -2500, max: 2500 });
  const point = fc.record({ x: whole, y: whole });
  const look: fc.Arbitrary<Look> = fc.record({
    x: whole,
    y: whole,
    zoom: fc.double({ min: 0.15, max: 8, noNaN: true }),
  });

  it('has all places in it once it is fitted, on a telephone too', () => {
    const sizes = fc.constantFrom(SIZE, { width: 390, height: 420 });
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 1, maxLength: 20 }), sizes, (points, size) => {
        const places = Object.fromEntries(points.map((one, index) => [String(index), one]));
        for (const one of points) {
          const { x, y } = onScreen(fitted(places, size), one);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(size.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(size.height);
        }
      }),
    );
  });

  it('stays where the pointer is while it is zoomed', () => {
    fc.assert(
      fc.property(look, fc.constantFrom(0.5, 1.5, 3), (before, factor) => {
        const at = { x: 300, y: 200 };
        const after = zoomed(before, factor, at);
        const under = (one: Look) => ({ x: one.x + at.x / one.zoom, y: one.y + at.y / one.zoom });
        expect(under(after).x).toBeCloseTo(under(before).x, 6);
        expect(under(after).y).toBeCloseTo(under(before).y, 6);
      }),
    );
  });

  it('moves for a place that is not seen, and for no other', () => {
    const middle = { x: 0, y: 0, zoom: 1 };
    expect(showing(middle, { x: 400, y: 300 }, SIZE)).toBe(middle);
    const at = onScreen(showing(middle, { x: 4000, y: 300 }, SIZE), { x: 4000, y: 300 });
    expect(at).toEqual({ x: SIZE.width / 2, y: SIZE.height / 2 });
  });
});
