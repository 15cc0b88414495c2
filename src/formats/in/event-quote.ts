/** The telling cells of a row of event data as a quote, with the places of the actors in it. */
import type { Span } from '../../model/index.ts';

/** The telling cells of a row. */
export interface Quote {
  readonly cells: readonly string[];
  /** Indices of the cells that name source and target. */
  readonly source: number;
  readonly target: number;
}

/** A row that stays as evidence; spans are within the quote. */
export interface KeptRow {
  readonly offset: number;
  readonly quote: string;
  readonly source: Span;
  readonly target: Span;
}

const SEPARATOR = ' · ';

/** `swaps`: the row's source is the target of the assertion. */
export function keptRow({ cells, source, target }: Quote, offset: number, swaps: boolean): KeptRow {
  let quote = '';
  const spans = cells.map((cell): Span => {
    if (cell === '') return [quote.length, quote.length];
    if (quote !== '') quote += SEPARATOR;
    quote += cell;
    return [quote.length - cell.length, quote.length];
  });
  const [first, second] = swaps ? [target, source] : [source, target];
  return { offset, quote: detached(quote), source: spans[first]!, target: spans[second]! };
}

/** Joining makes a string of its own; a slice would keep its piece of the file in memory. */
function detached(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
