/** One line of a JSON-lines stream: `{"text" or "html", "title", "published", "source", "url", "id"}`. */
import type { DocumentInput } from './input.ts';
import { UnreadableDocument } from './input.ts';
import { metadataOf } from './metadata.ts';

// The core is compiled without the DOM's and Node's types; both have it.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/**
 * The input that a record stands for; its path is the record's id, else `place` (`stdin:12`).
 * Throws `UnreadableDocument` where the line is no such record.
 */
export function recordInput(line: string, place: string): DocumentInput {
  const record = objectOf(line, place);
  const { text, html, id } = record;
  const body = typeof html === 'string' ? html : text;
  if (typeof body !== 'string') {
    throw new UnreadableDocument(place, 'a record needs its article as "text" or "html"');
  }
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : place.replaceAll(':', '-');
  // The extension tells how it is read, and is no part of the document's id.
  const path = `${name}${typeof html === 'string' ? '.html' : '.txt'}`;
  const { metadata, notes } = metadataOf(record);
  return {
    path,
    bytes: encodeText(body),
    metadata,
    notes: notes.map((message) => ({ path: place, message })),
  };
}

/** UTF-8, in which lone surrogates stay recognisable: the reader of the document tells of them. */
export function encodeText(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!/\p{Cs}/u.test(text)) return encoder.encode(text);
  const units = new Uint8Array(2 + text.length * 2);
  units.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    units.set([unit & 0xff, unit >> 8], 2 + i * 2);
  }
  return units;
}

function objectOf(line: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UnreadableDocument(
      place,
      `not JSON (${error instanceof Error ? error.message : String(error)}): write one object per line`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableDocument(place, 'a record must be an object with "text" or "html"');
  }
  return value as Record<string, unknown>;
}
