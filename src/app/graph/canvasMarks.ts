/** Marks elements of the canvas as selected, chosen, found or on a path. */
import type { Core } from 'cytoscape';

/** What is selected and marked. */
export interface Marks {
  readonly selected: readonly string[];
  readonly lane: string | null;
  readonly chosen: readonly string[];
  readonly pinned: readonly string[];
  /** What a search has found, so that the eye finds it too. */
  readonly hits: readonly string[];
  /** Actors and lanes of the paths that are shown; all others fade. Null: no paths are shown. */
  readonly paths: Paths | null;
}

interface Paths {
  readonly actors: ReadonlySet<string>;
  readonly lanes: ReadonlySet<string>;
}

/** Searching all elements for a class takes a while, so what has one is remembered. */
export class CanvasMarks {
  private readonly cy: Core;
  private readonly marked = new Map<string, ReadonlySet<string>>();
  private hasPaths = false;

  constructor(cy: Core) {
    this.cy = cy;
  }

  /** Marks these, also those that have come since, and nothing else. */
  mark({ selected, lane, chosen, pinned, hits, paths }: Marks): void {
    this.cy.batch(() => {
      this.give('selected', lane === null ? selected : [...selected, lane]);
      this.give('chosen', chosen);
      this.give('pinned', pinned);
      this.give('hit', hits);
      this.fade(paths);
    });
  }

  private give(name: string, ids: readonly string[]): void {
    const wanted = new Set(ids);
    for (const id of this.marked.get(name) ?? [])
      if (!wanted.has(id)) this.cy.getElementById(id).removeClass(name);
    for (const id of wanted) this.cy.getElementById(id).addClass(name);
    this.marked.set(name, wanted);
  }

  private fade(paths: Paths | null): void {
    if (!paths && !this.hasPaths) return;
    this.hasPaths = paths !== null;
    this.cy
      .elements()
      .forEach((one) => void one.toggleClass('off', paths !== null && !isOn(one.id(), paths)));
  }
}

function isOn(id: string, { actors, lanes }: Paths): boolean {
  return actors.has(id) || lanes.has(id) || id.startsWith('fan ');
}
