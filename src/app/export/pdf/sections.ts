/** What every report is made of: its head, its headings, and entries with the quotes that they rest on. */
import { m } from '../../messages.ts';
import type { ReportEntry } from './quotes.ts';
import { type Flow, MARGIN, MUTED, WIDTH } from './flow.ts';
import type { TextStyle } from './typeset.ts';

export interface ReportHead {
  readonly title: string;
  /** With what and when it was made. */
  readonly made: string;
  readonly summary: string;
  /** The clock, the filters, and what these hide. */
  readonly shown: readonly string[];
  /** How many entries are left out, in words; empty: none. */
  readonly left: string;
}

/** Entries of a report; one of more would be too long to read, and slow to make. */
export const MOST_ENTRIES = 1000;

export interface ReportFacts {
  readonly language: string;
  readonly made: Date;
}

const TITLE: TextStyle = { face: 'bold', size: 20 };
const HEAD: TextStyle = { face: 'bold', size: 13 };
export const SUBHEAD: TextStyle = { face: 'bold', size: 10 };
const TEXT: TextStyle = { face: 'regular', size: 10 };
export const SMALL: TextStyle = { face: 'regular', size: 8.5 };
/** How far what is told of an entry stands in from its sentence. */
const INDENT = 12;

export async function writeHead(flow: Flow, { title, made, summary }: ReportHead): Promise<void> {
  await flow.text(title, TITLE, { tag: 'H1' });
  await flow.text(made, SMALL, { colour: MUTED });
  flow.y += 6;
  await flow.text(summary, TEXT);
}

export async function heading(flow: Flow, title: string): Promise<void> {
  flow.need(70);
  flow.y += 14;
  flow.bookmark(title);
  await flow.text(title, HEAD, { tag: 'H2' });
  flow.y += 4;
}

/** Says what filters and dates show. */
export async function writeShown(flow: Flow, shown: readonly string[]): Promise<void> {
  await heading(flow, m('report_shown'));
  for (const line of shown) await flow.text(line, TEXT);
}

/** Leaves room above an entry, so that its sentence is not the last line of a page. */
export function beginEntry(flow: Flow): void {
  flow.need(56);
  flow.y += 6;
}

/** `level`: what its sentence is a heading of. */
export async function writeEntry(
  flow: Flow,
  { sentence, note, evidence }: ReportEntry,
  level: 'H3' | 'H4',
): Promise<void> {
  const within = (text: string, style: TextStyle, colour = '0 0 0') =>
    flow.text(text, style, { colour, x: MARGIN + INDENT, width: WIDTH - INDENT });
  await flow.text(sentence, SUBHEAD, { tag: level });
  await within(note, SMALL, MUTED);
  for (const { title, quotes } of evidence) {
    if (title !== '') await within(title, { face: 'bold', size: 9 });
    for (const { quote, source } of quotes) {
      flow.y += 3;
      await within(quote, { face: 'regular', size: 9.5 });
      await within(source, { face: 'regular', size: 8 }, MUTED);
    }
  }
}

/** The bytes of the file; the foot of each page says what it is of. */
export function finishReport(
  flow: Flow,
  { title, made }: ReportHead,
  facts: ReportFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  return flow.finish({
    ...facts,
    title,
    foot: `${title} · ${made}`,
    pageWords: (page, pages) => m('report_page', { page, pages }),
  });
}
