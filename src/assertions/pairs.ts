/**
 * Candidate pairs: in each sentence every two actors that it mentions, and every actor that it
 * mentions with one that only the sentence before mentions, unless both are crowded. Persons do not take part.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Span } from '../model/index.ts';
import type { PairQuestion } from '../reader/relations.ts';
import type { Unpaired } from './trace.ts';

export interface Pair {
  readonly first: ActorInText;
  readonly second: ActorInText;
  readonly sentence: number;
  readonly question: PairQuestion;
}

/** So many actors of one sentence are paired: a list of thirty names would give hundreds of pairs. */
const MOST_ACTORS = 24;

/**
 * Where so many pairs would join two crowded sentences, they are not asked: on fourteen labelled texts
 * that was a fifth of all word pieces to be computed, for 4 of 208 findings, one of them right.
 */
const MANY_PAIRS = 8;

/** Lists the pairs of a document in order of the text. `unpaired` takes the actors that are left out. */
export function findPairs(
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  unpaired?: Unpaired[],
): Pair[] {
  const acting = actors.filter((actor) => actor.type !== 'person');
  const bySentence = sentences.map((span, sentence) => {
    const here = acting.filter((actor) => isIn(actor, span));
    if (here.length > MOST_ACTORS) unpaired?.push({ sentence, why: 'many', actors: here.slice(MOST_ACTORS) });
    return here.slice(0, MOST_ACTORS);
  });
  return sentences.flatMap((sentence, index) => {
    const here = bySentence[index]!;
    const earlier = (bySentence[index - 1] ?? []).filter((actor) => !here.includes(actor));
    const isCrowded = here.length * earlier.length >= MANY_PAIRS;
    if (isCrowded) unpaired?.push({ sentence: index, why: 'crowded', actors: earlier });
    const before = isCrowded ? [] : earlier;
    const from = (sentences[index - 1] ?? sentence)[0];
    return here.flatMap((first, i) =>
      [...here.slice(i + 1), ...before].map((second) => ({
        first,
        second,
        sentence: index,
        question: { sentence, from, first: roleOf(first), second: roleOf(second) },
      })),
    );
  });
}

function roleOf({ type, mentions }: ActorInText): PairQuestion['first'] {
  return { type, spans: mentions.map(({ start, end }): Span => [start, end]) };
}

function isIn(actor: ActorInText, [start, end]: Span): boolean {
  return actor.mentions.some((mention) => start <= mention.start && mention.start < end);
}
