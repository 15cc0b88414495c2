/** The cells of the matrix: what the actor of a row does to that of a column. What is mutual stands in both. */
import type { Sign } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { countSources, originalsAmong, type Originals } from '../../ties/sources.ts';
import type { Corpus } from '../data/corpus.ts';
import type { ShownTie } from '../filters/filters.ts';

export interface MatrixCell {
  /** Ids of the actors. */
  readonly row: string;
  readonly column: string;
  /** The signs that occur: cooperation, conflict, structure. */
  readonly signs: readonly Sign[];
  readonly ties: readonly ShownTie[];
  /** Number of independent documents that state it: wire copies count as one. */
  readonly sources: number;
}

/** Cells by their actors: first the row, then the column. */
export type MatrixCells = ReadonlyMap<string, ReadonlyMap<string, MatrixCell>>;

const SIGNS: readonly Sign[] = [1, -1, 0];
/** Side of the mark in a cell, in pixels: of one source, and the most. */
const SMALLEST = 11;
const LARGEST = 24;

/** The cells that hold a tie, among some actors. */
export function cellsOf(
  corpus: Pick<Corpus, 'assertions' | 'file'>,
  shown: readonly ShownTie[],
  among: Iterable<string>,
): MatrixCells {
  const actors = new Set(among);
  const rows = new Map<string, Map<string, ShownTie[]>>();
  const add = (row: string, column: string, item: ShownTie) => {
    const cells = rows.get(row) ?? new Map<string, ShownTie[]>();
    const ties = cells.get(column);
    if (ties) ties.push(item);
    else cells.set(column, [item]);
    rows.set(row, cells);
  };
  for (const item of shown) {
    const { source, target, relation } = item.tie;
    if (!actors.has(source) || !actors.has(target)) continue;
    add(source, target, item);
    if (relationSpec(relation).symmetric && source !== target) add(target, source, item);
  }
  const originals = originalsAmong(corpus.file.documents);
  return new Map(
    [...rows].map(([row, cells]) => [
      row,
      new Map([...cells].map(([column, ties]) => [column, cellOf(corpus, row, column, ties, originals)])),
    ]),
  );
}

/** What stands in a cell, so that its colour need not be seen. */
export function symbolOf(signs: readonly Sign[]): string {
  if (signs.includes(1) && signs.includes(-1)) return '±';
  return signs.includes(1) ? '+' : signs.includes(-1) ? '−' : '·';
}

/** Side of the mark of a cell, in pixels, by the logarithm of the number of sources. */
export function markSide(sources: number): number {
  return Math.min(LARGEST, Math.round(SMALLEST + 4 * Math.log2(Math.max(1, sources))));
}

/** The tie of a cell that most documents state. */
export function bestTie({ ties }: Pick<MatrixCell, 'ties'>): ShownTie {
  return ties.reduce((best, item) => (item.tie.sources > best.tie.sources ? item : best));
}

function cellOf(
  corpus: Pick<Corpus, 'assertions' | 'file'>,
  row: string,
  column: string,
  ties: readonly ShownTie[],
  originals: Originals,
): MatrixCell {
  const stating = ties.flatMap(({ tie }) => tie.supporting.flatMap((id) => corpus.assertions.get(id) ?? []));
  return {
    row,
    column,
    signs: SIGNS.filter((sign) => ties.some(({ tie }) => tie.sign === sign)),
    ties,
    sources: ties.length === 1 ? ties[0]!.tie.sources : countSources(stating, originals),
  };
}
