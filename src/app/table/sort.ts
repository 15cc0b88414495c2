/** Sorting of table rows by a column. */
import { language } from '../messages/language.svelte.ts';

export interface Order<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

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
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | null,
  descending: boolean,
): Row[] {
  const collator = new Intl.Collator(language.locale, { numeric: true });
  return [...rows].sort((x, y) => {
    const [a, b] = [value(x), value(y)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return descending ? -order : order;
  });
}
