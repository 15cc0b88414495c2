/**
 * GDELT 2.0 event files: 61 columns with tabs between, no header, whatever the file is called. One pass
 * over the text; only the columns below are looked at.
 *
 * An actor is a country (by its CAMEO code, where the row says nothing else or names an organ of the
 * state) or a known organisation. Rebels, media, citizens of a country do not act for it.
 */
import { type CodedRelation, cameoRelation } from '../../ontology/event-codes.ts';
import { dayAt, isDay } from './event-days.ts';
import { type DataSet, EventFold, NOT_THE_STATE } from './event-fold.ts';
import type { Quote } from './event-quote.ts';
import { type Imported, NotThisFormat, type TextReader, type Unmapped } from './imported.ts';
import { type KnownWorld, countryOfCode, groupOfCode } from './known-actors.ts';
import { Cells, LineReader } from './lines.ts';
import { Tally } from './tally.ts';

const COLUMNS = 61;
const ID = 0;
const DAY = 1;
const ACTOR_1 = 5;
const ACTOR_2 = 15;
const EVENT_CODE = 26;
const DATE_ADDED = 59;
const SOURCE_URL = 60;
/** From an actor's first column. */
const NAME = 1;
const COUNTRY = 2;
const GROUP = 3;
const TYPE = 7;

/** Organs that act for their state; '' is the state itself. */
const STATE_TYPES: ReadonlySet<string> = new Set(['', 'GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY']);
/** Above all packed codes of three letters; the three codes of an actor make one exact number. */
const PACKED = 37 ** 3;
const MOST_REMEMBERED = 100_000;
/** Rows looked at before a file is called something else. */
const TRIAL_ROWS = 20;

/** The published estimates for single mentions are low: half of the rows may be wrong. */
const CONFIDENCE = 0.5;

/** Reads a GDELT file. Throws `NotThisFormat` where none of the first rows has 61 columns. */
export function gdeltReader(file: string, world: KnownWorld, minEvents: number): TextReader {
  const reader = new GdeltReader(file, world, minEvents);
  return { push: (text) => reader.push(text), finish: (sha256, isCut) => reader.finish(sha256, isCut) };
}

