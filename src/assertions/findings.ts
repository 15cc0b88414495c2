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

const MEMBER_OF = RELATION_IDS.indexOf('member-of');

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
  weigh(pair, answer, (relation, source, target, probability) => {
    if (probability < threshold(relation) || !isAllowed(relation, source, target)) return;
    found.push({ source, relation, target, status, probability, sentence: pair.sentence });
  });
  return found;
}

/** Everything that the answer to a pair may mean, whatever its probability, in no order of merit. */
export function possibleFindings(pair: Pair, answer: PairAnswer): Finding[] {
  const status = statusOf(answer.status);
  const possible: Finding[] = [];
  weigh(pair, answer, (relation, source, target, probability) =>
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

type Weighed = (relation: RelationId, source: ActorInText, target: ActorInText, probability: number) => void;

function weigh(pair: Pair, answer: PairAnswer, add: Weighed): void {
  RELATION_IDS.forEach((relation, index) => {
    const forward = answer.relations[index]!;
    const backward = answer.relations[RELATION_IDS.length + index]!;
    if (relationSpec(relation).symmetric) {
      const [a, b] = pair.first.id < pair.second.id ? [pair.first, pair.second] : [pair.second, pair.first];
      add(relation, a, b, (forward + backward) / 2);
    } else {
      const { first, second } = pair;
      add(relation, first, second, Math.max(forward, ownMission(relation, first, second)));
      add(relation, second, first, Math.max(backward, ownMission(relation, second, first)));
    }
  });

  /** Where the network takes a country for a member of its own mission, the mission is part of it. */
  function ownMission(relation: RelationId, source: ActorInText, target: ActorInText): number {
    if (relation !== 'part-of' || !isNational(source) || !source.known!.parents.includes(target.id)) return 0;
    return answer.relations[(target === pair.first ? 0 : RELATION_IDS.length) + MEMBER_OF]!;
  }
}

function statusOf(probabilities: Float32Array): Status {
  let best = 0;
  probabilities.forEach((p, i) => {
    if (p > probabilities[best]!) best = i;
  });
  return STATUSES[best]!;
}
