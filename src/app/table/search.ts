/** The text filter of a table. */
import { folded } from '../topbar/fold.ts';
import { type Column, textOf } from './columns.ts';

/**
 * The rows that have every word that is typed in one of their columns, wherever it stands in it; accents and
 * case do not matter. Numbers are not searched.
 */
export function matchingRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row, string>[],
  typed: string,
): readonly Row[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const searched = columns.filter(({ numeric }) => !numeric);
  const tests = words.map((word) => containing(word));
  return rows.filter((row) => tests.every((test) => searched.some((column) => test(textOf(column, row)))));
}

/** Many rows have few different words: each of these is looked through but once. */
function containing(word: string): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = folded(text).includes(word);
    known.set(text, found);
    return found;
  };
}
