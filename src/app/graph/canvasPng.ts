/** The canvas as a picture file, with what lies behind the graph. */
import type { Core } from 'cytoscape';
import type { Viewport } from './canvasCamera.ts';

/**
 * Draws what lies behind the graph. `ratio`: pixels of the canvas for each pixel of the page; `covered`: how much of
 * the upper edge something lies over, in pixels.
 */
export type PaintBehind = (
  context: CanvasRenderingContext2D,
  view: Viewport,
  ratio: number,
  covered?: number,
) => void;

const SCALE = 2;
const LARGEST = 8000;
/** Room for the rims of hulls and their labels, in graph units. */
const ROOM = 64;

/** The whole graph as PNG with twice the pixels of the screen. */
export async function pngOf(cy: Core, background: string, behind: PaintBehind | null): Promise<Blob> {
  const graph = await createImageBitmap(await graphAlone(cy, behind ? 'transparent' : background));
  const { x1, y1, w } = cy.elements().boundingBox();
  const scale = graph.width / Math.ceil(w);
  const room = behind ? ROOM : 0;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(graph.width + 2 * room * scale);
  canvas.height = Math.round(graph.height + 2 * room * scale);
  const context = canvas.getContext('2d')!;
  const size = { width: canvas.width / scale, height: canvas.height / scale };
  behind?.(context, { x: x1 - room, y: y1 - room, ...size, zoom: scale / SCALE }, SCALE);
  context.resetTransform();
  context.drawImage(graph, Math.round(room * scale), Math.round(room * scale));
  // Under all of it: what draws the background clears the canvas first.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

async function graphAlone(cy: Core, background: string): Promise<Blob> {
  // Cytoscape's typings do not say that `blob-promise` gives a promise.
  const png: unknown = cy.png({
    output: 'blob-promise',
    full: true,
    scale: SCALE,
    bg: background,
    maxWidth: LARGEST,
    maxHeight: LARGEST,
  });
  return (await png) as Blob;
}
