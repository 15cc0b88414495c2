/** Event data in tables with a header and tabs: what ICEWS and POLECAT have in common. */
import type { CodedRelation } from '../../ontology/event-codes.ts';
import type { KnownActor } from '../../ontology/knowledge.ts';
import { dayAt, isDay } from './event-days.ts';
import { type DataSet, EventFold } from './event-fold.ts';
import type { Quote } from './event-quote.ts';
import { type Header, findColumns, headerCells, unquoted } from './header.ts';
import { type Imported, NotThisFormat, type TextReader, type Unmapped } from './imported.ts';
import { Cells, LineReader } from './lines.ts';
import { Tally } from './tally.ts';

/** The cell of a column in the present row, '' where there is none; `NA` and `None` are ''. */
export type CellOf<K extends string> = (column: K) => string;

/** How one data set is read. */
export interface EventTable<K extends string> {
  readonly set: DataSet;
  readonly columns: Readonly<Record<K, readonly string[]>>;
  readonly required: readonly K[];
  /** Names of all columns in order, for files that lost their header. */
  readonly order?: readonly string[];
  readonly day: K;
  readonly reported: K;
  readonly code: (cell: CellOf<K>) => CodedRelation;
  /** What `actor` looks at, as a key to remember its answer by. */
  readonly actorCells: (cell: CellOf<K>, side: 'source' | 'target') => readonly [string, string, string];
  readonly actor: (cells: readonly [string, string, string]) => KnownActor | Unmapped;
  readonly quote: (cell: CellOf<K>) => Quote;
}

const MOST_COLUMNS = 80;
/** Names of persons are many; what is forgotten is looked up again. */
const MOST_REMEMBERED = 200_000;
const EMPTY: ReadonlySet<string> = new Set(['NA', 'None', 'null', '\\N']);

/** A reader of such a table. Throws `NotThisFormat` for a header that lacks a required column. */
export function eventTableReader<K extends string>(table: EventTable<K>): TextReader {
  const reader = new EventTableReader(table);
  return { push: (text) => reader.push(text), finish: (sha256, isCut) => reader.finish(sha256, isCut) };
}

class EventTableReader<K extends string> {
  readonly #table: EventTable<K>;
  readonly #tally = new Tally();
  readonly #fold: EventFold;
  readonly #cells = new Cells(MOST_COLUMNS);
  readonly #lines = new LineReader((...line) => this.#line(...line));
  readonly #actors = new Map<string, number | Unmapped>();
  readonly #quote = (): Quote => this.#table.quote(this.#cell);
  #heading: readonly string[] | undefined;
  #header: Header<K> | undefined;

  constructor(table: EventTable<K>) {
    this.#table = table;
    this.#fold = new EventFold(table.set, this.#tally);
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  finish(sha256: string, isCut = false): Imported {
    if (!isCut) this.#lines.finish();
    // A header and no rows is an empty table; its columns are checked all the same.
    if (!this.#header && this.#heading) this.#begin(this.#heading.length);
    if (!this.#heading) throw new NotThisFormat(`${this.#table.set.file}: the file is empty`);
    return this.#fold.finish(sha256);
  }

  #line(text: string, start: number, end: number, line: number, offset: number): void {
    if (start === end) return;
    const cells = this.#cells;
    cells.split(text, start, end);
    if (!this.#heading) {
      const isData = /(^|\t)"?\d{4}-\d\d-\d\d/.test(text.slice(start, end));
      this.#heading = isData ? (this.#table.order ?? []) : headerCells(text.slice(start, end), '\t');
      if (!isData) return;
    }
    this.#header ??= this.#begin(cells.count);
    this.#fold.rows += 1;
    if (cells.count !== this.#header.width) {
      return this.#tally.fault(`the row has not ${this.#header.width} columns`, line, text.slice(start, end));
    }
    this.#event(line, offset);
  }

  #begin(width: number): Header<K> {
    const { set, columns, required } = this.#table;
    return (this.#header = findColumns(set.file, this.#heading!, columns, required, width));
  }

  #event(line: number, offset: number): void {
    const table = this.#table;
    const shown = () => this.#quote().cells.join(' · ');
    const coded = table.code(this.#cell);
    if (coded.relation === null) return this.#tally.add(coded.reason, line, shown, coded.code);
    const source = this.#actor('source');
    if (typeof source !== 'number') return this.#tally.add(source.reason, line, shown, source.detail);
    const target = this.#actor('target');
    if (typeof target !== 'number') return this.#tally.add(target.reason, line, shown, target.detail);
    const [date, published] = [this.#cell(table.day), this.#cell(table.reported).slice(0, 10)];
    const [day, added] = [dayAt(date, 0, date.length), dayAt(published, 0, published.length)];
    if (!isDay(day)) return this.#tally.fault('the date is no day', line, date);
    const reported = isDay(added) ? added : 0;
    if (reported !== 0 && day > reported) {
      return this.#tally.fault('dated after it was reported', line, `${date} > ${published}`);
    }
    this.#fold.add(source, this.#fold.code(coded), target, day, reported, { line, offset }, this.#quote);
  }

  #actor(side: 'source' | 'target'): number | Unmapped {
    const cells = this.#table.actorCells(this.#cell, side);
    const key = cells.join('\t');
    let actor = this.#actors.get(key);
    if (actor === undefined) {
      const found = this.#table.actor(cells);
      actor = 'id' in found ? this.#fold.actor(found) : found;
      if (this.#actors.size >= MOST_REMEMBERED) this.#actors.clear();
      this.#actors.set(key, actor);
    }
    return actor;
  }

  readonly #cell: CellOf<K> = (column) => {
    const index = this.#header!.at[column];
    const cell = index < 0 ? '' : unquoted(this.#cells.cell(index));
    return EMPTY.has(cell) ? '' : cell;
  };
}
