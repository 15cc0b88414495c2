import type { Note } from '../model/index.ts';
import type { InputKind } from './kinds.ts';

/** What somebody says of a document outside its text: front matter, a side file, a JSON-lines record. */
export interface DocumentMetadata {
  readonly title?: string;
  /** EDTF; ISO 8601 with a time of day is cut to the day. */
  readonly published?: string;
  /** `inferred` where the date is somebody's estimate. Default: `given`. */
  readonly publishedBasis?: 'given' | 'page' | 'inferred';
  readonly source?: string;
  readonly url?: string;
}

/** One file as its bytes, one record of a JSON-lines stream, or one item of a feed. */
export interface DocumentInput {
  /** As the user gave it, or how messages shall name it. */
  readonly path: string;
  /** How it is read; by default the extension of the path decides. */
  readonly kind?: InputKind;
  /** Of the document; by default made from the path. */
  readonly id?: string;
  readonly bytes: Uint8Array;
  readonly metadata?: DocumentMetadata;
  /** What a person should know of the way the metadata were read. */
  readonly notes?: readonly Note[];
}

/** An input that cannot become a document; the message names the file and the way out. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly path: string;
  /** Without the path, for lists that name it already. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/** What one format makes of an input, before cleaning. */
export interface RawArticle {
  /** Paragraphs and headings in reading order, or lines where `hasLineBreaks` says so. */
  readonly lines: readonly string[];
  /** Lines may be pieces of a paragraph, wrapped at some width. */
  readonly hasLineBreaks: boolean;
  /** What the page says of itself. */
  readonly page: DocumentMetadata;
  /** When the file was made, which may be later than the article. EDTF. */
  readonly created?: string;
  /** What front matter says: it comes before the page's word and after the side file's. */
  readonly given: DocumentMetadata;
  readonly notes: readonly Note[];
}
