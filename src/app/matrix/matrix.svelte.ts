/** The state of the matrix: its order, its cells, and the cell that has the focus. */
import type { Explorer } from '../explorer.svelte.ts';
import { m } from '../messages.ts';
import { signWord } from '../inspector/words.ts';
import { bestTie, cellsOf, type MatrixCell } from './cells.ts';
import { matrixOrder, stretchesOf } from './order.ts';

/** Actors that are shown at first, and how many more at a time. */
export const PAGE = 120;

/** -1: the header. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Which way and how far each key goes; the ends of a row or of the whole are handled apart. */
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

export class Matrix {
  most = $state.raw(PAGE);
  focus = $state.raw<Place>({ row: 0, column: -1 });
  private readonly explorer: Explorer;
  readonly order = $derived.by(() => {
    const { blocs, degrees } = this.explorer;
    return matrixOrder(degrees, { blocs: blocs.blocs.map(({ members }) => members) }, this.most);
  });
  readonly stretches = $derived(stretchesOf(this.order));
  readonly cells = $derived.by(() => cellsOf(this.explorer.corpus!, this.explorer.shown, this.order.actors));

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  cellAt({ row, column }: Place): MatrixCell | undefined {
    const { actors } = this.order;
    return this.cells.get(actors[row] ?? '')?.get(actors[column] ?? '');
  }

  /** Whom a place names: its row and its column; undefined for the corner and for what is a header. */
  actorsAt({ row, column }: Place): readonly [row: string | undefined, column: string | undefined] {
    return [this.order.actors[row], this.order.actors[column]];
  }

  /** Where a key leads from the place that has the focus; null: it is not for the matrix. */
  step(key: string, toEdge: boolean): Place | null {
    const last = this.order.actors.length - 1;
    const { row, column } = this.focus;
    if (key === 'Home') return { row: toEdge ? -1 : row, column: row === -1 || toEdge ? 0 : -1 };
    if (key === 'End') return { row: toEdge ? last : row, column: last };
    const step = STEPS[key];
    if (!step) return null;
    const clamp = (at: number) => Math.min(Math.max(at, -1), last);
    const next = { row: clamp(row + step[0]), column: clamp(column + step[1]) };
    // The corner names nobody.
    return next.row === -1 && next.column === -1 ? this.focus : next;
  }

  /** Selects what stands at a place. `go`: the keyboard goes on to the inspector. */
  open(place: Place, go: boolean): void {
    const [row, column] = this.actorsAt(place);
    if (row === undefined || column === undefined) {
      const actor = row ?? column;
      if (actor !== undefined) this.explorer.selectActor(actor, go);
      return;
    }
    const cell = this.cellAt(place);
    if (!cell) return;
    const { tie } = bestTie(cell);
    this.explorer.selectDyad(row, column, cell.signs.length === 1 ? tie.sign : null, tie.id, go);
  }

  /** "Niger → France: Conflict. 3 ties, 2 independent sources." */
  words(place: Place): string {
    const [row, column] = this.actorsAt(place);
    const { nameOf } = this.explorer;
    if (row === undefined || column === undefined) return nameOf(row ?? column ?? '');
    const pair = m('matrix_pair', { row: nameOf(row), column: nameOf(column) });
    const cell = this.cellAt(place);
    if (!cell) return m('matrix_empty', { pair });
    const signs = cell.signs.map(signWord).join(', ');
    return m('matrix_cell', { pair, signs, ties: cell.ties.length, sources: cell.sources });
  }
}
