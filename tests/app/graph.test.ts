import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blocs } from '../../src/graph/blocs.ts';
import { Explorer } from '../../src/app/explorer.svelte.ts';
import { backdropShapes } from '../../src/app/export/backdrop.ts';
import { PAPER } from '../../src/app/export/pdf/report.ts';
import { labelPlaces } from '../../src/app/graph/hullLabels.ts';
import { type Hull, hullsOf, memberAt } from '../../src/app/graph/hulls.ts';
import { drawnSet } from '../../src/app/graph/drawnSet.ts';
import { fanOf } from '../../src/app/graph/fan.ts';
import { frameAround, toGraph } from '../../src/app/graph/minimap.ts';
import { stepsOfPath } from '../../src/app/graph/pathWords.ts';
import { mixed } from '../../src/app/graph/picture.ts';
import { keepPins, keptPins } from '../../src/app/graph/pins.ts';
import { placesFor } from '../../src/app/graph/placing.ts';
import { boxBetween, isWithin, spanningTree } from '../../src/app/graph/polygons.ts';
import { previewOf } from '../../src/app/graph/preview.ts';
import { placesInWorld } from '../../src/app/graph/worldPlaces.ts';
import type { Point } from '../../src/worker/layoutProtocol.ts';
import { actor, corpus, says } from './builders.ts';

/** A hub with many spokes, and two at the end of the strongest spoke. */
const STAR = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((leaf) => says('hub', 'supports', leaf)),
  says('hub', 'supports', 'a', { by: 'wire' }),
  says('a', 'met-with', 'x'),
  says('x', 'met-with', 'y'),
];

function explorerOf(...args: Parameters<typeof corpus>) {
  const explorer = new Explorer();
  explorer.open(corpus(...args));
  return explorer;
}

describe('what is drawn', () => {
  const lanes = explorerOf(STAR).lanes;

  it('is everything while there is room', () => {
    const set = drawnSet(lanes, [], { actors: 20, lanes: 20 });
    expect([set.actors.length, set.lanes.length]).toEqual([9, 8]);
  });

  it('is the strongest by sources else, none of them alone', () => {
    const set = drawnSet(lanes, [], { actors: 3, lanes: 2 });
    expect(set.actors.slice(0, 2)).toEqual(['hub', 'a']);
    expect([set.allActors, set.allLanes]).toEqual([9, 8]);
    for (const id of set.actors) expect(set.lanes.some(({ a, b }) => a === id || b === id)).toBe(true);
  });

  it('takes in who is asked for, with company', () => {
    const set = drawnSet(lanes, ['y', 'nobody'], { actors: 2, lanes: 2 });
    expect(set.actors).toEqual(expect.arrayContaining(['hub', 'a', 'x', 'y']));
    expect(set.actors).not.toContain('nobody');
  });
});

describe('focus and folding', () => {
  it('shows what lies within some steps, and backs out one level at a time', () => {
    const { scene, graphState } = explorerOf(STAR);
    graphState.focusOn('x', 1);
    expect([...scene.drawn.actors].sort()).toEqual(['a', 'x', 'y']);
    graphState.widen(2);
    expect([...scene.drawn.actors].sort()).toEqual(['a', 'hub', 'x', 'y']);
    graphState.focusOn('y', 1);
    expect([...scene.drawn.actors].sort()).toEqual(['x', 'y']);
    expect(graphState.backOut()).toBe(true);
    expect(graphState.focus).toEqual({ actor: 'x', steps: 2 });
    expect(graphState.backOut()).toBe(true);
    expect([graphState.focus, graphState.backOut()]).toEqual([null, false]);
    expect(scene.drawn.actors).toHaveLength(9);
  });

  it.each([
    [0, 1],
    [9, 4],
    [2.4, 2],
  ])('takes %d steps for %d', (asked, steps) => {
    const { graphState } = explorerOf(STAR);
    graphState.focusOn('a', asked);
    expect(graphState.focus?.steps).toBe(steps);
  });

  it('folds the neighbours that have no other tie', () => {
    const { scene, graphState } = explorerOf(STAR);
    graphState.collapse('hub');
    expect([...scene.drawn.actors].sort()).toEqual(['a', 'hub', 'x', 'y']);
    graphState.expand('hub');
    expect(scene.drawn.actors).toHaveLength(9);
  });

  it('shows only some', () => {
    const { scene, graphState } = explorerOf(STAR);
    graphState.alone = ['hub', 'a', 'y'];
    expect([...scene.drawn.actors].sort()).toEqual(['a', 'hub']);
  });
});

