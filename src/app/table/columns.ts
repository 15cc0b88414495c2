/** What a table needs to know of a column: its header, and what it sorts by. */
export interface Column<Row, Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly numeric: boolean;
  /** Null sorts last. */
  readonly value: (row: Row) => string | number | null;
}
