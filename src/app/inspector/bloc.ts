/** One bloc in numbers: how closely its members cooperate, how firm it is, what contradicts it. */
import { type Frustration, frustration } from '../../graph/balance.ts';
import { blocIndex } from '../../graph/bloc-index.ts';
import type { BlocMember, Blocs } from '../../graph/blocs.ts';
import type { Dyad } from '../../graph/measure-dyads.ts';

export interface BlocFacts {
  /** From 1 on; the largest is the first. */
  readonly number: number;
  /** The firmest first. */
  readonly members: readonly BlocMember[];
  /** Pairs of members that cooperate, all pairs there could be, and pairs of cooperation that lead out of it. */
  readonly within: number;
  readonly possible: number;
  readonly outward: number;
  /** The mean stability of its members, 0–1. */
  readonly stability: number;
  readonly runs: number;
  readonly frustration: Frustration;
}

/** From these mean stabilities on a bloc is firm, or at least not loose. */
const FIRM = 0.9;
const LOOSE = 0.7;

/** The bloc that an actor is in; null where it is in none. */
export function blocFacts(blocs: Blocs, dyads: readonly Dyad[], actor: string): BlocFacts | null {
  const index = blocIndex(blocs);
  const bloc = index.get(actor);
  if (bloc === undefined) return null;
  const members = blocs.blocs[bloc]!;
  const isMember = (id: string) => index.get(id) === bloc;
  const cooperating = dyads.filter(({ cooperation }) => cooperation > 0);
  return {
    number: bloc + 1,
    members: [...members].sort((a, b) => b.stability - a.stability || (a.actor < b.actor ? -1 : 1)),
    within: cooperating.filter(({ a, b }) => isMember(a) && isMember(b)).length,
    possible: (members.length * (members.length - 1)) / 2,
    outward: cooperating.filter(({ a, b }) => isMember(a) !== isMember(b)).length,
    stability: members.reduce((sum, { stability }) => sum + stability, 0) / members.length,
    runs: blocs.runs,
    frustration: frustration(dyads, blocs).blocs[bloc]!,
  };
}

/** How firm a bloc is, in one word for a message. */
export function firmness(stability: number): 'firm' | 'mixed' | 'loose' {
  return stability >= FIRM ? 'firm' : stability >= LOOSE ? 'mixed' : 'loose';
}
