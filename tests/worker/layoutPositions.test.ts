import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/worker/layoutPositions.ts';

const node = (id: string) => ({ id, size: 40, labelWidth: 60 });

function star(leaves: number) {
  const ids = Array.from({ length: leaves }, (_, i) => `leaf${i}`);
  return {
    nodes: [node('hub'), ...ids.map(node)],
    edges: ids.map((id) => ({ a: 'hub', b: id, weight: 1 })),
  };
}

describe('the layout', () => {
  it('gives the same graph the same picture, whatever the order of its parts', () => {
    const graph = star(12);
    const turned = { nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() };
    expect(layOut(graph)).toEqual(layOut(graph));
    expect(layOut(turned)).toEqual(layOut(graph));
  });

  it('keeps actors from covering one another', () => {
    const graph = fc.record({
      count: fc.integer({ min: 2, max: 14 }),
      ends: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(graph, ({ count, ends }) => {
        const nodes = Array.from({ length: count }, (_, i) => node(`n${i}`));
        const edges = ends
          .filter(([a, b]) => a !== b && a < count && b < count)
          .map(([a, b]) => ({ a: `n${a}`, b: `n${b}`, weight: 1 }));
        const places = Object.values(layOut({ nodes, edges }));
        expect(places).toHaveLength(count);
        places.forEach((p, i) =>
          places.slice(i + 1).forEach((q) => expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(40)),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('runs wider than high', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `n${i}`);
    const edges = ids.slice(1).map((id, i) => ({ a: ids[i]!, b: id, weight: 1 }));
    const places = Object.values(layOut({ nodes: ids.map(node), edges }));
    const extent = (axis: 'x' | 'y') =>
      Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
    expect(extent('x')).toBeGreaterThan(extent('y'));
  });

  it('places one actor, and none', () => {
    expect(Object.keys(layOut({ nodes: [node('only')], edges: [] }))).toEqual(['only']);
    expect(layOut({ nodes: [], edges: [] })).toEqual({});
  });
});
