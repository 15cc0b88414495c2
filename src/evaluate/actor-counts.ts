/**
 * How well the actors that take part in relations were found. Precision: of the actors that take
 * part in assertions, those that the labels know. Recall: of the actors that take part in labelled
 * relations, those that were read anywhere in the text.
 */
import type { Assertion } from '../model/index.ts';
import type { LabelledText } from './labels.ts';

export interface ActorCounts {
  readonly right: number;
  readonly taking: number;
  readonly present: number;
  readonly labelled: number;
}

export const NO_ACTORS: ActorCounts = { right: 0, taking: 0, present: 0, labelled: 0 };

/** Counts actors of one text. `names`: labelled names of all actors that were read, by id. */
export function countActors(
  labels: LabelledText,
  assertions: readonly Assertion[],
  names: ReadonlyMap<string, string>,
): ActorCounts {
  const persons = new Set(labels.entities.filter((e) => e.type === 'person').map((e) => e.name));
  const relations = labels.relations.filter((relation) => !relation.optional);
  const wanted = new Set(relations.flatMap((r) => [r.source, r.target]).filter((name) => !persons.has(name)));
  const taking = new Set(assertions.flatMap(({ source, target }) => [source, target]));
  const read = new Set(names.values());
  return {
    right: [...taking].filter((id) => names.has(id)).length,
    taking: taking.size,
    present: [...wanted].filter((name) => read.has(name)).length,
    labelled: wanted.size,
  };
}

export function addActorCounts(a: ActorCounts, b: ActorCounts): ActorCounts {
  return {
    right: a.right + b.right,
    taking: a.taking + b.taking,
    present: a.present + b.present,
    labelled: a.labelled + b.labelled,
  };
}

/** Precision, recall and their harmonic mean. */
export function actorScores({ right, taking, present, labelled }: ActorCounts): [number, number, number] {
  const precision = taking === 0 ? 0 : right / taking;
  const recall = labelled === 0 ? 0 : present / labelled;
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)];
}
