/**
 * The blocs of a graph as a filter: found once in all of it, whatever is hidden, so that what hides a bloc does
 * not change it. A bloc is named by the one of its actors that has the most ties; an address names it so too.
 */
import type { BlocMember, Blocs } from '../../graph/blocs.ts';

export interface BlocIndex {
  /** The largest first. `id`: of the actor that it is named by. */
  readonly blocs: readonly { readonly id: string; readonly members: readonly BlocMember[] }[];
  /** Which bloc an actor is in; who is not in the map is in none. */
  readonly of: ReadonlyMap<string, string>;
}

/** Before blocs have been found. */
export const NO_BLOCS: BlocIndex = { blocs: [], of: new Map() };

/** The value of the filter for actors in no bloc. */
export const WITHOUT_BLOC = 'none';

export function blocIndexOf(found: Pick<Blocs, 'blocs'>, degree: (id: string) => number): BlocIndex {
  const blocs = found.blocs.map((members) => ({ id: mostTied(members, degree), members }));
  const of = new Map(blocs.flatMap(({ id, members }) => members.map(({ actor }) => [actor, id] as const)));
  return { blocs, of };
}

function mostTied(members: readonly BlocMember[], degree: (id: string) => number): string {
  return members.reduce(
    (best, { actor }) => (degree(actor) > degree(best) ? actor : best),
    members[0]!.actor,
  );
}
