/**
 * The ties of a graph as they stand at a date, on one of the two clocks. `when`: all documents are
 * heard, and a tie stands while one of its spells is in force. `reported`: only documents of that
 * date or before are heard, so the view is what could be known then.
 */
import type { Assertion, Clock, Document, GraphFile, SnapshotTie, Spell, Tie } from '../model/index.ts';
import { foldTies, tiesOf } from '../ties/fold.ts';
import { type Certainty, certaintyAt, spellAt } from '../ties/query.ts';
import { originalsAmong } from '../ties/sources.ts';
import { bounds } from '../time/edtf.ts';

/** A date on a clock. */
export interface Moment {
  /** EDTF; a year or a month stands for its last day. */
  readonly asOf: string;
  readonly clock: Clock;
}

/** The last day that a date may be. Throws `RangeError` where it is not EDTF or has no end. */
export function lastDay(asOf: string): string {
  const { latest } = bounds(asOf);
  if (latest === null) throw new RangeError(`"${asOf}" has no end: write it as 2024, 2024-03 or 2024-03-26`);
  return latest;
}

/** The assertions that count at a moment: all of them, or on the clock `reported` those of documents until then. */
export function heardAt(
  { assertions }: Pick<GraphFile, 'assertions'>,
  { asOf, clock }: Moment,
): readonly Assertion[] {
  const day = lastDay(asOf);
  return clock === 'when' ? assertions : assertions.filter((assertion) => isReportedBy(assertion, day));
}

/** The ties that stand at a moment, sorted by source, relation and target. Throws `RangeError` for a bad date. */
export function tiesAt(
  graph: Pick<GraphFile, 'assertions' | 'documents'>,
  { asOf, clock }: Moment,
): SnapshotTie[] {
  const day = lastDay(asOf);
  const { ties, assertion } = folded(heardAt(graph, { asOf, clock }), graph.documents);
  return ties.flatMap((tie) => {
    const certainty = certaintyAt(tie, day, clock, assertion);
    return certainty === 'absent' ? [] : [snapshotTie(tie, certainty, spellAt(tie, day))];
  });
}

/** All ties of a graph whatever their date, each with its last spell. */
export function allTies(graph: Pick<GraphFile, 'assertions' | 'documents'>): SnapshotTie[] {
  return tiesOf(graph).map((tie) => {
    const spell = tie.spells.at(-1);
    return snapshotTie(tie, (spell?.from ?? null) === null ? 'undated' : 'certain', spell);
  });
}

interface Folded {
  readonly documents: readonly Document[];
  readonly ties: readonly Tie[];
  readonly assertion: (id: string) => Assertion | undefined;
}

/** Graphs never change, so the ties of one are folded once for all dates of the clock `when`. */
const known = new WeakMap<readonly Assertion[], Folded>();

function folded(assertions: readonly Assertion[], documents: readonly Document[]): Folded {
  const found = known.get(assertions);
  if (found?.documents === documents) return found;
  let byId: Map<string, Assertion> | undefined;
  const assertion = (id: string) => (byId ??= new Map(assertions.map((one) => [one.id, one]))).get(id);
  const made = { documents, ties: foldTies(assertions, originalsAmong(documents)), assertion };
  known.set(assertions, made);
  return made;
}

/** Undated reports count at any date: they are shown as undated, never dropped. */
function isReportedBy({ reported }: Assertion, day: string): boolean {
  if (reported === null) return true;
  const { earliest } = bounds(reported);
  return earliest === null || earliest <= day;
}

function snapshotTie(
  tie: Tie,
  certainty: Exclude<Certainty, 'absent'>,
  spell: Spell | undefined,
): SnapshotTie {
  return {
    source: tie.source,
    relation: tie.relation,
    target: tie.target,
    sign: tie.sign,
    certainty,
    status: tie.statuses[0]!,
    from: spell?.from ?? null,
    to: spell?.to ?? null,
    openedBy: spell?.openedBy ?? [...tie.supporting, ...tie.opposing].sort(),
    closedBy: spell?.closedBy ?? [],
    sources: tie.sources,
  };
}
