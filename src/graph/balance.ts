/**
 * Structural balance (Heider 1946; Cartwright and Harary 1956): "the friend of my friend is my friend, the
 * enemy of my enemy too". A triad whose signs multiply to plus is balanced. Dyads count by the sign of
 * most of their ties; those without a majority are left out.
 */
import type { Sign } from '../model/index.ts';
import { type Blocs, blocIndex } from './blocs.ts';
import type { Dyad } from './measure-dyads.ts';

export interface Triad {
  /** Ids, in order. */
  readonly actors: readonly [string, string, string];
  /** Signs between first and second, first and third, second and third. */
  readonly signs: readonly [Sign, Sign, Sign];
  readonly balanced: boolean;
}

export interface Balance {
  readonly balanced: number;
  readonly unbalanced: number;
  /** The unbalanced first, then by actors. */
  readonly triads: readonly Triad[];
}

/** How much the dyads contradict a division into blocs. */
export interface Frustration {
  /** Dyads of conflict within a bloc, and of cooperation across its border. */
  readonly within: number;
  readonly across: number;
  /** Dyads with a sign that touch the bloc. */
  readonly dyads: number;
  /** (within + across) / dyads; null where there are none. */
  readonly share: number | null;
}

/** All triads among dyads with a sign, counted and listed. */
export function structuralBalance(dyads: readonly Dyad[]): Balance {
  const neighbours = signedNeighbours(dyads);
  const triads: Triad[] = [];
  for (const [a, ofA] of neighbours) {
    for (const [b, ab] of ofA) {
      if (b <= a) continue;
      for (const [c, bc] of neighbours.get(b)!) {
        const ac = ofA.get(c);
        if (c <= b || ac === undefined) continue;
        triads.push({ actors: [a, b, c], signs: [ab, ac, bc], balanced: ab * ac * bc > 0 });
      }
    }
  }
  triads.sort((x, y) => Number(x.balanced) - Number(y.balanced) || (keyOf(x) < keyOf(y) ? -1 : 1));
  const balanced = triads.filter((triad) => triad.balanced).length;
  return { balanced, unbalanced: triads.length - balanced, triads };
}

/**
 * The frustration of each bloc, and of the whole division, in which each dyad counts once. An actor in no
 * bloc stands alone: its conflicts are as they should be. This is the frustration of the blocs as given,
 * an upper bound for the best division possible.
 */
export function frustration(
  dyads: readonly Dyad[],
  blocs: Pick<Blocs, 'blocs'>,
): { readonly overall: Frustration; readonly blocs: readonly Frustration[] } {
  const index = blocIndex(blocs);
  const signed = dyads.filter(({ sign }) => sign !== 0);
  const countIn = (some: readonly Dyad[]): Frustration => {
    const isWithin = ({ a, b }: Dyad) => index.has(a) && index.get(a) === index.get(b);
    const within = some.filter((dyad) => isWithin(dyad) && dyad.sign < 0).length;
    const across = some.filter((dyad) => !isWithin(dyad) && dyad.sign > 0).length;
    const share = some.length === 0 ? null : (within + across) / some.length;
    return { within, across, dyads: some.length, share };
  };
  return {
    overall: countIn(signed),
    blocs: blocs.blocs.map((_, bloc) =>
      countIn(signed.filter(({ a, b }) => index.get(a) === bloc || index.get(b) === bloc)),
    ),
  };
}

function signedNeighbours(dyads: readonly Dyad[]): Map<string, Map<string, Sign>> {
  const neighbours = new Map<string, Map<string, Sign>>();
  const add = (from: string, to: string, sign: Sign) => {
    const known = neighbours.get(from);
    if (known) known.set(to, sign);
    else neighbours.set(from, new Map([[to, sign]]));
  };
  for (const { a, b, sign } of dyads) {
    if (sign === 0) continue;
    add(a, b, sign);
    add(b, a, sign);
  }
  return neighbours;
}

function keyOf({ actors }: Triad): string {
  return actors.join(' ');
}
