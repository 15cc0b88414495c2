/** What is said of a document beside its text: side files and front matter. */
import type { Note } from '../model/index.ts';
import { isEdtf } from '../time/edtf.ts';
import type { DocumentMetadata } from './input.ts';

const TEXT_KEYS = ['title', 'source', 'url'] as const;
const BASES = ['given', 'page', 'inferred'] as const;

/**
 * Reads a side file: `NAME.meta.json` holds the record of one document, `metadata.json` maps file
 * names to records. Returns records by file name; one document's record has the key ''. Other keys
 * (such as `reason`) are for people. Throws an `Error` that names file and place.
 */
export function readSideFile(text: string, path: string): ReadonlyMap<string, DocumentMetadata> {
  const value = objectOf(text, path);
  const isOfOne = Object.values(value).every((field) => typeof field !== 'object' || field === null);
  if (isOfOne) return new Map([['', metadataOf(value, path)]]);
  return new Map(
    Object.entries(value).map(([name, record]) => {
      if (typeof record !== 'object' || record === null) {
        throw new Error(`${path}: "${name}": expected an object with title, published, source, url`);
      }
      return [name, metadataOf(record as Record<string, unknown>, `${path}: "${name}"`)];
    }),
  );
}

/** Reads a record; `place` begins the messages. Throws where a field has a value that cannot be meant. */
export function metadataOf(record: Readonly<Record<string, unknown>>, place: string): DocumentMetadata {
  const metadata: { -readonly [key in keyof DocumentMetadata]: DocumentMetadata[key] } = {};
  for (const key of TEXT_KEYS) {
    const value = record[key];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') throw new Error(`${place}: "${key}" must be text`);
    metadata[key] = oneLine(value);
  }
  const { published, publishedBasis } = record;
  if (published !== undefined && published !== null && published !== '') {
    metadata.published = dateOf(published, place);
  }
  if (publishedBasis !== undefined) {
    const basis = BASES.find((known) => known === publishedBasis);
    if (!basis) throw new Error(`${place}: "publishedBasis" must be one of ${BASES.join(', ')}`);
    metadata.publishedBasis = basis;
  }
  return metadata;
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
  try {
    return { metadata: metadataOf({ ...fields, published }, 'front matter'), body, notes: [] };
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)}; the date was left out`;
    return { metadata: metadataOf({ ...fields, published: null }, path), body, notes: [{ path, message }] };
  }
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

function dateOf(value: unknown, place: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  const day = typeof text === 'string' ? text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]\d.*$/, '$1') : '';
  if (!isEdtf(day)) {
    throw new Error(
      `${place}: "published" is ${JSON.stringify(value)}, no date: write 2024, 2024-03 or 2024-03-26`,
    );
  }
  return day;
}

function objectOf(text: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${path}: expected an object that maps file names to title, published, source, url`);
  }
  return value as Record<string, unknown>;
}
