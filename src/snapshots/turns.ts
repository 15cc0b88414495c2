/** Dyads that turned between two sets of ties: from conflict to cooperation or the other way. */
import type { SnapshotTie } from '../model/index.ts';

export interface Turn {
  /** Ids of the two actors, in order. */
  readonly dyad: readonly [string, string];
  readonly turn: 'to-cooperation' | 'to-conflict';
  /** The ties with a sign between the two, before and after. */
  readonly before: readonly SnapshotTie[];
  readonly after: readonly SnapshotTie[];
}

/**
 * The turns between two sets of ties, sorted by dyad. A dyad stands for cooperation or conflict where
 * most of its ties do (plans, claims and denials left out); one without a majority before has not turned.
 */
export function turnsBetween(before: readonly SnapshotTie[], after: readonly SnapshotTie[]): Turn[] {
  const [old, now] = [signedDyads(before), signedDyads(after)];
  return [...now]
    .flatMap(([key, ties]): Turn[] => {
      const earlier = old.get(key) ?? [];
      const [from, to] = [leaning(earlier), leaning(ties)];
      if (from === 0 || to === 0 || from === to) return [];
      const [a, b] = key.split(' ') as [string, string];
      return [
        { dyad: [a, b], turn: to > 0 ? 'to-cooperation' : 'to-conflict', before: earlier, after: ties },
      ];
    })
    .sort((a, b) => (a.dyad.join(' ') < b.dyad.join(' ') ? -1 : 1));
}

function signedDyads(ties: readonly SnapshotTie[]): Map<string, SnapshotTie[]> {
  const dyads = new Map<string, SnapshotTie[]>();
  for (const tie of ties) {
    if (tie.sign === 0 || tie.status !== 'actual') continue;
    const key = [tie.source, tie.target].sort().join(' ');
    dyads.set(key, [...(dyads.get(key) ?? []), tie]);
  }
  return dyads;
}

function leaning(ties: readonly SnapshotTie[]): number {
  return Math.sign(ties.reduce((sum, tie) => sum + tie.sign, 0));
}
