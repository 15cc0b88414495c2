/** The part of a graph that is on the screen, as a graph file of its own. */
import type { GraphFile } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import type { ShownTie } from '../filters/filters.ts';

/** Only what the ties shown rest on: their assertions, those that opened or closed them, actors and documents. */
export function subsetOf(corpus: Corpus, shown: readonly ShownTie[]): GraphFile {
  const assertions = new Set<string>();
  for (const { tie } of shown) {
    for (const id of [...tie.supporting, ...tie.opposing]) assertions.add(id);
    for (const spell of tie.spells)
      for (const id of [...spell.openedBy, ...spell.closedBy]) assertions.add(id);
  }
  const kept = corpus.file.assertions.filter((a) => assertions.has(a.id));
  const documents = new Set(kept.flatMap((a) => a.evidence.map((e) => e.document)));
  const actors = new Set(kept.flatMap((a) => [a.source, a.target]));
  for (const id of [...actors]) for (const parent of corpus.actors.get(id)?.parents ?? []) actors.add(parent);
  const { format, generator, edits } = corpus.file;
  return {
    format,
    generator,
    edits,
    documents: corpus.file.documents.filter((d) => documents.has(d.id)),
    actors: corpus.file.actors.filter((a) => actors.has(a.id)),
    assertions: kept,
  };
}
