import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeGexf } from '../../../src/formats/gexf.ts';
import { writeGraphml } from '../../../src/formats/graphml.ts';
import { NotThisFormat } from '../../../src/formats/in/imported.ts';
import type { Actor, GraphFile } from '../../../src/model/index.ts';
import { foldTies } from '../../../src/ties/fold.ts';
import { anyGraph } from '../graphs.ts';
import { read } from './reading.ts';

const NODES = '<nodes><node id="0" label="Niger"/><node id="1" label="FRA"/></nodes>';
const gexf = (edges: string, attributes = '') =>
  `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3"><graph mode="dynamic">${attributes}${NODES}<edges>${edges}</edges></graph></gexf>`;
const edge = (rest: string, inner = '') => `<edge id="e" source="0" target="1" ${rest}>${inner}</edge>`;
const RELATION = '<attributes class="edge"><attribute id="7" title="Relation"/></attributes>';

describe('GEXF', () => {
  test.each<[name: string, text: string, claims: string[]]>([
    ['a static edge', gexf(edge('kind="expelled"')), ['country:NER expelled country:FRA  actual']],
    ['a label', gexf(edge('label="accuses or criticises"')), ['country:NER accuses country:FRA  actual']],
    [
      'an attribute by its title',
      gexf(edge('', '<attvalues><attvalue for="7" value="expelled"/></attvalues>'), RELATION),
      ['country:NER expelled country:FRA  actual'],
    ],
    [
      'start and end',
      gexf(edge('kind="allied-with" start="2018-01-01" end="2019-12-31"')),
      ['country:FRA allied-with country:NER 2018-01-01/2019-12-31 actual'],
    ],
    [
      'an open end',
      gexf(edge('kind="allied-with" start="2018.0"')),
      ['country:FRA allied-with country:NER 2018/.. actual'],
    ],
    [
      'spells',
      gexf(
        edge(
          'kind="allied-with"',
          '<spells><spell start="2018" end="2019"/><spell start="2021-03-01T00:00:00"/></spells>',
        ),
      ),
      [
        'country:FRA allied-with country:NER 2018/2019 actual',
        'country:FRA allied-with country:NER 2021-03-01/.. actual',
      ],
    ],
    [
      'a day of an event',
      gexf(edge('kind="expelled" start="2023-12-22" end="2023-12-22"')),
      ['country:NER expelled country:FRA 2023-12-22 actual'],
    ],
  ])('reads %s', (_, text, claims) => {
    const reading = read('gexf', text);
    expect(reading.claims).toEqual(claims);
    expect(reading.left).toEqual([]);
  });

  test.each<[name: string, edges: string, reason: RegExp]>([
    ['an unknown relation', edge('label="friend"'), /relation is not in the ontology/],
    ['an edge to nowhere', '<edge source="0" target="9" kind="expelled"/>', /node that is not there/],
    ['an edge to itself', '<edge source="0" target="0" kind="expelled"/>', /same actor/],
    ['a reversed interval', edge('kind="allied-with" start="2020" end="2018"'), /ends before it begins/],
    ['a year out of range', edge('kind="allied-with" start="0018"'), /out of range/],
    ['a time that is no date', edge('kind="allied-with" start="12.5"'), /none of EDTF/],
  ])('counts %s and goes on', (_, edges, reason) => {
    const { claims, imported } = read('gexf', gexf(edges + edge('kind="expelled" start="2022" end="2022"')));
    expect(claims).toEqual(['country:NER expelled country:FRA 2022 actual']);
    expect(imported.tally).toMatchObject([{ rows: 1 }]);
    expect(imported.tally[0]!.reason).toMatch(reason);
  });
});

