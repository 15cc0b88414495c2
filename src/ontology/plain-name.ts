/**
 * Names are compared in a plain form, so that "Côte d’Ivoire", "the Cote d'Ivoire" and "CÔTE
 * D'IVOIRE's" are one name. What the plain form loses and the lookup still needs, capitals and
 * places, stays on the words.
 */

/** One word of a text. */
export interface Word {
  /** Lower case, without accents, dots, apostrophes and possessive `'s`. */
  readonly plain: string;
  /** UTF-16 offsets into the text, end exclusive; a possessive `'s` is outside. */
  readonly start: number;
  readonly end: number;
  /** Has a capital letter. */
  readonly capital: boolean;
  /** Has capital letters only. */
  readonly capitals: boolean;
  /** Something between the previous word and this one that no name contains: a comma, a colon, … */
  readonly apart: boolean;
}

/** Particles that belong to the surname: "von der Leyen", never "Leyen"; but "al-Sharaa" is also "Sharaa". */
export const PARTICLES: readonly string[] =
  'al el bin ben ibn ould van von der den de da di du la le dos'.split(' ');

// "U.S." and "D.R.C." are one word; "J. Smith" is two. "+" is a word: OPEC is not OPEC+.
const WORD =
  /(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])\.?(?:['’]s(?![\p{L}\p{N}]))?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʼʻ`´][\p{L}\p{M}\p{N}]+)*|[+&]/gu;
const POSSESSIVE = /['’]s$/i;
// Letters that Unicode does not take apart into a base letter and a mark.
const BASE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
};
// A map, not an object: a text may well contain the word "constructor".
const WORD_FOR: ReadonlyMap<string, string> = new Map([
  ['+', 'plus'],
  ['&', 'and'],
]);

/** The words of a text, left to right. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const written = match[0].replace(POSSESSIVE, '');
    const plain = plainWord(written);
    if (plain === '') continue;
    const end = match.index + written.length;
    const between = text.slice(previousEnd, match.index);
    words.push({
      plain,
      start: match.index,
      end,
      capital: /\p{Lu}/u.test(written),
      capitals: /\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written),
      apart: words.length > 0 && isBreak(between, words.at(-1)!),
    });
    previousEnd = end;
  }
  return words;
}

/**
 * A name in the form in which names are compared: lower case, one space between words, without
 * accents, punctuation, a leading "the" and possessive `'s`. Empty where the text has no word.
 */
export function plainName(words: string): string {
  return joined(withoutArticle(wordsOf(words)));
}

/** Words without a leading "the". */
export function withoutArticle(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && words[0]!.plain === 'the' ? words.slice(1) : words;
}

/** Plain forms with one space between. */
export function joined(words: readonly Word[]): string {
  return words.map((word) => word.plain).join(' ');
}

function plainWord(written: string): string {
  const special = WORD_FOR.get(written);
  if (special !== undefined) return special;
  const bare = written
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.'’‘ʼʻ`´]/gu, '');
  return bare.replace(/[øłđðþßæœıə]/g, (letter) => BASE[letter]!);
}

/** A full stop ends a name, except after a short word ("St. Vincent", "Gen. Tiani"). */
function isBreak(between: string, before: Word): boolean {
  if (/[,;:!?()[\]{}…\n]/.test(between)) return true;
  return between.includes('.') && before.plain.length > 3;
}
