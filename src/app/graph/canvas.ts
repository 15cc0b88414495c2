/**
 * The only file that knows Cytoscape. It is fed with plain views and gives back plain events, so
 * that the rest of the page does not depend on how the graph is drawn.
 */
import type {
  CollectionReturnValue,
  Core,
  EdgeSingular,
  ElementDefinition,
  NodeCollection,
  NodeSingular,
} from 'cytoscape';
import type { Sign } from '../../model/index.ts';
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import { labelBox, labelsThatFit } from './labels.ts';
import { drawnLane, titleOf } from './drawn.ts';
import { LABEL_PIXELS, laneData, nodeData } from './elements.ts';
import type { Lane } from './lanes.ts';
import type { GraphColours, NodeView, Picture } from './picture.ts';
import { graphStyle } from './style.ts';

export interface CanvasEvents {
  readonly onactor: (id: string) => void;
  readonly onlane: (a: string, b: string, sign: Sign) => void;
  readonly onclear: () => void;
}

/** How far a lane bows out to its side, in graph units. */
const BOW = 20;
/** From this many lanes on they are drawn lighter, so that the actors are still seen. */
const DENSE = 400;

export class GraphCanvas {
  private readonly cy: Core;
  /** Whether the person has moved the view; else it is fitted anew when the canvas changes its size. */
  private moved = false;
  private settling: ReturnType<typeof setTimeout> | undefined;

  private constructor(cy: Core, events: CanvasEvents) {
    this.cy = cy;
    this.listen(events);
  }

