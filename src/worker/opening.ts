/**
 * The worker that reads, checks and folds a large graph file. It answers in pieces, since the page stands
 * still while it takes a message in.
 */
import { readGraph } from '../formats/json.ts';
import { tiesOf } from '../ties/fold.ts';
import type { OpeningRequest, OpeningResponse, Piece } from './openingProtocol.ts';

/** Records in one message: the page takes one in within some ten milliseconds. */
const PIECE = 2000;

self.addEventListener('message', ({ data }: MessageEvent<OpeningRequest>) => {
  try {
    const { documents, actors, assertions, ...rest } = readGraph(data.text, data.path);
    const parts = { documents, actors, assertions, ties: tiesOf({ documents, assertions }) };
    for (const [kind, items] of Object.entries(parts)) {
      for (let at = 0; at < items.length; at += PIECE) {
        answer({ kind, items: items.slice(at, at + PIECE) } as Piece);
      }
    }
    answer({ kind: 'done', rest });
  } catch (error) {
    answer({
      kind: 'failed',
      message: error instanceof Error ? error.message : `${data.path}: cannot be read.`,
    });
  }
});

function answer(response: OpeningResponse): void {
  self.postMessage(response);
}
