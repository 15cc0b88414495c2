/** Rows of CSV (RFC 4180) from a text that comes in pieces: quoted cells may hold separators and line ends. */
import { LineReader } from './lines.ts';

/** One row: its cells, its first line, counted from 1, and the UTF-16 units before it in the file. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly raw: string;
  readonly line: number;
  readonly offset: number;
}

interface Line {
  readonly text: string;
  /** What ends it, which is part of a cell that goes on. */
  readonly end: string;
  readonly line: number;
  readonly offset: number;
}

/** A quote that nothing closes within so many lines is a broken row, not a long cell. */
const MOST_LINES = 200;
const SEPARATORS = [',', '\t', ';', '|'];

/** Takes pieces of a text and hands over rows; what is no row goes to `onBroken`, and the next line begins anew. */
export class CsvReader {
  readonly #onRow: (row: CsvRow) => void;
  readonly #onBroken: (raw: string, line: number) => void;
  readonly #lines = new LineReader((text, start, end, line, offset) =>
    this.#line({
      text: text.slice(start, end),
      end: text.charCodeAt(end) === 13 ? '\r\n' : '\n',
      line,
      offset,
    }),
  );
  #separator: string | undefined;
  #open: Line[] = [];

  constructor(onRow: (row: CsvRow) => void, onBroken: (raw: string, line: number) => void) {
    this.#onRow = onRow;
    this.#onBroken = onBroken;
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  finish(): void {
    this.#lines.finish();
    while (this.#open.length > 0) this.#giveUp();
  }

  #line(line: Line): void {
    if (this.#open.length === 0 && line.text.trim() === '') return;
    this.#open.push(line);
    const raw = this.#open
      .map(({ text, end }, i) => (i + 1 < this.#open.length ? text + end : text))
      .join('');
    if (hasOpenQuote(raw)) {
      if (this.#open.length >= MOST_LINES) this.#giveUp();
      return;
    }
    const [first] = this.#open as [Line];
    this.#open = [];
    const bare = first.offset === 0 ? raw.replace(/^\uFEFF/, '') : raw;
    this.#separator ??= separatorOf(bare);
    const cells = cellsOf(bare, this.#separator);
    if (cells) this.#onRow({ cells, raw: bare, line: first.line, offset: first.offset });
    else this.#onBroken(raw, first.line);
  }

  /** The first open line is broken; those after it may be rows. */
  #giveUp(): void {
    const [first, ...rest] = this.#open as [Line, ...Line[]];
    this.#open = [];
    this.#onBroken(first.text, first.line);
    for (const line of rest) this.#line(line);
  }
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** What parts the cells of the header. */
function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/** Null where a quote stands within a cell or text behind a quoted one. */
function cellsOf(row: string, separator: string): string[] | null {
  if (!row.includes('"')) return row.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (row[at] === '"') {
      let end = at + 1;
      while (row[end] !== '"' || row[end + 1] === '"') end += row[end] === '"' ? 2 : 1;
      cells.push(row.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < row.length && row[at] !== separator) return null;
    } else {
      const end = row.indexOf(separator, at);
      const cell = row.slice(at, end < 0 ? row.length : end);
      if (cell.includes('"')) return null;
      cells.push(cell);
      at = end < 0 ? row.length : end;
    }
    if (at >= row.length) return cells;
    at += 1;
  }
}
