/** The tables of `data/` as text. */
import { readFileSync } from 'node:fs';
import { AMBIGUOUS, KNOWLEDGE_FILES } from '../ontology/knowledge.ts';
import { projectFile } from './root.ts';

/** By file name. Throws where one is missing. */
export function loadKnowledgeFiles(): Record<string, string> {
  return load(KNOWLEDGE_FILES);
}

/** With the tables that only the checks read. */
export function loadCheckedFiles(): Record<string, string> {
  return load([...KNOWLEDGE_FILES, AMBIGUOUS]);
}

function load(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

function read(name: string): string {
  try {
    return readFileSync(projectFile('data', name), 'utf8');
  } catch (error) {
    throw new Error(
      `data/${name} cannot be read (${(error as Error).message}); restore the folder data from the repository`,
      { cause: error },
    );
  }
}
