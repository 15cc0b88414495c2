/** Reads labelled texts end to end, and once more with perfect actors, so that the loss by each step shows. */
import { type ReadableDocument } from '../documents/read.ts';
import { findAssertions, readOne } from '../extract.ts';
import type { Lookup } from '../ontology/lookup.ts';
import type { Reader } from '../reader/reader.ts';
import { type ActorCounts, NO_ACTORS, addActorCounts, countActors } from './actor-counts.ts';
import type { LabelledText } from './labels.ts';
import { matchActors } from './match-actors.ts';
import { perfectActors } from './perfect-actors.ts';
import { type Reading, type Scores, score } from './score.ts';

/** A text with its labels. */
export interface LabelledDocument {
  readonly document: ReadableDocument;
  readonly labels: LabelledText;
}

export interface Evaluation {
  readonly endToEnd: Scores;
  readonly perfectActors: Scores;
  /** Actors that take part in labelled relations: found, of those read, of those labelled. */
  readonly actors: ActorCounts;
}

/** Evaluates the reader on labelled texts. `onProgress` is called before each text. */
export async function evaluate(
  texts: readonly LabelledDocument[],
  reader: Reader,
  lookup: Lookup,
  onProgress: (done: number, path: string) => void = () => undefined,
): Promise<Evaluation> {
  const endToEnd: Reading[] = [];
  const perfect: Reading[] = [];
  let actors = NO_ACTORS;
  for (const [index, { document, labels }] of texts.entries()) {
    onProgress(index, document.path);
    const { cast, assertions } = await readOne(document, reader, lookup);
    const names = matchActors(cast.actors, labels.entities, lookup);
    endToEnd.push({ labels, assertions, names });
    actors = addActorCounts(actors, countActors(labels, assertions, names));
    perfect.push(await readWithPerfectActors(document, labels, reader, lookup));
  }
  return { endToEnd: score(endToEnd), perfectActors: score(perfect), actors };
}

async function readWithPerfectActors(
  document: ReadableDocument,
  labels: LabelledText,
  reader: Reader,
  lookup: Lookup,
): Promise<Reading> {
  const actors = perfectActors(document.text, labels.entities, lookup);
  const assertions = await findAssertions(document, { actors, officials: [] }, reader, lookup);
  return { labels, assertions, names: new Map(actors.map(({ id, name }) => [id, name])) };
}
