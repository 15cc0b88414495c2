/** Two graphs as one: the union of their documents, actors and assertions. */
import { withCopiesMarked } from '../../documents/copies.ts';
import type { Actor, GraphFile } from '../../model/index.ts';

/**
 * Adds a graph to the open one. What has the same id is the same thing: the newer version stays,
 * and an actor keeps the aliases of both.
 */
export function mergeGraphs(open: GraphFile, added: GraphFile): GraphFile {
  // Of two snapshots, or one and a graph, the union is no snapshot of anything.
  const { format, generator } = open;
  return {
    format,
    generator,
    // What was opened now may repeat what is open already.
    documents: withCopiesMarked(union(open.documents, added.documents)),
    actors: union(open.actors, added.actors, mergeActors),
    assertions: union(open.assertions, added.assertions),
    edits: [...open.edits, ...added.edits],
  };
}

function mergeActors(open: Actor, added: Actor): Actor {
  const aliases = [...new Set([...open.aliases, ...added.aliases])].filter((alias) => alias !== added.name);
  return { ...open, ...added, aliases: aliases.sort() };
}

function union<T extends { readonly id: string }>(
  open: readonly T[],
  added: readonly T[],
  merge: (open: T, added: T) => T = (_, newer) => newer,
): T[] {
  const all = new Map(open.map((item) => [item.id, item]));
  for (const item of added) {
    const known = all.get(item.id);
    all.set(item.id, known ? merge(known, item) : item);
  }
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