describe('paths between two', () => {
  const SQUARE = [
    says('a', 'supports', 'b'),
    says('b', 'met-with', 'd'),
    says('a', 'accuses', 'c'),
    says('c', 'met-with', 'd'),
  ];

  it('are all the shortest, without relations that are left out', () => {
    const { scene, graphState } = explorerOf(SQUARE);
    graphState.paths = { from: 'a', to: 'd', without: [] };
    expect(scene.paths?.paths).toHaveLength(2);
    expect(scene.onPaths?.lanes.size).toBe(4);
    graphState.paths = { from: 'a', to: 'd', without: ['accuses'] };
    expect(scene.paths?.paths).toEqual([['a', 'b', 'd']]);
  });

  it('are told by the best attested tie of each step', () => {
    const { lanes } = explorerOf([
      ...SQUARE,
      says('b', 'accuses', 'a'),
      says('b', 'accuses', 'a', { by: 'wire' }),
    ]);
    const relations = (without: string[]) =>
      stepsOfPath(lanes, ['a', 'b', 'd'], without).map(({ relation }) => relation);
    expect(relations([])).toEqual(['accuses', 'met-with']);
    expect(relations(['accuses'])).toEqual(['supports', 'met-with']);
  });
});

describe('a lane unfolded', () => {
  const many = [
    'supports',
    'aid',
    'security-aid',
    'trades-with',
    'met-with',
    'cooperates-with',
    'recognises',
  ];
  const label = (relation: string) => relation;

  it('has a curve for each tie, all on its side', () => {
    const lane = explorerOf([says('b', 'supports', 'a'), says('a', 'aid', 'b', { status: 'planned' })])
      .lanes[0]!;
    const curves = fanOf(lane, label, false);
    expect(curves.map((curve) => [curve.label, curve.source, Math.sign(curve.bow)])).toEqual([
      ['aid · P', 'a', 1],
      ['supports', 'b', -1],
    ]);
  });

  it('counts those that there is no room for', () => {
    const lane = explorerOf(many.map((relation) => says('a', relation, 'b'))).lanes.find(
      ({ sign }) => sign === 1,
    )!;
    const curves = fanOf(lane, label, false);
    expect(curves).toHaveLength(7);
    expect(curves.at(-1)).toMatchObject({ tie: null, label: '+1' });
    expect(new Set(curves.map(({ bow }) => Math.abs(bow))).size).toBe(7);
  });
});

describe('places', () => {
  it('put newcomers near their neighbours, and always there', () => {
    const { lanes } = explorerOf([says('a', 'supports', 'new'), says('b', 'supports', 'new')]);
    const known = new Map([
      ['a', { x: 1000, y: 0 }],
      ['b', { x: 1200, y: 0 }],
    ]);
    const at = placesFor(['a', 'b', 'new'], lanes, known).get('new')!;
    expect(Math.hypot(at.x - 1100, at.y)).toBeLessThan(200);
    expect(placesFor(['new'], lanes, known).get('new')).toEqual(at);
    expect(placesFor(['a', 'b'], lanes, known).size).toBe(0);
  });

  it('on the map: countries at home, missions where they work, organisations among their members', () => {
    const { lanes, corpus: open } = explorerOf(
      [
        says('country:NER', 'member-of', 'organisation:o'),
        says('country:MLI', 'member-of', 'organisation:o'),
        says('mission:m', 'deployed-in', 'country:NER'),
      ],
      [actor('organisation:o', 'organisation'), actor('mission:m', 'mission')],
    );
    const at = (country: string) => ({ NER: { x: 0, y: 0 }, MLI: { x: -800, y: 0 } })[country] ?? null;
    const ids = ['country:NER', 'country:MLI', 'organisation:o', 'mission:m'];
    const places = placesInWorld(open!.actors, ids, lanes, at);
    expect(places['country:MLI']).toEqual({ x: -800, y: 0 });
    expect(places['organisation:o']!.x).toBeCloseTo(-400, -1);
    expect(Math.hypot(places['mission:m']!.x, places['mission:m']!.y)).toBeLessThan(150);
  });
});

