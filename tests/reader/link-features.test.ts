import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { knownCountry } from '../../src/extract.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { LINK_FEATURES } from '../../src/reader/encoder.ts';
import { describeName, writeLinkFeatures } from '../../src/reader/link-features.ts';

/** The training computes them in Python; its test reads the same examples. */
type Example = readonly [later: string, earlier: string, distance: number, features: readonly number[]];
const examples = JSON.parse(readFileSync('tests/reader/link-features.json', 'utf8')) as Example[];
const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
const known = (words: string) => knownCountry(words, lookup);

it.each(examples)('tells the link scorer of "%s" and "%s" what it was trained with', (...example) => {
  const [later, earlier, distance, stored] = example;
  const out = new Float32Array(LINK_FEATURES);
  writeLinkFeatures(describeName(later, distance, known), describeName(earlier, 0, known), out, 0);
  expect([...out].map((value) => Math.round(value * 1e5) / 1e5)).toEqual(stored);
});
