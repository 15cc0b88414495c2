/** Ties that stand at a moment, gathered by the two actors that they join: what all measures start from. */
import type { Sign, SnapshotTie } from '../model/index.ts';

/** All that counts between two actors, whatever its direction. */
export interface Dyad {
  /** Ids of the actors, in order. */
  readonly a: string;
  readonly b: string;
  /** Of the majority of ties with a sign; 0: none has one, or as many cooperate as conflict. */
  readonly sign: Sign;
  /** Number of ties of each sign. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly structure: number;
  /** Sources of the ties of cooperation, and of all ties; each tie counts at least one. */
  readonly cooperationWeight: number;
  readonly weight: number;
}

/**
 * The dyads of ties, sorted by their actors. Only what documents present as fact counts: plans, claims
 * and denials are left out, and so is a tie of an actor with itself.
 */
export function dyadsOf(ties: readonly SnapshotTie[]): Dyad[] {
  const groups = new Map<string, SnapshotTie[]>();
  for (const tie of ties) {
    if (tie.status !== 'actual' || tie.source === tie.target) continue;
    const key = tie.source < tie.target ? `${tie.source} ${tie.target}` : `${tie.target} ${tie.source}`;
    const group = groups.get(key);
    if (group) group.push(tie);
    else groups.set(key, [tie]);
  }
  return [...groups].sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, group]) => dyadOf(key, group));
}

function dyadOf(key: string, ties: readonly SnapshotTie[]): Dyad {
  const [a, b] = key.split(' ') as [string, string];
  const count = (sign: Sign) => ties.filter((tie) => tie.sign === sign).length;
  const weigh = (some: readonly SnapshotTie[]) =>
    some.reduce((sum, { sources }) => sum + Math.max(1, sources), 0);
  const [cooperation, conflict] = [count(1), count(-1)];
  return {
    a,
    b,
    sign: Math.sign(cooperation - conflict) as Sign,
    cooperation,
    conflict,
    structure: count(0),
    cooperationWeight: weigh(ties.filter((tie) => tie.sign === 1)),
    weight: weigh(ties),
  };
}
