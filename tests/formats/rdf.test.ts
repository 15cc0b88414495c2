import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { describe, expect, test } from 'vitest';
import { writeJsonld } from '../../src/formats/jsonld.ts';
import { PREFIXES } from '../../src/formats/rdf.ts';
import { writeTurtle } from '../../src/formats/turtle.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { ARTICLE, EXPELLED, SMALL, anyGraph } from './graphs.ts';
import { HOSTILE, HOSTILE_TEXT } from './hostile.ts';

const full = (name: string) => {
  const [prefix, local] = name.split(/:(.*)/) as [keyof typeof PREFIXES, string];
  return `${PREFIXES[prefix]}${local}`;
};

function turtle(graph: GraphFile): Quad[] {
  return new Parser({ format: 'text/turtle' }).parse(writeTurtle(graph));
}

/** What a triple says, apart from how it is written. */
function keyOf({ subject, predicate, object }: Quad): string {
  const type = object.termType === 'Literal' ? object.datatype.value : object.termType;
  return JSON.stringify([subject.value, predicate.value, object.value, type]);
}

async function jsonldKeys(graph: GraphFile): Promise<string[]> {
  const document = JSON.parse(writeJsonld(graph)) as jsonld.JsonLdDocument;
  const refuse = () => Promise.reject(new Error('it must not fetch anything'));
  const quads = (await jsonld.toRDF(document, { documentLoader: refuse })) as unknown as Quad[];
  return quads.map(keyOf).sort();
}

function objects(graph: GraphFile, subject: string, predicate: string): string[] {
  return turtle(graph)
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === full(predicate))
    .map(({ object }) => object.value);
}

describe('RDF', () => {
  test('an assertion is derived from its document, with the quote and its place', () => {
    const assertion = 'urn:entente:assertion:article-1';
    expect(objects(SMALL, assertion, 'prov:wasDerivedFrom')).toEqual(['urn:entente:document:article']);
    expect(objects(SMALL, assertion, 'ent:when')).toEqual(['2023-12']);
    expect(objects(SMALL, assertion, 'ent:confidence')).toEqual(['0.9']);
    const [evidence] = objects(SMALL, assertion, 'ent:evidence');
    const selectors = objects(SMALL, evidence!, 'oa:hasSelector');
    expect(selectors.flatMap((one) => objects(SMALL, one, 'oa:exact'))).toEqual(['Niger expelled France.']);
    expect(selectors.flatMap((one) => objects(SMALL, one, 'oa:start'))).toEqual(['0']);
    expect(selectors.flatMap((one) => objects(SMALL, one, 'oa:end'))).toEqual(['22']);
  });

  test('a fact is also a plain triple, a claim is not', () => {
    const niger = 'urn:entente:actor:country:NER';
    expect(objects(SMALL, niger, 'ent:expelled')).toEqual(['urn:entente:actor:country:FRA']);
    const alleged: GraphFile = { ...SMALL, assertions: [{ ...EXPELLED, status: 'alleged' }] };
    expect(objects(alleged, niger, 'ent:expelled')).toEqual([]);
  });

  test('a wire copy names what it repeats', () => {
    const copy = { ...ARTICLE, id: 'copy', copyOf: ARTICLE.id };
    const graph = { ...SMALL, documents: [ARTICLE, copy] };
    const original = ['urn:entente:document:article'];
    expect(objects(graph, 'urn:entente:document:copy', 'prov:wasQuotedFrom')).toEqual(original);
  });

  test('places count code points, as the standard does; without the text there is none', () => {
    const text = '😀 Niger expelled France.';
    const evidence = [{ ...EXPELLED.evidence[0]!, start: 3, end: 25 }];
    const graph = { ...SMALL, documents: [{ ...ARTICLE, text }], assertions: [{ ...EXPELLED, evidence }] };
    expect(text.slice(3, 25)).toBe('Niger expelled France.');
    expect(objects(graph, 'urn:entente:position:article-1:0', 'oa:start')).toEqual(['2']);
    const { text: _, ...bare } = ARTICLE;
    expect(writeTurtle({ ...SMALL, documents: [bare] })).not.toContain('TextPositionSelector');
  });

  test('hostile text stays text in both', async () => {
    const held = HOSTILE_TEXT.replace('\ud800', '\uFFFD');
    expect(objects(HOSTILE, 'urn:entente:quote:article-1:0', 'oa:exact')).toEqual([held]);
    expect(await jsonldKeys(HOSTILE)).toEqual(turtle(HOSTILE).map(keyOf).sort());
  });

  test('of any graph, JSON-LD and Turtle say the same, and name every record', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const quads = turtle(graph);
        expect(await jsonldKeys(graph)).toEqual(quads.map(keyOf).sort());
        const count = (type: string) =>
          quads.filter((q) => q.predicate.value === full('rdf:type') && q.object.value === full(type)).length;
        expect(count('ent:Assertion')).toBe(graph.assertions.length);
        expect(count('ent:Document')).toBe(graph.documents.length);
        expect(count('prov:Agent')).toBe(graph.actors.length);
        expect(count('ent:Tie')).toBe(foldTies(graph.assertions).length);
      }),
      { numRuns: 40 },
    );
  });
});
