/**
 * Candidate pairs: in each sentence every two actors that it mentions, and every actor that it mentions
 * with one that only the three sentences before mention, unless the gate thinks them hopeless. Persons do
 * not take part.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Span } from '../model/index.ts';
import type { Gate } from '../reader/reader.ts';
import type { PairQuestion, QuestionedActor } from '../reader/relations.ts';
import { FARTHEST, chanceOf, type PairPlace } from './gate.ts';
import { worthwhile } from './readings.ts';
import type { Unpaired } from './trace.ts';

/** The first is asked about, together with all its other partners in the same question's words. */
export interface Pair {
  readonly first: ActorInText;
  readonly second: ActorInText;
  readonly sentence: number;
  readonly question: PairQuestion;
}

/** So many actors of one sentence are paired: a list of thirty names would give hundreds of pairs. */
const MOST_ACTORS = 24;

/** Lists the pairs of a document, sentence by sentence; without a gate, all. `unpaired` takes what is left out. */
export function findPairs(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  gate?: Gate,
  unpaired?: Unpaired[],
): Pair[] {
  const questioned = new Map(actors.map((actor) => [actor, questionedOf(actor)]));
  return pairPlaces(text, sentences, actors, unpaired).flatMap((places, sentence) => {
    const candidates = places.map((place) => ({ place, chance: gate ? chanceOf(gate, place) : 1 }));
    const { readings, left } = worthwhile(candidates, gate?.worth ?? 0);
    for (const { first, second } of left)
      unpaired?.push({ sentence, why: 'hopeless', actors: [first, second] });
    return readings.flatMap(({ about, asked, from }) =>
      asked.map(({ first, second }): Pair => {
        const other = first === about ? second : first;
        const [one, another] = [questioned.get(about)!, questioned.get(other)!];
        const question = { sentence: sentences[sentence]!, from, first: one, second: another };
        return { first: about, second: other, sentence, question };
      }),
    );
  });
}

/** For each sentence, every pair of actors that stand in it or near before it. */
export function pairPlaces(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  unpaired?: Unpaired[],
): PairPlace[][] {
  const acting = actors.filter((actor) => actor.type !== 'person');
  const bySentence = sentences.map((span, sentence) => {
    const here = acting.filter((actor) => isIn(actor, span));
    if (here.length > MOST_ACTORS) unpaired?.push({ sentence, why: 'many', actors: here.slice(MOST_ACTORS) });
    return here.slice(0, MOST_ACTORS);
  });
  return sentences.map((span, sentence) => {
    const here = bySentence[sentence]!;
    const frame = { text, sentence: span, here };
    const together = here.flatMap((first, i) =>
      here.slice(i + 1).map((second) => ({ first, second, back: 0, before: span, earlier: [] })),
    );
    const apart = lastBefore(bySentence, sentence).flatMap((earlier, i) => {
      const back = i + 1;
      const before = sentences[sentence - back]!;
      return here.flatMap((first) => earlier.map((second) => ({ first, second, back, before, earlier })));
    });
    return [...together, ...apart].map((pair) => ({ ...frame, ...pair }));
  });
}

/** For each of the sentences before, the nearest first, the actors that stand there and not nearer. */
function lastBefore(bySentence: readonly (readonly ActorInText[])[], sentence: number): ActorInText[][] {
  const nearer = new Set(bySentence[sentence]);
  return bySentence
    .slice(Math.max(0, sentence - FARTHEST), sentence)
    .reverse()
    .map((actors) => {
      const last = actors.filter((actor) => !nearer.has(actor));
      last.forEach((actor) => nearer.add(actor));
      return last;
    });
}

function questionedOf({ type, mentions }: ActorInText): QuestionedActor {
  return { type, spans: mentions.map(({ start, end }): Span => [start, end]) };
}

function isIn(actor: ActorInText, [start, end]: Span): boolean {
  return actor.mentions.some((mention) => start <= mention.start && mention.start < end);
}
