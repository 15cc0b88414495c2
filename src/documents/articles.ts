/** One input to its documents: a feed or a file of JSON lines holds many, every other file one. */
import type { Note } from '../model/index.ts';
import { decode } from './decode.ts';
import { declaredEncoding, readFeed } from './feed.ts';
import { type DocumentInput, UnreadableDocument } from './input.ts';
import { kindOf } from './kinds.ts';
import { readPdf } from './pdf.ts';
import { type ReadableDocument, checkSize, documentOf, readDocument } from './read.ts';
import { recordInput } from './record.ts';

export interface Articles {
  /** Their ids may meet those of other inputs: see `withDistinctIds`. */
  readonly documents: readonly ReadableDocument[];
  readonly notes: readonly Note[];
  /** Items and lines that could not be read, while others could. */
  readonly skipped: readonly UnreadableDocument[];
}

/** Reads an input of any kind. Throws `UnreadableDocument` where nothing in it can be read. */
export async function readArticles(input: DocumentInput): Promise<Articles> {
  const path = input.path.replaceAll('\\', '/');
  const kind = input.kind ?? kindOf(path);
  checkSize(input.bytes.length, path, kind);
  switch (kind) {
    case 'pdf': {
      const { document, notes } = documentOf(input, await readPdf(input.bytes, path));
      return { documents: [document], notes, skipped: [] };
    }
    case 'feed': {
      const { text, notes } = decode(input.bytes, path, declaredEncoding(input.bytes));
      const feed = readFeed(text, path);
      const own = [...notes, ...feed.notes].map((message) => ({ path, message }));
      const about = [...(input.notes ?? []), ...own];
      // What a side file says of a feed, it says of each item.
      const items = feed.items.map((item) => () => ({
        ...item,
        metadata: { ...item.metadata, ...input.metadata },
      }));
      return withTeasersNoted(readEach(items, path, about), path);
    }
    case 'lines': {
      const { text, notes } = decode(input.bytes, path);
      const lines = text.split('\n').flatMap((line, index) => {
        return line.trim() === '' ? [] : [() => recordInput(line, `${path}:${index + 1}`)];
      });
      return readEach(
        lines,
        path,
        notes.map((message) => ({ path, message })),
      );
    }
    case 'text':
    case 'markdown':
    case 'html':
    case 'fragment':
    case 'mail': {
      const { document, notes } = readDocument(input);
      return { documents: [document], notes, skipped: [] };
    }
  }
}

/** Many feeds hold only the opening words of their articles. */
function withTeasersNoted(articles: Articles, path: string): Articles {
  const { documents, notes } = articles;
  const teasers = documents.filter(({ text }) => /(?:…|\.\.\.)[\])]?$/.test(text)).length;
  if (teasers === 0) return articles;
  const message = `${teasers} of ${documents.length} items hold only the opening of their article: save the pages that they link to, and read those`;
  return { ...articles, notes: [...notes, { path, message }] };
}

function readEach(inputs: readonly (() => DocumentInput)[], path: string, about: readonly Note[]): Articles {
  const documents: ReadableDocument[] = [];
  const notes = [...about];
  const skipped: UnreadableDocument[] = [];
  for (const input of inputs) {
    try {
      const read = readDocument(input());
      documents.push(read.document);
      notes.push(...read.notes);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      skipped.push(error);
    }
  }
  if (documents.length === 0) {
    const first = skipped[0] ? `; the first: ${skipped[0].message}` : '';
    throw new UnreadableDocument(path, `none of its ${inputs.length} articles can be read${first}`);
  }
  return { documents, notes, skipped };
}
