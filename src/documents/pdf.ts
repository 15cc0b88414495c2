/**
 * The text of a PDF file. A PDF knows no paragraphs, only words at places of a page: lines are put
 * together by their distance, size and end. Nothing is drawn and nothing in the file runs. The library
 * is loaded only when there is a PDF to read.
 */
import { type RawArticle, UnreadableDocument } from './input.ts';
import { oneLine } from './metadata.ts';
import { growsBeyond } from './pdf-growth.ts';
import { dateIn } from './published.ts';

/** A line of a page. Lengths in points. */
interface Line {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  /** Of its baseline, from the bottom of the page. */
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
}

/** The part of a text item of PDF.js that is used here. */
interface TextItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** Longer files are books. */
const MOST_PAGES = 200;
/** In bytes: text, fonts and tables of a file. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** Reads a PDF. Throws `UnreadableDocument` where it is damaged, locked or holds no text. */
export async function readPdf(bytes: Uint8Array, path: string): Promise<RawArticle> {
  if (await growsBeyond(bytes, MOST_UNPACKED)) {
    throw new UnreadableDocument(
      path,
      'this PDF unpacks to far more than an article: print it to a new PDF, or give its text',
    );
  }
  const { getDocumentProxy } = await import('unpdf');
  // It gets bytes of its own, for it takes them away from us; scripts and fonts of the file are not used.
  const options = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 };
  const pdf = await getDocumentProxy(new Uint8Array(bytes), options).catch((error: unknown) => {
    throw new UnreadableDocument(path, faultOf(error));
  });
  try {
    const lines: Line[] = [];
    for (let page = 1; page <= Math.min(pdf.numPages, MOST_PAGES); page++) {
      const content = await (await pdf.getPage(page)).getTextContent();
      lines.push(...linesOf(content.items as readonly TextItem[], page));
    }
    if (lines.length === 0) {
      throw new UnreadableDocument(
        path,
        'this PDF holds no text, only pictures of pages: run text recognition (OCR) on it first',
      );
    }
    const { info } = await pdf.getMetadata();
    const cut = `only the first ${MOST_PAGES} of ${pdf.numPages} pages were read: split it into articles`;
    return {
      lines: paragraphsOf(withoutRunningHeads(lines)),
      hasLineBreaks: false,
      page: printedAddress(lines),
      given: {},
      ...createdOf(info),
      notes: pdf.numPages > MOST_PAGES ? [{ path, message: cut }] : [],
    };
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument(path, faultOf(error));
  } finally {
    await pdf.destroy();
  }
}

function faultOf(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return 'this PDF is locked by a password: save it without one';
  return `this PDF is damaged (${oneLine(message)}): open and save it again, or give its text`;
}

/**
 * When the file was made: no earlier than the article, and often on the day. Not where a browser made it,
 * which is done by readers, years later as well.
 */
function createdOf(info: object): { readonly created?: string } {
  const makers = ['Creator', 'Producer'].map((key) =>
    String(Object.entries(info).find(([k]) => k === key)?.[1]),
  );
  if (/chrom|skia|mozilla|firefox|webkit|safari|quartz|wkhtml|edge/i.test(makers.join(' '))) return {};
  const made = 'CreationDate' in info && typeof info.CreationDate === 'string' ? info.CreationDate : '';
  const match = /^D:(\d{4})(\d\d)(\d\d)/.exec(made);
  const created = match ? dateIn(`${match[1]}-${match[2]}-${match[3]}`) : null;
  return created === null ? {} : { created };
}

/** Puts the words of a page into lines. */
function linesOf(items: readonly TextItem[], page: number): Line[] {
  const lines: Line[] = [];
  const parts: Line[] = [];
  const endLine = () => {
    if (parts.length > 0) lines.push(lineOf(parts.splice(0)));
  };
  for (const { str = '', transform = [], width = 0, height = 0, hasEOL = false } of items) {
    const part = { text: str, page, x: transform[4] ?? 0, y: transform[5] ?? 0, width, size: height };
    const last = parts.at(-1);
    if (str !== '') {
      if (last && Math.abs(part.y - last.y) > Math.max(last.size, height) / 2) endLine();
      parts.push(part);
    }
    if (hasEOL) endLine();
  }
  endLine();
  return lines.filter(({ text }) => text !== '');
}

