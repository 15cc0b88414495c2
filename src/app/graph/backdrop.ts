/** What lies behind the graph: land on the map, and the hulls of blocs. Drawn with each frame of the canvas. */
import type { Blocs } from '../../graph/blocs.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Viewport } from './canvas.ts';
import { hullAround } from './polygons.ts';

export interface Hull {
  readonly outline: readonly Point[];
  readonly label: string;
  /** Where the label stands: above the highest point. */
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
const ROOM = 44;

/** The hulls of the blocs that are on the screen. `label`: of a bloc's number and its firmness in percent. */
export function hullsOf(
  { blocs }: Blocs,
  points: ReadonlyMap<string, Point>,
  label: (number: number, firm: number) => string,
): Hull[] {
  return blocs.flatMap((members, index) => {
    const discs = members.flatMap(({ actor }) => {
      const at = points.get(actor);
      return at ? [{ ...at, radius: ROOM }] : [];
    });
    if (discs.length < FEWEST) return [];
    const firm = members.reduce((sum, { stability }) => sum + stability, 0) / members.length;
    const outline = hullAround(discs);
    const top = outline.reduce((best, point) => (point.y < best.y ? point : best));
    return [{ outline, top, label: label(index + 1, Math.round(100 * firm)) }];
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
  context.setLineDash([7 / zoom, 5 / zoom]);
  context.strokeStyle = colours.text;
  for (const { outline } of hulls) {
    context.beginPath();
    outline.forEach((point, index) =>
      index === 0 ? context.moveTo(point.x, point.y) : context.lineTo(point.x, point.y),
    );
    context.closePath();
    context.globalAlpha = 0.06;
    context.fillStyle = colours.text;
    context.fill();
    context.globalAlpha = 0.7;
    context.stroke();
    context.globalAlpha = 1;
  }
  context.setLineDash([]);
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
