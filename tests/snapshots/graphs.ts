/** Small graphs for tests of time: arbitrary ones, and a builder that reads as data. */
import fc from 'fast-check';
import type { Assertion, GraphFile, Status } from '../../src/model/index.ts';
import { RELATION_IDS, relationSpec } from '../../src/ontology/relations/index.ts';

const DATES = [
  null,
  '2021',
  '2022-03',
  '2022-03-15',
  '2023-07~',
  '2019/2022',
  '2020/..',
  '../2023-05',
  '2024-01-01',
];
const REPORTED = [null, '2022', '2023-02', '2023-08-30', '2024-02', '2022-12/2023-01'];
const ACTORS = ['country:A', 'country:B', 'country:C', 'organisation:o'];

/** `said('country:A', 'expelled', 'country:B', {when: '2022'})`; symmetric pairs are put in order. */
export function said(
  source: string,
  relation: string,
  target: string,
  more: Partial<Assertion> = {},
): Assertion {
  const isSwapped = relationSpec(relation).symmetric === true && target < source;
  const document = more.evidence?.[0]?.document ?? 'd1';
  const [a, b] = isSwapped ? [target, source] : [source, target];
  const when = more.when ?? null;
  const status = more.status ?? 'actual';
  return {
    id: `${document}:${a} ${relation} ${b} ${status} ${when ?? '-'} ${more.reported ?? '-'}`,
    source: a,
    relation,
    target: b,
    status,
    when,
    whenBasis: when === null ? 'document' : 'text',
    reported: null,
    topics: [],
    confidence: 0.5,
    evidence: [evidenceIn(document)],
    ...more,
  };
}

export function evidenceIn(document: string): Assertion['evidence'][number] {
  return {
    document,
    start: 0,
    end: 4,
    quote: 'Said',
    source: [],
    target: [],
    reader: 'test/1',
    confidence: 0.5,
  };
}

const assertion = fc
  .record({
    source: fc.constantFrom(...ACTORS),
    target: fc.constantFrom(...ACTORS),
    relation: fc.constantFrom(...RELATION_IDS),
    status: fc.constantFrom<Status>('actual', 'actual', 'actual', 'planned', 'alleged', 'denied'),
    when: fc.constantFrom(...DATES),
    reported: fc.constantFrom(...REPORTED),
    document: fc.constantFrom('d1', 'd2', 'd3'),
  })
  .filter(({ source, target }) => source !== target)
  .map(({ source, target, relation, status, when, reported, document }) =>
    said(source, relation, target, { status, when, reported, evidence: [evidenceIn(document)] }),
  );

/** Any few assertions among four actors, without doubles. */
export const assertions = fc.uniqueArray(assertion, { maxLength: 14, selector: ({ id }) => id });

/** A graph file around assertions. */
export function graphOf(some: readonly Assertion[]): GraphFile {
  return {
    format: 'entente/1',
    generator: { name: 'test', version: '1', ontology: '1' },
    documents: ['d1', 'd2', 'd3'].map((id) => ({
      id,
      path: `${id}.txt`,
      title: id,
      published: null,
      publishedBasis: 'none',
      source: id === 'd3' ? 'Other Post' : 'Daily Post',
      url: null,
      language: 'en',
      sha256: 'a'.repeat(64),
    })),
    actors: ACTORS.map((id) => ({
      id,
      name: id.split(':')[1]!,
      type: id.startsWith('country') ? 'country' : 'organisation',
      subtype: null,
      aliases: [],
    })),
    assertions: some,
    edits: [],
  };
}
