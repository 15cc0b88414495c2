/** Lanes as arcs on the map: cooperation bows to one side, conflict to the other, structure runs straight. */
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import type { Lane } from '../graph/lanes.ts';

export interface Arc {
  readonly lane: Lane;
  /** SVG paths from a to b, and from b to a, with a point on the way where an arrow stands. */
  readonly path: string;
  readonly back: string;
}

/** How far an arc bows, as a share of its length. */
const BOW = 0.16;
/** Where the arrow stands, as a share of the way. */
const ARROW = 0.6;

/** The arcs of lanes both of whose ends have a place; weak ones first, so that strong ones lie above them. */
export function arcsOf(lanes: readonly Lane[], places: Positions): Arc[] {
  return [...lanes]
    .sort((x, y) => x.sources - y.sources)
    .flatMap((lane) => {
      const [a, b] = [places[lane.a], places[lane.b]];
      if (!a || !b || lane.a === lane.b) return [];
      const bow = lane.sign * BOW;
      return [{ lane, path: pathOf(a, b, bow), back: pathOf(b, a, -bow) }];
    });
}

/** A quadratic curve, cut in two where its arrow stands (de Casteljau). */
function pathOf(a: Point, b: Point, bow: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const top = { x: (a.x + b.x) / 2 - dy * bow * 2, y: (a.y + b.y) / 2 + dx * bow * 2 };
  const [before, after] = [between(a, top), between(top, b)];
  return `M${text(a)}Q${text(before)} ${text(between(before, after))}Q${text(after)} ${text(b)}`;
}

function between(a: Point, b: Point): Point {
  return { x: a.x + (b.x - a.x) * ARROW, y: a.y + (b.y - a.y) * ARROW };
}

function text({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
