/**
 * The drawn graph as a list of shapes, back to front: what an SVG file and a PDF report are written from, so
 * that both show the same. Lengths are in graph units, y downwards.
 */
import type { Status } from '../../model/index.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import {
  type DrawnLane,
  type DrawnNode,
  type GraphColours,
  laneColour,
  type Picture,
} from '../graph/picture.ts';
import { DASHES, HOLLOW_EDGE } from '../graph/style.ts';
import { type Backdrop, backdropShapes, cornersOf } from './backdrop.ts';
import { filled, LEADING, type Lettering, type Move, type Paint, type Shape } from './shapes.ts';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 40;
const DASH: Readonly<Record<Status, readonly number[]>> = {
  actual: [],
  ...DASHES,
  denied: [],
};

/** The shapes of a picture, back to front. */
export function shapesOf(picture: Picture, colours: GraphColours, backdrop: Backdrop | null = null): Shape[] {
  return [
    ...(backdrop ? backdropShapes(backdrop, colours) : []),
    ...[...picture.lanes]
      .sort((a, b) => Math.abs(a.sign) - Math.abs(b.sign))
      .flatMap((lane) => laneShapes(lane, colours)),
    ...picture.nodes.flatMap((node) => nodeShapes(node, colours)),
    ...picture.nodes.filter((node) => node.labelled).map((node) => labelOf(node, colours)),
  ];
}

/** What a picture takes up, with its labels and a margin. */
export function frameOf({ nodes, lanes }: Picture, backdrop: Backdrop | null = null): Frame {
  const points = [
    ...nodes.flatMap(({ x, y, size, label, fontSize }) => {
      const lines = linesOf(label);
      const half = Math.max(size / 2, ...lines.map((line) => line.length * fontSize * 0.3));
      return [
        { x: x - half, y: y - size / 2 },
        { x: x + half, y: y + size / 2 + fontSize * (0.5 + LEADING * lines.length) },
      ];
    }),
    ...lanes.flatMap(({ from, control, to }) => (control ? [from, control, to] : [from, to])),
    ...(backdrop ? cornersOf(backdrop) : []),
  ];
  if (points.length === 0) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN };
  const bound = (pick: (...values: number[]) => number, axis: 'x' | 'y') =>
    points.reduce((best, point) => pick(best, point[axis]), points[0]![axis]);
  const x = Math.floor(bound(Math.min, 'x') - MARGIN);
  const y = Math.floor(bound(Math.min, 'y') - MARGIN);
  return {
    x,
    y,
    width: Math.ceil(bound(Math.max, 'x') + MARGIN) - x,
    height: Math.ceil(bound(Math.max, 'y') + MARGIN) - y,
  };
}

/** A label in lines of about as many letters as on the canvas. */
export function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= 16)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function laneShapes(lane: DrawnLane, colours: GraphColours): Shape[] {
  const { from, control, to, status, width, letter } = lane;
  const colour = laneColour(lane.sign, colours);
  const size = 6 + 1.6 * width;
  const stroke = status === 'denied' ? 1.5 : width;
  const moves: Move[] = [['M', from], control ? ['Q', control, to] : ['L', to]];
  const line = (paint: string, thick: number): Shape => ({
    kind: 'path',
    moves,
    paint: { fill: null, stroke: paint, width: thick, dash: DASH[status], cap: 'butt' },
  });
  const mid = middle(from, control, to);
  return [
    ...(lane.hollow
      ? [line(colour, stroke + 2 * HOLLOW_EDGE), line(colours.background, stroke)]
      : [line(colour, stroke)]),
    ...(status === 'denied' ? [barAt(mid, from, to, colour)] : []),
    ...(lane.forward ? [arrowAt(to, control ?? from, size, colour)] : []),
    ...(lane.backward ? [arrowAt(from, control ?? to, size, colour)] : []),
    ...(letter === '' ? [] : [letterAt(mid, letter, colour, colours)]),
  ];
}

/** A triangle whose tip is at the end of a lane. */
function arrowAt(tip: Point, before: Point, size: number, colour: string): Shape {
  const [dx, dy] = direction(before, tip);
  const base = { x: tip.x - dx * size, y: tip.y - dy * size };
  const half = size / 2;
  const left = { x: base.x - dy * half, y: base.y + dx * half };
  const right = { x: base.x + dy * half, y: base.y - dx * half };
  return { kind: 'path', moves: [['M', tip], ['L', left], ['L', right], ['Z']], paint: filled(colour) };
}

/** The bar across a lane of what is denied. */
function barAt({ x, y }: Point, from: Point, to: Point, colour: string): Shape {
  const [dx, dy] = direction(from, to);
  const half = 6;
  const moves: Move[] = [
    ['M', { x: x - dy * half, y: y + dx * half }],
    ['L', { x: x + dy * half, y: y - dx * half }],
  ];
  return { kind: 'path', moves, paint: { fill: null, stroke: colour, width: 2, dash: [], cap: 'butt' } };
}

function letterAt({ x, y }: Point, letter: string, colour: string, { background }: GraphColours): Shape {
  const halo = { colour: background, width: 4 };
  return { kind: 'text', at: { x, y: y + 4 }, lines: [letter], size: 12, weight: 700, colour, halo };
}

function nodeShapes(node: DrawnNode, colours: GraphColours): Shape[] {
  const paint = { ...filled(colours.node), stroke: colours.nodeBorder, width: 1.5 };
  if (!node.code) return [outlineOf(node, paint)];
  const code: Shape = {
    kind: 'text',
    at: { x: node.x, y: node.y + node.size * 0.11 },
    lines: [node.code],
    size: node.size * 0.31,
    weight: 600,
    colour: colours.text,
    halo: null,
  };
  return [outlineOf(node, paint), code];
}

function outlineOf({ x, y, size, type }: Pick<DrawnNode, 'x' | 'y' | 'size' | 'type'>, paint: Paint): Shape {
  const r = size / 2;
  const corners = (...points: (readonly [number, number])[]): Shape => ({
    kind: 'path',
    moves: [
      ...points.map(([dx, dy], i): Move => [i === 0 ? 'M' : 'L', { x: x + dx * r, y: y + dy * r }]),
      ['Z'],
    ],
    paint,
  });
  switch (type) {
    case 'country':
      return { kind: 'circle', at: { x, y }, r, paint };
    case 'organisation':
      return { kind: 'square', at: { x: x - r, y: y - r }, size, round: size / 5, paint };
    case 'mission':
      return corners([0, -1], [1, 0], [0, 1], [-1, 0]);
    case 'person':
      return corners([-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]);
  }
}

function labelOf({ x, y, size, label, fontSize }: DrawnNode, colours: GraphColours): Lettering {
  return {
    kind: 'text',
    at: { x, y: y + size / 2 + 4 + fontSize },
    lines: linesOf(label),
    size: fontSize,
    weight: 500,
    colour: colours.text,
    halo: { colour: colours.background, width: fontSize / 3 },
  };
}

function direction(from: Point, to: Point): readonly [number, number] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return [(to.x - from.x) / length, (to.y - from.y) / length];
}

function middle(from: Point, control: Point | null, to: Point): Point {
  if (!control) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return { x: (from.x + 2 * control.x + to.x) / 4, y: (from.y + 2 * control.y + to.y) / 4 };
}
