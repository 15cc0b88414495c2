/**
 * GEXF 1.3 for Gephi: a dynamic graph whose edges live in the spells of their ties.
 * https://gexf.net/schema.html
 *
 * It cannot hold: dates less precise than a day (a spell is the first possible day to the last; the
 * attribute `dates` has it in EDTF), evidence beyond the surest quote and the list of documents, texts.
 */
import type { Actor, GraphFile, Sign, Spell, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { spellDays, spellsText } from './tie-days.ts';
import { type TieEvidence, evidenceFinder } from './tie-evidence.ts';
import { escapeXml } from './xml-escape.ts';

type Colour = readonly [r: number, g: number, b: number];
const SIGN_COLOURS: Readonly<Record<Sign, Colour>> = {
  1: [0, 114, 178],
  [-1]: [184, 72, 11],
  0: [95, 102, 114],
};
const ACTOR_COLOURS: Readonly<Record<Actor['type'], Colour>> = {
  country: [68, 119, 170],
  organisation: [34, 136, 51],
  mission: [170, 119, 34],
  person: [136, 136, 136],
};

const NODE_ATTRIBUTES = ['type', 'subtype', 'iso3', 'aliases'] as const;
const EDGE_ATTRIBUTES = [
  ['relation', 'string'],
  ['sign', 'integer'],
  ['statuses', 'string'],
  ['sources', 'integer'],
  ['confidence', 'double'],
  ['dates', 'string'],
  ['quote', 'string'],
  ['documents', 'string'],
] as const;

/** Writes actors and ties, by default all. Undated ties have no spells: Gephi shows them at all times. */
export function writeGexf(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): string {
  const evidenceOf = evidenceFinder(graph);
  const { name, version } = graph.generator;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    ` <meta><creator>${escapeXml(`${name} ${version}`)}</creator></meta>`,
    ' <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">',
    '  <attributes class="node" mode="static">',
    ...NODE_ATTRIBUTES.map((title) => `   <attribute id="${title}" title="${title}" type="string"/>`),
    '  </attributes>',
    '  <attributes class="edge" mode="static">',
    ...EDGE_ATTRIBUTES.map(
      ([title, type]) => `   <attribute id="${title}" title="${title}" type="${type}"/>`,
    ),
    '  </attributes>',
    '  <nodes>',
    ...graph.actors.map(node),
    '  </nodes>',
    '  <edges>',
    ...ties.map((tie) => edge(tie, evidenceOf(tie))),
    '  </edges>',
    ' </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function node(actor: Actor): string {
  const values = [actor.type, actor.subtype, actor.iso3 ?? null, actor.aliases.join('; ')];
  return [
    `   <node id="${escapeXml(actor.id)}" label="${escapeXml(actor.name)}">`,
    ...attributeValues(NODE_ATTRIBUTES, values),
    colour(ACTOR_COLOURS[actor.type]),
    '   </node>',
  ].join('\n');
}

function edge(tie: Tie, { quote, documents }: TieEvidence): string {
  const spec = relationSpec(tie.relation);
  const values = [
    tie.relation,
    tie.sign,
    tie.statuses.join('; '),
    tie.sources,
    tie.confidence,
    spellsText(tie.spells),
    quote,
    documents.join('; '),
  ];
  const spells = tie.spells.map(spell).filter((written) => written !== null);
  return [
    `   <edge id="${escapeXml(tie.id)}" source="${escapeXml(tie.source)}" target="${escapeXml(tie.target)}"` +
      ` type="${spec.symmetric ? 'undirected' : 'directed'}" kind="${escapeXml(tie.relation)}"` +
      ` label="${escapeXml(spec.label)}" weight="${Math.max(1, tie.sources)}">`,
    ...attributeValues(
      EDGE_ATTRIBUTES.map(([title]) => title),
      values,
    ),
    ...(spells.length > 0 ? ['    <spells>', ...spells, '    </spells>'] : []),
    colour(SIGN_COLOURS[tie.sign]),
    `    <viz:thickness value="${Math.max(1, tie.sources)}"/>`,
    '   </edge>',
  ].join('\n');
}

function attributeValues(names: readonly string[], values: readonly (string | number | null)[]): string[] {
  const written = names.flatMap((name, index) => {
    const value = values[index] ?? null;
    return value === null || value === ''
      ? []
      : [`<attvalue for="${name}" value="${escapeXml(String(value))}"/>`];
  });
  return [`    <attvalues>${written.join('')}</attvalues>`];
}

/** GEXF knows days only: the first possible day to the last. Null where nothing dates the spell. */
function spell(one: Spell): string | null {
  const days = spellDays(one);
  if (!days) return null;
  const attributes = [days.start && `start="${days.start}"`, days.end && `end="${days.end}"`].filter(Boolean);
  return `     <spell ${attributes.join(' ')}/>`;
}

function colour([r, g, b]: Colour): string {
  return `    <viz:color r="${r}" g="${g}" b="${b}"/>`;
}
