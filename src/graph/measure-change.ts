/** The dyads that changed most between two dates. */
import type { SnapshotTie } from '../model/index.ts';
import { type Warmth, dyadKey } from './warmth.ts';

export interface DyadChange {
  /** Ids, in order. */
  readonly a: string;
  readonly b: string;
  /** Warmth before and after. */
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly ended: number;
  readonly changed: number;
  /** |after − before| + added + ended + changed. */
  readonly score: number;
}

/** The part of a diff that is counted. */
export interface TieChanges {
  readonly added: readonly SnapshotTie[];
  readonly ended: readonly SnapshotTie[];
  readonly changed: readonly { readonly after: SnapshotTie }[];
}

/** All dyads that changed at all: the most changed first, then by their actors. */
export function mostChanged(
  before: ReadonlyMap<string, Warmth>,
  after: ReadonlyMap<string, Warmth>,
  diff: TieChanges,
): DyadChange[] {
  const added = countByDyad(diff.added);
  const ended = countByDyad(diff.ended);
  const changed = countByDyad(diff.changed.map((change) => change.after));
  const keys = [before, after, added, ended, changed].flatMap((map) => [...map.keys()]);
  return [...new Set(keys)]
    .map((key): DyadChange => {
      const [a, b] = key.split(' ') as [string, string];
      const warmth = { before: before.get(key)?.value ?? 0, after: after.get(key)?.value ?? 0 };
      const counts = {
        added: added.get(key) ?? 0,
        ended: ended.get(key) ?? 0,
        changed: changed.get(key) ?? 0,
      };
      const score = Math.abs(warmth.after - warmth.before) + counts.added + counts.ended + counts.changed;
      return { a, b, ...warmth, ...counts, score };
    })
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || (dyadKey(x.a, x.b) < dyadKey(y.a, y.b) ? -1 : 1));
}

function countByDyad(ties: readonly SnapshotTie[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target } of ties) {
    const key = dyadKey(source, target);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
