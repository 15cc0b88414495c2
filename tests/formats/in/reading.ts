/** Reads a literal file with a reader; the whole at once or in small pieces. */
import { graphOf, type Imported, type TextReader } from '../../../src/formats/in/imported.ts';
import { READERS, type ReadFormat } from '../../../src/formats/in/formats.ts';
import { readGraph, writeGraph } from '../../../src/formats/json.ts';
import type { Assertion, GraphFile } from '../../../src/model/index.ts';
import { lookup, shipped } from '../../ontology/tables.ts';

const GENERATOR = { name: 'entente', version: '0.0.0', ontology: '1' };
export const world = { knowledge: shipped, lookup };

export interface Reading {
  readonly imported: Imported;
  readonly graph: GraphFile;
  /** `country:FRA met-with country:DEU 2018-06-01 actual`, in order of the ids. */
  readonly claims: readonly string[];
  /** `reason: rows`. */
  readonly left: readonly string[];
}

export interface Options {
  readonly file?: string;
  readonly minEvents?: number;
  readonly map?: Readonly<Record<string, string>>;
  /** UTF-16 units a piece. */
  readonly piece?: number;
}

/** Reads a text; the graph is one that `readGraph` accepts, or this throws. */
export function read(format: ReadFormat, text: string, options: Options = {}): Reading {
  const { file = 'events.txt', minEvents = 1, map = {}, piece = text.length || 1 } = options;
  const reader: TextReader = READERS[format]({ file, world, minEvents, map: new Map(Object.entries(map)) });
  for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
  const imported = reader.finish('b'.repeat(64));
  const graph = readGraph(writeGraph(graphOf(imported, GENERATOR)), 'imported');
  return {
    imported,
    graph,
    claims: graph.assertions.map(claimOf),
    left: imported.tally.map(({ reason, rows }) => `${reason}: ${rows}`),
  };
}

function claimOf({ source, relation, target, when, status }: Assertion): string {
  return [source, relation, target, when, status].join(' ');
}

export function tabs(...rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
