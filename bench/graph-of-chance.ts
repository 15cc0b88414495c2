/** A made-up graph of any size: few actors take part often, most seldom; dates of ten years. */
import type { Actor, Assertion, Document, GraphFile, Status } from '../src/model/index.ts';
import { RELATION_IDS } from '../src/ontology/relations/index.ts';

const STATUSES: readonly Status[] = ['actual', 'actual', 'actual', 'actual', 'planned', 'alleged', 'denied'];

/** The same graph for the same numbers. */
export function graphOfChance(actorCount: number, assertionCount: number): GraphFile {
  const random = lcg(11);
  const actors = Array.from({ length: actorCount }, (_, i): Actor => {
    const id = `organisation:o${String(i).padStart(4, '0')}`;
    return { id, name: `Organisation ${i}`, type: 'organisation', subtype: null, aliases: [] };
  });
  const documents = Array.from({ length: Math.ceil(assertionCount / 20) }, (_, i) => documentOf(i, random));
  const pick = () => actors[Math.floor(actorCount * random() ** 2)]!.id;
  const assertions = Array.from({ length: assertionCount }, (_, i): Assertion => {
    const document = documents[Math.floor(i / 20)]!;
    const [a, b] = [pick(), pick()];
    return assertionOf(i, a, a === b ? actors[(i + 1) % actorCount]!.id : b, document, random);
  });
  const generator = { name: 'entente', version: '0.0.0', ontology: '1' };
  return { format: 'entente/1', generator, documents, actors, assertions, edits: [] };
}

function documentOf(index: number, random: () => number): Document {
  return {
    id: `d${index}`,
    path: `d${index}.txt`,
    title: `Article ${index}`,
    published: day(random),
    publishedBasis: 'given',
    source: `Outlet ${index % 40}`,
    url: null,
    language: 'en',
    sha256: '0'.repeat(64),
  };
}

function assertionOf(
  index: number,
  source: string,
  target: string,
  document: Document,
  random: () => number,
): Assertion {
  const relation = RELATION_IDS[Math.floor(random() * RELATION_IDS.length)]!;
  return {
    id: `d${index}-${relation}`,
    source,
    relation,
    target,
    status: STATUSES[Math.floor(random() * STATUSES.length)]!,
    when: random() < 0.2 ? null : dateOf(random),
    whenBasis: 'text',
    reported: document.published,
    topics: [],
    confidence: 0.8,
    evidence: [
      {
        document: document.id,
        start: 0,
        end: 4,
        quote: 'text',
        source: [],
        target: [],
        reader: 'bench/1',
        confidence: 0.8,
      },
    ],
  };
}

/** A year, a month or a day, or a time with one end. */
function dateOf(random: () => number): string {
  const date = day(random);
  const precision = random();
  if (precision < 0.1) return `${date.slice(0, 4)}/..`;
  return date.slice(0, precision < 0.3 ? 4 : precision < 0.6 ? 7 : 10);
}

function day(random: () => number): string {
  const two = (number: number) => String(1 + Math.floor(random() * number)).padStart(2, '0');
  return `${2015 + Math.floor(random() * 10)}-${two(12)}-${two(28)}`;
}

/** Numerical Recipes' linear congruential generator; high bits only, the low ones repeat. */
export function lcg(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
