/**
 * Which pairs the second network reads in one pass: those of the same actor asked about, in the same
 * words. Who is asked about, so that few passes do, is decided by the pairs (`assertions/readings.ts`).
 */
import type { PairQuestion, QuestionedActor } from './relations.ts';

/** One reading of a sentence. */
export interface Pass {
  readonly sentence: PairQuestion['sentence'];
  readonly from: number;
  /** The actor asked about, then each of the others. */
  readonly actors: readonly QuestionedActor[];
  /** For each of the others, the index of the question that it answers. */
  readonly asked: readonly number[];
}

/** The passes that answer the questions, in order of the first question of each. */
export function passesOf(questions: readonly PairQuestion[]): Pass[] {
  const number = new Map<QuestionedActor, number>();
  const groups = new Map<string, number[]>();
  questions.forEach(({ sentence, from, first }, index) => {
    if (!number.has(first)) number.set(first, number.size);
    const key = [from, ...sentence, number.get(first)].join(' ');
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()].map((asked) => {
    const { sentence, from, first } = questions[asked[0]!]!;
    return { sentence, from, actors: [first, ...asked.map((index) => questions[index]!.second)], asked };
  });
}
