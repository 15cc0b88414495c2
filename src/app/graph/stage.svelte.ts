/** The drawn graph and its state: being laid out, drawn, or failed. Exports take their picture from it. */
import { blocIndex } from '../../graph/bloc-index.ts';
import type { Blocs } from '../../graph/blocs.ts';
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { afterFrame } from '../afterFrame.ts';
import { m } from '../messages.ts';
import type { GraphCanvas } from './canvas.ts';
import type { CanvasTarget } from './canvasEvents.ts';
import type { ChoiceTool } from './choosing.svelte.ts';
import { BUDGET, drawnSet } from './drawnSet.ts';
import { dyadsOfLanes } from './dyads.ts';
import { LayoutClient, layoutRequest } from './layout.ts';
import type { Camera } from './graphState.svelte.ts';
import { nodeViews } from './nodeViews.ts';
import { type GraphColours } from './picture.ts';
import { withPins } from './placing.ts';
import { eventsFor } from './stageEvents.ts';
import type { WorldMap } from './worldMap.ts';

/** What the pointer or the focus is on, and where, in pixels from the corner of the canvas. */
export interface At {
  readonly target: CanvasTarget | null;
  readonly at: Point;
}

/** Actors or lanes that are put on the canvas in one turn. */
const PART = 200;
/** The longest wait for a frame, in milliseconds. */
const FRAME = 100;
/** With more lanes than these, actors jump to their new places: moving them all is not fluent. */
const MOST_MOVED = 600;
/** How long the pointer may be on its way to the card, in milliseconds. */
const LEAVE = 220;

export class GraphStage {
  status = $state.raw<'starting' | 'drawn' | 'failed'>('starting');
  problem = $state.raw('');
  /** Whether the actors are not yet where they will stand. */
  busy = $state.raw(false);
  /** Kept out of deep state: Cytoscape owns what is inside. */
  canvas = $state.raw<GraphCanvas | null>(null);
  hovered = $state.raw<At | null>(null);
  /** Where a context menu is open, and of what; target null: of the canvas. */
  menu = $state.raw<At | null>(null);
  /** The actor that has the focus of the keyboard. */
  current = $state.raw<string | null>(null);
  /** What a drag draws to choose actors; null: it moves the view. */
  tool = $state.raw<ChoiceTool | null>(null);
  /** Counts up with each wish to have the layout as it was. */
  resets = $state.raw(0);
  /** The blocs of what is shown; null: not asked for, or not found yet. */
  blocs = $state.raw<Blocs | null>(null);
  /** The world behind the graph in the layout that is a map. */
  world = $state.raw<WorldMap | null>(null);
  /** What is redrawn with each frame of the canvas. */
  private drawers: readonly (() => void)[] = [];
  private readonly layouts = new LayoutClient();
  private drawing = 0;
  /** The drawing that is being put on the canvas. */
  private showing = 0;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  private asking = 0;

  /** Starts the canvas in an element of the page. */
  async start(container: HTMLElement, explorer: Explorer): Promise<void> {
    try {
      const { GraphCanvas } = await import('./canvas.ts');
      this.canvas = await GraphCanvas.start(container, coloursOf(container), eventsFor(this, explorer));
    } catch (error) {
      this.fail(error);
    }
  }

  /** Lays out the graph anew, and draws it when it has a first picture. A newer call makes an older one void. */
  async arrange(explorer: Explorer, fresh: boolean): Promise<void> {
    const turn = ++this.drawing;
    this.busy = true;
    if (fresh) {
      this.status = 'starting';
      this.canvas?.clear();
    }
    let done = false;
    const place = (positions: Positions) => {
      if (turn !== this.drawing || !this.canvas) return;
      const first = this.status !== 'drawn';
      const moves = !first && !prefersStillness() && explorer.scene.drawn.lanes.length <= MOST_MOVED;
      const last = () => {
        if (turn === this.drawing && done) this.busy = false;
      };
      this.canvas.place(withPins(positions, explorer.graphState.pins), moves, last);
      if (first && this.showing !== turn) void this.show(explorer, turn);
    };
    try {
      const positions = await this.positionsFor(explorer, place);
      done = true;
      place(positions);
    } catch (error) {
      if (turn === this.drawing) this.fail(error);
    }
  }

  /** Asks for the layout as if nobody had moved anything. */
  arrangeAgain(): void {
    this.resets++;
  }

  /** Finds the blocs of what is shown. A newer call makes an older one void. */
  async findBlocs(explorer: Explorer): Promise<void> {
    const turn = ++this.asking;
    const blocs = await this.layouts.findBlocs(dyadsOfLanes(explorer.lanes));
    if (turn === this.asking) this.blocs = blocs;
  }

  /** Takes back what the pointer is on, unless it goes on to the card about it. */
  hover(at: At | null): void {
    clearTimeout(this.leaving);
    if (at) this.hovered = at;
    else this.leaving = setTimeout(() => (this.hovered = null), LEAVE);
  }

