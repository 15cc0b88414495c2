/** Reckons beforehand, in short turns, what the first sight of a large graph needs. */
import { totalsOf } from '../filters/counts.ts';
import { FACETS } from '../filters/filters.ts';
import { reportedPeriod } from '../changes/period.ts';
import { everyLane, everyTie } from '../graph/whole.ts';
import { spanOf } from '../timebar/histogram.ts';
import type { Corpus } from './corpus.ts';
import { factsOf, isDateless } from './tieFacts.ts';
import { nextTurn } from './turns.ts';

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
  await inTurn(() => reportedPeriod(corpus.file.assertions));
  await inTurn(() => everyTie(corpus));
  await inTurn(() => everyLane(corpus));
  for (const facet of FACETS) await inTurn(() => totalsOf(corpus, facet));
}

async function inTurns<T>(items: readonly T[], reckon: (item: T) => void): Promise<void> {
  for (let at = 0; at < items.length; at += TURN) {
    await inTurn(() => items.slice(at, at + TURN).forEach(reckon));
  }
}

async function inTurn(reckon: () => unknown): Promise<void> {
  reckon();
  await nextTurn();
}
