/**
 * The tables in `data/`: lines of cells with a tab between, `#` before remarks, one header row,
 * `|` between the items of a list.
 */

/** Something wrong in a table that a person should repair. */
export interface Problem {
  /** Path from the root of the project: `data/missions.tsv`. */
  readonly file: string;
  /** Counted from 1; 0: the file as a whole. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** One row below the header. */
export interface Row {
  readonly file: string;
  readonly line: number;
  /** Cell of a column; '' where empty. */
  readonly cell: (column: string) => string;
  /** Items of a list cell. */
  readonly list: (column: string) => readonly string[];
}

export interface Table {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** `data/missions.tsv:212: what is wrong`. */
export function describeProblem({ file, line, message }: Problem): string {
  return line === 0 ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}

/** Rows of a table that has exactly these columns; rows of another shape become problems. */
export function readTable(file: string, text: string, columns: readonly string[]): Table {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let header = false;
  for (const [index, content] of linesOf(text).entries()) {
    if (content === '' || content.startsWith('#')) continue;
    const cells = content.split('\t');
    const line = index + 1;
    if (!header) {
      header = true;
      const expected = columns.join(', ');
      if (cells.join(', ') === expected) continue;
      problems.push({ file, line, message: `the header must be ${expected} with tabs between` });
    } else if (cells.length !== columns.length) {
      problems.push({
        file,
        line,
        message: `has ${cells.length} cells, not ${columns.length}: count the tabs`,
      });
    } else {
      rows.push(rowOf(file, line, columns, cells));
    }
  }
  if (!header) problems.push({ file, line: 0, message: 'has no header row' });
  return { rows, problems };
}

/** Lines without their ends; a byte order mark in front is dropped. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}

function rowOf(file: string, line: number, columns: readonly string[], cells: readonly string[]): Row {
  const cell = (column: string): string => {
    const at = columns.indexOf(column);
    if (at < 0) throw new RangeError(`${file} has no column "${column}"; it has ${columns.join(', ')}`);
    return cells[at]!;
  };
  return {
    file,
    line,
    cell,
    list: (column) => (cell(column) === '' ? [] : cell(column).split('|')),
  };
}
