/**
 * Structural balance (Heider 1946; Cartwright and Harary 1956): "the friend of my friend is my friend, the
 * enemy of my enemy too". A triad whose signs multiply to plus is balanced. Dyads count by the sign of
 * most of their ties; those without a majority are left out.
 */
import type { Sign } from '../model/index.ts';
import { blocIndex } from './bloc-index.ts';
import type { Blocs } from './blocs.ts';
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
  /** The unbalanced first, each kind by its actors; no more than were asked for. */
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

/**
 * All triads among dyads with a sign, counted, and the first `most` of each kind listed: some hundred
 * actors who all deal with each other make a million.
 */
export function structuralBalance(dyads: readonly Dyad[], most = 1000): Balance {
  const listed: { readonly balanced: Triad[]; readonly unbalanced: Triad[] } = {
    balanced: [],
    unbalanced: [],
  };
  const counts = { balanced: 0, unbalanced: 0 };
  const neighbours = signedNeighbours(dyads);
  for (const [a, ofA] of neighbours) {
    for (const [b, ab] of ofA) {
      if (b <= a) continue;
      for (const [c, bc] of neighbours.get(b)!) {
        const ac = ofA.get(c);
        if (c <= b || ac === undefined) continue;
        const kind = ab * ac * bc > 0 ? 'balanced' : 'unbalanced';
        if (++counts[kind] > most) continue;
        listed[kind].push({ actors: [a, b, c], signs: [ab, ac, bc], balanced: kind === 'balanced' });
      }
    }
  }
  return { ...counts, triads: [...listed.unbalanced, ...listed.balanced] };
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

/** Signs by actor and partner, both in order of their ids. */
function signedNeighbours(dyads: readonly Dyad[]): Map<string, Map<string, Sign>> {
  const lines = dyads
    .filter(({ sign }) => sign !== 0)
    .flatMap(({ a, b, sign }) => [
      { from: a, to: b, sign },
      { from: b, to: a, sign },
    ])
    .sort((x, y) => (x.from === y.from ? (x.to < y.to ? -1 : 1) : x.from < y.from ? -1 : 1));
  const neighbours = new Map<string, Map<string, Sign>>();
  for (const { from, to, sign } of lines) {
    const known = neighbours.get(from);
    if (known) known.set(to, sign);
    else neighbours.set(from, new Map([[to, sign]]));
  }
  return neighbours;
}
