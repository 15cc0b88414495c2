/** Reckons beforehand, in short turns, what the first sight of a large graph needs. */
import { totalsOf } from '../filters/counts.ts';
import { FACETS } from '../filters/filters.ts';
import { spanOf } from '../timebar/histogram.ts';
import type { Corpus } from './corpus.ts';
import { factsOf, isDateless } from './tieFacts.ts';

/** Records in one turn: some ten milliseconds. */
const TURN = 2500;

/** Resolves when all is reckoned; the page answers in between. */
export async function recall(corpus: Corpus): Promise<void> {
  await inTurns(corpus.ties, (tie) => {
    factsOf(corpus, tie);
    isDateless(corpus, tie, 'when');
    isDateless(corpus, tie, 'reported');
  });
  await inTurns(corpus.file.assertions, (assertion) => {
    spanOf(assertion, 'when');
    spanOf(assertion, 'reported');
  });
  for (const facet of FACETS) {
    totalsOf(corpus, facet);
    await nextTurn();
  }
}

async function inTurns<T>(items: readonly T[], reckon: (item: T) => void): Promise<void> {
  for (let at = 0; at < items.length; at += TURN) {
    items.slice(at, at + TURN).forEach(reckon);
    await nextTurn();
  }
}

/** Not a timer, which browsers slow down in pages that nobody sees. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
