/** In which order actors stand in the matrix: bloc by bloc, within each the one with most ties first. */
import { blocIndex } from '../../graph/bloc-index.ts';
import type { Blocs } from '../../graph/blocs.ts';

export interface MatrixOrder {
  /** Ids of the actors, from the top and from the left. */
  readonly actors: readonly string[];
  /** The bloc of each, as an index into the blocs; null: in none. */
  readonly blocs: readonly (number | null)[];
  /** How many actors are left out. */
  readonly left: number;
}

/** The order of the strongest actors, at most `most`. Without blocs all stand by their number of ties. */
export function matrixOrder(
  degrees: ReadonlyMap<string, number>,
  blocs: Pick<Blocs, 'blocs'>,
  most: number,
): MatrixOrder {
  const strongest = [...degrees].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most);
  const index = blocIndex(blocs);
  const place = (id: string) => index.get(id) ?? Infinity;
  const actors = strongest
    .map(([id]) => id)
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  return {
    actors,
    blocs: actors.map((id) => index.get(id) ?? null),
    left: degrees.size - actors.length,
  };
}

/** Where the actors of a bloc, or those in none, begin and end. */
export interface Stretch {
  readonly bloc: number | null;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The stretches of an order, from the first on. */
export function stretchesOf({ blocs }: Pick<MatrixOrder, 'blocs'>): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= blocs.length; at++) {
    if (at < blocs.length && blocs[at] === blocs[start]) continue;
    stretches.push({ bloc: blocs[start]!, start, end: at });
    start = at;
  }
  return stretches;
}
