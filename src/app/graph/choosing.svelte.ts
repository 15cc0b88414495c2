/** A box or a lasso that is being drawn around actors, by whatever is pointed with. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { GraphState } from './graphState.svelte.ts';
import { boxBetween, isWithin } from './polygons.ts';
import type { GraphStage } from './stage.svelte.ts';

/** What a drag on the canvas draws; without a tool it moves the view. */
export type ChoiceTool = 'box' | 'lasso';

/** Presses that move less than this are clicks, in pixels. */
const CLICK = 5;
/** What was seen in so many places has drawn, even where it ends at its start. */
const MANY = 9;

export class Choosing {
  private readonly stage: GraphStage;
  private readonly graphState: GraphState;
  /** Null: nothing is being drawn. */
  private tool = $state.raw<ChoiceTool | null>(null);
  /** In pixels from the corner of the canvas; the first is where it began. */
  private path = $state.raw<readonly Point[]>([]);
  readonly outline: readonly Point[] = $derived(
    this.tool === 'box' && this.path.length > 0 ? boxBetween(this.path[0]!, this.path.at(-1)!) : this.path,
  );

  constructor(stage: GraphStage, graphState: GraphState) {
    this.stage = stage;
    this.graphState = graphState;
  }

  get isDrawing(): boolean {
    return this.tool !== null;
  }

  begin(tool: ChoiceTool, at: Point): void {
    this.tool = tool;
    this.path = [at];
  }

  extend(at: Point): void {
    this.path = [...this.path, at];
  }

  /** Adds those within to the choice; a press in one place adds the actor there, or takes it out. */
  finish(): void {
    const [from, end] = [this.path[0]!, this.path.at(-1)!];
    if (Math.hypot(end.x - from.x, end.y - from.y) < CLICK && this.path.length < MANY) this.toggleAt(end);
    else this.addWithin();
    this.cancel();
  }

  cancel(): void {
    this.tool = null;
    this.path = [];
  }

  private toggleAt({ x, y }: Point): void {
    const { canvas } = this.stage;
    const isHit = (id: string) => {
      const box = canvas?.box(id);
      return box ? x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2 : false;
    };
    const hit = [...(canvas?.points().keys() ?? [])].find(isHit);
    if (hit !== undefined) this.graphState.choose(hit);
  }

  private addWithin(): void {
    const { canvas } = this.stage;
    if (!canvas) return;
    const region = this.outline.map((point) => canvas.toGraph(point));
    const within = [...canvas.points()].filter(([, at]) => isWithin(region, at)).map(([id]) => id);
    const { chosen } = this.graphState;
    this.graphState.chosen = [...chosen, ...within.filter((id) => !chosen.includes(id))];
  }
}