class GdeltReader {
  readonly #file: string;
  readonly #world: KnownWorld;
  readonly #tally = new Tally();
  readonly #fold: EventFold;
  readonly #cells = new Cells(COLUMNS);
  readonly #lines = new LineReader((text, start, end, line, offset) =>
    this.#row(text, start, end, line, offset),
  );
  readonly #codes = new Map<number, number | Unmapped>();
  readonly #actors = new Map<number, number | Unmapped>();
  readonly #shown = () => rowShown(this.#cells);
  readonly #at = { line: 0, offset: 0 };
  readonly #quote = (): Quote => quoteOf(this.#cells);
  #fitting = 0;

  constructor(file: string, world: KnownWorld, minEvents: number) {
    this.#file = file;
    this.#world = world;
    const set: DataSet = {
      file,
      name: 'GDELT 2.0 Events',
      reader: 'gdelt/2',
      confidence: CONFIDENCE,
      minEvents,
      whenBasis: 'text',
    };
    this.#fold = new EventFold(set, this.#tally);
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  finish(sha256: string, isCut = false): Imported {
    if (!isCut) this.#lines.finish();
    if (this.#fitting === 0 && !isCut) throw this.#notGdelt();
    return this.#fold.finish(sha256);
  }

  #row(text: string, start: number, end: number, line: number, offset: number): void {
    if (start === end) return;
    const cells = this.#cells;
    const at = this.#at;
    this.#fold.rows += 1;
    at.line = line;
    at.offset = offset;
    cells.begin(text, start, end);
    // Most rows are left out by their code or actors, and are looked at no further.
    cells.find(this.#fitting === 0 ? Infinity : EVENT_CODE + 1);
    if (cells.count <= EVENT_CODE) return this.#malformed(text.slice(start, end), line);
    const code = this.#codeOf();
    const source = typeof code === 'number' ? this.#actorOf(ACTOR_1) : code;
    const target = typeof source === 'number' ? this.#actorOf(ACTOR_2) : source;
    if (typeof target === 'number' || this.#fitting === 0) {
      cells.find(Infinity);
      if (cells.count !== COLUMNS) return this.#malformed(text.slice(start, end), line);
      this.#fitting += 1;
    }
    if (typeof code !== 'number') return this.#unmapped(code);
    if (typeof source !== 'number') return this.#unmapped(source);
    if (typeof target !== 'number') return this.#unmapped(target);
    const day = dayAt(text, cells.start(DAY), cells.end(DAY));
    if (!isDay(day)) return this.#tally.fault('the date is no day', line, () => cells.cell(DAY));
    const added = dayAt(text, cells.start(DATE_ADDED), cells.start(DATE_ADDED) + 8);
    const reported = isDay(added) ? added : 0;
    if (reported !== 0 && day > reported) {
      return this.#tally.fault(
        'dated after it was reported',
        line,
        () => `${cells.cell(DAY)} > ${cells.cell(DATE_ADDED)}`,
      );
    }
    this.#fold.add(source, code, target, day, reported, at, this.#quote);
  }

  #unmapped({ reason, detail }: Unmapped): void {
    this.#tally.add(reason, this.#at.line, this.#shown, detail);
  }

  #malformed(row: string, line: number): void {
    this.#tally.fault(`the row has not ${COLUMNS} columns`, line, row);
    if (this.#fitting === 0 && line >= TRIAL_ROWS) throw this.#notGdelt();
  }

  #notGdelt(): NotThisFormat {
    const [first] = this.#tally.entries();
    const found = first?.examples[0]?.shown ?? 'nothing';
    return new NotThisFormat(
      `${this.#file}: no GDELT 2 events: rows must have ${COLUMNS} columns with tabs between and no header; found: ${found}`,
    );
  }

  #codeOf(): number | Unmapped {
    const cells = this.#cells;
    const key = packed(cells.text, cells.start(EVENT_CODE), cells.end(EVENT_CODE), 4);
    let code = this.#codes.get(key);
    if (code === undefined) {
      const coded: CodedRelation = cameoRelation(cells.cell(EVENT_CODE));
      code = coded.relation === null ? { reason: coded.reason, detail: coded.code } : this.#fold.code(coded);
      if (key >= 0) this.#codes.set(key, code);
    }
    return code;
  }

  #actorOf(first: number): number | Unmapped {
    const cells = this.#cells;
    const codeAt = (column: number) => packed(cells.text, cells.start(column), cells.end(column), 3);
    const [country, group, type] = [codeAt(first + COUNTRY), codeAt(first + GROUP), codeAt(first + TYPE)];
    const key = country < 0 || group < 0 || type < 0 ? -1 : (country * PACKED + group) * PACKED + type;
    let actor = this.#actors.get(key);
    if (actor === undefined) {
      actor = this.#resolve(cells.cell(first + COUNTRY), cells.cell(first + GROUP), cells.cell(first + TYPE));
      if (this.#actors.size >= MOST_REMEMBERED) this.#actors.clear();
      if (key >= 0) this.#actors.set(key, actor);
    }
    return actor;
  }

  #resolve(country: string, group: string, type: string): number | Unmapped {
    const known = groupOfCode(this.#world, group);
    if (known) return this.#fold.actor(known);
    if (group !== '') return { reason: 'the organisation is not in the tables', detail: group };
    if (country === '') return { reason: 'an actor has no country and is no organisation', detail: type };
    if (!STATE_TYPES.has(type)) return { reason: NOT_THE_STATE, detail: type };
    const state = countryOfCode(this.#world, country);
    return state
      ? this.#fold.actor(state)
      : { reason: 'the country is a region or not in the tables', detail: country };
  }
}

/** A short code of capitals or digits as a number, so that no string is made; -1 for another. */
function packed(text: string, start: number, end: number, longest: number): number {
  if (end - start > longest) return -1;
  let key = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const isDigit = unit >= 48 && unit <= 57;
    if (!isDigit && (unit < 65 || unit > 90)) return -1;
    key = key * 37 + (isDigit ? unit - 47 : unit - 54);
  }
  return key;
}

function quoteOf(cells: Cells): Quote {
  const url = cells.cell(SOURCE_URL);
  const telling = [
    cells.cell(ID),
    cells.cell(ACTOR_1 + NAME) || cells.cell(ACTOR_1),
    cells.cell(EVENT_CODE),
    cells.cell(ACTOR_2 + NAME) || cells.cell(ACTOR_2),
  ];
  return { cells: url === '' ? telling : [...telling, url], source: 1, target: 3 };
}

function rowShown(cells: Cells): string {
  return [cells.cell(ACTOR_1), cells.cell(EVENT_CODE), cells.cell(ACTOR_2)].join(' ');
}
