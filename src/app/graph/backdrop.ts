/** What lies behind the graph: land on the map, and the hulls of blocs. Drawn with each frame of the canvas. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Viewport } from './canvasCamera.ts';
import { labelPlaces } from './hullLabels.ts';
import { chosenLast, type Hull, rimOf, ROOM } from './hulls.ts';

export interface BackdropColours {
  readonly land: string;
  readonly line: string;
  readonly text: string;
  readonly background: string;
  readonly accent: string;
}

interface Behind {
  readonly land: Path2D | null;
  readonly hulls: readonly Hull[];
  /** Where all actors are, for labels to stand clear of. */
  readonly actors: readonly Point[];
  readonly colours: BackdropColours;
  /** How much of the upper edge something lies over, in pixels. */
  readonly covered: number;
}

/** Height of a label, in pixels. */
export const LABEL_LINE = 16;

/** Draws land and hulls; `ratio`: pixels of the canvas for each pixel of the page. */
export function drawBackdrop(
  context: CanvasRenderingContext2D,
  view: Viewport,
  ratio: number,
  { land, hulls, actors, colours, covered }: Behind,
): void {
  const { x, y, zoom } = view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, -x * zoom * ratio, -y * zoom * ratio);
  context.lineJoin = 'round';
  context.lineWidth = 1.2 / zoom;
  if (land) {
    context.fillStyle = colours.land;
    context.strokeStyle = colours.line;
    context.fill(land);
    context.stroke(land);
  }
  for (const hull of chosenLast(hulls)) drawBand(context, hull, zoom, colours);
  context.font = `600 ${12 / zoom}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineWidth = 4 / zoom;
  const widths = hulls.map(({ label }) => context.measureText(label).width);
  const screen = { left: x, right: x + view.width, top: y + covered / zoom, bottom: y + view.height };
  for (const [index, at] of labelPlaces(hulls, widths, LABEL_LINE / zoom, actors, screen).entries()) {
    const { label } = hulls[index]!;
    context.strokeStyle = colours.background;
    context.strokeText(label, at.x, at.y);
    context.fillStyle = colours.text;
    context.fillText(label, at.x, at.y);
  }
}

/** One stroke for all lines, so that where they meet it is no darker; its rim is a wider stroke below. */
function drawBand(
  context: CanvasRenderingContext2D,
  hull: Hull,
  zoom: number,
  { text, background, accent }: BackdropColours,
): void {
  context.beginPath();
  for (const [from, to] of hull.lines) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.lineCap = 'round';
  const layers: readonly (readonly [colour: string, width: number, alpha: number])[] = [
    [hull.isChosen ? accent : text, 2 * ROOM + (2 * rimOf(hull)) / zoom, hull.isChosen ? 1 : 0.75],
    [background, 2 * ROOM, 1],
    [text, 2 * ROOM, 0.07],
  ];
  for (const [colour, width, alpha] of layers) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.stroke();
  }
  context.globalAlpha = 1;
}
