/** What is kept of the way from a text to its assertions, where somebody asks why. */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Plural } from '../actors/plurals.ts';
import type { CastTrace } from '../actors/trace.ts';
import type { PairAnswer } from '../reader/relations.ts';
import type { Choice } from '../time/choices.ts';
import type { Finding } from './findings.ts';
import type { Pair } from './pairs.ts';

/** Actors that were not paired: two that hardly say anything of each other, or those beyond the most of a sentence. */
export interface Unpaired {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly why: 'hopeless' | 'many';
  readonly actors: readonly ActorInText[];
}

export interface Trace extends CastTrace {
  readonly plurals: Plural[];
  readonly unpaired: Unpaired[];
  readonly pairs: Pair[];
  /** One for each pair. */
  readonly answers: PairAnswer[];
  /** What each finding may be dated by. */
  readonly dated: { readonly finding: Finding; readonly choices: readonly Choice[] }[];
}

/** A trace that nothing has been written into yet. */
export function emptyTrace(): Trace {
  return {
    tagged: [],
    mended: [],
    joinings: [],
    plurals: [],
    unpaired: [],
    pairs: [],
    answers: [],
    dated: [],
  };
}
