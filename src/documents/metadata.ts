/** What is said of a document beside its text: side files and front matter. */
import type { Note } from '../model/index.ts';
import { isEdtf } from '../time/edtf.ts';
import type { DocumentMetadata } from './input.ts';
import { dateInWords } from './published.ts';

const TEXT_KEYS = ['title', 'source', 'url'] as const;
const BASES = ['given', 'page', 'inferred'] as const;
const WAY_OUT = 'write 2024, 2024-03 or 2024-03-26';

/** Instants that can be days of publication, in seconds: 1973 to 2099. */
const FIRST_INSTANT = 100_000_000;
const LAST_INSTANT = 4_102_444_800;

/** A record as far as it can be meant, and what was left out of it. */
export interface ReadMetadata {
  readonly metadata: DocumentMetadata;
  readonly notes: readonly string[];
}

/**
 * Reads a side file: `NAME.meta.json` holds the record of one document, `metadata.json` maps file
 * names to records. Returns records by file name; one document's record has the key ''. Other keys
 * (such as `reason`) are for people. Notes name file and place. Throws an `Error` where the file holds
 * no records at all.
 */
export function readSideFile(text: string, path: string): ReadonlyMap<string, ReadMetadata> {
  const value = objectOf(text);
  const isOfOne = Object.values(value).every((field) => typeof field !== 'object' || field === null);
  if (isOfOne) return new Map([['', placed(metadataOf(value), path)]]);
  return new Map(
    Object.entries(value).map(([name, record]) => [name, placed(recordOf(record), `${path}: "${name}"`)]),
  );
}

function recordOf(record: unknown): ReadMetadata {
  if (typeof record === 'object' && record !== null) return metadataOf(record as Record<string, unknown>);
  return { metadata: {}, notes: ['expected an object with title, published, source, url; it was left out'] };
}

function placed({ metadata, notes }: ReadMetadata, place: string): ReadMetadata {
  return { metadata, notes: notes.map((note) => `${place}: ${note}`) };
}

/** Reads a record. A field whose value cannot be meant is left out with a note: no article is lost over it. */
export function metadataOf(record: Readonly<Record<string, unknown>>): ReadMetadata {
  const metadata: { -readonly [key in keyof DocumentMetadata]: DocumentMetadata[key] } = {};
  const notes: string[] = [];
  for (const key of TEXT_KEYS) {
    const value = record[key];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'string') metadata[key] = oneLine(value);
    else notes.push(`"${key}" must be text; it was left out`);
  }
  const { published, publishedBasis } = record;
  if (published !== undefined && published !== null && published !== '') {
    const date = dateOf(published);
    if (date !== null) metadata.published = date;
    else notes.push(`"published" is ${quoted(published)}, no date: ${WAY_OUT}; the date was left out`);
  }
  if (publishedBasis !== undefined && publishedBasis !== null) {
    const basis = BASES.find((known) => known === publishedBasis);
    if (basis) metadata.publishedBasis = basis;
    else notes.push(`"publishedBasis" must be one of ${BASES.join(', ')}; it was left out`);
  }
  return { metadata, notes };
}

/** Front matter as `key: value` lines between two lines `---`, and the text after it. */
export function splitFrontMatter(
  text: string,
  path: string,
): { metadata: DocumentMetadata; body: string; notes: Note[] } {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { metadata: {}, body: text, notes: [] };
  const fields = frontFields(match[1]!);
  // A text may begin with a rule and hold another: front matter says something that we know.
  if (![...TEXT_KEYS, 'published', 'date'].some((key) => key in fields)) {
    return { metadata: {}, body: text, notes: [] };
  }
  const body = text.slice(match[0].length);
  const published = fields['published'] ?? fields['date'];
  const { metadata, notes } = placed(metadataOf({ ...fields, published }), 'front matter');
  return { metadata, body, notes: notes.map((message) => ({ path, message })) };
}

/** One line of text: no control characters, no runs of spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function frontFields(block: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const match = /^([A-Za-z]+)\s*:\s*(.*)$/.exec(line.trim());
    const key = match?.[1]!.toLowerCase();
    if (key === 'title' || key === 'source' || key === 'url' || key === 'published' || key === 'date') {
      fields[key] = unquoted(match![2]!.trim());
    }
  }
  return fields;
}

function unquoted(value: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"$/.exec(value);
  if (double) return double[1]!.replace(/\\(.)/g, '$1');
  const single = /^'((?:[^']|'')*)'$/.exec(value);
  return single ? single[1]!.replaceAll("''", "'") : value;
}

/** EDTF of what somebody wrote for a date; null where it is none, or could be several ("03/06/2024"). */
function dateOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  const day = text.replace(/^(\d{4}-\d\d-\d\d)[T ]\d.*$/, '$1');
  if (isEdtf(day)) return day;
  return /^\d{9,13}(?:\.\d{1,9})?$/.test(text) ? dayOfInstant(Number(text)) : dateInWords(text);
}

/** The day in UTC of an instant in seconds or milliseconds since 1970. */
function dayOfInstant(instant: number): string | null {
  const seconds = [instant, instant / 1000].find((one) => one >= FIRST_INSTANT && one < LAST_INSTANT);
  return seconds === undefined ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function objectOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('expected an object that maps file names to title, published, source, url');
  }
  return value as Record<string, unknown>;
}
