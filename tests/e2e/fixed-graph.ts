/**
 * A small graph written by hand: every type of actor, sign and status, dates of every precision. Unlike the
 * graph of the seeds it does not hang on what the reader finds, so pictures of it stay the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Actor,
  Assertion,
  Document,
  Evidence,
  Span,
  Status,
  StoredGraph,
} from '../../src/model/index.ts';
import { writeGraph } from '../../src/formats/json.ts';

/** Id, title, outlet, date. */
type Article = readonly [string, string, string, string];

/** A line of the table: one assertion of an article. */
interface Row {
  readonly article: string;
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly status: Status;
  readonly when: string | null;
  /** The words for the source in brackets, those for the target in braces. */
  readonly sentence: string;
}

type Columns = [string, string, string, string, string, string, string];

const ACTORS: readonly Actor[] = [
  country('KEN', 'Kenya', 'Nairobi'),
  country('SOM', 'Somalia', 'Mogadishu'),
  country('ETH', 'Ethiopia', 'Addis Ababa'),
  country('UGA', 'Uganda', 'Kampala'),
  country('DJI', 'Djibouti'),
  country('EGY', 'Egypt', 'Cairo'),
  country('TUR', 'Türkiye', 'Ankara', 'Turkey'),
  country('ERI', 'Eritrea', 'Asmara'),
  organisation('african-union', 'African Union', 'AU'),
  organisation('igad', 'Intergovernmental Authority on Development', 'IGAD'),
  organisation('united-nations', 'United Nations', 'UN'),
  {
    id: 'mission:atmis',
    name: 'African Union Transition Mission in Somalia',
    type: 'mission',
    subtype: null,
    aliases: ['ATMIS'],
    parents: ['organisation:african-union'],
  },
  {
    id: 'person:abdi-warsame',
    name: 'Abdi Warsame',
    type: 'person',
    subtype: null,
    aliases: [],
    represents: 'country:SOM',
  },
];

// The sentences in the table are made up: they tell of no event.
const ARTICLES: readonly Article[] = [
  ['harbour', 'Harbour deal sours an old friendship', 'The Harbour Gazette', '2024-01-08'],
  ['mission', 'The mission begins to pack', 'Horn Daily', '2024-03-20'],
  ['summit', 'A summit without handshakes', 'Horn Daily', '2024-05-30'],
  ['members', 'Who sits at the table', 'The Harbour Gazette', '2024-06-11'],
];

/** The fixed graph, written to a file. Returns the path. */
export function writeFixedGraph(path: string): string {
  const rows = readRows();
  const read = ARTICLES.map((article) =>
    readArticle(
      article,
      rows.filter((row) => row.article === article[0]),
    ),
  );
  const graph: StoredGraph = {
    format: 'entente/1',
    generator: { name: 'entente', version: '0.1.0', ontology: '1' },
    documents: read.map(({ document }) => document),
    actors: ACTORS,
    assertions: read.flatMap(({ assertions }) => assertions),
    edits: [],
  };
  writeFileSync(path, writeGraph(graph));
  return path;
}

function readRows(): Row[] {
  const table = readFileSync(join(import.meta.dirname, 'fixed-graph.tsv'), 'utf8');
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [article, source, relation, target, status, when, sentence] = line.split('\t') as Columns;
      return { article, source, relation, target, status: status as Status, when: when || null, sentence };
    });
}

/** The text of an article is its sentences, a paragraph each. */
function readArticle(
  article: Article,
  rows: readonly Row[],
): { document: Document; assertions: Assertion[] } {
  const [id, title, source, published] = article;
  const text = rows.map(({ sentence }) => plain(sentence)).join('\n\n');
  const document: Document = {
    id,
    path: `${id}.txt`,
    title,
    published,
    publishedBasis: 'given',
    source,
    url: `https://example.org/${id}`,
    language: 'en',
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
  };
  return { document, assertions: rows.map((row, index) => assertionOf(row, index, published, text)) };
}

function assertionOf(row: Row, index: number, reported: string, text: string): Assertion {
  const { article, source, relation, target, status, when } = row;
  const quote = plain(row.sentence);
  const start = text.indexOf(quote);
  const confidence = [0.95, 0.85, 0.7, 0.9, 0.6][index % 5]!;
  const evidence: Evidence = {
    document: article,
    start,
    end: start + quote.length,
    quote,
    source: [spanOf(/\[(.+)\]/, row.sentence, start)],
    target: [spanOf(/\{(.+)\}/, row.sentence, start)],
    reader: 'hand/1',
    confidence,
  };
  return {
    id: `${article}-${index}`,
    source,
    relation,
    target,
    status,
    when,
    whenBasis: when === null ? 'document' : 'text',
    reported,
    topics: [],
    confidence,
    evidence: [evidence],
  };
}

/** Where marked words stand in the text whose sentence begins at `start`. */
function spanOf(marked: RegExp, sentence: string, start: number): Span {
  const { index, 1: words } = marked.exec(sentence)!;
  const at = start + plain(sentence.slice(0, index)).length;
  return [at, at + words!.length];
}

function plain(sentence: string): string {
  return sentence.replace(/[[\]{}]/g, '');
}

function country(iso3: string, name: string, ...aliases: readonly string[]): Actor {
  return { id: `country:${iso3}`, name, type: 'country', subtype: null, aliases, iso3 };
}

function organisation(id: string, name: string, alias: string): Actor {
  return { id: `organisation:${id}`, name, type: 'organisation', subtype: 'igo', aliases: [alias] };
}
