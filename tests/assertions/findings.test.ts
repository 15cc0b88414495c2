import { describe, expect, test } from 'vitest';
import type { ActorInText, MentionOfActor } from '../../src/actors/actor-in-text.ts';
import { findingsOf, isAllowed } from '../../src/assertions/findings.ts';
import { STATUSES } from '../../src/model/index.ts';
import { RELATION_IDS, type RelationId } from '../../src/ontology/relations/index.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));

function known(name: string): ActorInText {
  const actor = lookup.exact(name).find((match) => match.actor)!.actor!;
  return { id: actor.id, name, type: actor.type, known: actor, mentions: [] };
}

describe('who may take part', () => {
  test.each<[source: string, relation: RelationId, target: string, allowed: boolean]>([
    // A mission that countries run has no members; one of an organisation has.
    ['Italy', 'member-of', 'MISIN', false],
    ['Italy', 'member-of', 'KFOR', true],
    ['MISIN', 'part-of', 'Italy', true],
    // Who talks to an outlet gives an interview; outlets are shut all the same.
    ['Italy', 'met-with', 'Il Giornale', false],
    ['Reuters', 'met-with', 'Niger', false],
    ['Niger', 'suspended', 'RFI', true],
    ['Italy', 'met-with', 'Niger', true],
    ['Italy', 'met-with', 'African Union', true],
    // Nobody does anything to himself, and no country is deployed.
    ['Italy', 'supports', 'Italy', false],
    ['Niger', 'deployed-in', 'ECOWAS', false],
  ])('%s %s %s: %s', (source, relation, target, allowed) => {
    expect(isAllowed(relation, known(source), known(target))).toBe(allowed);
  });
});

describe('how sure a finding is', () => {
  const SENTENCE = [100, 200] as const;

  /** The probability of "Niger expelled Italy", 0.8 by the network, if the two are mentioned so. */
  function probability(niger: MentionOfActor[], italy: MentionOfActor[]): number {
    const [first, second] = [
      { ...known('Niger'), mentions: niger },
      { ...known('Italy'), mentions: italy },
    ];
    const relations = new Float32Array(2 * RELATION_IDS.length);
    relations[RELATION_IDS.indexOf('expelled')] = 0.8;
    const status = new Uint8Array(relations.length * STATUSES.length);
    const spans = ({ mentions }: ActorInText) => mentions.map(({ start, end }) => [start, end] as const);
    const question = {
      sentence: SENTENCE,
      from: 0,
      first: { type: first.type, spans: spans(first) },
      second: { type: second.type, spans: spans(second) },
    };
    const [found] = findingsOf({ first, second, sentence: 1, question }, { relations, status }, () => 0.1);
    return found!.probability;
  }

  const at = (start: number, chance?: number): MentionOfActor => ({
    start,
    end: start + 5,
    words: 'words',
    type: 'country',
    ...(chance === undefined ? {} : { chance }),
  });

  test.each<[what: string, niger: MentionOfActor[], italy: MentionOfActor[], wanted: number]>([
    ['both are named', [at(110)], [at(150)], 0.8],
    ['one is likely meant', [at(110, 0.75)], [at(150)], 0.6],
    ['both are likely meant', [at(110, 0.75)], [at(150, 0.5)], 0.3],
    ['it is named in the sentence too', [at(110, 0.75), at(160)], [at(150)], 0.8],
    // Elsewhere counts only what is read: the last mention before, where the sentence has none.
    ['it is named elsewhere', [at(10), at(110, 0.75), at(250)], [at(150)], 0.6],
    ['it stands before only', [at(10, 0.5), at(60, 0.75)], [at(150)], 0.6],
  ])('%s', (_, niger, italy, wanted) => expect(probability(niger, italy)).toBeCloseTo(wanted, 5));
});
