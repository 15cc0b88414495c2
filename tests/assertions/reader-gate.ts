import { readFileSync } from 'node:fs';
import { parseSettings, type Gate } from '../../src/reader/reader.ts';

/** The gate in the settings of the shipped reader. */
export function readReaderGate(): Gate {
  const path = 'data/reader/reader.json';
  return parseSettings(readFileSync(path, 'utf8'), path).gate!;
}
