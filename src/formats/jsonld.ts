/**
 * JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), with its context in it: nothing is fetched to read it.
 * What it says, and what it cannot hold: `rdf.ts`.
 */
import type { GraphFile, Tie } from '../model/index.ts';
import { PREFIXES, type Resource, type Value, resourcesOf } from './rdf.ts';

/** Writes the graph; by default all its ties. */
export function writeJsonld(graph: GraphFile, ties?: readonly Tie[]): string {
  const document = { '@context': PREFIXES, '@graph': resourcesOf(graph, ties).map(node) };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function node({ subject, types, properties }: Resource): object {
  return {
    '@id': subject.kind === 'urn' ? subject.urn : subject.name,
    '@type': types,
    ...Object.fromEntries(properties.map(([name, values]) => [name, values.map(value)])),
  };
}

function value(one: Value): object | string {
  switch (one.kind) {
    case 'urn':
      return { '@id': one.urn };
    case 'name':
      return { '@id': one.name };
    case 'literal':
      return one.type === null ? one.text : { '@value': one.text, '@type': one.type };
  }
}
