import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, drawNear } from '../../src/worker/components.ts';

const edge = (a: string, b: string) => ({ a, b, weight: 1 });
const body = (id: string, x: number, y: number) => ({ id, halfWidth: 30, halfHeight: 30, x, y });

describe('the parts of a graph', () => {
  it('are those that ties join, the largest first', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(componentsOf(ids, [edge('b', 'c'), edge('f', 'd'), edge('d', 'e')])).toEqual([
      ['d', 'f', 'e'],
      ['b', 'c'],
      ['a'],
    ]);
  });

  it('take no notice of a tie with somebody who is not shown', () => {
    expect(componentsOf(['a'], [edge('a', 'elsewhere')])).toEqual([['a']]);
    expect(componentsOf([], [])).toEqual([]);
  });
});

describe('a part that stands far off', () => {
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('far', 'off')];
  const main = () => [body('a', 0, 0), body('b', 200, 0), body('c', 400, 0)];

  it('comes near to the largest as a whole, and stops before its actors', () => {
    const bodies = [...main(), body('far', 3000, 0), body('off', 3000, 100)];
    drawNear(bodies, edges);
    const [, , c, far, off] = bodies;
    expect(c).toMatchObject({ x: 400, y: 0 });
    expect(off!.x).toBeCloseTo(far!.x);
    expect(off!.y - far!.y).toBeCloseTo(100);
    expect(far!.x).toBeGreaterThan(400 + 60);
    expect(far!.x).toBeLessThan(400 + 200);
  });

  it('stops before a lane, so that none runs behind it', () => {
    const bodies = [body('a', 0, 0), body('b', 2000, 0), body('far', 1000, 1500)];
    drawNear(bodies, edges.slice(0, 1));
    expect(bodies[2]!.y).toBeGreaterThan(60);
    expect(bodies[2]!.y).toBeLessThan(200);
  });

  it('stays where it is if it is near', () => {
    const bodies = [...main(), body('far', 480, 40)];
    drawNear(bodies, edges.slice(0, 2));
    expect(bodies[3]).toMatchObject({ x: 480, y: 40 });
  });

  it('never covers another, wherever the parts stand', () => {
    const spot = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.uniqueArray(spot, { maxLength: 12, selector: String }), (spots) => {
        const bodies = spots.map(([x, y], i) => body(`n${i}`, x * 200, y * 200));
        drawNear(bodies, []);
        bodies.forEach((p, i) =>
          bodies.slice(i + 1).forEach((q) => {
            expect(Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))).toBeGreaterThanOrEqual(60);
          }),
        );
      }),
    );
  });
});
