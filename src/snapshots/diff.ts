/**
 * What differs between two sets of ties: two dates of one graph, two files, or two sets of sources.
 * A diff is a value: it applies, reverses and composes, so that the same type serves the change list,
 * a report and "what changed since last week".
 *
 * Ties are the same where source, relation and target are. A tie that is gone and a new one between
 * the same two actors are one change where nothing else came or went between the two and no document
 * ended the first: another relation, another sign, or the roles exchanged.
 */
import type { SnapshotTie } from '../model/index.ts';

/** What about a tie has changed. */
export type ChangedField = 'relation' | 'sign' | 'direction' | 'status' | 'certainty' | 'time' | 'sources';

export interface Change {
  readonly before: SnapshotTie;
  readonly after: SnapshotTie;
  /** In the order of `ChangedField`, at least one. */
  readonly what: readonly ChangedField[];
}

/** Ties are sorted by source, relation and target; changes by their tie before. */
export interface Diff {
  readonly added: readonly SnapshotTie[];
  /** As they were; `to` and `closedBy` say what ended them, where a document does. */
  readonly ended: readonly SnapshotTie[];
  readonly changed: readonly Change[];
}

/** The difference that leads from `before` to `after`. */
export function diffTies(before: readonly SnapshotTie[], after: readonly SnapshotTie[]): Diff {
  // What is left of the old ties when the new ones have taken theirs has ended.
  const ended = new Map(before.map((tie) => [keyOf(tie), tie]));
  const added: SnapshotTie[] = [];
  const changed: Change[] = [];
  for (const tie of after) {
    const key = keyOf(tie);
    const other = ended.get(key);
    if (!other) added.push(tie);
    else {
      ended.delete(key);
      const change = changeOf(other, tie);
      if (change) changed.push(change);
    }
  }
  return ordered(withReplaced({ added, ended: [...ended.values()], changed }));
}

/** Whether a diff says nothing. */
export function isEmpty({ added, ended, changed }: Diff): boolean {
  return added.length + ended.length + changed.length === 0;
}

/**
 * The ties after the diff. Throws `RangeError` where it does not fit: it ends or changes a tie that is
 * not there as it was, or adds one that is.
 */
export function applyDiff(before: readonly SnapshotTie[], diff: Diff): SnapshotTie[] {
  const ties = new Map(before.map((tie) => [keyOf(tie), tie]));
  for (const tie of [...diff.ended, ...diff.changed.map((change) => change.before)]) {
    const found = ties.get(keyOf(tie));
    if (!found || !isSame(found, tie))
      throw new RangeError(`The diff does not fit: no tie "${keyOf(tie)}" as it was`);
    ties.delete(keyOf(tie));
  }
  for (const tie of [...diff.added, ...diff.changed.map((change) => change.after)]) {
    if (ties.has(keyOf(tie)))
      throw new RangeError(`The diff does not fit: it adds the tie "${keyOf(tie)}" a second time`);
    ties.set(keyOf(tie), tie);
  }
  return [...ties.values()].sort(byKey);
}

/** The way back: `applyDiff(applyDiff(ties, diff), reverseDiff(diff))` gives `ties`. */
export function reverseDiff({ added, ended, changed }: Diff): Diff {
  return ordered({
    added: ended,
    ended: added,
    changed: changed.map(({ before, after, what }) => ({ before: after, after: before, what })),
  });
}

/** Two steps as one: the second begins where the first ends. Throws `RangeError` where it does not. */
export function composeDiffs(first: Diff, second: Diff): Diff {
  // Only what the two touch matters: play them on the ties that the first begins with or the second needs.
  const made = new Set([...first.added, ...first.changed.map((c) => c.after)].map(keyOf));
  const needed = [...second.ended, ...second.changed.map((c) => c.before)].filter(
    (tie) => !made.has(keyOf(tie)),
  );
  const before = [...first.ended, ...first.changed.map((c) => c.before), ...needed];
  return diffTies(before.sort(byKey), applyDiff(applyDiff(before, first), second));
}

function keyOf({ source, relation, target }: SnapshotTie): string {
  return `${source} ${relation} ${target}`;
}

/** As the keys are ordered, without making them. */
function byKey(a: SnapshotTie, b: SnapshotTie): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  if (a.relation !== b.relation) return a.relation < b.relation ? -1 : 1;
  return a.target < b.target ? -1 : a.target > b.target ? 1 : 0;
}

function changeOf(before: SnapshotTie, after: SnapshotTie): Change | null {
  if (isSame(before, after)) return null;
  const fields: readonly (readonly [ChangedField, boolean])[] = [
    ['relation', before.relation !== after.relation],
    ['sign', before.sign !== after.sign],
    ['direction', before.source !== after.source],
    ['status', before.status !== after.status],
    ['certainty', before.certainty !== after.certainty],
    ['time', before.from !== after.from || before.to !== after.to],
    [
      'sources',
      before.sources !== after.sources ||
        !isSameList(before.openedBy, after.openedBy) ||
        !isSameList(before.closedBy, after.closedBy),
    ],
  ];
  return { before, after, what: fields.flatMap(([field, differs]) => (differs ? [field] : [])) };
}

/** Takes one gone and one new tie of a dyad, where there is just one of each, as one that changed. */
function withReplaced({ added, ended, changed }: Diff): Diff {
  const gone = groupByDyad(ended);
  const fresh = groupByDyad(added);
  const replaced = [...gone].flatMap(([dyad, [before, ...more]]): Change[] => {
    const [after, ...others] = fresh.get(dyad) ?? [];
    // What a document ended has ended; it did not become something else.
    if (!after || before!.closedBy.length > 0 || more.length + others.length > 0) return [];
    return [changeOf(before!, after)!];
  });
  const taken = new Set(replaced.flatMap(({ before, after }) => [before, after]));
  return {
    added: added.filter((tie) => !taken.has(tie)),
    ended: ended.filter((tie) => !taken.has(tie)),
    changed: [...changed, ...replaced],
  };
}

function groupByDyad(ties: readonly SnapshotTie[]): Map<string, SnapshotTie[]> {
  const groups = new Map<string, SnapshotTie[]>();
  for (const tie of ties) {
    const [a, b] = tie.source < tie.target ? [tie.source, tie.target] : [tie.target, tie.source];
    const dyad = `${a} ${b}`;
    const group = groups.get(dyad);
    if (group) group.push(tie);
    else groups.set(dyad, [tie]);
  }
  return groups;
}

function isSame(a: SnapshotTie, b: SnapshotTie): boolean {
  return (
    byKey(a, b) === 0 &&
    a.sign === b.sign &&
    a.certainty === b.certainty &&
    a.status === b.status &&
    a.from === b.from &&
    a.to === b.to &&
    a.sources === b.sources &&
    isSameList(a.openedBy, b.openedBy) &&
    isSameList(a.closedBy, b.closedBy)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function ordered({ added, ended, changed }: Diff): Diff {
  return {
    added: [...added].sort(byKey),
    ended: [...ended].sort(byKey),
    changed: [...changed].sort((a, b) => byKey(a.before, b.before)),
  };
}
