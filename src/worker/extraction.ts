/**
 * Reads articles in a worker of the page: the same pipeline as on the command line, with the
 * networks computed by WebAssembly. The page cancels by ending the worker, and asks one only for one reader.
 */
import { readArticles } from '../documents/articles.ts';
import { withDistinctIds } from '../documents/ids.ts';
import { UnreadableDocument } from '../documents/input.ts';
import { kindOf } from '../documents/kinds.ts';
import type { ReadableDocument } from '../documents/read.ts';
import { extractGraph } from '../extract.ts';
import type { Note } from '../model/index.ts';
import { KNOWLEDGE_FILES, parseKnowledge } from '../ontology/knowledge.ts';
import type { Reader } from '../reader/reader.ts';
import type { ArticleFile, ExtractionRequest, ExtractionResponse } from './protocol.ts';
import { loadReader } from './weights.ts';

const TABLES = import.meta.glob<string>('../../data/*.{tsv,txt}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Kept for the articles that follow: a worker is asked for one reader only. */
let reader: Reader | null = null;

// The runtime starts this very file again for its own threads; those must not answer the page.
if (!self.name.startsWith('em-pthread')) {
  self.onmessage = ({ data }: MessageEvent<ExtractionRequest>) => {
    read(data.files, data.readerBase).catch((error: unknown) => {
      post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  };
}

function post(response: ExtractionResponse): void {
  self.postMessage(response);
}

async function read(files: readonly ArticleFile[], readerBase: string): Promise<void> {
  const { documents, notes } = await readAll(files);
  if (documents.length === 0) {
    throw new Error(
      `No article could be read. ${notes.map(({ path, message }) => `${path}: ${message}`).join(' · ')}`,
    );
  }
  reader ??= await loadReader(readerBase, (done, total, path) =>
    post({ kind: 'progress', stage: 'weights', done, total, path }),
  );
  const graph = await extractGraph(documents, reader, parseKnowledge(knowledgeFiles()), {
    onProgress: (done, total, path) => post({ kind: 'progress', stage: 'reading', done, total, path }),
  });
  const copies = graph.documents.flatMap(({ path, copyOf }): Note[] =>
    copyOf ? [{ path, message: `repeats the text of ${copyOf}: the two count as one source` }] : [],
  );
  post({ kind: 'done', graph, notes: [...notes, ...copies] });
}

/** Unreadable files become notes; the others go on. */
async function readAll(
  files: readonly ArticleFile[],
): Promise<{ documents: ReadableDocument[]; notes: Note[] }> {
  const documents: ReadableDocument[] = [];
  const notes: Note[] = [];
  if (files.some(({ path }) => kindOf(path) === 'pdf')) await loadPdfLibrary();
  for (const file of files) {
    try {
      const read = await readArticles(file);
      documents.push(...read.documents);
      notes.push(...read.notes);
      for (const { path, reason } of read.skipped) notes.push({ path, message: `skipped: ${reason}` });
    } catch (error) {
      const reason = error instanceof UnreadableDocument ? error.reason : String(error);
      notes.push({ path: file.path, message: `skipped: ${reason}` });
    }
  }
  return { documents: withDistinctIds(documents), notes };
}

/**
 * PDF.js takes any worker for its own and answers the page's messages in our place, unless there is a
 * window while it is loaded.
 */
async function loadPdfLibrary(): Promise<void> {
  const scope = self as { window?: unknown };
  scope.window = self;
  try {
    await import('unpdf/pdfjs');
  } finally {
    delete scope.window;
  }
}

function knowledgeFiles(): Record<string, string> {
  return Object.fromEntries(KNOWLEDGE_FILES.map((name) => [name, TABLES[`../../data/${name}`] ?? '']));
}
