/**
 * A Cypher script for Neo4j, Memgraph and others (openCypher 9; the constraints are Neo4j's). Loading it
 * twice changes nothing. Actors and documents are nodes; assertions are nodes between them that carry what
 * one document states; ties are relationships whose type is the relation, so that `(:Actor)-[:EXPELLED]->()`
 * reads as it should.
 *
 * It cannot hold: texts of documents; where in a quote its actors stand; edits; undirected relationships (symmetric ties point from the first actor to the second);
 * dates as dates: they stay EDTF strings, since `2023` is no day.
 */
import type { Actor, ActorType, Assertion, Document, GraphFile, Tie } from '../model/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { spellsText, tieDays } from './tie-days.ts';

/** A value of the script; a map is written with its keys as they stand. */
type Value = string | number | null | readonly Value[] | { readonly [key: string]: Value };

const ROWS_A_STATEMENT = 500;
const LABELS: Readonly<Record<ActorType, string>> = {
  country: 'Country',
  organisation: 'Organisation',
  mission: 'Mission',
  person: 'Person',
};

/** Writes the script; by default all ties of the graph. */
export function writeCypher(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): string {
  return [
    ...['Actor', 'Document', 'Assertion'].map(
      (label) =>
        `CREATE CONSTRAINT entente_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;`,
    ),
    ...(Object.keys(LABELS) as ActorType[]).flatMap((type) => actorStatements(type, graph.actors)),
    ...statements(graph.documents.map(documentRow), 'MERGE (n:Document {id: row.id}) SET n += row'),
    ...assertionStatements(graph.assertions),
    ...tieStatements(ties),
    '',
  ].join('\n');
}

/**
 * A string as a Cypher literal. A backslash before "u" is kept from meaning a code point by writing the "u"
 * as one: older Neo4j replaces `\uXXXX` before it looks where strings end, so that a quoted `\u0027` would
 * end the string.
 */
export function cypherString(text: string): string {
  const escaped = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\\([uU]?)/g, (_, u: string) => `\\\\${u === '' ? '' : codePoint(u)}`)
    .replaceAll("'", "\\'")
    .replaceAll('"', '\\"')
    // Control characters and line ends, those of Unicode too.
    .replace(/[\p{Cc}\u2028\u2029]/gu, codePoint);
  return `'${escaped}'`;
}

function codePoint(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function actorStatements(type: ActorType, actors: readonly Actor[]): string[] {
  const rows = actors.filter((actor) => actor.type === type).map(actorRow);
  return statements(rows, `MERGE (n:Actor {id: row.id}) SET n:${LABELS[type]}, n += row`);
}

function actorRow({ id, name, type, subtype, aliases, iso3, parents, represents }: Actor): Value {
  return {
    id,
    name,
    type,
    subtype,
    aliases,
    iso3: iso3 ?? null,
    parents: parents ?? [],
    represents: represents ?? null,
  };
}

function documentRow(document: Document): Value {
  const { id, path, title, published, publishedBasis, source, url, language, sha256, copyOf } = document;
  return {
    id,
    path,
    title,
    published,
    publishedBasis,
    source,
    url,
    language,
    sha256,
    copyOf: copyOf ?? null,
  };
}

function assertionStatements(assertions: readonly Assertion[]): string[] {
  const rows = assertions.map(
    ({ id, source, relation, target, status, when, whenBasis, reported, topics, confidence }): Value => ({
      source,
      target,
      fields: { id, relation, status, when, whenBasis, reported, topics, confidence },
    }),
  );
  const evidence = assertions.flatMap(({ id, evidence }) =>
    evidence.map(({ document, start, end, quote, reader, confidence, speaker }, index): Value => ({
      assertion: id,
      document,
      index,
      fields: { start, end, quote, reader, confidence, speaker: speaker?.words ?? null },
    })),
  );
  return [
    ...statements(
      rows,
      'MATCH (s:Actor {id: row.source}), (t:Actor {id: row.target}) ' +
        'MERGE (n:Assertion {id: row.fields.id}) SET n += row.fields MERGE (n)-[:SOURCE]->(s) MERGE (n)-[:TARGET]->(t)',
    ),
    ...statements(
      evidence,
      'MATCH (n:Assertion {id: row.assertion}), (d:Document {id: row.document}) ' +
        'MERGE (n)-[e:EVIDENCE {index: row.index}]->(d) SET e += row.fields',
    ),
  ];
}

/** A relationship's type cannot be a parameter: each relation has statements of its own. */
function tieStatements(ties: readonly Tie[]): string[] {
  const relations = [...new Set(ties.map(({ relation }) => relation))].sort();
  return relations.flatMap((relation) => {
    const rows = ties.filter((tie) => tie.relation === relation).map(tieRow);
    const type = relation.replace(/[^a-z0-9]/gi, '_').toUpperCase();
    return statements(
      rows,
      'MATCH (s:Actor {id: row.source}), (t:Actor {id: row.target}) ' +
        `MERGE (s)-[r:${type} {id: row.fields.id}]->(t) SET r += row.fields`,
    );
  });
}

function tieRow(tie: Tie): Value {
  const { id, source, target, sign, spells, statuses, supporting, opposing, sources, confidence } = tie;
  const { start, end } = tieDays(tie);
  const dates = spellsText(spells);
  return {
    source,
    target,
    fields: { id, sign, start, end, spells: dates, statuses, supporting, opposing, sources, confidence },
  };
}

function statements(rows: readonly Value[], action: string): string[] {
  const batches = Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, i) =>
    rows.slice(i * ROWS_A_STATEMENT, (i + 1) * ROWS_A_STATEMENT),
  );
  return batches.map(
    (batch) => `UNWIND [\n${batch.map((row) => `  ${literal(row)}`).join(',\n')}\n] AS row\n${action};`,
  );
}

function literal(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return cypherString(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, field]) => `${key}: ${literal(field)}`)
    .join(', ')}}`;
}
