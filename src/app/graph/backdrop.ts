/** What lies behind the graph: land on the map, and the hulls of blocs. Drawn with each frame of the canvas. */
import type { BlocMember, Blocs } from '../../graph/blocs.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Viewport } from './canvasCamera.ts';
import { distanceToLine, spanningTree } from './polygons.ts';

export interface Hull {
  /** The band around these lines is the hull. */
  readonly lines: readonly (readonly [Point, Point])[];
  readonly label: string;
  /** Where the label stands: above the highest actor. */
  readonly top: Point;
  /** Whether it is the bloc that the inspector shows. */
  readonly isChosen: boolean;
}

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
  readonly colours: BackdropColours;
  /** How much of the upper edge something lies over, in pixels. */
  readonly covered: number;
}

/** Blocs with fewer actors on the screen get no hull. */
const FEWEST = 2;
/** Room around the actors of a bloc, in graph units. */
export const ROOM = 44;
/** Height of a label, in pixels. */
const LABEL_LINE = 16;

/** Width of the rim of a hull, in pixels. */
export const rimOf = ({ isChosen }: Hull): number => (isChosen ? 3 : 1.25);

/** The order in which hulls are drawn: the chosen one over all others, so that its rim is whole. */
export function chosenLast(hulls: readonly Hull[]): Hull[] {
  return [...hulls.filter(({ isChosen }) => !isChosen), ...hulls.filter(({ isChosen }) => isChosen)];
}

/**
 * The hulls of the blocs that are on the screen. `label`: of a bloc's number and its firmness in percent. `chosen`:
 * an actor of the bloc that is chosen.
 */
export function hullsOf(
  { blocs }: Blocs,
  points: ReadonlyMap<string, Point>,
  label: (number: number, firm: number) => string,
  chosen: string | null = null,
): Hull[] {
  return blocs.flatMap((members, index) => {
    const places = placesOf(members, points);
    if (places.length < FEWEST) return [];
    const firm = members.reduce((sum, { stability }) => sum + stability, 0) / members.length;
    const { x, y } = places.reduce((best, point) => (point.y < best.y ? point : best));
    return [
      {
        lines: spanningTree(places),
        top: { x, y: y - ROOM },
        label: label(index + 1, Math.round(100 * firm)),
        isChosen: members.some(({ actor }) => actor === chosen),
      },
    ];
  });
}

/** Of the bloc whose hull a point is in, the member that is nearest to it; of hulls that overlap, the nearer. */
export function memberAt({ blocs }: Blocs, points: ReadonlyMap<string, Point>, at: Point): string | null {
  const near = blocs
    .map((members) => ({ members, far: farFrom(placesOf(members, points), at) }))
    .filter(({ far }) => far <= ROOM)
    .sort((one, other) => one.far - other.far)[0];
  const ways = near?.members.flatMap(({ actor }) => {
    const place = points.get(actor);
    return place ? [{ actor, far: Math.hypot(place.x - at.x, place.y - at.y) }] : [];
  });
  return ways?.sort((one, other) => one.far - other.far)[0]?.actor ?? null;
}

/**
 * Where the labels of hulls stand: above their hull, but on the screen, below what covers its upper edge, and
 * clear of each other. `widths`: of the labels; all in graph units.
 */
export function labelPlaces(
  hulls: readonly Hull[],
  widths: readonly number[],
  view: Viewport,
  covered: number,
): Point[] {
  const [gap, line] = [6 / view.zoom, LABEL_LINE / view.zoom];
  const highest = view.y + covered / view.zoom + line;
  const placed: Point[] = [];
  for (const [index, { lines, top }] of hulls.entries()) {
    const half = widths[index]! / 2 + gap;
    const ends = lines.flat();
    const lowest = Math.max(...ends.map((end) => end.y)) + ROOM;
    const [left, right] = [view.x + half, view.x + view.width - half];
    const seen = ends.some((end) => end.x + ROOM > view.x && end.x - ROOM < view.x + view.width);
    const x = seen ? Math.min(Math.max(top.x, left), Math.max(left, right)) : top.x;
    let y = top.y - gap;
    if (y < highest && lowest > highest) y = highest;
    const isTaken = (other: Point, at: number) =>
      Math.abs(other.y - y) < line && Math.abs(other.x - x) < half + widths[at]! / 2;
    while (placed.some(isTaken)) y += line;
    placed.push({ x, y });
  }
  return placed;
}

/** Draws land and hulls; `ratio`: pixels of the canvas for each pixel of the page. */
export function drawBackdrop(
  context: CanvasRenderingContext2D,
  view: Viewport,
  ratio: number,
  { land, hulls, colours, covered }: Behind,
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
  for (const [index, at] of labelPlaces(hulls, widths, view, covered).entries()) {
    const { label } = hulls[index]!;
    context.strokeStyle = colours.background;
    context.strokeText(label, at.x, at.y);
    context.fillStyle = colours.text;
    context.fillText(label, at.x, at.y);
  }
}

function placesOf(members: readonly BlocMember[], points: ReadonlyMap<string, Point>): Point[] {
  return members.flatMap(({ actor }) => points.get(actor) ?? []);
}

/** How far a point is from the lines of a hull; infinitely where there is none. */
function farFrom(places: readonly Point[], at: Point): number {
  if (places.length < FEWEST) return Infinity;
  return Math.min(...spanningTree(places).map(([from, to]) => distanceToLine(from, to, at)));
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
