/**
 * Candidate pairs: in each sentence every two actors that it mentions, and every actor that it mentions
 * with one that only the sentence before mentions, unless the gate thinks them hopeless. Persons do not
 * take part.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Span } from '../model/index.ts';
import type { Gate } from '../reader/reader.ts';
import type { PairQuestion, QuestionedActor } from '../reader/relations.ts';
import { chanceOf, type PairPlace } from './gate.ts';
import type { Unpaired } from './trace.ts';

export interface Pair {
  readonly first: ActorInText;
  readonly second: ActorInText;
  readonly sentence: number;
  readonly question: PairQuestion;
}

/** So many actors of one sentence are paired: a list of thirty names would give hundreds of pairs. */
const MOST_ACTORS = 24;

/** Lists the pairs of a document in order of the text; without a gate, all. `unpaired` takes what is left out. */
export function findPairs(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  gate?: Gate,
  unpaired?: Unpaired[],
): Pair[] {
  const places = pairPlaces(text, sentences, actors, unpaired);
  const questioned = new Map(actors.map((actor) => [actor, questionedOf(actor)]));
  return places.flatMap(({ place, sentence }) => {
    const { first, second, together, before } = place;
    if (gate && chanceOf(gate, place) < gate.lowest) {
      unpaired?.push({ sentence, why: 'hopeless', actors: [first, second] });
      return [];
    }
    // Two actors of one sentence are read in it alone, as in training.
    const from = together ? place.sentence[0] : before![0];
    const [one, other] = [questioned.get(first)!, questioned.get(second)!];
    const question = { sentence: place.sentence, from, first: one, second: other };
    return [{ first, second, sentence, question }];
  });
}

/** Every pair of actors that stand near each other, with the index of the sentence. */
export function pairPlaces(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  unpaired?: Unpaired[],
): { readonly place: PairPlace; readonly sentence: number }[] {
  const acting = actors.filter((actor) => actor.type !== 'person');
  const bySentence = sentences.map((span, sentence) => {
    const here = acting.filter((actor) => isIn(actor, span));
    if (here.length > MOST_ACTORS) unpaired?.push({ sentence, why: 'many', actors: here.slice(MOST_ACTORS) });
    return here.slice(0, MOST_ACTORS);
  });
  return sentences.flatMap((span, sentence) => {
    const here = bySentence[sentence]!;
    const earlier = (bySentence[sentence - 1] ?? []).filter((actor) => !here.includes(actor));
    const frame = { text, sentence: span, before: sentences[sentence - 1] ?? null, here, earlier };
    return here.flatMap((first, i) => [
      ...here
        .slice(i + 1)
        .map((second) => ({ place: { ...frame, first, second, together: true }, sentence })),
      ...earlier.map((second) => ({ place: { ...frame, first, second, together: false }, sentence })),
    ]);
  });
}

function questionedOf({ type, mentions }: ActorInText): QuestionedActor {
  return { type, spans: mentions.map(({ start, end }): Span => [start, end]) };
}

function isIn(actor: ActorInText, [start, end]: Span): boolean {
  return actor.mentions.some((mention) => start <= mention.start && mention.start < end);
}
