/** When the acts that a text tells of took place, with the whole text in view. */
import { type Choice, choicesOf } from './choices.ts';
import { type ToldAct, datesTold, formOf, isDateLine } from './told.ts';
import { yearOfText } from './year-of-text.ts';

type Span = readonly [start: number, end: number];

/**
 * Reads the dates of a text: what each act that it tells of may be dated by, for `likeliest` to choose from.
 * `written`: EDTF day, month or year of the text; null where it is not known.
 */
export function storyOf(
  text: string,
  sentences: readonly Span[],
  written: string | null,
): (act: ToldAct) => Choice[] {
  const year = written === null ? yearOfText(text, sentences) : null;
  const told = datesTold(text, sentences, written, year);
  const form = formOf(text);
  return (act) => {
    const [start, end] = sentences[act.sentence]!;
    const words = text.slice(start, end);
    if (isDateLine(text, words, end, written)) return [];
    return choicesOf(act, { words, told: told[act.sentence]!, form, written, year });
  };
}
