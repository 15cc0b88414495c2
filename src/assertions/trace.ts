/** What is kept of the way from a text to its assertions, where somebody asks why. */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { CastTrace } from '../actors/trace.ts';
import type { PairAnswer } from '../reader/relations.ts';
import type { Pair } from './pairs.ts';

/** Actors of a sentence that were not paired: with those of the sentence before, or because there are too many. */
export interface Unpaired {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly why: 'crowded' | 'many';
  readonly actors: readonly ActorInText[];
}

export interface Trace extends CastTrace {
  readonly unpaired: Unpaired[];
  readonly pairs: Pair[];
  /** One for each pair. */
  readonly answers: PairAnswer[];
}

/** A trace that nothing has been written into yet. */
export function emptyTrace(): Trace {
  return { tagged: [], mended: [], joinings: [], unpaired: [], pairs: [], answers: [] };
}
