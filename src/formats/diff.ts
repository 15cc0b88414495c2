/**
 * The format `entente-diff/1`: a diff that can be read without the graphs it compares, since it holds
 * the assertions that make each difference, with their quotes, and the names of the actors.
 */
import type { Actor, Assertion, Clock, Document, GraphFile, SnapshotTie } from '../model/index.ts';
import { type Diff, diffTies } from '../snapshots/diff.ts';
import { type Turn, turnsBetween } from '../snapshots/turns.ts';

/** One side of a comparison. */
export interface DiffSide {
  /** For people: a date, a file, a set of sources. */
  readonly name: string;
  readonly asOf?: string;
  readonly clock?: Clock;
  /** SHA-256 of the graph's file. */
  readonly graph?: string;
  /** Outlets, where the sides are sets of sources. */
  readonly sources?: readonly string[];
}

export interface DiffFile extends Diff {
  readonly format: 'entente-diff/1';
  readonly a: DiffSide;
  readonly b: DiffSide;
  /** Dyads that turned from conflict to cooperation or the other way. */
  readonly turns: readonly Turn[];
  readonly actors: readonly Actor[];
  /** What the differences rest on, with quotes. */
  readonly assertions: readonly Assertion[];
  /** Of those assertions, without their texts. */
  readonly documents: readonly Document[];
}

/** A side with its ties and the graph that they come from. */
export interface ComparedSide {
  readonly side: DiffSide;
  readonly ties: readonly SnapshotTie[];
  readonly graph: GraphFile;
}

/** Compares two sides. */
export function makeDiff(a: ComparedSide, b: ComparedSide): DiffFile {
  const diff = diffTies(a.ties, b.ties);
  const turns = turnsBetween(a.ties, b.ties);
  const ties = [
    ...diff.added,
    ...diff.ended,
    ...diff.changed.flatMap(({ before, after }) => [before, after]),
  ];
  const named = new Set(ties.flatMap((tie) => [...tie.openedBy, ...tie.closedBy]));
  const assertions = union([b.graph.assertions, a.graph.assertions]).filter(({ id }) => named.has(id));
  const documents = new Set(assertions.flatMap(({ evidence }) => evidence.map(({ document }) => document)));
  const taking = new Set([...ties, ...assertions].flatMap(({ source, target }) => [source, target]));
  return {
    format: 'entente-diff/1',
    a: a.side,
    b: b.side,
    ...diff,
    turns,
    actors: union([b.graph.actors, a.graph.actors]).filter(({ id }) => taking.has(id)),
    assertions,
    documents: union([b.graph.documents, a.graph.documents])
      .filter(({ id }) => documents.has(id))
      .map(withoutText),
  };
}

/** The diff as JSON, with a final newline. */
export function writeDiff(diff: DiffFile): string {
  return `${JSON.stringify(diff, null, 1)}\n`;
}

/** By id, the first of each; sorted. */
function union<T extends { readonly id: string }>(lists: readonly (readonly T[])[]): T[] {
  const byId = new Map<string, T>();
  for (const item of lists.flat()) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withoutText({ text: _, ...rest }: Document): Document {
  return rest;
}
