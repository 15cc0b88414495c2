/** Reads the files and records that a command names into documents, each failure by itself. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { type Articles, readArticles } from '../documents/articles.ts';
import { type DocumentInput, UnreadableDocument } from '../documents/input.ts';
import { withDistinctIds } from '../documents/ids.ts';
import { type ReadMetadata, readSideFile } from '../documents/metadata.ts';
import { kindOf } from '../documents/kinds.ts';
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
export async function loadDocuments(
  files: readonly string[],
  records: readonly string[],
): Promise<LoadedDocuments> {
  const documents: ReadableDocument[] = [];
  const notes: Note[] = [];
  const skipped: string[] = [];
  const sides: SideFiles = { known: new Map(), notes };
  const add = async (place: string, read: () => Promise<Articles> | Articles) => {
    try {
      const articles = await read();
      for (const document of articles.documents) documents.push(document);
      for (const note of articles.notes) notes.push(note);
      for (const { message } of articles.skipped) skipped.push(message);
    } catch (error) {
      // A file that nobody foresaw must not end the others' run either.
      skipped.push(error instanceof UnreadableDocument ? error.message : `${place}: ${messageOf(error)}`);
    }
  };
  for (const path of files) await add(path, () => readArticles(fileInput(path, sides)));
  for (const [index, line] of records.entries()) {
    const place = `stdin:${index + 1}`;
    if (line.trim() !== '') await add(place, () => readRecord(line, place));
  }
  return { documents: withDistinctIds(documents), notes, skipped };
}

function readRecord(line: string, place: string): Articles {
  const { document, notes } = readDocument(recordInput(line, place));
  return { documents: [document], notes, skipped: [] };
}

/** The side files that have been looked for. */
interface SideFiles {
  readonly known: Map<string, ReadonlyMap<string, ReadMetadata>>;
  /** Those that cannot be read are named here once, however many files they stand beside. */
  readonly notes: Note[];
}

function fileInput(path: string, sides: SideFiles): DocumentInput {
  if (/\.json$/i.test(path)) {
    throw new UnreadableDocument(
      path,
      'JSON, not an article: JSON lines, one article a line, have the extension .jsonl',
    );
  }
  checkSize(statSync(path).size, path, kindOf(path));
  const ofFolder = sideFile(`${dirname(path)}/metadata.json`, sides).get(basename(path));
  const own = sideFile(ownSideFile(path), sides).get('');
  const notes = [...(ofFolder?.notes ?? []), ...(own?.notes ?? [])];
  return {
    path,
    bytes: readFileSync(path),
    metadata: { ...ofFolder?.metadata, ...own?.metadata },
    notes: notes.map((message) => ({ path, message })),
  };
}

/** A name without extension is not its own side file. */
function ownSideFile(path: string): string {
  return `${path.replace(/\.[^./]+$/, '')}.meta.json`;
}

function sideFile(path: string, { known, notes }: SideFiles): ReadonlyMap<string, ReadMetadata> {
  const before = known.get(path);
  if (before) return before;
  let side: ReadonlyMap<string, ReadMetadata> = new Map();
  try {
    const exists = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    if (exists) side = readSideFile(readFileSync(path, 'utf8'), path);
  } catch (error) {
    notes.push({ path, message: `${messageOf(error)}; its articles are read without it` });
  }
  known.set(path, side);
  return side;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
