/**
 * Brings the elements of a Cytoscape canvas in line with what is to be drawn. Cytoscape reckons the style of
 * an element anew with each write, so only what changes is written, and what changes is kept account of here.
 */
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import type { Point } from '../../worker/layoutProtocol.ts';
import { laneData, nodeData } from './elements.ts';
import type { FanCurve } from './fan.ts';
import { type Lane, laneLetter } from './lanes.ts';
import type { NodeView } from './picture.ts';

/** How far a lane bows out to its side, in graph units. */
const BOW = 20;
/** From this many lanes on they are drawn lighter, so that the actors are still seen. */
const DENSE = 400;
/** Hidden elements are kept, since they may come back at the next date; but not any number of them. */
const MOST_HIDDEN = 2500;

interface DrawnNode {
  readonly element: NodeSingular;
  view: NodeView;
  hidden: boolean;
}

interface DrawnLane {
  readonly element: EdgeSingular;
  /** The lane as it was drawn last, and of what it was. */
  drawn: string;
  lane: Lane;
  hidden: boolean;
}

export class CanvasElements {
  private readonly cy: Core;
  private readonly nodes = new Map<string, DrawnNode>();
  private readonly lanes = new Map<string, DrawnLane>();
  private dense = false;
  /** The lane that is unfolded into curves. */
  private fanned: string | null = null;
  /** What else lanes are drawn by: whether there is a date, and the letters of the language. */
  private manner = '';

  constructor(cy: Core) {
    this.cy = cy;
  }

  clear(): void {
    this.nodes.clear();
    this.lanes.clear();
    this.cy.elements().remove();
  }

  /** How many actors and lanes are on the canvas. */
  get shown(): number {
    let count = 0;
    for (const { hidden } of [...this.nodes.values(), ...this.lanes.values()]) if (!hidden) count++;
    return count;
  }

  /** Shows these actors and lanes; all others are hidden. */
  sync(
    nodes: readonly NodeView[],
    lanes: readonly Lane[],
    places: ReadonlyMap<string, Point>,
    dated: boolean,
  ): void {
    this.cy.batch(() => {
      this.syncNodes(nodes, places);
      this.syncLanes(lanes, dated);
      this.forget();
      const dense = lanes.length > DENSE;
      if (dense !== this.dense) this.cy.edges('.lane').toggleClass('dense', dense);
      this.dense = dense;
    });
  }

  private syncNodes(views: readonly NodeView[], places: ReadonlyMap<string, Point>): void {
    const wanted = new Set(views.map(({ id }) => id));
    for (const [id, node] of this.nodes) hide(node, !wanted.has(id));
    const fresh = views.filter((view) => !this.nodes.has(view.id));
    for (const view of views) {
      const known = this.nodes.get(view.id);
      if (!known || (known.view.size === view.size && known.view.label === view.label)) continue;
      known.view = view;
      known.element.data({ size: view.size, label: view.label });
    }
    const added = this.cy.add(fresh.map((view) => nodeElement(view, places)));
    added.nodes().forEach((element, index) => {
      this.nodes.set(element.id(), { element, view: fresh[index]!, hidden: false });
    });
  }

  private syncLanes(lanes: readonly Lane[], dated: boolean): void {
    const wanted = new Set(lanes.map(({ id }) => id));
    for (const [id, lane] of this.lanes) hide(lane, !wanted.has(id));
    const fresh: Lane[] = [];
    const manner = `${dated} ${laneLetter({ status: 'planned', certainty: 'undated' }, true)}`;
    const same = manner === this.manner;
    this.manner = manner;
    for (const lane of lanes) {
      const known = this.lanes.get(lane.id);
      if (!known) {
        fresh.push(lane);
        continue;
      }
      if (same && known.lane === lane) continue;
      known.lane = lane;
      const data = laneData(lane, dated);
      const drawn = Object.values(data).join();
      if (drawn === known.drawn) continue;
      known.drawn = drawn;
      known.element.data(data);
    }
    const added = this.cy.add(fresh.map((lane) => laneElement(lane, dated, this.dense)));
    added.edges().forEach((element, index) => {
      const lane = fresh[index]!;
      const drawn = Object.values(laneData(lane, dated)).join();
      this.lanes.set(lane.id, { element, drawn, lane, hidden: false });
    });
  }

  /** Takes away what is hidden, once it is too much. */
  private forget(): void {
    const hidden = [...this.lanes].filter(([, lane]) => lane.hidden);
    if (hidden.length <= MOST_HIDDEN) return;
    for (const [id, { element }] of hidden) {
      element.remove();
      this.lanes.delete(id);
    }
  }

  /** Draws the curves of a lane in its place; null: of none. */
  fan(lane: string | null, curves: readonly FanCurve[]): void {
    if (lane === null && this.fanned === null) return;
    this.fanned = lane;
    this.cy.batch(() => {
      this.cy.edges('.fan').remove();
      this.cy.edges('.fanned').removeClass('fanned');
      const known = lane === null ? undefined : this.lanes.get(lane);
      if (!known) return;
      known.element.addClass('fanned');
      this.cy.add(curves.map((curve) => fanElement(curve, known.element.data('sign') as number)));
    });
  }
}

function hide(drawn: DrawnNode | DrawnLane, hidden: boolean): void {
  if (drawn.hidden === hidden) return;
  drawn.hidden = hidden;
  drawn.element.data('hidden', hidden);
}

function nodeElement(node: NodeView, places: ReadonlyMap<string, Point>): ElementDefinition {
  return {
    group: 'nodes',
    data: { ...nodeData(node), hidden: false },
    position: { ...(places.get(node.id) ?? { x: 0, y: 0 }) },
  };
}

function laneElement(lane: Lane, dated: boolean, dense: boolean): ElementDefinition {
  const { id, a, b, sign } = lane;
  return {
    group: 'edges',
    classes: dense ? 'lane dense' : 'lane',
    data: { id, source: a, target: b, bow: sign * BOW, ...laneData(lane, dated), hidden: false },
  };
}

function fanElement(curve: FanCurve, sign: number): ElementDefinition {
  const { tie, source, target, bow, label, directed, ...drawn } = curve;
  return {
    group: 'edges',
    classes: 'fan',
    data: {
      ...drawn,
      id: `fan ${tie ?? 'rest'}`,
      tie,
      source,
      target,
      sign,
      // A curve without any bow is a line that has no side.
      bow: bow === 0 ? 0.01 : bow,
      letter: label,
      forward: directed,
      backward: false,
      hidden: false,
    },
  };
}
