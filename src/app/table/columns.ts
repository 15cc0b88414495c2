/** The columns of a table: what they sort by, what of them is searched and copied, which of them are shown. */

/** What a table needs to know of a column. */
export interface Column<Row, Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly numeric: boolean;
  /** Null sorts last. */
  readonly value: (row: Row) => string | number | null;
  /** What is searched and copied, where it is not the value: dates as EDTF, words instead of their rank. */
  readonly text?: (row: Row) => string;
  /** Only shown when it is asked for. */
  readonly extra?: true;
}

/** What a table has in a column, as plain text. */
export function textOf<Row>(column: Column<Row, string>, row: Row): string {
  return column.text ? column.text(row) : String(column.value(row) ?? '');
}

const KEY = 'entente-columns';

/** The names of the columns of a table that are hidden, as they were left the last time. */
export function hiddenColumns(table: string, columns: readonly Column<never, string>[]): ReadonlySet<string> {
  const kept = remembered()[table];
  return new Set(kept ?? columns.filter(({ extra }) => extra).map(({ name }) => name));
}

/** Shows a column that is hidden, and hides one that is shown. */
export function toggled(hidden: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** Keeps which columns of a table are hidden, for the next time. */
export function rememberHidden(table: string, hidden: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), [table]: [...hidden].sort() }));
  } catch {
    // A browser that keeps nothing still hides them until the page is closed.
  }
}

function remembered(): Readonly<Record<string, readonly string[] | undefined>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(
        ([, names]) => Array.isArray(names) && names.every((name) => typeof name === 'string'),
      ),
    );
  } catch {
    return {};
  }
}