  /** Takes a tool to choose with, or puts it back. */
  take(tool: ChoiceTool): void {
    this.tool = this.tool === tool ? null : tool;
  }

  /** Opens the menu of an actor, a lane or the canvas, where it stands. */
  openMenu(target: CanvasTarget | null, laneId: string | null = null): void {
    const box = this.canvas?.box(target?.kind === 'actor' ? target.id : (laneId ?? ''));
    const at = box ? { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 } : { x: 24, y: 56 };
    this.menu = { target, at };
  }

  /** Calls back with each frame of the canvas, until the function that it gives is called. */
  onframe(draw: () => void): () => void {
    this.drawers = [...this.drawers, draw];
    return () => (this.drawers = this.drawers.filter((other) => other !== draw));
  }

  drawFrame(): void {
    for (const draw of this.drawers) draw();
  }

  recolour(container: HTMLElement): void {
    this.canvas?.recolour(coloursOf(container));
  }

  stop(): void {
    this.drawing++;
    this.layouts.stop();
    this.canvas?.destroy();
    this.canvas = null;
    this.status = 'starting';
  }

  private async positionsFor(explorer: Explorer, ondraft: (draft: Positions) => void): Promise<Positions> {
    const { graphState, allLanes, allDegrees, corpus } = explorer;
    const { layout } = graphState;
    const set = drawnSet(allLanes, [], BUDGET);
    const ids = allLanes.length > set.lanes.length ? set.actors : [...allDegrees.keys()];
    const nodes = nodeViews(explorer, ids);
    if (layout === 'map') {
      const { worldMap } = await import('./worldMap.ts');
      this.world = worldMap(corpus!.actors, ids, set.lanes);
      return this.world.positions;
    }
    this.world = null;
    if (layout !== 'blocs') {
      const parents = (id: string) => ({ parents: corpus?.actors.get(id)?.parents ?? [] });
      return this.layouts.layOut(layout, layoutRequest(nodes, set.lanes, parents), ondraft);
    }
    const { blocs } = await this.layouts.findBlocs(dyadsOfLanes(allLanes));
    const index = blocIndex({ blocs });
    const bloc = (id: string) => (index.has(id) ? { bloc: index.get(id)! } : {});
    return this.layouts.layOut(layout, layoutRequest(nodes, set.lanes, bloc), ondraft);
  }

  /** Puts the graph on the canvas, a large one in parts, so that the page answers in between. */
  private async show(explorer: Explorer, turn: number): Promise<void> {
    const { scene, graphState, time } = explorer;
    const { actors, lanes } = scene.drawn;
    const nodes = nodeViews(explorer, actors);
    const dated = time.day !== null;
    this.showing = turn;
    // A lane cannot come before its actors.
    for (let part = PART; part < nodes.length + PART && this.isShowing(turn); part += PART) {
      this.canvas!.show(nodes.slice(0, part), [], dated);
      if (nodes.length > PART) await nextFrame();
    }
    // What has been drawn at one zoom is drawn anew, all at once, at another: many lanes come when it is set.
    const inParts = lanes.length > PART;
    if (inParts) {
      this.aim(graphState.camera, turn);
      await nextFrame();
    }
    for (let part = PART; part < lanes.length + PART && this.isShowing(turn); part += PART) {
      this.canvas!.show(nodes, lanes.slice(0, part), dated);
      if (part < lanes.length) await nextFrame();
    }
    if (!this.isShowing(turn)) return;
    if (!inParts) this.aim(graphState.camera, turn);
    this.status = 'drawn';
    performance.mark('graph-drawn');
  }

  private aim(camera: Camera | null, turn: number): void {
    if (!this.isShowing(turn)) return;
    if (camera) this.canvas!.look(camera);
    else this.canvas!.fit();
  }

  private isShowing(turn: number): boolean {
    return turn === this.drawing && this.canvas !== null;
  }

  private fail(error: unknown): void {
    this.busy = false;
    this.status = 'failed';
    this.problem = error instanceof Error ? error.message : m('graph_not_drawn');
  }
}

/** Each part is drawn by itself: of two in one frame the page would be kept waiting. Pages that nobody sees have no frames. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const stop = afterFrame(done);
    const timer = setTimeout(done, FRAME);
    function done() {
      stop();
      clearTimeout(timer);
      resolve();
    }
  });
}

/** Whether the person wants nothing to move by itself. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Colours of the graph as the style sheet of the page has them now. */
export function coloursOf(element: Element): GraphColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    background: colour('--background'),
    text: colour('--text'),
    node: colour('--node'),
    nodeBorder: colour('--node-border'),
    accent: colour('--accent'),
    cooperation: colour('--cooperation'),
    conflict: colour('--conflict'),
    structure: colour('--structure'),
  };
}
