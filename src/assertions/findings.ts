/**
 * What the answers of the network say, one finding per sentence, pair, relation and direction:
 * symmetric relations are read in both directions and averaged, the ontology's constraints on
 * the types of actors are kept, and what is said of "the bloc" is as sure as that it is the actor.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { STATUSES, type Status } from '../model/index.ts';
import { RELATION_IDS, type RelationId, relationSpec } from '../ontology/relations/index.ts';
import type { PairAnswer } from '../reader/relations.ts';
import type { Pair } from './pairs.ts';

export interface Finding {
  readonly source: ActorInText;
  readonly relation: RelationId;
  readonly target: ActorInText;
  readonly status: Status;
  readonly probability: number;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** Findings at or above the relation's threshold. */
export function findingsOf(
  pair: Pair,
  answer: PairAnswer,
  threshold: (relation: RelationId) => number,
): Finding[] {
  const found: Finding[] = [];
  weigh(pair, answer, (relation, source, target, probability, status) => {
    if (probability < threshold(relation) || !isAllowed(relation, source, target)) return;
    found.push({ source, relation, target, status, probability, sentence: pair.sentence });
  });
  return found;
}

/** Everything that the answer to a pair may mean, whatever its probability, in no order of merit. */
export function possibleFindings(pair: Pair, answer: PairAnswer): Finding[] {
  const possible: Finding[] = [];
  weigh(pair, answer, (relation, source, target, probability, status) =>
    possible.push({ source, relation, target, status, probability, sentence: pair.sentence }),
  );
  return possible;
}

/** Whether the ontology lets actors of these types take these parts. */
export function isAllowed(relation: RelationId, source: ActorInText, target: ActorInText): boolean {
  const spec = relationSpec(relation);
  if (relation === 'member-of' && isNational(target)) return false;
  if (relation === 'met-with' && (isOutlet(source) || isOutlet(target))) return false;
  return source.id !== target.id && spec.source.includes(source.type) && spec.target.includes(target.type);
}

/** A news outlet: who talks to it gives an interview. */
function isOutlet({ known }: ActorInText): boolean {
  return known?.subtype === 'media';
}

/** A mission that countries run and no organisation: it is part of them, they are no members of it. */
function isNational({ type, known }: ActorInText): boolean {
  return (
    type === 'mission' && known !== undefined && known.parents.length > 0 && known.parents.every(isCountry)
  );
}

const isCountry = (id: string) => id.startsWith('country:');

type Weighed = (
  relation: RelationId,
  source: ActorInText,
  target: ActorInText,
  probability: number,
  status: Status,
) => void;

function weigh(pair: Pair, answer: PairAnswer, add: Weighed): void {
  const { first, second } = pair;
  const sure = surenessOf(first, pair) * surenessOf(second, pair);
  RELATION_IDS.forEach((relation) => {
    if (relationSpec(relation).symmetric) {
      const [a, b] = first.id < second.id ? [first, second] : [second, first];
      const both = [indexOf(relation, first), indexOf(relation, second)];
      const [forward, backward] = both.map((index) => answer.relations[index]!) as [number, number];
      add(relation, a, b, (sure * (forward + backward)) / 2, statusOf(answer, both));
    } else {
      for (const [source, target] of [
        [first, second],
        [second, first],
      ] as const) {
        const index = likeliest(relation, source, target);
        add(relation, source, target, sure * answer.relations[index]!, statusOf(answer, [index]));
      }
    }
  });

  /** Where in an answer a relation from an actor of the pair to the other stands. */
  function indexOf(relation: RelationId, source: ActorInText): number {
    return (source === first ? 0 : RELATION_IDS.length) + RELATION_IDS.indexOf(relation);
  }

  /** Where the network takes a country for a member of its own mission, the mission is part of it. */
  function likeliest(relation: RelationId, source: ActorInText, target: ActorInText): number {
    const index = indexOf(relation, source);
    if (relation !== 'part-of' || !isNational(source) || !source.known!.parents.includes(target.id))
      return index;
    const member = indexOf('member-of', target);
    return answer.relations[member]! > answer.relations[index]! ? member : index;
  }
}

/** How likely an actor is spoken of in the sentence at all, or last before it; 1 where it is named. */
function surenessOf({ mentions }: ActorInText, { question }: Pair): number {
  const [start, end] = question.sentence;
  const last = lastBefore(mentions, end);
  let sure = mentions[last]?.chance ?? 1;
  for (let i = last - 1; sure < 1 && i >= 0 && mentions[i]!.start >= start; i--)
    sure = Math.max(sure, mentions[i]!.chance ?? 1);
  return sure;
}

/** Index of the last mention that begins before an offset; they are in order of the text. */
function lastBefore(mentions: ActorInText['mentions'], end: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The likeliest status of what stands at an index of the answer, or in sum at several. */
function statusOf({ status }: PairAnswer, indices: readonly number[]): Status {
  const sums = STATUSES.map((_, s) =>
    indices.reduce((sum, index) => sum + status[index * STATUSES.length + s]!, 0),
  );
  return STATUSES[sums.indexOf(Math.max(...sums))]!;
}