describe('pins', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };

  it('come back for the same graph and layout only', () => {
    const [mine, other] = [corpus(STAR), corpus(STAR.slice(1))];
    keepPins(mine, 'force', { hub: { x: 1, y: 2 } }, storage);
    expect(keptPins(mine, 'force', storage)).toEqual({ hub: { x: 1, y: 2 } });
    expect(keptPins(mine, 'rings', storage)).toEqual({});
    expect(keptPins(other, 'force', storage)).toEqual({});
    keepPins(mine, 'force', {}, storage);
    expect(kept.size).toBe(0);
  });

  it.each(['not JSON', '[]', 'null', '{"hub":{"x":"far"}}', '{"nobody":{"x":1,"y":1}}'])(
    'forget %s',
    (text) => {
      expect(keptPins(corpus(STAR), 'force', { getItem: () => text })).toEqual({});
    },
  );
});

describe('outlines', () => {
  it('a box holds what lies between its corners, whichever come first', () => {
    const number = fc.integer({ min: -50, max: 50 });
    const point = fc.record({ x: number, y: number });
    fc.assert(
      fc.property(point, point, point, (p, q, r) => {
        const strictly = (a: number, b: number, c: number) => Math.min(a, b) < c && c < Math.max(a, b);
        if (strictly(p.x, q.x, r.x) && strictly(p.y, q.y, r.y))
          expect(isWithin(boxBetween(p, q), r)).toBe(true);
        if (r.x > Math.max(p.x, q.x) || r.y > Math.max(p.y, q.y))
          expect(isWithin(boxBetween(p, q), r)).toBe(false);
      }),
    );
  });

  it('the lines of a group join all its points and no more', () => {
    const points = [0, 30, 10, 20].map((x) => ({ x, y: 0 }));
    const lines = spanningTree(points);
    expect(lines).toHaveLength(3);
    expect(lines.every(([p, q]) => Math.abs(p.x - q.x) === 10)).toBe(true);
    expect([spanningTree([]), spanningTree(points.slice(0, 1))]).toEqual([[], []]);
  });

  it('a press on the minimap leads to what it shows there', () => {
    const points = new Map([
      ['a', { x: -500, y: 0 }],
      ['b', { x: 500, y: 300 }],
    ]);
    const frame = frameAround(points, { x: 0, y: 0, width: 10, height: 10, zoom: 1 });
    const small = { x: (500 - frame.x) * frame.scale, y: (300 - frame.y) * frame.scale };
    expect(small.x).toBeLessThanOrEqual(160);
    expect(toGraph(small, frame).x).toBeCloseTo(500);
  });
});

it.each([
  ['#000000', '#ffffff', 0.6, '#666666'],
  // As a minifier writes them.
  ['#000', '#fff', 0.6, '#666666'],
  ['#0072b2', '#fff', 1, '#0072b2'],
  ['canvastext', '#fff', 0.5, 'canvastext'],
])('%s over %s, of which %d shows, is %s', (over, under, share, mix) => {
  expect(mixed(over, under, share)).toBe(mix);
});

