/**
 * The only door to Cytoscape: fed with plain views, it gives back plain events, so that the rest of the
 * page does not depend on how the graph is drawn. What it is made of stands in the files `canvas*.ts`.
 */
import type { Core, NodeCollection } from 'cytoscape';
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import { CanvasCamera, type Viewport } from './canvasCamera.ts';
import { CanvasElements } from './canvasElements.ts';
import { type CanvasEvents, listen } from './canvasEvents.ts';
import { placeLabels } from './canvasLabels.ts';
import { CanvasMarks, type Marks } from './canvasMarks.ts';
import { blurZooming, glide } from './canvasMotion.ts';
import { type PaintBehind, pngOf } from './canvasPng.ts';
import { drawnLane } from './drawn.ts';
import type { FanCurve } from './fan.ts';
import type { Camera } from './graphState.svelte.ts';
import type { Lane } from './lanes.ts';
import type { GraphColours, NodeView, Picture } from './picture.ts';
import { placesFor } from './placing.ts';
import { graphStyle } from './style.ts';

/** The view is at rest when nothing has moved it for so long, in milliseconds: longer than a slow frame. */
const REST = 150;

export class GraphCanvas {
  private readonly cy: Core;
  private readonly elements: CanvasElements;
  private readonly marks: CanvasMarks;
  private readonly places = new Map<string, Point>();
  private readonly view: CanvasCamera;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private gliding: (() => void) | null = null;

  private constructor(cy: Core, events: CanvasEvents) {
    this.cy = cy;
    this.elements = new CanvasElements(cy);
    this.marks = new CanvasMarks(cy);
    this.view = new CanvasCamera(cy);
    blurZooming(cy, () => this.elements.shown);
    listen(cy, events, {
      moved: () => this.view.take(),
      settle: () => this.settle(),
      place: (id, at) => this.places.set(id, at),
    });
  }

  /** Starts an empty canvas in an element of the page. The library is loaded only now. */
  static async start(
    container: HTMLElement,
    colours: GraphColours,
    events: CanvasEvents,
  ): Promise<GraphCanvas> {
    const { default: cytoscape } = await import('cytoscape');
    // It warns of each lane whose actors cover one another, which they may on their way to their places.
    cytoscape.warnings(false);
    const cy = cytoscape({
      container,
      style: graphStyle(colours),
      minZoom: 0.05,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
      selectionType: 'single',
    });
    return new GraphCanvas(cy, events);
  }

  /** Puts actors in their places, for those that are drawn and those that will be; then calls back. */
  place(positions: Positions, animate: boolean, onplaced: () => void = () => undefined): void {
    this.gliding?.();
    for (const [id, at] of Object.entries(positions)) this.places.set(id, at);
    this.gliding = glide(this.cy, this.places, animate, () => {
      this.gliding = null;
      if (this.view.isFitted) this.fit();
      this.settle();
      onplaced();
    });
  }

  /** Forgets all actors and their places. */
  clear(): void {
    this.gliding?.();
    this.gliding = null;
    this.places.clear();
    this.elements.clear();
    this.view.release();
  }

  /** Shows these lanes and actors; all others are hidden. Those without a place go near their neighbours. */
  show(nodes: readonly NodeView[], lanes: readonly Lane[], dated: boolean): void {
    const ids = nodes.map(({ id }) => id);
    for (const [id, at] of placesFor(ids, lanes, this.places)) this.places.set(id, at);
    this.elements.sync(nodes, lanes, this.places, dated);
    this.settle();
  }

  /** Unfolds a lane into one curve for each tie; null: none. */
  fan(lane: string | null, curves: readonly FanCurve[]): void {
    this.elements.fan(lane, curves);
  }

  mark(marks: Marks): void {
    this.marks.mark(marks);
    if (marks.selected.length === 1) this.view.reveal(this.cy.getElementById(marks.selected[0]!));
    this.settle();
  }

  /** Draws the focus ring of the keyboard, and brings what has it into view. Null: none. */
  focus(id: string | null): void {
    this.cy.elements('.focused').removeClass('focused');
    if (id === null) return;
    const element = this.cy.getElementById(id);
    element.addClass('focused');
    this.view.reveal(element);
  }

  /** Shows the whole graph, but never larger than life. */
  fit(): void {
    this.view.fit(this.visibleNodes());
    this.settle();
  }

  zoomBy(factor: number): void {
    this.view.zoomBy(factor);
  }

  /** What the person looks at; null while the whole graph is fitted. */
  get camera(): Camera | null {
    return this.view.camera;
  }

  look(camera: Camera): void {
    this.view.look(camera);
    this.settle();
  }

  get viewport(): Viewport {
    return this.view.viewport;
  }

  recolour(colours: GraphColours): void {
    this.cy.style(graphStyle(colours));
  }

  resize(): void {
    this.cy.resize();
    if (this.view.isFitted) this.fit();
    else this.settle();
  }

  /** Where the actors on the screen stand, in graph units. */
  points(): Map<string, Point> {
    return new Map(this.visibleNodes().map((node) => [node.id(), { ...node.position() }]));
  }

  /** Where an actor or a lane is, in pixels from the corner of the canvas; null: not on the canvas. */
  box(
    id: string,
  ): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null {
    const element = this.cy.getElementById(id);
    return element.empty() ? null : element.renderedBoundingBox({ includeLabels: false });
  }

  /** A point of the canvas, in pixels, in graph units. */
  toGraph({ x, y }: Point): Point {
    const [pan, zoom] = [this.cy.pan(), this.cy.zoom()];
    return { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom };
  }

  /** Moves an actor to a place in graph units. */
  move(id: string, at: Point): void {
    this.places.set(id, at);
    this.cy.getElementById(id).position({ ...at });
    this.settle();
  }

  /** Whether actors may be dragged. */
  set movable(movable: boolean) {
    this.cy.autoungrabify(!movable);
  }

  /** The graph as a PNG file with twice the pixels of the screen. `behind`: draws what lies behind it. */
  png(background: string, behind: PaintBehind | null): Promise<Blob> {
    return pngOf(this.cy, background, behind);
  }

  /** What is drawn, as plain values. */
  picture(): Picture {
    return {
      nodes: this.visibleNodes().map((node) => ({
        ...(node.data() as NodeView),
        code: (node.data('code') as string | undefined) ?? '',
        ...node.position(),
        labelled: Boolean(node.data('labelled')),
        fontSize: node.data('fontSize') as number,
      })),
      lanes: this.cy.edges().not('[?hidden]').not('.fanned').map(drawnLane),
    };
  }

  destroy(): void {
    clearTimeout(this.settling);
    this.gliding?.();
    this.cy.destroy();
  }

  /** Once the view is at rest: labels of equal size on the screen, as many as there is room for. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => placeLabels(this.cy, this.visibleNodes()), REST);
  }

  private visibleNodes(): NodeCollection {
    return this.cy.nodes().not('[?hidden]');
  }
}