describe('GraphML', () => {
  const graphml = (inner: string) =>
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="name"/><key id="d1" for="edge" attr.name="relation"><default>expelled</default></key><key id="d2" for="edge" attr.name="start"/><graph edgedefault="directed"><node id="a"><data key="d0">Niger</data></node><node id="b"><data key="d0">France</data></node>${inner}</graph></graphml>`;

  test.each<[name: string, inner: string, claim: string]>([
    [
      'keys',
      '<edge source="a" target="b"><data key="d1">allied-with</data><data key="d2">2018</data></edge>',
      'country:FRA allied-with country:NER 2018/.. actual',
    ],
    ['defaults of keys', '<edge source="a" target="b"/>', 'country:NER expelled country:FRA  actual'],
    [
      'references to characters',
      '<edge source="a" target="b"><data key="d1">cooperates&#45;with</data></edge>',
      'country:FRA cooperates-with country:NER  actual',
    ],
  ])('reads %s', (_, inner, claim) => {
    expect(read('graphml', graphml(inner)).claims).toEqual([claim]);
  });
});

describe('hostile and broken XML', () => {
  const lol = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  test.each<[name: string, text: string, message: RegExp]>([
    [
      'entities that expand',
      `<?xml version="1.0"?>${lol}<gexf>&b;</gexf>`,
      /f\.xml:1: a document type .* is not read/,
    ],
    [
      'an external entity',
      '<!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf>&x;</gexf>',
      /document type/,
    ],
    [
      'an external document type',
      '<!DOCTYPE gexf SYSTEM "http://example.org/x.dtd"><gexf/>',
      /document type/,
    ],
    ['an entity that nobody declared', gexf(edge('label="&b;"')), /f\.xml:1:\d+: undefined entity/],
    ['an end that is missing', gexf(edge('')).slice(0, -20), /f\.xml:/],
    ['no XML at all', 'source,target\n', /f\.xml:/],
    ['another document', '<html><body/></html>', /begins with <html>/],
    ['a graph without nodes', '<gexf><graph><nodes/></graph></gexf>', /no nodes/],
    ['elements without end', `<gexf><nodes><node id="1">${'<a>'.repeat(5000)}`, /too deep/],
  ])('refuses %s', (_, text, message) => {
    expect(() => read('gexf', text, { file: 'f.xml' })).toThrow(NotThisFormat);
    expect(() => read('gexf', text, { file: 'f.xml' })).toThrow(message);
  });
});

/** XML has no form for most control characters. */
const writable = anyGraph.filter(
  // eslint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
  (graph) => !/[\x00-\x1f\ufffe\uffff]|\p{Cs}|; /u.test(graph.actors.map(({ name }) => name).join('')),
);

function heldTies(graph: GraphFile) {
  return foldTies(graph.assertions)
    .filter((tie) => tie.source !== tie.target)
    .map(({ id, sign, statuses, spells }) => ({
      id,
      sign,
      statuses,
      spells: spells.map(({ from, to }) => [from, to]),
    }));
}

function sorted(actors: readonly Actor[]): Actor[] {
  return [...actors].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe.each([
  ['gexf', writeGexf],
  ['graphml', writeGraphml],
] as const)('a %s file that Entente wrote', (format, write) => {
  test('gives back the actors, and who is tied to whom, how, and in what statuses', () => {
    fc.assert(
      fc.property(writable, (graph) => {
        const again = read(format, write(graph)).graph;
        expect(sorted(again.actors)).toEqual(sorted(graph.actors));
        const outline = (ties: ReturnType<typeof heldTies>) => ties.map(({ spells: _, ...rest }) => rest);
        expect(outline(heldTies(again))).toEqual(outline(heldTies(graph)));
      }),
    );
  });

  test('gives back the dates as well, once what the format cannot hold is gone', () => {
    fc.assert(
      fc.property(writable, (graph) => {
        const once = read(format, write(graph)).graph;
        const twice = read(format, write(once)).graph;
        expect(heldTies(twice)).toEqual(heldTies(once));
      }),
    );
  });

  test('keeps dates as precise as they are', () => {
    const [graph] = fc.sample(writable, 1);
    const [a, b] = ['country:FRA', 'country:NER'];
    const claim = (relation: string, when: string) => ({ relation, when });
    const claims = [
      claim('allied-with', '2018/2020'),
      claim('allied-with', '2023-07~/..'),
      claim('met-with', '2024-03'),
      claim('supports', '[..2024-03]'),
    ];
    const actors = [a, b].map((id): Actor => ({ id, name: id, type: 'country', subtype: null, aliases: [] }));
    const document = { ...graph!.documents[0]!, id: 'd' };
    const assertions = claims.map(({ relation, when }, i) => ({
      id: `a${i}`,
      source: a,
      relation,
      target: b,
      status: 'actual' as const,
      when,
      whenBasis: 'text' as const,
      reported: null,
      topics: [],
      confidence: 1,
      evidence: [
        { document: 'd', start: 0, end: 1, quote: 'x', source: [], target: [], reader: 't', confidence: 1 },
      ],
    }));
    const { text: _, ...plain } = document;
    const file: GraphFile = { ...graph!, documents: [plain], actors, assertions };
    expect(heldTies(read(format, write(file)).graph)).toEqual(heldTies(file));
  });
});
