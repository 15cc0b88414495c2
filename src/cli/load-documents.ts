/** Reads the files and records that a command names into documents, each failure by itself. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { type DocumentInput, type DocumentMetadata, UnreadableDocument } from '../documents/input.ts';
import { withDistinctIds } from '../documents/ids.ts';
import { readSideFile } from '../documents/metadata.ts';
import { type ReadableDocument, checkSize, readDocument } from '../documents/read.ts';
import { recordInput } from '../documents/record.ts';
import type { Note } from '../model/index.ts';

export interface LoadedDocuments {
  /** With distinct ids. */
  readonly documents: readonly ReadableDocument[];
  readonly notes: readonly Note[];
  /** What could not be read, as `path: reason`. */
  readonly skipped: readonly string[];
}

/** Reads files and lines of JSON (`records`). Side files are looked for beside each file. */
export function loadDocuments(files: readonly string[], records: readonly string[]): LoadedDocuments {
  const documents: ReadableDocument[] = [];
  const notes: Note[] = [];
  const skipped: string[] = [];
  const sides = new Map<string, ReadonlyMap<string, DocumentMetadata>>();
  const add = (place: string, input: () => DocumentInput) => {
    try {
      const read = readDocument(input());
      documents.push(read.document);
      notes.push(...read.notes);
    } catch (error) {
      // A file that nobody foresaw must not end the others' run either.
      skipped.push(error instanceof UnreadableDocument ? error.message : `${place}: ${messageOf(error)}`);
    }
  };
  for (const path of files) add(path, () => fileInput(path, sides));
  for (const [index, line] of records.entries()) {
    const place = `stdin:${index + 1}`;
    if (line.trim() !== '') add(place, () => recordInput(line, place));
  }
  return { documents: withDistinctIds(documents), notes, skipped };
}

function fileInput(path: string, sides: Map<string, ReadonlyMap<string, DocumentMetadata>>): DocumentInput {
  if (/\.(?:json|jsonl|ndjson)$/i.test(path)) {
    throw new UnreadableDocument(
      path,
      `JSON, not an article: JSON lines are read by: entente extract - < ${path}`,
    );
  }
  checkSize(statSync(path).size, path);
  const metadata = {
    ...sideFile(`${dirname(path)}/metadata.json`, sides).get(basename(path)),
    ...sideFile(path.replace(/\.[^./]+$/, '.meta.json'), sides).get(''),
  };
  return { path, bytes: readFileSync(path), metadata };
}

function sideFile(
  path: string,
  known: Map<string, ReadonlyMap<string, DocumentMetadata>>,
): ReadonlyMap<string, DocumentMetadata> {
  let side = known.get(path);
  if (!side) {
    const exists = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    side = exists ? readSideFile(readFileSync(path, 'utf8'), path) : new Map<string, DocumentMetadata>();
    known.set(path, side);
  }
  return side;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
