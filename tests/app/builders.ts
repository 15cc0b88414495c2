/** Small graphs that read as data: `graph(says('niger', 'expelled', 'france', { when: '2023-12' }))`. */
import { type Corpus, corpusOf } from '../../src/app/data/corpus.ts';
import type { Actor, ActorType, Assertion, Document, GraphFile, Status } from '../../src/model/index.ts';

interface Said {
  readonly status?: Status;
  readonly when?: string | null;
  readonly reported?: string | null;
  /** The document that says it. */
  readonly by?: string;
}

/** One assertion; its document is made up as needed. */
export function says(source: string, relation: string, target: string, said: Said = {}): Assertion {
  const { status = 'actual', when = null, reported = null, by = 'daily' } = said;
  const quote = `${source} ${relation} ${target}`;
  return {
    id: [source, relation, target, status, when, reported, by].join('|'),
    source,
    relation,
    target,
    status,
    when,
    whenBasis: when === null ? 'document' : 'text',
    reported,
    topics: [],
    confidence: 0.8,
    evidence: [
      {
        document: by,
        start: 0,
        end: quote.length,
        quote,
        source: [],
        target: [],
        reader: 'test/1',
        confidence: 0.8,
      },
    ],
  };
}

export function actor(id: string, type: ActorType = 'country', more: Partial<Actor> = {}): Actor {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, name, type, subtype: null, aliases: [], ...more };
}

/** An outlet's one document: its id is its outlet, except for `unknown`. */
export function document(id: string): Document {
  return {
    id,
    path: `${id}.txt`,
    title: `From ${id}`,
    published: null,
    publishedBasis: 'none',
    source: id === 'unknown' ? null : id,
    url: null,
    language: 'en',
    sha256: '0'.repeat(64),
  };
}

export function file(assertions: readonly Assertion[], actors: readonly Actor[] = []): GraphFile {
  const given = new Map(actors.map((a) => [a.id, a]));
  const ids = [...new Set(assertions.flatMap((a) => [a.source, a.target]))].sort();
  const documents = [...new Set(assertions.flatMap((a) => a.evidence.map((e) => e.document)))].sort();
  return {
    format: 'entente/1',
    generator: { name: 'entente', version: '0', ontology: '0' },
    documents: documents.map(document),
    actors: ids.map((id) => given.get(id) ?? actor(id)),
    assertions,
    edits: [],
  };
}

export function corpus(assertions: readonly Assertion[], actors: readonly Actor[] = []): Corpus {
  return corpusOf(file(assertions, actors), 'test.json');
}
