/**
 * What the answers of the network say, one finding per sentence, pair, relation and direction:
 * symmetric relations are read in both directions and averaged, and the ontology's constraints on
 * the types of actors are kept.
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
  const status = statusOf(answer.status);
  const found: Finding[] = [];
  const add = (relation: RelationId, source: ActorInText, target: ActorInText, probability: number) => {
    if (probability < threshold(relation) || !isAllowed(relation, source, target)) return;
    found.push({ source, relation, target, status, probability, sentence: pair.sentence });
  };
  RELATION_IDS.forEach((relation, index) => {
    const forward = answer.relations[index]!;
    const backward = answer.relations[RELATION_IDS.length + index]!;
    if (relationSpec(relation).symmetric) {
      const [a, b] = pair.first.id < pair.second.id ? [pair.first, pair.second] : [pair.second, pair.first];
      add(relation, a, b, (forward + backward) / 2);
    } else {
      add(relation, pair.first, pair.second, forward);
      add(relation, pair.second, pair.first, backward);
    }
  });
  return found;
}

function statusOf(probabilities: Float32Array): Status {
  let best = 0;
  probabilities.forEach((p, i) => {
    if (p > probabilities[best]!) best = i;
  });
  return STATUSES[best]!;
}

function isAllowed(relation: RelationId, source: ActorInText, target: ActorInText): boolean {
  const spec = relationSpec(relation);
  return source.id !== target.id && spec.source.includes(source.type) && spec.target.includes(target.type);
}
