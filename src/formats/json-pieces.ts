/**
 * The text of a graph file piece by piece, for graphs too large to be one string. The same bytes as
 * `writeGraph`, without its checks: for graphs that are right by how they are made, in canonical order.
 */
import type { Actor, Assertion, Document, GraphFile } from '../model/index.ts';

/** A graph whose assertions come one by one, sorted by id. */
export interface FlowingGraph {
  readonly generator: GraphFile['generator'];
  readonly documents: readonly Document[];
  readonly actors: readonly Actor[];
  readonly assertions: Iterable<Assertion>;
}

const PIECE = 1 << 16;

/** The pieces, some tens of kilobytes each. */
export function* graphPieces({ generator, documents, actors, assertions }: FlowingGraph): Generator<string> {
  yield `{\n "format": "entente/1",\n "generator": ${indented(generator, 1)},\n`;
  yield ` "documents": `;
  yield* list(documents);
  yield `,\n "actors": `;
  yield* list(actors);
  yield `,\n "assertions": `;
  yield* list(assertions);
  yield `,\n "edits": []\n}\n`;
}

function* list(items: Iterable<object>): Generator<string> {
  let piece = '';
  let isEmpty = true;
  for (const item of items) {
    piece += `${isEmpty ? '[' : ','}\n  ${indented(item, 2)}`;
    isEmpty = false;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield isEmpty ? '[]' : `${piece}\n ]`;
}

function indented(value: object, by: number): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(by)}`);
}
