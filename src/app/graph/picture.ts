/** What is drawn, as plain values: the views that the canvas is fed with and what an export writes. */
import type { ActorType, Sign, Status } from '../../model/index.ts';
import type { Point } from '../../worker/layoutProtocol.ts';

export interface NodeView {
  readonly id: string;
  readonly label: string;
  /** The code inside a country's circle; empty where there is none. */
  readonly code: string;
  readonly type: ActorType;
  /** Diameter in graph units. */
  readonly size: number;
}

/** Colours of the graph, from the style sheet of the page. */
export interface GraphColours {
  readonly background: string;
  readonly text: string;
  readonly node: string;
  readonly nodeBorder: string;
  readonly accent: string;
  readonly cooperation: string;
  readonly conflict: string;
  readonly structure: string;
}

export interface DrawnNode extends NodeView, Point {
  readonly labelled: boolean;
  readonly fontSize: number;
}

export interface DrawnLane {
  readonly sign: Sign;
  readonly status: Status;
  /** Drawn as an outline: at the date it stands only possibly, or has no date. */
  readonly hollow: boolean;
  readonly width: number;
  readonly letter: string;
  readonly from: Point;
  /** The control point of a quadratic curve; null: a straight line. */
  readonly control: Point | null;
  readonly to: Point;
  readonly forward: boolean;
  readonly backward: boolean;
}

export interface Picture {
  readonly nodes: readonly DrawnNode[];
  readonly lanes: readonly DrawnLane[];
}

/** The diameter of an actor: by the square root of its number of ties, 24 to 64. */
export function nodeSize(degree: number, most: number): number {
  return Math.round(24 + 40 * Math.sqrt(degree / Math.max(1, most)));
}

/** The colour of a lane. */
export function laneColour(sign: Sign, colours: GraphColours): string {
  if (sign === 1) return colours.cooperation;
  return sign === -1 ? colours.conflict : colours.structure;
}

/** A colour over another, both as `#rgb` or `#rrggbb`; other notations are taken as they are. */
export function mixed(over: string, under: string, share: number): string {
  const [a, b] = [partsOf(over), partsOf(under)];
  if (!a || !b) return over;
  const mix = a.map((part, index) => Math.round(share * part + (1 - share) * b[index]!));
  return `#${mix.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function partsOf(colour: string): number[] | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) return null;
  const parts = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g)!;
  return parts.map((part) => Number.parseInt(part, 16));
}
