/**
 * GEXF 1.3 for Gephi: a dynamic graph whose edges live in the spells of their ties.
 * https://gexf.net/schema.html
 */
import type { Actor, GraphFile, Sign, Spell, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { foldTies } from '../ties/fold.ts';
import { bounds } from '../time/edtf.ts';

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
] as const;

/** Writes all actors and ties. Undated ties have no spells: Gephi shows them at all times. */
export function writeGexf(graph: GraphFile): string {
  const { name, version } = graph.generator;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    ` <meta><creator>${escape(`${name} ${version}`)}</creator></meta>`,
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
    ...foldTies(graph.assertions).map(edge),
    '  </edges>',
    ' </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function node(actor: Actor): string {
  const values = [actor.type, actor.subtype, actor.iso3 ?? null, actor.aliases.join('; ')];
  return [
    `   <node id="${escape(actor.id)}" label="${escape(actor.name)}">`,
    ...attributeValues(NODE_ATTRIBUTES, values),
    colour(ACTOR_COLOURS[actor.type]),
    '   </node>',
  ].join('\n');
}

function edge(tie: Tie): string {
  const spec = relationSpec(tie.relation);
  const values = [tie.relation, tie.sign, tie.statuses.join('; '), tie.sources, tie.confidence];
  const spells = tie.spells.map(spell).filter((written) => written !== null);
  return [
    `   <edge id="${escape(tie.id)}" source="${escape(tie.source)}" target="${escape(tie.target)}"` +
      ` type="${spec.symmetric ? 'undirected' : 'directed'}" kind="${escape(tie.relation)}"` +
      ` label="${escape(spec.label)}" weight="${Math.max(1, tie.sources)}">`,
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
      : [`<attvalue for="${name}" value="${escape(String(value))}"/>`];
  });
  return [`    <attvalues>${written.join('')}</attvalues>`];
}

/** GEXF knows days only: the first possible day to the last. Null where nothing dates the spell. */
function spell({ from, to }: Spell): string | null {
  const start = from === null ? null : bounds(from).earliest;
  // "On or before" has no first day: what is sure is the last.
  const known = start ?? (from === null ? null : bounds(from).latest);
  const end = to === null ? null : bounds(to).latest;
  const isInOrder = known === null || end === null || known <= end;
  if (known === null && end === null) return null;
  const attributes = [isInOrder && known && `start="${known}"`, end && `end="${end}"`].filter(Boolean);
  return `     <spell ${attributes.join(' ')}/>`;
}

function colour([r, g, b]: Colour): string {
  return `    <viz:color r="${r}" g="${g}" b="${b}"/>`;
}

/** XML has no way to write most control characters, not even escaped. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
      .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
  );
}
