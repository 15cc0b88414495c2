/** What of the world is on the screen. */
import type { Point, Positions } from '../../worker/layoutProtocol.ts';

/** A point of the world is drawn at `(point − corner) · zoom`, in pixels from the corner of the map. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The whole world has room on a telephone. */
const LEAST = 0.05;
/** Where nobody is on the map. */
const WORLD = 0.12;
const MOST = 12;
/** Room around what is fitted, in pixels. */
const MARGIN = 64;

/** Shows all places, as large as there is room, but no larger than life. */
export function fitted(places: Positions, { width, height }: Size): Look {
  const points = Object.values(places);
  if (points.length === 0) return centredOn({ x: 0, y: 0 }, WORLD, { width, height });
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { width: Math.max(40, width - 2 * MARGIN), height: Math.max(40, height - 2 * MARGIN) };
  const zoom = clamp(Math.min(room.width / (right - left || 1), room.height / (bottom - top || 1), 1.5));
  return centredOn({ x: (left + right) / 2, y: (top + bottom) / 2 }, zoom, { width, height });
}

/** Zooms by a factor around a point of the screen, which stays where it is. */
export function zoomed({ x, y, zoom }: Look, factor: number, at: Point): Look {
  const next = clamp(zoom * factor);
  return { x: x + at.x / zoom - at.x / next, y: y + at.y / zoom - at.y / next, zoom: next };
}

/** Moves the world by pixels. */
export function moved({ x, y, zoom }: Look, dx: number, dy: number): Look {
  return { x: x - dx / zoom, y: y - dy / zoom, zoom };
}

/** Brings a point of the world to the middle where it is near an edge, or beyond it; else nothing moves. */
export function showing(look: Look, point: Point, { width, height }: Size): Look {
  const at = onScreen(look, point);
  const isSeen = at.x >= MARGIN && at.x <= width - MARGIN && at.y >= MARGIN && at.y <= height - MARGIN;
  return isSeen ? look : centredOn(point, look.zoom, { width, height });
}

/** Where a point of the world is drawn. */
export function onScreen({ x, y, zoom }: Look, point: Point): Point {
  return { x: (point.x - x) * zoom, y: (point.y - y) * zoom };
}

function centredOn(point: Point, zoom: number, { width, height }: Size): Look {
  return { x: point.x - width / 2 / zoom, y: point.y - height / 2 / zoom, zoom };
}

function clamp(zoom: number): number {
  return Math.min(MOST, Math.max(LEAST, zoom));
}
