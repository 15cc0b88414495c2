/** The graph in small. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Viewport } from './canvasCamera.ts';

const SIZE = { width: 160, height: 110 };
const MARGIN = 8;

/** How the graph lies on the small canvas: pixels for each graph unit, and the graph's point at its corner. */
export interface Frame extends Point {
  readonly scale: number;
}

/** The frame that takes in all actors; without any, what is seen. */
export function frameAround(points: ReadonlyMap<string, Point>, viewport: Viewport): Frame {
  const all = points.size > 0 ? [...points.values()] : [viewport];
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of all) {
    [x1, x2] = [Math.min(x1, x), Math.max(x2, x)];
    [y1, y2] = [Math.min(y1, y), Math.max(y2, y)];
  }
  const scale = Math.min(
    (SIZE.width - 2 * MARGIN) / Math.max(1, x2 - x1),
    (SIZE.height - 2 * MARGIN) / Math.max(1, y2 - y1),
  );
  return {
    scale,
    x: (x1 + x2) / 2 - SIZE.width / 2 / scale,
    y: (y1 + y2) / 2 - SIZE.height / 2 / scale,
  };
}

/** A point of the small canvas in graph units. */
export function toGraph({ x, y }: Point, frame: Frame): Point {
  return { x: frame.x + x / frame.scale, y: frame.y + y / frame.scale };
}

export function drawMinimap(
  context: CanvasRenderingContext2D,
  points: ReadonlyMap<string, Point>,
  viewport: Viewport,
  colours: { readonly node: string; readonly accent: string },
): void {
  const { x, y, scale } = frameAround(points, viewport);
  context.clearRect(0, 0, SIZE.width, SIZE.height);
  context.fillStyle = colours.node;
  for (const point of points.values())
    context.fillRect((point.x - x) * scale - 1.5, (point.y - y) * scale - 1.5, 3, 3);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  // What is seen may be larger than the graph: its frame stays in the picture.
  const [left, top] = [Math.max(1, (viewport.x - x) * scale), Math.max(1, (viewport.y - y) * scale)];
  const right = Math.min(SIZE.width - 1, (viewport.x + viewport.width - x) * scale);
  const bottom = Math.min(SIZE.height - 1, (viewport.y + viewport.height - y) * scale);
  context.strokeRect(left, top, Math.max(2, right - left), Math.max(2, bottom - top));
}
