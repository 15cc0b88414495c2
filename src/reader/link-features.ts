/**
 * What the link scorer is told of two mentions beside their vectors: same words, same known actor,
 * acronym, containment, pronoun, capital letter, distance. The order is that of its training.
 */
import { LINK_FEATURES } from './encoder.ts';

/** Finds the known actor that the words name or hold; null: none. */
export type KnownName = (words: string) => string | null;

/** What is asked of one mention, computed once. */
export interface LinkedName {
  readonly plain: string;
  readonly known: string | null;
  readonly acronym: string;
  readonly isPronoun: boolean;
  readonly isCapital: boolean;
  /** Index of its first word piece, for the distance. */
  readonly first: number;
}

const PRONOUNS = new Set(
  'it its they their them he him his she her we our us i my itself themselves'.split(' '),
);

export function isPronoun(words: string): boolean {
  return PRONOUNS.has(plainWords(words));
}

/** Lower case, letters a–z and digits only, without a leading "the": as in the reader's training. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

export function describeName(words: string, first: number, known: KnownName): LinkedName {
  return {
    plain: plainWords(words),
    known: known(words),
    acronym: [...words.matchAll(/[A-Z][\p{L}\p{N}_]+/gu)].map((m) => m[0][0]!.toLowerCase()).join(''),
    isPronoun: isPronoun(words),
    isCapital: /^\p{Lu}/u.test(words),
    first,
  };
}

/** Writes the features of a pair (`a` the later mention) into `out` at `at`. */
export function writeLinkFeatures(a: LinkedName, b: LinkedName, out: Float32Array, at: number): void {
  const values = [
    a.plain === b.plain,
    a.known !== null && a.known === b.known,
    a.known !== null && b.known !== null && a.known !== b.known,
    a.known !== null,
    b.known !== null,
    a.acronym === b.plain.replaceAll(' ', '') || b.acronym === a.plain.replaceAll(' ', ''),
    b.plain.includes(a.plain) || a.plain.includes(b.plain),
    a.isPronoun,
    b.isPronoun,
    a.isCapital,
    b.isCapital,
  ];
  values.forEach((value, i) => (out[at + i] = Number(value)));
  out[at + LINK_FEATURES - 1] = Math.log1p(Math.abs(a.first - b.first)) / 5;
}
