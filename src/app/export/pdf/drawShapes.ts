/** Draws the shapes of a picture into a box of a page. */
import type { Point } from '../../../worker/layoutProtocol.ts';
import type { Frame } from '../drawing.ts';
import { LEADING, type Lettering, type Move, type Paint, type Shape } from '../shapes.ts';
import { at, type Page, round } from './page.ts';
import type { TextStyle, Typesetter } from './typeset.ts';

/** How far the control points of a curve lie from the end of a quarter of a circle, in its radius. */
const ROUND = 0.5523;

/** Where a picture lies on a page: its corner, and points for each of its units. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The largest place for a frame in a box, in its middle; never larger than life. */
export function placeIn(frame: Frame, box: Frame): Placing & { readonly height: number } {
  const scale = Math.min(1, box.width / frame.width, box.height / frame.height);
  const x = box.x + (box.width - frame.width * scale) / 2 - frame.x * scale;
  return { x, y: box.y - frame.y * scale, scale, height: frame.height * scale };
}

/** Draws shapes; what lies outside the clip is cut. */
export async function drawShapes(
  page: Page,
  shapes: readonly Shape[],
  placing: Placing,
  clip: Frame,
  typesetter: Typesetter,
): Promise<void> {
  page.draw(`q ${at(clip.x, clip.y + clip.height)} ${round(clip.width)} ${round(clip.height)} re W n`, '1 j');
  for (const shape of shapes) {
    if (shape.kind === 'text') await letter(page, shape, placing, typesetter);
    else page.draw(outline(shape, placing));
  }
  page.draw('Q');
}

function outline(shape: Exclude<Shape, Lettering>, placing: Placing): string {
  const moves = shape.kind === 'path' ? shape.moves : curvesOf(shape);
  return painted(pathOf(moves, placing), shape.paint, placing.scale);
}

/** A circle or a square with round corners, as lines and curves. */
function curvesOf(shape: Extract<Shape, { kind: 'circle' | 'square' }>): readonly (Move | Cubic)[] {
  const [x, y, size, r] =
    shape.kind === 'circle'
      ? [shape.at.x - shape.r, shape.at.y - shape.r, 2 * shape.r, shape.r]
      : [shape.at.x, shape.at.y, shape.size, shape.round];
  const [right, bottom, k] = [x + size, y + size, r * (1 - ROUND)];
  const p = (px: number, py: number): Point => ({ x: px, y: py });
  return [
    ['M', p(x + r, y)],
    ['L', p(right - r, y)],
    ['C', p(right - k, y), p(right, y + k), p(right, y + r)],
    ['L', p(right, bottom - r)],
    ['C', p(right, bottom - k), p(right - k, bottom), p(right - r, bottom)],
    ['L', p(x + r, bottom)],
    ['C', p(x + k, bottom), p(x, bottom - k), p(x, bottom - r)],
    ['L', p(x, y + r)],
    ['C', p(x, y + k), p(x + k, y), p(x + r, y)],
    ['Z'],
  ];
}

type Cubic = readonly ['C', Point, Point, Point];

function pathOf(moves: readonly (Move | Cubic)[], placing: Placing): string {
  const on = ({ x, y }: Point) => at(placing.x + x * placing.scale, placing.y + y * placing.scale);
  let here: Point = { x: 0, y: 0 };
  const parts = moves.map((move) => {
    const from = here;
    if (move[0] === 'Z') return 'h';
    here = move.at(-1) as Point;
    if (move[0] === 'M') return `${on(here)} m`;
    if (move[0] === 'L') return `${on(here)} l`;
    if (move[0] === 'C') return `${on(move[1])} ${on(move[2])} ${on(move[3])} c`;
    return `${on(towards(from, move[1]))} ${on(towards(here, move[1]))} ${on(here)} c`;
  });
  return parts.join(' ');
}

/** The control point of a cubic curve that is the same as a quadratic one. */
function towards(end: Point, control: Point): Point {
  return { x: end.x + (2 / 3) * (control.x - end.x), y: end.y + (2 / 3) * (control.y - end.y) };
}

function painted(path: string, { fill, stroke, width, dash, cap }: Paint, scale: number): string {
  const line =
    stroke === null
      ? ''
      : `${rgb(stroke)} RG ${round(width * scale)} w [${dash.map((part) => round(part * scale)).join(' ')}] 0 d`;
  const ink = fill === null ? '' : `${rgb(fill)} rg`;
  const verb = fill === null ? 'S' : stroke === null ? 'f' : 'B';
  return `q ${cap === 'round' ? '1 J ' : ''}${line} ${ink} ${path} ${verb} Q`;
}

async function letter(page: Page, shape: Lettering, placing: Placing, typesetter: Typesetter): Promise<void> {
  const { scale } = placing;
  const style: TextStyle = { face: shape.weight === 500 ? 'regular' : 'bold', size: shape.size * scale };
  for (const [index, text] of shape.lines.entries()) {
    const line = typesetter.line(text, style);
    const x = placing.x + shape.at.x * scale - line.width / 2;
    const y = placing.y + (shape.at.y + index * LEADING * shape.size) * scale;
    if (shape.halo) page.draw(ground(x, y, line.width, style.size, rgb(shape.halo.colour)));
    await page.write(line, x, y, style, rgb(shape.colour));
  }
}

/** What letters stand out against. A second writing of them, wider, would be found and read out twice. */
function ground(x: number, y: number, width: number, size: number, colour: string): string {
  return `q ${colour} rg ${at(x - size * 0.1, y + size * 0.22)} ${round(width + size * 0.2)} ${round(size)} re f Q`;
}

/** `#0072b2` as PDF has it. Throws where it is another notation. */
export function rgb(colour: string): string {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1);
  if (!parts) throw new RangeError(`"${colour}" is no colour of a report: expected #rrggbb`);
  return parts.map((part) => round(Number.parseInt(part, 16) / 255)).join(' ');
}
