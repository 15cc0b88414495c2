/**
 * Which pairs the second network reads in one pass: an actor is asked about together with all the
 * others that it makes pairs with in a sentence, so that a sentence of many actors is read once for
 * each of some of them instead of once for each pair.
 */
import type { PairQuestion, QuestionedActor } from './relations.ts';

/** One reading of a sentence. */
export interface Pass {
  readonly sentence: PairQuestion['sentence'];
  readonly from: number;
  /** The actor asked about, then each of the others. */
  readonly actors: readonly QuestionedActor[];
  /** For each of the others, the question that it answers. */
  readonly asked: readonly {
    readonly question: number;
    /** Whether the actor asked about is the second one of the question. */
    readonly turned: boolean;
  }[];
}

/** The fewest passes that a greedy search finds: always the actor with the most pairs left, the earlier of equals. */
export function passesOf(questions: readonly PairQuestion[]): Pass[] {
  return readTogether(questions).flatMap((group) => {
    const passes: Pass[] = [];
    for (let left = group; left.length > 0;) {
      const about = busiest(left, questions);
      const asked = left.filter((question) => isOf(questions[question]!, about));
      passes.push(passAbout(about, asked, questions));
      left = left.filter((question) => !isOf(questions[question]!, about));
    }
    return passes;
  });
}

/** Indices of the questions about the same words, in order. */
function readTogether(questions: readonly PairQuestion[]): number[][] {
  const groups = new Map<string, number[]>();
  questions.forEach(({ sentence, from }, index) => {
    const key = `${from} ${sentence.join(' ')}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()];
}

function busiest(left: readonly number[], questions: readonly PairQuestion[]): QuestionedActor {
  const pairs = new Map<QuestionedActor, number>();
  for (const index of left) {
    const { first, second } = questions[index]!;
    for (const actor of [first, second]) pairs.set(actor, (pairs.get(actor) ?? 0) + 1);
  }
  return [...pairs].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function isOf({ first, second }: PairQuestion, actor: QuestionedActor): boolean {
  return first === actor || second === actor;
}

function passAbout(
  about: QuestionedActor,
  indices: readonly number[],
  questions: readonly PairQuestion[],
): Pass {
  const { sentence, from } = questions[indices[0]!]!;
  const asked = indices.map((question) => ({ question, turned: questions[question]!.second === about }));
  const others = asked.map(({ question, turned }) => questions[question]![turned ? 'first' : 'second']);
  return { sentence, from, actors: [about, ...others], asked };
}
