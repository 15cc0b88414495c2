import { readFileSync } from 'node:fs';
import { AMBIGUOUS, KNOWLEDGE_FILES, parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';

/** The files of `data/` as they ship, by name. */
export const shippedFiles: Readonly<Record<string, string>> = Object.fromEntries(
  [...KNOWLEDGE_FILES, AMBIGUOUS].map((name) => [
    name,
    readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'),
  ]),
);

export const shipped = parseKnowledge(shippedFiles);
export const lookup = compileLookup(shipped);

/** A table from rows of cells, with the header of that file. */
export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => cells.join('\t')).join('\n');
}
