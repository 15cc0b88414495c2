/** Which part of the graph the canvas shows. */
import type { CollectionReturnValue, Core, NodeCollection } from 'cytoscape';
import type { Camera } from './graphState.svelte.ts';

/** What of the graph, in graph units, is seen: the upper left corner and how large it is. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const MARGIN = 48;
/** Actors are never fitted larger than this. */
const LARGEST = 1.4;

export class CanvasCamera {
  private readonly cy: Core;
  /** Whether the person has moved the view; else it is fitted anew when the canvas changes its size. */
  private moved = false;

  constructor(cy: Core) {
    this.cy = cy;
  }

  get isFitted(): boolean {
    return !this.moved;
  }

  /** The person has moved the view. */
  take(): void {
    this.moved = true;
  }

  /** Nobody has moved the view yet. */
  release(): void {
    this.moved = false;
  }

  /** Shows all of some actors, but never larger than life. */
  fit(nodes: NodeCollection): void {
    const frame = frameOf(nodes);
    const [width, height] = [this.cy.width() - 2 * MARGIN, this.cy.height() - 2 * MARGIN];
    if (frame && width > 0 && height > 0) {
      const zoom = Math.min(LARGEST, width / frame.width, height / frame.height);
      this.centre(frame.x + frame.width / 2, frame.y + frame.height / 2, zoom);
    }
    this.moved = false;
  }

  zoomBy(factor: number): void {
    const centre = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.moved = true;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: centre });
  }

  /** What the person looks at; null while the whole graph is fitted. */
  get camera(): Camera | null {
    if (!this.moved) return null;
    const { x, y, width, height, zoom } = this.viewport;
    return {
      x: Math.round(x + width / 2),
      y: Math.round(y + height / 2),
      zoom: Math.round(zoom * 1000) / 1000,
    };
  }

  look({ x, y, zoom }: Camera): void {
    this.moved = true;
    this.centre(x, y, zoom);
  }

  get viewport(): Viewport {
    const { x1, y1, w, h } = this.cy.extent();
    return { x: x1, y: y1, width: w, height: h, zoom: this.cy.zoom() };
  }

  /** Brings what is outside the view to its middle. */
  reveal(element: CollectionReturnValue): void {
    if (element.empty() || element.data('hidden')) return;
    const { x1, y1, x2, y2 } = element.renderedBoundingBox();
    if (x1 < 0 || y1 < 0 || x2 > this.cy.width() || y2 > this.cy.height()) this.cy.center(element);
  }

  private centre(x: number, y: number, zoom: number): void {
    const pan = { x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom };
    this.cy.viewport({ zoom, pan });
  }
}

/** The box around actors with their labels, in graph units; null: there are none. */
function frameOf(nodes: NodeCollection): Omit<Viewport, 'zoom'> | null {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  nodes.forEach((node) => {
    const { x, y } = node.position();
    const half = Math.max(28, (node.data('size') as number) / 2);
    [x1, x2] = [Math.min(x1, x - half), Math.max(x2, x + half)];
    [y1, y2] = [Math.min(y1, y - half), Math.max(y2, y + half + 20)];
  });
  return x1 > x2 ? null : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}
