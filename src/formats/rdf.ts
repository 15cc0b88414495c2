/**
 * A graph as RDF resources, for Turtle and JSON-LD alike. Provenance is PROV-O (https://www.w3.org/TR/prov-o/):
 * an assertion is an entity derived from a document, attributed to the reader that found it. Its evidence is
 * the part of the document that a Web Annotation selector picks (https://www.w3.org/TR/annotation-model/):
 * by its words, and by its place where the text is at hand, in code points as the standard counts.
 * Ties are resources with their spells; those that are facts are also plain triples, actor – relation – actor.
 *
 * Names are URNs, so that no host is asked for them. Dates are EDTF literals, as precise as they are.
 * It cannot hold: texts of documents, edits.
 */
import type { Actor, ActorType, Assertion, Document, Evidence, GraphFile, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';

export const PREFIXES = {
  ent: 'urn:entente:ns:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
} as const;

/** `prefix:name` of `PREFIXES`. */
export type Name = `${keyof typeof PREFIXES}:${string}`;

/** What a property points at: a thing of ours by its URN, a thing of a vocabulary, or a value. */
export type Value =
  | { readonly kind: 'urn'; readonly urn: string }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'literal'; readonly text: string; readonly type: Name | null };

export interface Resource {
  readonly subject: Exclude<Value, { kind: 'literal' }>;
  readonly types: readonly Name[];
  /** Each with at least one value, none twice. */
  readonly properties: readonly (readonly [Name, readonly Value[]])[];
}

const CLASSES: Readonly<Record<ActorType, Name>> = {
  country: 'ent:Country',
  organisation: 'ent:Organisation',
  mission: 'ent:Mission',
  person: 'ent:Person',
};

/** All that a graph says; by default all its ties. */
export function resourcesOf(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): Resource[] {
  const texts = new Map(graph.documents.map(({ id, text }) => [id, text]));
  const facts = factsByActor(ties);
  const relations = new Set([...ties, ...graph.assertions].map(({ relation }) => relation));
  const readers = new Set(graph.assertions.flatMap((a) => a.evidence.map((e) => e.reader)));
  return [
    ...[...relations].sort().map(relationResource),
    ...[...readers]
      .sort()
      .map((reader) =>
        resource(urn('reader', reader), ['prov:SoftwareAgent'], { 'rdfs:label': [text(reader)] }),
      ),
    ...graph.actors.map((actor) => actorResource(actor, facts.get(actor.id) ?? {})),
    ...graph.documents.map(documentResource),
    ...graph.assertions.flatMap((assertion) => assertionResources(assertion, texts)),
    ...ties.flatMap(tieResources),
  ];
}

function relationResource(id: string): Resource {
  const { label, sign, symmetric, plover, cameo } = relationSpec(id);
  return resource({ kind: 'name', name: `ent:${id}` }, ['rdf:Property'], {
    'rdfs:label': [text(label)],
    'ent:sign': [integer(sign)],
    'ent:symmetric': [symmetric ? typed('true', 'xsd:boolean') : null],
    'ent:plover': [text(plover)],
    'ent:cameo': (cameo ?? []).map(text),
  });
}

/** What each actor does, as properties of its own, by its id. */
function factsByActor(ties: readonly Tie[]): Map<string, Record<Name, Value[]>> {
  const facts = new Map<string, Record<Name, Value[]>>();
  for (const { source, relation, target, statuses } of ties) {
    if (!statuses.includes('actual')) continue;
    const own = facts.get(source) ?? {};
    (own[`ent:${relation}`] ??= []).push(urn('actor', target));
    facts.set(source, own);
  }
  return facts;
}

function actorResource(
  { id, name, type, subtype, aliases, iso3, parents, represents }: Actor,
  facts: Record<Name, Value[]>,
): Resource {
  return resource(urn('actor', id), [CLASSES[type], 'prov:Agent'], {
    'rdfs:label': [text(name)],
    'skos:altLabel': aliases.map(text),
    'ent:id': [text(id)],
    'ent:subtype': [text(subtype)],
    'ent:iso3': [text(iso3)],
    'ent:parent': (parents ?? []).map((parent) => urn('actor', parent)),
    'ent:represents': [represents ? urn('actor', represents) : null],
    ...facts,
  });
}

function documentResource({
  id,
  path,
  title,
  published,
  source,
  url,
  language,
  sha256,
  copyOf,
}: Document): Resource {
  return resource(urn('document', id), ['prov:Entity', 'ent:Document'], {
    'dcterms:title': [text(title)],
    'dcterms:identifier': [text(path)],
    'dcterms:issued': [date(published)],
    'dcterms:publisher': [text(source)],
    'dcterms:source': [url === null ? null : typed(url, 'xsd:anyURI')],
    'dcterms:language': [text(language)],
    'ent:sha256': [text(sha256)],
    'prov:wasQuotedFrom': [copyOf ? urn('document', copyOf) : null],
  });
}

