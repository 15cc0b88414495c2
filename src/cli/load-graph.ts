/** A graph file from disk. */
import { readFileSync } from 'node:fs';
import { readGraph } from '../formats/json.ts';
import type { StoredGraph } from '../model/index.ts';
import { NothingDone } from './command.ts';

/** Reads and checks a graph file. Throws `NothingDone` or `BrokenGraph`, which name the file. */
export function loadGraph(path: string): StoredGraph {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message;
    throw new NothingDone(`${path}: ${reason}: make a graph with: entente extract PATH… -o ${path}`);
  }
  return readGraph(text, path);
}
