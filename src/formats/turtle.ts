/** RDF 1.1 Turtle (https://www.w3.org/TR/turtle/). What it says, and what it cannot hold: `rdf.ts`. */
import type { GraphFile, Tie } from '../model/index.ts';
import { PREFIXES, type Resource, type Value, resourcesOf } from './rdf.ts';

/** Writes the graph; by default all its ties. */
export function writeTurtle(graph: GraphFile, ties?: readonly Tie[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  return `${[prefixes.join('\n'), ...resourcesOf(graph, ties).map(block)].join('\n\n')}\n`;
}

function block({ subject, types, properties }: Resource): string {
  const lines = [
    `a ${types.join(', ')}`,
    ...properties.map(([name, values]) => `${name} ${values.map(term).join(', ')}`),
  ];
  return `${term(subject)} ${lines.join(' ;\n  ')} .`;
}

function term(value: Value): string {
  switch (value.kind) {
    case 'urn':
      return `<${value.urn}>`;
    case 'name':
      return value.name;
    case 'literal':
      return `"${escaped(value.text)}"${value.type === null ? '' : `^^${value.type}`}`;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
