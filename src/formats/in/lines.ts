/**
 * Lines of a text that comes in pieces. No copy is made of a line: it is handed over as a place in the
 * piece, so that a file of gigabytes is looked at once and kept nowhere.
 */

/** `text.slice(start, end)` is the line without its end; `offset`: UTF-16 units from the file's start to the line's. */
export type LineHandler = (text: string, start: number, end: number, line: number, offset: number) => void;

/** Takes pieces of a text and hands over each line once it is whole. */
export class LineReader {
  readonly #handle: LineHandler;
  #rest = '';
  #line = 0;
  #offset = 0;

  constructor(handle: LineHandler) {
    this.#handle = handle;
  }

  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#line += 1;
      const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      this.#handle(text, start, last, this.#line, this.#offset + start);
      start = end + 1;
    }
    this.#offset += start;
    this.#rest = start === 0 ? text : text.slice(start);
  }

  /** Hands over what stands after the last line end, if anything. */
  finish(): void {
    if (this.#rest === '') return;
    this.#line += 1;
    const rest = this.#rest;
    this.#rest = '';
    this.#handle(rest, 0, rest.length, this.#line, this.#offset);
  }
}

/** Where the cells of one line stand; used again for every line. */
export class Cells {
  text = '';
  /** Cells found so far. */
  count = 0;
  /** `bounds[i]`: start of cell i; `bounds[i + 1] - 1`: its end. */
  readonly #bounds: Int32Array;
  #at = 0;
  #end = 0;

  constructor(most: number) {
    this.#bounds = new Int32Array(most + 2);
  }

  /** Takes a line apart at its tabs; cells beyond the most are counted, not kept. */
  split(text: string, start: number, end: number): void {
    this.begin(text, start, end);
    this.find(Infinity);
  }

  /** Turns to another line, of which no cell is found yet. */
  begin(text: string, start: number, end: number): void {
    this.text = text;
    this.count = 0;
    this.#bounds[0] = start;
    this.#at = start;
    this.#end = end;
  }

  /** Goes on until so many cells are found, or all: a row that is left out need not be read to its end. */
  find(wanted: number): void {
    const { text } = this;
    const bounds = this.#bounds;
    const end = this.#end;
    const most = bounds.length - 2;
    let count = this.count;
    let at = this.#at;
    for (; at < end && count < wanted; at++) {
      if (text.charCodeAt(at) !== 9) continue;
      count += 1;
      if (count <= most) bounds[count] = at + 1;
    }
    // Behind the last tab is one cell more; `end + 1` marks that it was taken.
    if (at === end && count < wanted) {
      count += 1;
      if (count <= most + 1) bounds[count] = end + 1;
      at = end + 1;
    }
    this.#at = at;
    this.count = count;
  }

  start(index: number): number {
    return this.#bounds[index]!;
  }

  end(index: number): number {
    return this.#bounds[index + 1]! - 1;
  }

  /** The cell, '' where the line has no such cell. */
  cell(index: number): string {
    return index < this.count ? this.text.slice(this.start(index), this.end(index)) : '';
  }
}
