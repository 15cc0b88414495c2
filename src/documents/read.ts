/** One input to one document: decode, take the format apart, clean, date, name. */
import type { Document, Note } from '../model/index.ts';
import { cleanArticle } from './clean.ts';
import { decode } from './decode.ts';
import { declaredCharset, readFragment, readHtml } from './html.ts';
import { idFromPath } from './ids.ts';
import type { DocumentInput, DocumentMetadata, RawArticle } from './input.ts';
import { UnreadableDocument } from './input.ts';
import { type InputKind, kindOf, largestSize } from './kinds.ts';
import { UNKNOWN_LANGUAGE, languageName, languageOf } from './language.ts';
import { readMail } from './mail.ts';
import { readMarkdown } from './markdown.ts';
import { splitFrontMatter } from './metadata.ts';
import { dateOfLines, dayOfNews } from '../time/date-of-writing.ts';
import { datelineDate } from './published.ts';
import { sha256 } from './sha256.ts';
import { uniform } from './paragraphs.ts';

/** A document whose text is at hand. */
export type ReadableDocument = Document & { readonly text: string };

/** A document, and what a person should know of the way it was read. */
export interface ReadInput {
  readonly document: ReadableDocument;
  readonly notes: readonly Note[];
}

/**
 * Reads one document of text, Markdown, HTML or mail; see `readArticles` for the others. Its id is the
 * file's name without extension: `withDistinctIds` tells apart those of several. Throws
 * `UnreadableDocument`, which names the file and the way out.
 */
export function readDocument(input: DocumentInput): ReadInput {
  const { bytes } = input;
  const path = input.path.replaceAll('\\', '/');
  const kind = input.kind ?? kindOf(path);
  checkSize(bytes.length, path, kind);
  if (kind === 'mail') return documentOf(input, readMail(bytes, path));
  const decoded = decode(bytes, path, kind === 'html' ? declaredCharset(bytes) : undefined);
  const { document, notes } = documentOf(input, readAs(kind, decoded.text, path));
  return { document, notes: [...decoded.notes.map((message) => ({ path, message })), ...notes] };
}

/** Cleans, dates and names what a format made of an input. Throws `UnreadableDocument`. */
export function documentOf(input: DocumentInput, raw: RawArticle): ReadInput {
  const path = input.path.replaceAll('\\', '/');
  const known: DocumentMetadata = { ...raw.page, ...raw.given, ...input.metadata };
  const { title, paragraphs, foreign, notes } = cleanArticle(raw, known.title ?? null);
  const text = (title === '' ? paragraphs : [title, ...paragraphs]).join('\n\n');
  if (foreign !== null) throw inAnotherLanguage(foreign, path);
  if (paragraphs.length === 0) {
    throw new UnreadableDocument(path, 'no article left after cleaning: check that the file holds its text');
  }
  checkLanguage(text, path);
  const document: ReadableDocument = {
    id: input.id ?? idFromPath(path),
    path,
    title: title === '' ? opening(paragraphs[0]!) : title,
    ...dated(input.metadata ?? {}, raw, paragraphs),
    source: known.source ?? null,
    url: known.url ?? null,
    language: 'en',
    sha256: sha256(input.bytes),
    text,
  };
  const own = notes.map((message) => ({ path, message }));
  return { document, notes: [...(input.notes ?? []), ...own, ...raw.notes] };
}

function readAs(kind: InputKind, decoded: string, path: string): RawArticle {
  if (kind === 'html') return readHtml(decoded);
  if (kind === 'fragment') return readFragment(decoded);
  const { metadata, body, notes } = splitFrontMatter(uniform(decoded), path);
  const raw: RawArticle =
    kind === 'markdown'
      ? readMarkdown(body)
      : { lines: body.split('\n'), hasLineBreaks: true, page: {}, given: {}, notes: [] };
  return { ...raw, given: metadata, notes };
}

/** Throws `UnreadableDocument` for sizes, in bytes, that no article has. */
export function checkSize(size: number, path: string, kind: InputKind): void {
  if (size === 0 && kind === 'fragment') {
    throw new UnreadableDocument(path, 'an item without text: save the page that it links to, and give that');
  }
  if (size === 0) throw new UnreadableDocument(path, 'the file is empty: put the text of an article into it');
  if (size <= largestSize(kind)) return;
  const [megabytes, limit] = [size, largestSize(kind)].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  throw new UnreadableDocument(
    path,
    `${megabytes} MB are too large for an article (the limit is ${limit} MB): split it into one file per article`,
  );
}

function checkLanguage(text: string, path: string): void {
  const language = languageOf(text);
  if (language !== 'en') throw inAnotherLanguage(language, path);
}

function inAnotherLanguage(language: string, path: string): UnreadableDocument {
  const what = language === UNKNOWN_LANGUAGE ? 'not in English' : `in ${languageName(language)}`;
  return new UnreadableDocument(path, `${what}: only English is read so far; give an English translation`);
}

function dated(
  given: DocumentMetadata,
  raw: RawArticle,
  paragraphs: readonly string[],
): Pick<Document, 'published' | 'publishedBasis'> {
  for (const { published, publishedBasis = 'given' } of [given, raw.given]) {
    if (published !== undefined) return { published, publishedBasis };
  }
  const page = raw.page.published ?? dateOfLines(raw.lines);
  if (page !== null) return { published: page, publishedBasis: 'page' };
  const inferred =
    datelineDate(paragraphs) ??
    dayOfNews(paragraphs.join('\n\n')) ??
    (raw.created === undefined ? null : `${raw.created}?`);
  return { published: inferred, publishedBasis: inferred === null ? 'none' : 'inferred' };
}

/** The opening words, for lists of documents, where a text has no title of its own. */
function opening(paragraph: string): string {
  if (paragraph.length <= 80) return paragraph;
  return `${paragraph.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}
