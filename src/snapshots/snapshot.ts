/** A snapshot: the graph as of a date, as a file of the same format that says where it comes from. */
import type { Actor, GraphFile, SnapshotTie, StoredGraph } from '../model/index.ts';
import { type Moment, heardAt, tiesAt } from './view.ts';

/**
 * The part of a graph that stands at a moment: its ties, what they rest on, and the actors and
 * documents of that. `parent`: SHA-256 of the graph's file. Throws `RangeError` for a bad date.
 */
export function takeSnapshot(graph: GraphFile, moment: Moment, parent: string): StoredGraph {
  const ties = tiesAt(graph, moment);
  const stated = new Set(ties.map(keyOf));
  const named = new Set(ties.flatMap((tie) => [...tie.openedBy, ...tie.closedBy]));
  const assertions = heardAt(graph, moment).filter((a) => named.has(a.id) || stated.has(keyOf(a)));
  const documents = new Set(assertions.flatMap((a) => a.evidence.map((e) => e.document)));
  return {
    format: graph.format,
    generator: graph.generator,
    snapshot: { asOf: moment.asOf, clock: moment.clock, parent },
    documents: graph.documents.filter((d) => documents.has(d.id)),
    actors: actorsOf(graph.actors, [...ties, ...assertions]),
    assertions,
    edits: [],
    ties,
  };
}

/** "Entente snapshot 2024-01-01, 41 actors, 96 ties, sha256 …", for footnotes. `sha256` of the snapshot's file. */
export function citationOf({ snapshot, ties, actors }: StoredGraph, sha256: string): string {
  const taking = new Set((ties ?? []).flatMap((tie) => [tie.source, tie.target]));
  const acting = actors.filter((actor) => taking.has(actor.id)).length;
  const clock = snapshot?.clock === 'reported' ? ' as reported' : '';
  return `Entente snapshot ${snapshot?.asOf ?? ''}${clock}, ${acting} actors, ${(ties ?? []).length} ties, sha256 ${sha256}`;
}

/** Those that take part, their parents, and the officials who act for them. */
function actorsOf(actors: readonly Actor[], ties: readonly { source: string; target: string }[]): Actor[] {
  const kept = new Set(ties.flatMap(({ source, target }) => [source, target]));
  const parents = new Set(actors.flatMap((actor) => (kept.has(actor.id) ? (actor.parents ?? []) : [])));
  return actors.filter(({ id, represents }) => kept.has(id) || parents.has(id) || kept.has(represents ?? ''));
}

function keyOf({ source, relation, target }: Pick<SnapshotTie, 'source' | 'relation' | 'target'>): string {
  return `${source} ${relation} ${target}`;
}
