/** Shapes that a picture is made of. Lengths are in graph units, y downwards. */
import type { Point } from '../../worker/layoutProtocol.ts';

export interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  /** Lengths of dashes and gaps; empty: a whole line. */
  readonly dash: readonly number[];
  /** How a line ends. */
  readonly cap: 'butt' | 'round';
}

export type Move =
  | readonly ['M' | 'L', Point]
  /** A quadratic curve: its control point and its end. */
  | readonly ['Q', Point, Point]
  | readonly ['Z'];

export type Shape =
  | { readonly kind: 'circle'; readonly at: Point; readonly r: number; readonly paint: Paint }
  /** A square with round corners. */
  | {
      readonly kind: 'square';
      readonly at: Point;
      readonly size: number;
      readonly round: number;
      readonly paint: Paint;
    }
  | { readonly kind: 'path'; readonly moves: readonly Move[]; readonly paint: Paint }
  | Lettering;

/** Lines of text around a middle; `at`: the middle of the first base line. */
export interface Lettering {
  readonly kind: 'text';
  readonly at: Point;
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: 500 | 600 | 700;
  readonly colour: string;
  /** What the letters stand out against: a line around them; null: none. */
  readonly halo: { readonly colour: string; readonly width: number } | null;
}

/** Height of a line of a label, in its size. */
export const LEADING = 1.15;

/** A filling without a line around it. */
export function filled(colour: string): Paint {
  return { fill: colour, stroke: null, width: 0, dash: [], cap: 'butt' };
}
