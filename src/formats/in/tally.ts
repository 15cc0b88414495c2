/** What an import did with the rows of a file: how many became assertions, and why the others did not. */

/** Rows that share a fate, with the first of them. */
export interface TallyEntry {
  /** Why the rows are not, or not fully, in the graph. */
  readonly reason: string;
  readonly rows: number;
  /** The rows are damaged or contradict themselves; else they only mean nothing that the graph has. */
  readonly isFault: boolean;
  /** Codes or names that the rows have in common, with their numbers of rows; most first. */
  readonly details: readonly (readonly [detail: string, rows: number])[];
  /** The first ten: line, counted from 1, and what stood there. */
  readonly examples: readonly { readonly line: number; readonly shown: string }[];
}

const EXAMPLES = 10;
const LONGEST = 100;
/** Different codes and names that are counted one by one; files of noise have any number. */
const MOST_DETAILS = 2000;

interface OpenEntry {
  rows: number;
  isFault: boolean;
  readonly details: Map<string, number>;
  readonly examples: { readonly line: number; readonly shown: string }[];
}

/** Counts rows by reason. Reasons come from a small set; what varies belongs into the example. */
export class Tally {
  readonly #entries = new Map<string, OpenEntry>();

  /** `shown` is only looked at for the first rows of a reason; it may be made on demand. `rows`: how many share the line's fate. */
  add(reason: string, line: number, shown: string | (() => string), detail = '', rows = 1): void {
    let entry = this.#entries.get(reason);
    if (!entry)
      this.#entries.set(reason, (entry = { rows: 0, isFault: false, details: new Map(), examples: [] }));
    entry.rows += rows;
    if (detail !== '') countIn(entry.details, detail);
    if (entry.examples.length >= EXAMPLES) return;
    const text = typeof shown === 'string' ? shown : shown();
    entry.examples.push({ line, shown: printable(text) });
  }

  /** As `add`, for rows that are damaged. */
  fault(reason: string, line: number, shown: string | (() => string)): void {
    this.add(reason, line, shown);
    this.#entries.get(reason)!.isFault = true;
  }

  /** Most rows first. */
  entries(): TallyEntry[] {
    return [...this.#entries]
      .map(([reason, { rows, isFault, details, examples }]) => ({
        reason,
        rows,
        isFault,
        details: mostFirst(details),
        examples,
      }))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  }
}

function countIn(details: Map<string, number>, detail: string): void {
  const rows = details.get(detail);
  if (rows !== undefined) details.set(detail, rows + 1);
  else if (details.size < MOST_DETAILS) details.set(printable(detail), 1);
}

function mostFirst(details: ReadonlyMap<string, number>): [string, number][] {
  return [...details].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Files are hostile: what is shown in a terminal must not steer it. */
function printable(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
}
