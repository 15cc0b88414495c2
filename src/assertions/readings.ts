/**
 * What of a sentence is worth reading: the second network reads it for one actor and all its partners at
 * once, in the sentence alone or from up to three sentences back. Each reading costs the characters that
 * it reads, and promises as many relations as the chances of its pairs add up to.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { FARTHEST, type PairPlace } from './gate.ts';

/** A pair that may be read, and how likely it is to be related. */
export interface Candidate {
  readonly place: PairPlace;
  readonly chance: number;
}

/** One actor with some others, read from so many sentences back. */
export interface Reading {
  readonly about: ActorInText;
  readonly asked: readonly PairPlace[];
  readonly from: number;
}

/**
 * Readings of the pairs of one sentence, the most worthwhile first, each pair in one of them at most: a
 * greedy search. A reading is taken where its chances add up to more than `worth` for each 100 characters.
 */
export function worthwhile(
  candidates: readonly Candidate[],
  worth: number,
): { readonly readings: Reading[]; readonly left: readonly PairPlace[] } {
  const readings: Reading[] = [];
  let left = candidates;
  for (;;) {
    const best = bestReading(left, worth);
    if (!best) return { readings, left: left.map(({ place }) => place) };
    const isAsked = ({ place }: Candidate) => isIn(place, best.about, best.back);
    const asked = left.filter(isAsked).map(({ place }) => place);
    readings.push({ about: best.about, asked, from: Math.min(...asked.map(({ before }) => before[0])) });
    left = left.filter((one) => !isAsked(one));
  }
}

/** Pairs within a sentence are read in it alone, all others with the sentences before, as in training. */
function isIn({ first, second, back }: PairPlace, about: ActorInText, farthest: number): boolean {
  return (
    (first === about || second === about) && (farthest === 0 ? back === 0 : back > 0 && back <= farthest)
  );
}

interface Best {
  readonly about: ActorInText;
  readonly back: number;
  readonly gain: number;
}

/** The reading that promises most for what it costs; the earlier of equals. */
function bestReading(candidates: readonly Candidate[], worth: number): Best | null {
  const promised = new Map<ActorInText, number[]>();
  const length: number[] = [];
  for (const { place, chance } of candidates) {
    const { first, second, back } = place;
    length[back] = place.sentence[1] - place.before[0];
    for (const actor of [first, second]) {
      const sums = promised.get(actor) ?? new Array<number>(FARTHEST + 1).fill(0);
      promised.set(actor, sums);
      for (let reach = back; reach <= (back === 0 ? 0 : FARTHEST); reach++) sums[reach]! += chance;
    }
  }
  let best: Best | null = null;
  for (const [about, sums] of promised)
    for (const [back, characters] of length.entries()) {
      if (characters === undefined || sums[back] === 0) continue;
      const gain = sums[back]! - (worth * characters) / 100;
      if (gain > (best?.gain ?? 0)) best = { about, back, gain };
    }
  return best;
}
