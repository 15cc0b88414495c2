/** When the acts that a text tells of took place, with the whole text in view. */
import { type Choice, type Dating, choicesOf } from './choices.ts';
import { type ToldAct, datesTold, formOf, isDateLine } from './told.ts';
import { likeliest } from './weigh.ts';

type Span = readonly [start: number, end: number];

/** The dates of one text. */
export interface Story {
  /** The likeliest; null where the text does not say. */
  readonly whenOf: (act: ToldAct) => Dating | null;
  /** All that it may have. */
  readonly choicesOf: (act: ToldAct) => readonly Choice[];
}

/** Reads the dates of a text. `written`: EDTF day, month or year of the text; null where it is not known. */
export function storyOf(text: string, sentences: readonly Span[], written: string | null): Story {
  const told = datesTold(text, sentences, written);
  const form = formOf(text);
  const choices = (act: ToldAct) => {
    const [start, end] = sentences[act.sentence]!;
    const words = text.slice(start, end);
    if (isDateLine(text, words, end, written)) return [];
    return choicesOf(act, { words, told: told[act.sentence]!, form, written });
  };
  return {
    choicesOf: choices,
    whenOf: (act) => {
      const choice = likeliest(choices(act));
      return choice && { edtf: choice.edtf, from: choice.from };
    },
  };
}