describe('the hulls of blocs', () => {
  const bloc = (...actors: string[]) => actors.map((id) => ({ actor: id, stability: 1 }));
  const blocs = { blocs: [bloc('a', 'b'), bloc('c', 'd'), bloc('e', 'f')], runs: 1 } as unknown as Blocs;
  const points = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 200, y: 0 }],
    ['c', { x: 0, y: 60 }],
    ['d', { x: 200, y: 60 }],
    ['e', { x: 0, y: 500 }],
  ]);

  it.each<[number, number, string | null]>([
    [100, 10, 'b'],
    [90, 25, 'a'],
    [190, 40, 'd'],
    [0, 500, null],
    [100, -60, null],
    [250, 0, null],
  ])('at %d, %d belong to the nearer bloc, of which they name the nearest member: %s', (x, y, member) => {
    expect(memberAt(blocs, points, { x: x + 0.1, y })).toBe(member);
  });

  const hulls: readonly Hull[] = hullsOf(blocs, points, (number) => `Bloc ${number}`);

  it('show which of them is chosen, by any of its members', () => {
    const chosen = (actor: string | null) =>
      hullsOf(blocs, points, () => '', actor).map(({ isChosen }) => isChosen);
    expect(chosen('b')).toEqual([true, false]);
    expect(chosen('d')).toEqual([false, true]);
    expect(chosen(null)).toEqual([false, false]);
    const rims = backdropShapes(
      { hulls: hullsOf(blocs, points, () => '', 'b'), actors: [], land: null, landColour: '#ffffff' },
      PAPER,
    ).flatMap((shape) => (shape.kind === 'path' ? [shape.paint.stroke] : []));
    expect(rims.filter((stroke) => stroke === PAPER.accent)).toHaveLength(1);
    expect(rims.indexOf(PAPER.accent)).toBe(2);
  });

  const screen = { left: -100, right: 300, top: -100, bottom: 300 };
  const [first, second] = hulls as [Hull, Hull];
  const place = (hull: Hull, width: number, on: typeof screen | null, ...actors: Point[]) =>
    labelPlaces([hull], [width], 16, actors, on)[0];

  it('have their labels above them, clear of each other', () => {
    expect(labelPlaces(hulls, [80, 80], 16, [], screen)).toEqual([
      { x: 0, y: -50 },
      { x: 0, y: 10 },
    ]);
    const close = { ...second, top: { x: 10, y: -40 } };
    expect(labelPlaces([first, close], [80, 80], 16, [], screen)[1]).toEqual({ x: 10, y: -30 });
  });

  it('have their labels clear of actors: below one of their own, or above another', () => {
    expect(place(first, 80, null, { x: 0, y: -60 })).toEqual({ x: 200, y: 66 });
    const below = [0, 200].map((x) => ({ x, y: 60 }));
    expect(place(first, 80, null, { x: 0, y: -60 }, ...below)).toEqual({ x: 200, y: -50 });
    // Rather over an actor than over another label.
    const twin = { ...first, label: 'twin' };
    const crowded = [-60, 60].flatMap((y) => [0, 200].map((x) => ({ x, y: y - 40 })));
    const [one, other] = labelPlaces([first, twin], [80, 80], 16, crowded, null);
    expect(Math.abs(one!.x - other!.x) >= 80 || Math.abs(one!.y - other!.y) >= 16).toBe(true);
    // Where there is no such place they stay, rather than vanish.
    const crowd = [-60, 0, 60].flatMap((y) => [0, 200].map((x) => ({ x, y })));
    expect(place(first, 80, null, ...crowd)).toEqual({ x: 0, y: -50 });
  });

  it('have their labels on the screen, below what covers its edge, unless they are off it themselves', () => {
    expect(place(first, 80, { ...screen, top: -20 })).toEqual({ x: 0, y: -4 });
    expect(place(first, 300, { ...screen, top: -20 })).toEqual({ x: 56, y: -4 });
    expect(place(first, 80, { ...screen, top: 280 })).toEqual({ x: 0, y: -50 });
    const above = [0, 200].map((x) => ({ x, y: -60 }));
    expect(place(first, 80, screen, ...above)).toEqual({ x: 200, y: 66 });
    expect(place(first, 80, { ...screen, bottom: 40 }, ...above)).toEqual({ x: 0, y: -50 });
  });
});

describe('the preview', () => {
  it('quotes the surest statement of the best attested tie', () => {
    const { corpus: open, lanes } = explorerOf(STAR);
    const preview = previewOf(open!, lanes, { kind: 'actor', id: 'hub' });
    expect([preview.partners, preview.ties]).toEqual([6, 6]);
    expect(preview.best?.tie.id).toBe('hub supports a');
    const lane = previewOf(open!, lanes, { kind: 'lane', a: 'x', b: 'y', sign: 1, tie: null });
    expect(lane.best?.assertion.evidence[0]?.quote).toBe('x met-with y');
    const nothing = previewOf(open!, lanes, { kind: 'lane', a: 'x', b: 'y', sign: -1, tie: null });
    expect(nothing.best).toBeNull();
  });
});
