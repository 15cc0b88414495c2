import { describe, expect, test } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { isAllowed } from '../../src/assertions/findings.ts';
import type { RelationId } from '../../src/ontology/relations/index.ts';
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
