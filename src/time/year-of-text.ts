/**
 * The year that a text without a date seems to be of: that of the latest month or day that its acts are dated by. News
 * tells it once ("on 3 June 2023 they signed") and speaks of "March" without it.
 */
import { findTimes } from './expressions.ts';
import { isAhead } from './tense.ts';
import { describes } from './way.ts';

type Span = readonly [start: number, end: number];

/** EDTF year; null where no sentence names such a month or day. */
export function yearOfText(text: string, sentences: readonly Span[]): string | null {
  const years = sentences.flatMap(([start, end]) => yearsOf(text.slice(start, end)));
  return years.sort().at(-1) ?? null;
}

function yearsOf(sentence: string): string[] {
  return findTimes(sentence, null)
    .filter((time) => time.kind !== 'since' && time.kind !== 'between' && time.kind !== 'until')
    .filter((time) => describes(sentence, time) === 0 && !isAhead(sentence, time.start, time.end))
    .filter(({ edtf }) => edtf.length > 4)
    .map(({ edtf }) => edtf.slice(0, 4));
}
