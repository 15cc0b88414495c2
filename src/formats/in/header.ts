/**
 * Header rows as data sets really have them: with a byte order mark, in quotes, with other separators
 * than the rows, one cell short (the row names of R), or missing.
 */
import { NotThisFormat } from './imported.ts';

/** Where the columns of a format stand in a file. */
export interface Header<K extends string> {
  /** Index of each column; -1 where the file has none. */
  readonly at: Readonly<Record<K, number>>;
  /** Number of cells of a row. */
  readonly width: number;
}

/** Small letters and digits only: `"Event ID"`, `event_id` and `EventID` are one name. */
export function plainColumn(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The cells of a header row, whatever parts them. */
export function headerCells(row: string, separator: string): string[] {
  const bare = row.replace(/^\uFEFF/, '');
  const cells = bare.split(separator);
  if (cells.length > 2) return cells.map(unquoted);
  const other = [',', ';', '\t', /\s{2,}/].map((by) => bare.split(by)).find((split) => split.length > 2);
  return (other ?? cells).map(unquoted);
}

/** A cell without the quotes around it. */
export function unquoted(cell: string): string {
  const bare = cell.trim();
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"')
    ? bare.slice(1, -1).replaceAll('""', '"')
    : bare;
}

/**
 * Finds the columns in a header. `width`: cells of the first row below it. Throws `NotThisFormat`, with
 * the columns found and expected, where a required one is missing.
 */
export function findColumns<K extends string>(
  file: string,
  cells: readonly string[],
  names: Readonly<Record<K, readonly string[]>>,
  required: readonly K[],
  width = cells.length,
): Header<K> {
  const found = cells.map(plainColumn);
  // R writes row names without a header for them.
  const shift = width === cells.length + 1 ? 1 : 0;
  const indexOf = (aliases: readonly string[]) =>
    aliases.map((alias) => found.indexOf(plainColumn(alias))).find((index) => index >= 0);
  const at = {} as Record<K, number>;
  for (const key of Object.keys(names) as K[]) {
    const index = indexOf(names[key]);
    at[key] = index === undefined ? -1 : index + shift;
  }
  const missing = required.filter((key) => at[key] < 0).map((key) => names[key][0]!);
  if (missing.length > 0) {
    const expected = Object.values<readonly string[]>(names)
      .map(([name]) => name)
      .join(', ');
    throw new NotThisFormat(
      `${file}: the header has no ${missing.join(', ')}; found: ${shownList(cells)}; expected: ${expected}`,
    );
  }
  // A header may name fewer columns than there are; a first row that is shorter is a broken row.
  return { at, width: Math.max(width, cells.length + shift) };
}

function shownList(cells: readonly string[]): string {
  const list = cells
    .slice(0, 40)
    .join(', ')
    .replace(/\p{Cc}+/gu, ' ');
  return list.length > 400 ? `${list.slice(0, 400)}…` : list;
}
