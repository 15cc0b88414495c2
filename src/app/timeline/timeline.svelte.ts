/** The state of the timeline: its lanes in order, their places, and the item that has the focus. */
import type { Explorer } from '../explorer.svelte.ts';
import { actorsNamed } from '../selection.ts';
import { language } from '../messages/language.svelte.ts';
import { MOST_PRINTED, printing } from '../printing/printing.svelte.ts';
import { axisOf } from './axis.ts';
import { CROWD, type HeatCell, heatOf } from './heat.ts';
import { type LaneOrder, orderLanes, type TimelineLane, timelineLanes } from './lanes.ts';
import { type PlacedItem, placeItems } from './placed.ts';

/** Lanes that are shown at first, and how many more at a time. */
export const PAGE = 1000;

/** Height of a row of items, and of what surrounds them in a lane, in pixels. */
export const ROW = 18;
const AROUND = 14;
/** A lane that is drawn as heat: as many rows as there are signs on either side. */
const HEAT_ROWS = 2;

/** -1: the name of the lane. */
export interface LanePlace {
  readonly lane: number;
  readonly item: number;
}

/** A lane with its items in their places, or its heat. */
export type DrawnLane = { readonly lane: TimelineLane; readonly rows: number } & (
  | { readonly kind: 'items'; readonly placed: readonly PlacedItem[] }
  | { readonly kind: 'heat'; readonly cells: readonly HeatCell[] }
);

export class Timeline {
  order = $state.raw<LaneOrder>('recent');
  /** The lanes are those of this actor; null: all. */
  around = $state.raw<string | null>(null);
  most = $state.raw(PAGE);
  focus = $state.raw<LanePlace>({ lane: 0, item: -1 });
  private readonly explorer: Explorer;
  private readonly found = $derived.by(() => {
    const { corpus, shown, time } = this.explorer;
    const most = printing.active ? MOST_PRINTED : this.most;
    const choice = { clock: time.clock, around: this.around, most };
    return timelineLanes(shown, (id) => corpus?.assertions.get(id), choice);
  });
  readonly axis = $derived.by(() => (this.explorer.scale ? axisOf(this.explorer.scale) : null));
  readonly drawn: readonly DrawnLane[] = $derived.by(() => {
    const collator = new Intl.Collator(language.locale, { numeric: true });
    return orderLanes(this.found.lanes, this.order, (lane) => this.nameOf(lane), collator).map((lane) =>
      this.draw(lane),
    );
  });
  /** How many pairs are left out. */
  readonly left = $derived(this.found.left);
  /** Where each lane begins, in pixels, and where the last ends. */
  readonly tops = $derived.by(() => {
    const tops = [0];
    for (const { rows } of this.drawn) tops.push(tops.at(-1)! + rows * ROW + AROUND);
    return tops;
  });
  readonly itemCount = $derived(this.drawn.reduce((sum, { lane }) => sum + lane.items.length, 0));
  readonly undatedCount = $derived(this.drawn.reduce((sum, { lane }) => sum + lane.undated, 0));

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  /** Keeps to the lanes of an actor that is selected, as long as what is selected has to do with it. */
  follow(): void {
    const { selection } = this.explorer;
    if (selection?.kind === 'actor') this.around = selection.id;
    else if (this.around === null || !actorsNamed(selection).includes(this.around)) this.around = null;
  }

  /** "France – Niger", or the other actor alone where the lanes are of one. */
  nameOf({ a, b }: Pick<TimelineLane, 'a' | 'b'>): string {
    const { nameOf } = this.explorer;
    if (this.around === null) return `${nameOf(a)} – ${nameOf(b)}`;
    return nameOf(a === this.around ? b : a);
  }

  /** Where a key leads from the place that has the focus; null: it is not for the timeline. */
  step(key: string): LanePlace | null {
    const { lane, item } = this.focus;
    const last = this.drawn.length - 1;
    switch (key) {
      case 'ArrowLeft':
        return { lane, item: Math.max(-1, item - 1) };
      case 'ArrowRight':
        return { lane, item: Math.min(this.cellCount(lane) - 1, item + 1) };
      case 'Home':
        return { lane, item: -1 };
      case 'End':
        return { lane, item: this.cellCount(lane) - 1 };
      case 'ArrowUp':
        return this.nearest(Math.max(0, lane - 1));
      case 'ArrowDown':
        return this.nearest(Math.min(last, lane + 1));
      case 'PageUp':
        return this.nearest(Math.max(0, lane - 10));
      case 'PageDown':
        return this.nearest(Math.min(last, lane + 10));
      default:
        return null;
    }
  }

  /** Selects what stands at a place. `go`: the keyboard goes on to the inspector. */
  open(place: LanePlace, go: boolean): void {
    const drawn = this.drawn[place.lane];
    if (!drawn) return;
    const { a, b } = drawn.lane;
    const item = drawn.kind === 'items' ? drawn.placed[place.item]?.item : undefined;
    if (item) this.explorer.selectDyad(a, b, item.sign, item.tie.id, go);
    else this.explorer.selectDyad(a, b, null, null, go);
  }

  private draw(lane: TimelineLane): DrawnLane {
    const { scale } = this.explorer;
    if (!this.axis || !scale) return { kind: 'items', lane, placed: [], rows: 1 };
    if (lane.items.length > CROWD)
      return { kind: 'heat', lane, cells: heatOf(scale, lane.items), rows: HEAT_ROWS };
    return { kind: 'items', lane, ...placeItems(this.axis, lane.items) };
  }

  private cellCount(lane: number): number {
    const drawn = this.drawn[lane];
    return !drawn ? 0 : drawn.kind === 'items' ? drawn.placed.length : drawn.cells.length;
  }

  /** In another lane: its name where the focus is on a name, else what is nearest in time. */
  private nearest(lane: number): LanePlace {
    const count = this.cellCount(lane);
    const at = this.focus.item === -1 ? null : this.placeAt(this.focus);
    if (at === null || count === 0) return { lane, item: -1 };
    let best = 0;
    const distance = (item: number) => Math.abs(this.placeAt({ lane, item })! - at);
    for (let item = 1; item < count; item++) if (distance(item) < distance(best)) best = item;
    return { lane, item: best };
  }

  private placeAt({ lane, item }: LanePlace): number | null {
    const drawn = this.drawn[lane];
    if (drawn?.kind === 'items') return drawn.placed[item]?.at ?? null;
    const bins = this.explorer.scale?.bins.length ?? 1;
    return drawn?.cells[item] ? (drawn.cells[item].bin + 0.5) / bins : null;
  }
}
