/** Sorting of table rows by a column. */
import { language } from '../messages/language.svelte.ts';

export interface Order<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

type Value = string | number | null;

/** The order after a click on a header: the same column turns round, another starts in its natural direction. */
export function nextOrder<Column extends string>(
  order: Order<Column>,
  column: Column,
  numeric: boolean,
): Order<Column> {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: numeric };
}

/** Sorts rows by a value; empty values come last in both directions, equal rows keep their order. */
export function sortRows<Row>(rows: readonly Row[], value: (row: Row) => Value, descending: boolean): Row[] {
  const ranks = ranksOf(rows.map(value));
  const way = descending ? -1 : 1;
  return rows
    .map((_, index) => index)
    .sort((x, y) => {
      const [a, b] = [ranks[x]!, ranks[y]!];
      if (a === b) return x - y;
      return Number.isNaN(a) || Number.isNaN(b)
        ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || x - y
        : way * (a - b);
    })
    .map((index) => rows[index]!);
}

/**
 * Numbers in the order of the values; NaN for empty ones. Comparing words by locale is slow, and many rows have
 * few different words: each of these is compared but once.
 */
function ranksOf(values: readonly Value[]): Float64Array {
  const words = new Set<string>();
  for (const value of values) if (typeof value === 'string') words.add(value);
  const { compare } = new Intl.Collator(language.locale, { numeric: true });
  const sorted = [...words].sort(compare);
  const ranks = new Map<string, number>();
  let rank = 0;
  sorted.forEach((word, index) => {
    if (index > 0 && compare(sorted[index - 1]!, word) !== 0) rank++;
    ranks.set(word, rank);
  });
  return Float64Array.from(values, (value) =>
    value === null ? NaN : typeof value === 'number' ? value : ranks.get(value)!,
  );
}
