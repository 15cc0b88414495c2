/**
 * What is exported: exactly the ties that were chosen, and what they rest on. Ties are folded from all
 * assertions first and chosen then: a tie that somebody left stays left, though "left" was not asked for.
 */
import type { Assertion, GraphFile, Status, StoredGraph, Tie } from '../model/index.ts';
import { type Moment, heardAt, lastDay, tiesAt } from '../snapshots/view.ts';
import { foldTies } from '../ties/fold.ts';
import { type Originals, countSources, originalsAmong } from '../ties/sources.ts';
import { bounds } from '../time/edtf.ts';

/** Each field narrows; absent ones do not. */
export interface Choice {
  /** Only ties that stand, or may stand, then; without the spells that begin later. */
  readonly moment?: Moment;
  readonly relations?: readonly string[];
  /** Only what is stated in one of these ways; without `actual` a tie has no spells. */
  readonly statuses?: readonly Status[];
  /** Ids: ties that one of them takes part in. */
  readonly actors?: readonly string[];
  readonly minSources?: number;
  /** Ties whose surest evidence has at least this confidence. */
  readonly minConfidence?: number;
}

/** Ties, and the file of all that they rest on. */
export interface Selection {
  readonly graph: StoredGraph;
  readonly ties: readonly Tie[];
}

/** The chosen part of a graph. A snapshot is chosen from as of its own date, unless another is given. */
export function selectTies(graph: StoredGraph, choice: Choice): Selection {
  const moment = choice.moment ?? graph.snapshot;
  const heard = moment ? heardAt(graph, moment) : graph.assertions;
  const byId = new Map(heard.map((assertion) => [assertion.id, assertion]));
  const originals = originalsAmong(graph.documents);
  const all = foldTies(heard, originals);
  const standing = moment ? standingTies(graph, all, moment) : all;
  const ties = standing
    .map((tie) => (choice.statuses ? withStatuses(tie, choice.statuses, byId, originals) : tie))
    .filter((tie) => tie !== null && isChosen(tie, choice)) as Tie[];
  const isAll = moment === undefined && Object.keys(choice).length === 0;
  return { graph: isAll ? graph : restedOn(graph, ties, choice), ties };
}

/** The assertions that state, deny, open or close a tie. */
export function assertionsOf({ supporting, opposing, spells }: Tie): string[] {
  return [...new Set([...supporting, ...opposing, ...spells.flatMap((s) => [...s.openedBy, ...s.closedBy])])];
}

function standingTies(graph: GraphFile, ties: readonly Tie[], moment: Moment): Tie[] {
  const day = lastDay(moment.asOf);
  const standing = new Set(tiesAt(graph, moment).map((t) => `${t.source} ${t.relation} ${t.target}`));
  const hasBegun = (from: string | null) => from === null || (bounds(from).earliest ?? '') <= day;
  return ties
    .filter(({ id }) => standing.has(id))
    .map((tie) => ({ ...tie, spells: tie.spells.filter(({ from }) => hasBegun(from)) }));
}

/** What remains of a tie of what is stated in some ways only; null: nothing. */
function withStatuses(
  tie: Tie,
  statuses: readonly Status[],
  assertions: ReadonlyMap<string, Assertion>,
  originals: Originals,
): Tie | null {
  const kept = tie.statuses.filter((status) => statuses.includes(status));
  if (kept.length === 0) return null;
  const stated = (ids: readonly string[]) =>
    ids.filter((id) => statuses.includes(assertions.get(id)!.status));
  const supporting = stated(tie.supporting);
  const evidence = supporting.map((id) => assertions.get(id)!);
  return {
    ...tie,
    statuses: kept,
    supporting,
    opposing: stated(tie.opposing),
    spells: kept.includes('actual') ? tie.spells : [],
    sources: countSources(evidence, originals),
    confidence: Math.max(0, ...evidence.map((a) => a.confidence)),
  };
}

function isChosen(tie: Tie, { relations, actors, minSources, minConfidence }: Choice): boolean {
  return (
    (relations === undefined || relations.includes(tie.relation)) &&
    (actors === undefined || actors.includes(tie.source) || actors.includes(tie.target)) &&
    (minSources === undefined || tie.sources >= minSources) &&
    (minConfidence === undefined || tie.confidence >= minConfidence)
  );
}

function restedOn(graph: StoredGraph, ties: readonly Tie[], choice: Choice): StoredGraph {
  const named = new Set(ties.flatMap(assertionsOf));
  const assertions = graph.assertions.filter(({ id }) => named.has(id));
  const documents = new Set(assertions.flatMap((a) => a.evidence.map((e) => e.document)));
  const taking = new Set([...ties, ...assertions].flatMap(({ source, target }) => [source, target]));
  const parents = new Set(graph.actors.flatMap(({ id, parents }) => (taking.has(id) ? (parents ?? []) : [])));
  const { ties: snapshotTies, snapshot, ...rest } = graph;
  const keys = new Set(ties.map(({ id }) => id));
  return {
    ...rest,
    // Another moment is another snapshot, with ties of its own: see `entente snapshot`.
    ...(snapshot && choice.moment === undefined && { snapshot }),
    ...(snapshotTies &&
      choice.moment === undefined && {
        ties: snapshotTies.filter((t) => keys.has(`${t.source} ${t.relation} ${t.target}`)),
      }),
    documents: graph.documents.filter(({ id }) => documents.has(id)),
    actors: graph.actors.filter(
      ({ id, represents }) => taking.has(id) || parents.has(id) || taking.has(represents ?? ''),
    ),
    assertions,
  };
}
