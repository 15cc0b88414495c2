import { describe, expect, it } from 'vitest';
import { castOf } from '../../src/actors/cluster.ts';
import { gatherActors } from '../../src/actors/gather.ts';
import { repairMentions } from '../../src/actors/repair.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { marked } from './marked.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));

describe('the names of an actor', () => {
  const { text, mentions } = marked(
    '{c:Niger} spoke. {c<0:Niamey Command} agreed; so did {c<0:the Nigerien army}, {c<0:the Prime Minister}, ' +
      '{c<0:Our counterparts}, {c<0:it} and {c<0:General Abdourahamane Tiani}.',
  );
  const cast = castOf(text, repairMentions(text, mentions, lookup), lookup, 2024);
  const actors = gatherActors([cast], new Set(['country:NER']));
  const niger = actors.find(({ id }) => id === 'country:NER')!;

  it('are those of the tables and those that a text uses', () => {
    expect(niger.aliases).toEqual(expect.arrayContaining(['Republic of the Niger', 'Niamey Command']));
  });

  it('are not what somebody is or has, and not those of its officials', () => {
    const words = niger.aliases.join('|');
    expect(words).not.toMatch(/army|Minister|counterparts|\bit\b|Tiani/);
    const official = actors.find(({ represents }) => represents === 'country:NER');
    expect(official?.aliases).toContain('General Abdourahamane Tiani');
  });
});
