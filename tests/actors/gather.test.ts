import { describe, expect, it } from 'vitest';
import type { Cast } from '../../src/actors/actor-in-text.ts';
import { castOf } from '../../src/actors/cluster.ts';
import { gatherActors } from '../../src/actors/gather.ts';
import { repairMentions } from '../../src/actors/repair.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import type { LinkedMention } from '../../src/reader/mentions.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));

/** A text with mentions of one country in brackets, all linked to the first. */
function castIn(marked: string): Cast {
  let text = '';
  const mentions: LinkedMention[] = [];
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part;
    if (part.startsWith('[')) {
      const links = mentions.length > 0 ? [{ earlier: 0, score: 11 }] : [];
      mentions.push({ start: text.length, end: text.length + words.length, words, type: 'country', links });
    }
    text += words;
  }
  return castOf(text, repairMentions(text, mentions, lookup), lookup, 2024);
}

describe('the names of an actor', () => {
  const marked =
    '[Niger] spoke. [Niamey Command] agreed; so did [the Nigerien army], [the Prime Minister], [Our counterparts], [it] ' +
    'and [General Abdourahamane Tiani].';
  const actors = gatherActors([castIn(marked)], new Set(['country:NER']));
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
