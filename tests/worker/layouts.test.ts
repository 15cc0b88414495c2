import { describe, expect, it } from 'vitest';
import { blocsApart } from '../../src/worker/layoutBlocs.ts';
import { inLevels } from '../../src/worker/layoutLevels.ts';
import { layOut } from '../../src/worker/layoutPositions.ts';
import type { LayoutNode, LayoutRequest, Point } from '../../src/worker/layoutProtocol.ts';
import { inRings } from '../../src/worker/layoutRings.ts';

const node = (id: string, more: Partial<LayoutNode> = {}): LayoutNode => ({
  id,
  size: 40,
  labelWidth: 60,
  ...more,
});
const far = (p: Point, q: Point = { x: 0, y: 0 }) => Math.hypot(p.x - q.x, p.y - q.y);

/** A hub with leaves, of which some know each other. */
const STAR: LayoutRequest = {
  nodes: ['hub', ...Array.from({ length: 30 }, (_, i) => `leaf${i}`)].map((id) =>
    node(id, { bloc: id < 'leaf2' ? 0 : 1 }),
  ),
  edges: Array.from({ length: 30 }, (_, i) => ({ a: 'hub', b: `leaf${i}`, weight: 1 + (i % 3) })),
};

describe.each([
  ['in rings', inRings],
  ['in levels', inLevels],
  ['by blocs', blocsApart],
])('the layout %s', (_, layout) => {
  it('places every actor, none upon another, the same each time', () => {
    const places = layout(STAR);
    const points = Object.values(places);
    expect(points).toHaveLength(31);
    points.forEach((p, i) => points.slice(i + 1).forEach((q) => expect(far(p, q)).toBeGreaterThan(38)));
    expect(layout(STAR)).toEqual(places);
  });

  it('places one, and none', () => {
    expect(Object.keys(layout({ nodes: [node('only')], edges: [] }))).toEqual(['only']);
    expect(layout({ nodes: [], edges: [] })).toEqual({});
  });
});

it('has the most central in the middle of the rings, and the heavier farther in', () => {
  const places = inRings(STAR);
  expect(places['hub']).toEqual({ x: 0, y: 0 });
  expect(far(places['leaf2']!)).toBeLessThan(far(places['leaf27']!) + 1);
});

it('has missions below their owners, and does not mind owners in a circle', () => {
  const parents = { nato: [], kfor: ['nato', 'un'], south: ['kfor'], a: ['b'], b: ['a'], alone: [] };
  const nodes = Object.entries(parents).map(([id, of]) => node(id, { parents: of }));
  const places = inLevels({ nodes, edges: [] });
  expect(places['kfor']!.y).toBeGreaterThan(places['nato']!.y);
  expect(places['south']!.y).toBeGreaterThan(places['kfor']!.y);
  expect(Object.keys(places)).toHaveLength(6);
});

it('keeps the two of a small bloc together, and those who are in none', () => {
  const nodes = ['a', 'b', 'x', 'y'].map((id) => node(id, id < 'm' ? { bloc: 0 } : {}));
  const places = blocsApart({ nodes, edges: [{ a: 'a', b: 'b', weight: 1 }] });
  expect(far(places['a']!, places['b'])).toBeLessThan(200);
  expect(far(places['x']!, places['y'])).toBeLessThan(200);
});

it('has the members of a bloc nearer to each other than to those of another', () => {
  const two = ['a', 'b', 'c', 'x', 'y', 'z'].map((id) => node(id, { bloc: id < 'm' ? 0 : 1 }));
  const edges = ['ab', 'bc', 'xy', 'yz', 'cx'].map((pair) => ({ a: pair[0]!, b: pair[1]!, weight: 1 }));
  const places = blocsApart({ nodes: two, edges });
  expect(far(places['a']!, places['c'])).toBeLessThan(far(places['a']!, places['x']));
});

it('gives out a draft of a large graph only', () => {
  const drafts = (count: number) => {
    const nodes = Array.from({ length: count }, (_, i) => node(`n${i}`));
    const edges = nodes.slice(1).map(({ id }, i) => ({ a: `n${i >> 1}`, b: id, weight: 1 }));
    let given = 0;
    layOut({ nodes, edges }, (draft) => (given += Object.keys(draft).length));
    return given;
  };
  expect([drafts(20), drafts(160)]).toEqual([0, 160]);
});