function assertionResources(
  assertion: Assertion,
  texts: ReadonlyMap<string, string | undefined>,
): Resource[] {
  const { id, source, relation, target, status, when, whenBasis, reported, topics, confidence, evidence } =
    assertion;
  const parts = evidence.map((one, i) => evidenceResources(one, `${id}:${i}`, texts.get(one.document)));
  return [
    resource(urn('assertion', id), ['prov:Entity', 'ent:Assertion'], {
      'ent:source': [urn('actor', source)],
      'ent:relation': [{ kind: 'name', name: `ent:${relation}` }],
      'ent:target': [urn('actor', target)],
      'ent:status': [text(status)],
      'ent:when': [date(when)],
      'ent:whenBasis': [text(whenBasis)],
      'ent:reported': [date(reported)],
      'ent:topic': topics.map(text),
      'ent:confidence': [decimal(confidence)],
      'prov:wasDerivedFrom': evidence.map(({ document }) => urn('document', document)),
      'prov:wasAttributedTo': evidence.map(({ reader }) => urn('reader', reader)),
      'ent:evidence': parts.map(([part]) => part!.subject),
    }),
    ...parts.flat(),
  ];
}

/** The part of a document, and the selectors that pick it. */
function evidenceResources(
  { document, start, end, quote, reader, confidence, speaker }: Evidence,
  id: string,
  body: string | undefined,
): Resource[] {
  const words = resource(urn('quote', id), ['oa:TextQuoteSelector'], { 'oa:exact': [text(quote)] });
  const place =
    body === undefined
      ? []
      : [
          resource(urn('position', id), ['oa:TextPositionSelector'], {
            'oa:start': [integer(codePoints(body, start))],
            'oa:end': [integer(codePoints(body, end))],
          }),
        ];
  const part = resource(urn('evidence', id), ['oa:SpecificResource', 'prov:Entity'], {
    'oa:hasSource': [urn('document', document)],
    'oa:hasSelector': [words, ...place].map(({ subject }) => subject),
    'prov:wasAttributedTo': [urn('reader', reader)],
    'ent:confidence': [decimal(confidence)],
    'ent:speaker': speaker ? [text(speaker.words)] : [],
  });
  return [part, words, ...place];
}

function tieResources(tie: Tie): Resource[] {
  const spells = tie.spells.map(({ from, to, openedBy, closedBy }, i) =>
    resource(urn('spell', `${tie.id}:${i}`), ['ent:Spell'], {
      'ent:from': [date(from)],
      'ent:to': [date(to)],
      'ent:openedBy': openedBy.map((id) => urn('assertion', id)),
      'ent:closedBy': closedBy.map((id) => urn('assertion', id)),
    }),
  );
  return [
    resource(urn('tie', tie.id), ['prov:Entity', 'ent:Tie'], {
      'ent:source': [urn('actor', tie.source)],
      'ent:relation': [{ kind: 'name', name: `ent:${tie.relation}` }],
      'ent:target': [urn('actor', tie.target)],
      'ent:sign': [integer(tie.sign)],
      'ent:status': tie.statuses.map(text),
      'ent:sources': [integer(tie.sources)],
      'ent:confidence': [decimal(tie.confidence)],
      'ent:spell': spells.map(({ subject }) => subject),
      'ent:opposedBy': tie.opposing.map((id) => urn('assertion', id)),
      'prov:wasDerivedFrom': tie.supporting.map((id) => urn('assertion', id)),
    }),
    ...spells,
  ];
}

function resource(
  subject: Resource['subject'],
  types: readonly Name[],
  properties: Readonly<Record<Name, readonly (Value | null)[]>>,
): Resource {
  const held = (Object.keys(properties) as Name[]).flatMap((name) => {
    const values = properties[name]!.filter((value) => value !== null);
    const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
    return distinct.size === 0 ? [] : [[name, [...distinct.values()]] as const];
  });
  return { subject, types, properties: held };
}

function urn(kind: string, id: string): { readonly kind: 'urn'; readonly urn: string } {
  const escaped = encodeURIComponent(wellFormed(id)).replaceAll('%3A', ':');
  return { kind: 'urn', urn: `urn:entente:${kind}:${escaped}` };
}

function text(value: string | null | undefined): Value | null {
  return value === null || value === undefined
    ? null
    : { kind: 'literal', text: wellFormed(value), type: null };
}

function date(edtf: string | null): Value | null {
  return edtf === null ? null : typed(edtf, 'edtf:EDTF');
}

function integer(value: number): Value {
  return typed(String(value), 'xsd:integer');
}

/** A share; decimals have no exponents. */
function decimal(value: number): Value {
  const plain = String(value);
  return typed(plain.includes('e') ? value.toFixed(20) : plain, 'xsd:decimal');
}

function typed(value: string, type: Name): Value {
  return { kind: 'literal', text: wellFormed(value), type };
}

/** Half a character is none: UTF-8 cannot hold it. */
function wellFormed(value: string): string {
  return value.replace(/\p{Cs}/gu, '\uFFFD');
}

/** How many code points stand before a UTF-16 offset. */
function codePoints(body: string, offset: number): number {
  let count = 0;
  for (let i = 0; i < offset; i += body.codePointAt(i)! > 0xffff ? 2 : 1) count++;
  return count;
}