  /** Starts an empty canvas in an element of the page. The library is loaded only now. */
  static async start(
    container: HTMLElement,
    colours: GraphColours,
    events: CanvasEvents,
  ): Promise<GraphCanvas> {
    const { default: cytoscape } = await import('cytoscape');
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

  /** Draws all actors and lanes there are at their places; `show` then hides some. */
  draw(nodes: readonly NodeView[], lanes: readonly Lane[], positions: Positions): void {
    const elements: ElementDefinition[] = [
      ...nodes.map((node) => ({
        data: { ...nodeData(node) },
        position: { ...(positions[node.id] ?? { x: 0, y: 0 }) },
      })),
      ...lanes.map((lane) => ({
        data: { id: lane.id, source: lane.a, target: lane.b, bow: lane.sign * BOW, ...laneData(lane, false) },
      })),
    ];
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
    });
    this.cy.resize();
    this.fit();
  }

  /** Shows these lanes and the actors that they join; all others are hidden. */
  show(lanes: readonly Lane[], dated: boolean): void {
    const byId = new Map(lanes.map((lane) => [lane.id, lane]));
    const actors = new Set(lanes.flatMap((lane) => [lane.a, lane.b]));
    this.cy.batch(() => {
      this.cy.edges().toggleClass('dense', lanes.length > DENSE);
      this.cy.edges().forEach((edge) => {
        const lane = byId.get(edge.id());
        // Only what changes is written: each write makes the canvas reckon the lane's style anew.
        const data = lane ? { ...laneData(lane, dated), hidden: false } : { hidden: true };
        if (Object.entries(data).some(([key, value]) => edge.data(key) !== value)) edge.data(data);
      });
      this.cy.nodes().forEach((node) => {
        const hidden = !actors.has(node.id());
        if (node.data('hidden') !== hidden) node.data('hidden', hidden);
      });
    });
    this.settle();
  }

  /** Marks what is selected: an actor, a lane, or both actors of a dyad. */
  select(actors: readonly string[], lane: string | null): void {
    this.cy.batch(() => {
      this.cy.elements('.selected').removeClass('selected');
      for (const id of actors) this.cy.getElementById(id).addClass('selected');
      if (lane !== null) this.cy.getElementById(lane).addClass('selected');
    });
    if (actors.length === 1) this.reveal(this.cy.getElementById(actors[0]!));
  }

  /** Draws the focus ring of the keyboard, and brings what has it into view. Null: none. */
  focus(id: string | null): void {
    this.cy.elements('.focused').removeClass('focused');
    if (id === null) return;
    const element = this.cy.getElementById(id);
    element.addClass('focused');
    this.reveal(element);
  }

  /** Shows the whole graph, but never larger than life. */
  fit(): void {
    const visible = this.cy.elements().not('[?hidden]');
    this.cy.fit(visible.nonempty() ? visible : undefined, 48);
    if (this.cy.zoom() > 1.4) {
      this.cy.zoom(1.4);
      this.cy.center(visible);
    }
    this.moved = false;
    this.settle();
  }

  zoomBy(factor: number): void {
    const centre = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.moved = true;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: centre });
  }

  recolour(colours: GraphColours): void {
    this.cy.style(graphStyle(colours));
  }

  resize(): void {
    this.cy.resize();
    if (this.moved) this.settle();
    else this.fit();
  }

  /** Where the actors on the screen stand, in graph units. */
  points(): Map<string, Point> {
    return new Map(this.visibleNodes().map((node) => [node.id(), { ...node.position() }]));
  }

  /** The graph as a PNG file with twice the pixels of the screen. */
  async png(background: string): Promise<Blob> {
    // Cytoscape's typings do not say that `blob-promise` gives a promise.
    const png: unknown = this.cy.png({
      output: 'blob-promise',
      full: true,
      scale: 2,
      bg: background,
      maxWidth: 8000,
      maxHeight: 8000,
    });
    return (await png) as Blob;
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
      lanes: this.cy.edges().not('[?hidden]').map(drawnLane),
    };
  }

  destroy(): void {
    clearTimeout(this.settling);
    this.cy.destroy();
  }

  private listen({ onactor, onlane, onclear }: CanvasEvents): void {
    const { cy } = this;
    cy.on('tap', 'node', ({ target }: { target: NodeSingular }) => onactor(target.id()));
    cy.on('tap', 'edge', ({ target }: { target: EdgeSingular }) =>
      onlane(target.data('source') as string, target.data('target') as string, target.data('sign') as Sign),
    );
    cy.on('tap', (event) => {
      if (event.target === cy) onclear();
    });
    cy.on('mouseover', 'node, edge', ({ target }: { target: NodeSingular | EdgeSingular }) =>
      this.spotlight(target),
    );
    cy.on('mouseout', 'node, edge', () => {
      cy.elements().removeClass('faded near');
      cy.container()?.removeAttribute('title');
    });
    cy.on('zoom dragfree', () => this.settle());
    cy.on('dragpan scrollzoom pinchzoom dragfree', () => (this.moved = true));
  }

  private spotlight(target: NodeSingular | EdgeSingular): void {
    const near = target.isNode() ? target.closedNeighborhood() : target.union(target.connectedNodes());
    this.cy.container()?.setAttribute('title', titleOf(target));
    this.cy.batch(() => {
      this.cy.elements().not(near).addClass('faded');
      near.nodes().addClass('near');
    });
  }

  /** Once the view is at rest: labels of equal size on the screen, as many as there is room for. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.placeLabels(), 80);
  }

  private placeLabels(): void {
    const zoom = this.cy.zoom();
    const fontSize = Math.max(LABEL_PIXELS, LABEL_PIXELS / zoom);
    const nodes = this.visibleNodes();
    // Where many lanes cross, labels need air around them to be read.
    const air = nodes.length > 80 ? 1.7 : 1.05;
    const boxes = nodes.map((node) => {
      const { label, size } = node.data() as NodeView;
      const { x, y } = node.renderedPosition();
      return labelBox({ id: node.id(), label, size: size * zoom, x, y }, fontSize * zoom, air);
    });
    const fitting = labelsThatFit(boxes);
    this.cy.batch(() =>
      nodes.forEach((node) => void node.data({ fontSize, labelled: fitting.has(node.id()) })),
    );
  }

  /** Brings what is outside the view to its middle. */
  private reveal(element: CollectionReturnValue): void {
    if (element.empty() || element.data('hidden')) return;
    const { x1, y1, x2, y2 } = element.renderedBoundingBox();
    if (x1 < 0 || y1 < 0 || x2 > this.cy.width() || y2 > this.cy.height()) this.cy.center(element);
  }

  private visibleNodes(): NodeCollection {
    return this.cy.nodes().not('[?hidden]');
  }
}
