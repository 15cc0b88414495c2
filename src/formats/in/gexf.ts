/**
 * GEXF, static or dynamic: `start`, `end` and `spells` of edges, attributes by their titles, `kind` and
 * the attribute `relation` as the relation. Attributes that change over time count with their last value.
 *
 * A file that Entente wrote gives back its actors (without parents and offices) and ties with their
 * dates in EDTF and statuses. GEXF does not hold: the documents and the evidence beyond one quote, what
 * closed a spell, dates of what is only planned, alleged or denied, spells "on or before" that ended.
 */
import { GraphElements } from './graph-elements.ts';
import { NotThisFormat, type TextReader } from './imported.ts';
import type { KnownWorld } from './known-actors.ts';
import { type XmlElement, XmlReader, childrenOf } from './xml.ts';

/** Reads a GEXF file. */
export function gexfReader(file: string, world: KnownWorld, map: ReadonlyMap<string, string>): TextReader {
  const elements = new GraphElements(file, 'gexf/1', world, map);
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  let isGexf = false;
  const xml = new XmlReader(file, {
    whole: new Set(['attributes', 'node', 'edge']),
    onStart: (name) => {
      if (name === 'gexf') isGexf = true;
      else if (!isGexf) throw notGexf(file, name);
    },
    onElement: (element) => {
      if (!isGexf) throw notGexf(file, element.name);
      if (element.name === 'attributes') readTitles(element, titles);
      else if (element.name === 'node') elements.node(partsOf(element, titles.node));
      else elements.edge({ ...partsOf(element, titles.edge), ...endsOf(element), spells: spellsOf(element) });
    },
  });
  return {
    push: (text) => xml.push(text),
    finish: (sha256) => {
      xml.finish();
      return elements.finish(sha256);
    },
  };
}

function notGexf(file: string, found: string): NotThisFormat {
  return new NotThisFormat(`${file}: no GEXF: it begins with <${found}>, expected <gexf>`);
}

function readTitles(
  { attributes, children }: XmlElement,
  titles: Readonly<Record<'node' | 'edge', Map<string, string>>>,
): void {
  const into = attributes.class === 'edge' ? titles.edge : titles.node;
  for (const { name, attributes: given } of children) {
    if (name === 'attribute' && given.id !== undefined)
      into.set(given.id, (given.title ?? given.id).toLowerCase());
  }
}

function partsOf(element: XmlElement, titles: ReadonlyMap<string, string>) {
  const { attributes, line, offset } = element;
  const values = new Map<string, string>();
  for (const { attributes: given } of childrenOf(element, 'attvalue', 'attvalues')) {
    const key = given.for ?? given.id ?? '';
    values.set(titles.get(key) ?? key.toLowerCase(), given.value ?? '');
  }
  return { id: attributes.id ?? '', label: attributes.label ?? '', values, line, offset };
}

function endsOf({ attributes }: XmlElement) {
  return { source: attributes.source ?? '', target: attributes.target ?? '', kind: attributes.kind ?? '' };
}

function spellsOf(element: XmlElement): [string, string][] {
  const all = [element, ...childrenOf(element, 'spell', 'spells')];
  return all
    .map(({ attributes: a }): [string, string] => [a.start ?? a.startopen ?? '', a.end ?? a.endopen ?? ''])
    .filter(([start, end]) => start !== '' || end !== '');
}
