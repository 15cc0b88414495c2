/** Which language a text is in. Entente reads English; the rest is told apart so that it is not misread. */
import { eld } from 'eld/extrasmall';

/** Below this many letters a guess is worth little. */
const ENOUGH_FOR_A_TEXT = 120;
const ENOUGH_FOR_A_PARAGRAPH = 40;
const ENOUGH_IN_ANOTHER_SCRIPT = 10;
/** Of the letters. English texts on China or Russia hold some words in their scripts. */
const MOST_OF_A_TEXT = 0.8;
/** More text tells no more of its language. In UTF-16 code units. */
const LONGEST_SAMPLE = 20_000;
/** How far another language must be ahead of English: names of places and people are of all languages. */
const CLEAR_LEAD = 0.15;

/** ISO 639: not told. */
export const UNKNOWN_LANGUAGE = 'und';

/** The language of a whole text (ISO 639-1, or `und`) where it is clearly not English, else 'en'. */
export function languageOf(text: string): string {
  const language = otherLanguage(text, ENOUGH_FOR_A_TEXT);
  if (language !== null) return language;
  return isInAnotherScript(text) ? eld.detect(text).language || UNKNOWN_LANGUAGE : 'en';
}

/** The language of a paragraph within an English text, where it is clearly another one; else null. */
export function foreignLanguage(paragraph: string): string | null {
  return otherLanguage(paragraph, ENOUGH_FOR_A_PARAGRAPH);
}

/** The language's name in English, as far as the runtime knows it. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}

/** Few letters tell, where they are none of English. */
function isInAnotherScript(whole: string): boolean {
  const letters = whole.slice(0, LONGEST_SAMPLE).match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  return others >= ENOUGH_IN_ANOTHER_SCRIPT && others > letters.length * MOST_OF_A_TEXT;
}

function otherLanguage(whole: string, enough: number): string | null {
  const text = whole.slice(0, LONGEST_SAMPLE);
  if ((text.match(/\p{L}/gu)?.length ?? 0) < enough) return null;
  const found = eld.detect(text);
  if (found.language === 'en' || found.language === '' || !found.isReliable()) return null;
  const scores = found.getScores();
  const lead = (scores[found.language] ?? 0) - (scores['en'] ?? 0);
  return lead >= CLEAR_LEAD ? found.language : null;
}