/** Puts the parts of a line together, with spaces where they stand apart. */
function lineOf(parts: readonly Line[]): Line {
  const first = parts[0]!;
  let [text, end] = ['', first.x];
  for (const part of parts) {
    text += `${part.x > end + part.size / 5 ? ' ' : ''}${part.text}`;
    end = Math.max(end, part.x + part.width);
  }
  const size = Math.max(...parts.map((part) => part.size));
  return { ...first, text: oneLine(text), width: end - first.x, size };
}

/** Titles of the publication and numbers of pages, which stand at the edge of most pages. */
function withoutRunningHeads(lines: readonly Line[]): Line[] {
  const pages = groupByPage(lines);
  const edges = new Map<string, Set<number>>();
  const shape = (line: Line) => line.text.replace(/\d+/g, '#').toLowerCase();
  const isAtEdge = new Set<Line>();
  for (const [page, all] of pages) {
    for (const line of [...all.slice(0, 2), ...all.slice(-2)]) {
      isAtEdge.add(line);
      edges.set(shape(line), (edges.get(shape(line)) ?? new Set()).add(page));
    }
  }
  const often = Math.max(2, Math.ceil(pages.size / 2));
  return lines.filter((line) => {
    if (!isAtEdge.has(line)) return true;
    const isNumber = /^(?:page )?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|\/) *\d{1,4})?$/i.test(line.text);
    const isPrinted = PRINTED_ADDRESS.test(line.text) || PRINTED_DATE.test(line.text);
    return !(isNumber || isPrinted || edges.get(shape(line))!.size >= often);
  });
}

/** What browsers print at the edges of a page: its address with the page's number, date and time, title. */
const PRINTED_ADDRESS = /^((?:https?|file):\/\/\S+)(?: +\d{1,4} ?(?:\/|of) ?\d{1,4})?$/;
const PRINTED_DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: .*)?$/i;

function printedAddress(lines: readonly Line[]): { readonly url?: string } {
  const page = lines.filter((line) => line.page === lines[0]?.page);
  const edges = [...page.slice(0, 2), ...page.slice(-2)];
  const url = edges.map(({ text }) => PRINTED_ADDRESS.exec(text)?.[1]).find((one) => one?.startsWith('http'));
  return url ? { url } : {};
}

function groupByPage(lines: readonly Line[]): Map<number, Line[]> {
  const pages = new Map<number, Line[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return pages;
}

function paragraphsOf(lines: readonly Line[]): string[] {
  const leading = usualLeading(lines);
  const width = lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const last = lines[i - 1];
    if (!last || isNewParagraph(last, line, leading, width)) paragraphs.push(line.text);
    else paragraphs.push(joined(paragraphs.pop()!, line.text));
  });
  return paragraphs;
}

/** The distance of a line from the one above it within paragraphs: of the smaller ones, since most are that. */
function usualLeading(lines: readonly Line[]): number {
  const gaps = lines
    .flatMap((line, i) => (lines[i - 1]?.page === line.page ? [lines[i - 1]!.y - line.y] : []))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.3)] ?? 0;
}

function isNewParagraph(last: Line, line: Line, leading: number, width: number): boolean {
  const bigger = Math.max(last.size, line.size);
  if (Math.min(last.size, line.size) < bigger * 0.85) return true;
  const endsSentence = /[.!?:]["”’')\]]*$/.test(last.text);
  const gap = last.y - line.y;
  // At the top of the next column or page only the end of a sentence tells.
  if (last.page !== line.page || gap <= 0) return endsSentence;
  if (gap > leading * 1.35) return true;
  const isIndented = line.x > last.x + line.size * 0.8;
  return endsSentence && (isIndented || last.width < width * 0.4);
}

function joined(before: string, after: string): string {
  // "mili-" "tary" was one word; "Guinea-" "Bissau" keeps its hyphen.
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}
