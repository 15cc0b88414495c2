/** What lies behind the graph: land on the map, and the hulls of blocs. Drawn with each frame of the canvas. */
import type { Blocs } from '../../graph/blocs.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Viewport } from './canvasCamera.ts';
import { spanningTree } from './polygons.ts';

export interface Hull {
  /** The band around these lines is the hull. */
  readonly lines: readonly (readonly [Point, Point])[];
  readonly label: string;
  /** Where the label stands: above the highest actor. */
  readonly top: Point;
}

export interface BackdropColours {
  readonly land: string;
  readonly line: string;
  readonly text: string;
  readonly background: string;
}

/** Blocs with fewer actors on the screen get no hull. */
const FEWEST = 2;
/** Room around the actors of a bloc, in graph units. */
export const ROOM = 44;

/** The hulls of the blocs that are on the screen. `label`: of a bloc's number and its firmness in percent. */
export function hullsOf(
  { blocs }: Blocs,
  points: ReadonlyMap<string, Point>,
  label: (number: number, firm: number) => string,
): Hull[] {
  return blocs.flatMap((members, index) => {
    const places = members.flatMap(({ actor }) => points.get(actor) ?? []);
    if (places.length < FEWEST) return [];
    const firm = members.reduce((sum, { stability }) => sum + stability, 0) / members.length;
    const { x, y } = places.reduce((best, point) => (point.y < best.y ? point : best));
    return [
      {
        lines: spanningTree(places),
        top: { x, y: y - ROOM },
        label: label(index + 1, Math.round(100 * firm)),
      },
    ];
  });
}

/** Draws land and hulls; `ratio`: pixels of the canvas for each pixel of the page. */
export function drawBackdrop(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: Viewport,
  ratio: number,
  { land, hulls, colours }: { land: Path2D | null; hulls: readonly Hull[]; colours: BackdropColours },
): void {
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
  for (const { lines } of hulls) drawBand(context, lines, zoom, colours);
  context.font = `600 ${12 / zoom}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineWidth = 4 / zoom;
  for (const { label, top } of hulls) {
    context.strokeStyle = colours.background;
    context.strokeText(label, top.x, top.y - 6 / zoom);
    context.fillStyle = colours.text;
    context.fillText(label, top.x, top.y - 6 / zoom);
  }
}

/** One stroke for all lines, so that where they meet it is no darker; its rim is a wider stroke below. */
function drawBand(
  context: CanvasRenderingContext2D,
  lines: Hull['lines'],
  zoom: number,
  { text, background }: BackdropColours,
): void {
  context.beginPath();
  for (const [from, to] of lines) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.lineCap = 'round';
  const layers: readonly (readonly [colour: string, width: number, alpha: number])[] = [
    [text, 2 * ROOM + 2.5 / zoom, 0.75],
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
