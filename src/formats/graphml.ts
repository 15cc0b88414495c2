/**
 * GraphML (http://graphml.graphdrawing.org/specification.html), a multigraph: an edge a tie, told apart by
 * id, with typed keys. All edges are directed, those of symmetric relations too (key `symmetric`): NetworkX
 * and igraph refuse or misread a graph that has both.
 *
 * It cannot hold: time of its own (`start` and `end` are keys with the first and the last day; `spells` has
 * them all in EDTF), evidence beyond the surest quote and the list of documents, texts of documents.
 */
import type { Actor, GraphFile, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { spellsText, tieDays } from './tie-days.ts';
import { type TieEvidence, evidenceFinder } from './tie-evidence.ts';
import { escapeXml } from './xml-escape.ts';

type Value = string | number | null;
type Key = readonly [name: string, type: 'string' | 'int' | 'double' | 'boolean'];

const NODE_KEYS: readonly Key[] = [
  ['label', 'string'],
  ['type', 'string'],
  ['subtype', 'string'],
  ['iso3', 'string'],
  ['aliases', 'string'],
];
const EDGE_KEYS: readonly Key[] = [
  ['relation', 'string'],
  ['label', 'string'],
  ['symmetric', 'boolean'],
  ['sign', 'int'],
  ['weight', 'double'],
  ['start', 'string'],
  ['end', 'string'],
  ['spells', 'string'],
  ['statuses', 'string'],
  ['sources', 'int'],
  ['confidence', 'double'],
  ['quote', 'string'],
  ['documents', 'string'],
];

/** Writes actors and ties; by default all ties of the graph. */
export function writeGraphml(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): string {
  const evidenceOf = evidenceFinder(graph);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...NODE_KEYS.map((key) => keyElement('node', key)),
    ...EDGE_KEYS.map((key) => keyElement('edge', key)),
    ' <graph id="entente" edgedefault="directed">',
    ...graph.actors.map(node),
    ...ties.map((tie) => edge(tie, evidenceOf(tie))),
    ' </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** Two keys of one name, for nodes and for edges, need two ids. */
function keyElement(owner: 'node' | 'edge', [name, type]: Key): string {
  return ` <key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`;
}

function node({ id, name, type, subtype, iso3, aliases }: Actor): string {
  const values = [name, type, subtype, iso3 ?? null, aliases.join('; ')];
  return `  <node id="${escapeXml(id)}">${data('node', NODE_KEYS, values)}</node>`;
}

function edge(tie: Tie, { quote, documents }: TieEvidence): string {
  const { label, symmetric } = relationSpec(tie.relation);
  const { start, end } = tieDays(tie);
  const values = [
    tie.relation,
    label,
    String(symmetric === true),
    tie.sign,
    Math.max(1, tie.sources),
    start,
    end,
    spellsText(tie.spells),
    tie.statuses.join('; '),
    tie.sources,
    tie.confidence,
    quote,
    documents.join('; '),
  ];
  return (
    `  <edge id="${escapeXml(tie.id)}" source="${escapeXml(tie.source)}" target="${escapeXml(tie.target)}"` +
    `>${data('edge', EDGE_KEYS, values)}</edge>`
  );
}

function data(owner: 'node' | 'edge', keys: readonly Key[], values: readonly Value[]): string {
  return keys
    .map(([name], i) => {
      const value = values[i] ?? null;
      if (value === null || value === '') return '';
      return `<data key="${owner}-${name}">${escapeXml(String(value))}</data>`;
    })
    .join('');
}
