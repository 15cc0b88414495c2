/**
 * How the graph is looked at, apart from its filters, its date and the selection: the layout, the focus,
 * pins, blocs, the camera. All fields are plain values that can be written as JSON; a link may read and
 * set each of them at any time, before the graph is drawn too. Whatever of it a graph does not have
 * (an actor that is not there) is kept and has no effect.
 */
import type { Point } from '../../worker/layoutProtocol.ts';

/** `force`: by ties; `rings`: the most central in the middle; `map`: in the world. */
export type LayoutName = 'force' | 'rings' | 'blocs' | 'levels' | 'map';

export const LAYOUT_NAMES: readonly LayoutName[] = ['force', 'rings', 'blocs', 'levels', 'map'];

/** Shown is what lies within some steps of an actor. */
export interface Focus {
  readonly actor: string;
  readonly steps: number;
}

/** What stands at the middle of the canvas, in graph units, and pixels for each graph unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const MOST_STEPS = 4;

/** Two actors between whom all shortest paths are shown. */
export interface PathQuery {
  readonly from: string;
  readonly to: string;
  /** Relations that no path may lead through. */
  readonly without: readonly string[];
}

export class GraphState {
  layout = $state.raw<LayoutName>('force');
  /** Each focus within the one before; the last is in force. */
  trail = $state.raw<readonly Focus[]>([]);
  /** Null: the whole graph is fitted. */
  camera = $state.raw<Camera | null>(null);
  /** Actors that a person has put in their places, in the layout of now. */
  pins = $state.raw<Readonly<Record<string, Point>>>({});
  /** Whether the hulls of blocs are drawn. */
  blocs = $state.raw(false);
  minimap = $state.raw(true);
  /** Several actors chosen at once. */
  chosen = $state.raw<readonly string[]>([]);
  /** Actors that the search lists just now: they are marked while somebody types. */
  found = $state.raw<readonly string[]>([]);
  /** Only these actors are shown; null: all. */
  alone = $state.raw<readonly string[] | null>(null);
  /** Actors all of whose neighbours are drawn, whatever else is left out. */
  expanded = $state.raw<readonly string[]>([]);
  /** Actors whose neighbours without other ties are not drawn. */
  collapsed = $state.raw<readonly string[]>([]);
  paths = $state.raw<PathQuery | null>(null);
  /** How many times the usual number of actors is drawn at most. */
  budget = $state.raw(1);

  get focus(): Focus | null {
    return this.trail.at(-1) ?? null;
  }

  /** All as for a graph that was just opened. */
  reset(): void {
    this.layout = 'force';
    this.trail = [];
    this.camera = null;
    this.pins = {};
    this.chosen = [];
    this.found = [];
    this.alone = null;
    this.expanded = [];
    this.collapsed = [];
    this.paths = null;
    this.budget = 1;
  }

  /** Another layout is another picture: it is seen as a whole at first, with the pins that it had. */
  arrange(layout: LayoutName): void {
    if (layout === this.layout) return;
    this.layout = layout;
    this.pins = {};
    this.camera = null;
  }

  focusOn(actor: string, steps = this.focus?.steps ?? 1): void {
    const within = { actor, steps: clampSteps(steps) };
    const known = this.trail.findIndex((focus) => focus.actor === actor);
    this.trail = [...(known === -1 ? this.trail : this.trail.slice(0, known)), within];
  }

  /** More or fewer steps of the focus in force. */
  widen(steps: number): void {
    const { focus } = this;
    if (focus) this.focusOn(focus.actor, steps);
  }

  pin(id: string, at: Point): void {
    this.pins = { ...this.pins, [id]: { x: Math.round(at.x), y: Math.round(at.y) } };
  }

  unpin(id: string): void {
    this.pins = Object.fromEntries(Object.entries(this.pins).filter(([pinned]) => pinned !== id));
  }

  choose(id: string): void {
    this.chosen = toggled(this.chosen, id);
  }

  /** Shows all neighbours of an actor, or no longer. */
  expand(id: string): void {
    this.collapsed = this.collapsed.filter((other) => other !== id);
    this.expanded = toggled(this.expanded, id);
  }

  /** Folds away the neighbours that only this actor has, or shows them again. */
  collapse(id: string): void {
    this.expanded = this.expanded.filter((other) => other !== id);
    this.collapsed = toggled(this.collapsed, id);
  }

  /** Leaves the innermost of paths, choice, focus and what hides others. Whether there was any. */
  backOut(): boolean {
    if (this.paths) this.paths = null;
    else if (this.chosen.length > 0) this.chosen = [];
    else if (this.trail.length > 0) this.trail = this.trail.slice(0, -1);
    else if (this.alone) this.alone = null;
    else return false;
    return true;
  }
}

function clampSteps(steps: number): number {
  return Math.min(MOST_STEPS, Math.max(1, Math.round(steps)));
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
