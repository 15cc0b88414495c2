/**
 * GraphML: nodes and edges with typed keys, by the names of the keys. The relation is the key `relation`,
 * else `label` or `type`; dates are the keys `spells` (EDTF) or `start` and `end`.
 *
 * A file that Entente wrote gives back what its GEXF gives back. Hyperedges, ports and nested graphs are
 * not read: nodes within nodes are counted as nodes.
 */
import { GraphElements } from './graph-elements.ts';
import { NotThisFormat, type TextReader } from './imported.ts';
import type { KnownWorld } from './known-actors.ts';
import { type XmlElement, XmlReader, childrenOf } from './xml.ts';

interface Key {
  readonly name: string;
  /** `node`, `edge` or `all`. */
  readonly owner: string;
  readonly fallback: string;
}

/** Reads a GraphML file. */
export function graphmlReader(file: string, world: KnownWorld, map: ReadonlyMap<string, string>): TextReader {
  const elements = new GraphElements(file, 'graphml/1', world, map);
  const keys = new Map<string, Key>();
  let isGraphml = false;
  const xml = new XmlReader(file, {
    whole: new Set(['key', 'node', 'edge']),
    onStart: (name) => {
      if (name === 'graphml') isGraphml = true;
      else if (!isGraphml) throw notGraphml(file, name);
    },
    onElement: (element) => {
      if (!isGraphml) throw notGraphml(file, element.name);
      const { attributes } = element;
      if (element.name === 'key') addKey(element, keys);
      else if (element.name === 'node') elements.node(partsOf(element, keys));
      else {
        const [source, target] = [attributes.source ?? '', attributes.target ?? ''];
        elements.edge({ ...partsOf(element, keys), source, target, kind: '', spells: [] });
      }
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

function notGraphml(file: string, found: string): NotThisFormat {
  return new NotThisFormat(`${file}: no GraphML: it begins with <${found}>, expected <graphml>`);
}

function addKey(element: XmlElement, keys: Map<string, Key>): void {
  const { attributes } = element;
  if (attributes.id === undefined) return;
  const [fallback] = childrenOf(element, 'default', '');
  const name = (attributes['attr.name'] ?? attributes.id).toLowerCase();
  keys.set(attributes.id, { name, owner: attributes.for ?? 'all', fallback: fallback?.text.trim() ?? '' });
}

function partsOf(element: XmlElement, keys: ReadonlyMap<string, Key>) {
  const { attributes, line, offset } = element;
  const values = new Map<string, string>();
  for (const { name, owner, fallback } of keys.values()) {
    if (fallback !== '' && (owner === 'all' || owner === element.name)) values.set(name, fallback);
  }
  for (const { attributes: given, text } of childrenOf(element, 'data', '')) {
    const key = given.key ?? '';
    values.set(keys.get(key)?.name ?? key.toLowerCase(), text);
  }
  const label = values.get('label') ?? values.get('name') ?? '';
  return { id: attributes.id ?? '', label, values, line, offset };
}
