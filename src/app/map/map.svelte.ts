/** The state of the map: who stands where, the arcs between them, and what of the world is on the screen. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { labelBox, labelsThatFit } from '../graph/labels.ts';
import { nodeViews } from '../graph/nodeViews.ts';
import type { NodeView } from '../graph/picture.ts';
import { actorsNamed } from '../selection.ts';
import { arcsOf } from './arcs.ts';
import { fitted, type Look, moved, onScreen, showing, type Size, zoomed } from './look.ts';
import { landsOf, placesOf } from './world.ts';

/** Size of the letters on the map, in pixels, and how much smaller actors are than in the graph. */
export const LETTERS = 12;
const SMALLER = 0.42;

/** An actor in its place. */
export interface PlacedActor extends NodeView {
  readonly point: Point;
}

export class WorldView {
  /** Null: all places are fitted. */
  private chosen = $state.raw<Look | null>(null);
  size = $state.raw<Size>({ width: 800, height: 600 });
  /** The actor that has the focus in the list of places. */
  focused = $state.raw<string | null>(null);
  private readonly explorer: Explorer;
  private readonly places = $derived.by(() => {
    const { corpus, scene } = this.explorer;
    return corpus ? placesOf(corpus.actors, scene.drawn.actors, scene.drawn.lanes) : {};
  });
  readonly look: Look = $derived(this.chosen ?? fitted(this.places, this.size));
  readonly arcs = $derived.by(() => arcsOf(this.explorer.scene.drawn.lanes, this.places));
  /** The actors, the one with most ties first. */
  readonly actors: readonly PlacedActor[] = $derived.by(() => {
    const ids = this.explorer.scene.degrees.map(([id]) => id);
    return nodeViews(this.explorer, ids).flatMap((node) => {
      const point = this.places[node.id];
      return point ? [{ ...node, size: node.size * SMALLER, point }] : [];
    });
  });
  /** The indexes of the lands that take part. */
  readonly lands: ReadonlySet<number> = $derived(landsOf(this.actors.map(({ id }) => id)));
  readonly selected: readonly string[] = $derived.by(() => actorsNamed(this.explorer.selection));
  /** The ids of the actors whose names there is room for. */
  readonly labels = $derived.by(() => {
    const boxes = this.actors.map((actor) => {
      const box = labelBox({ ...actor, ...onScreen(this.look, actor.point) }, LETTERS, 1.05);
      return this.isMarked(actor.id) ? { ...box, priority: Infinity } : box;
    });
    return labelsThatFit(boxes);
  });

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  isMarked(id: string): boolean {
    return this.selected.includes(id) || this.focused === id;
  }

  fit(): void {
    this.chosen = null;
  }

  /** Around a point of the screen, or the middle. */
  zoom(factor: number, at: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.chosen = zoomed(this.look, factor, at);
  }

  pan(dx: number, dy: number): void {
    this.chosen = moved(this.look, dx, dy);
  }

  /** Brings an actor onto the screen. */
  show(id: string): void {
    const point = this.places[id];
    if (point) this.chosen = showing(this.look, point, this.size);
  }
}
