/** What every reader of another format gives back. */
import { idFromPath } from '../../documents/ids.ts';
import type { Actor, Assertion, Document, GraphFile } from '../../model/index.ts';
import type { TallyEntry } from './tally.ts';

/** A graph made from a file of another format. */
export interface Imported {
  readonly documents: readonly Document[];
  readonly actors: readonly Actor[];
  /** Sorted by id. Made as they are asked for: millions of events need not be in memory at once. */
  readonly assertions: Iterable<Assertion>;
  /** Rows or elements read, those not taken over among them. */
  readonly rows: number;
  /** Rows or elements that stand behind the assertions. */
  readonly taken: number;
  readonly tally: readonly TallyEntry[];
}

/** Why a code or a name stands for nothing in the graph. */
export interface Unmapped {
  readonly reason: string;
  /** The code or the name. */
  readonly detail: string;
}

/** A file that is not of the format; the message names the file, what was found and what is expected. */
export class NotThisFormat extends Error {
  override readonly name = 'NotThisFormat';
}

/** A reader that is fed the text of a file piece by piece, in order. */
export interface TextReader {
  /** Throws `NotThisFormat` as soon as the text shows it. */
  readonly push: (text: string) => void;
  /**
   * Ends the file. `sha256`: of its bytes, hexadecimal. `isCut`: reading was stopped, perhaps within a
   * row. Throws `NotThisFormat`.
   */
  readonly finish: (sha256: string, isCut?: boolean) => Imported;
}

/** The document that the assertions of a data file rest on. `name`: of the data set, where it has one. */
export function dataDocument(
  { file, name }: { readonly file: string; readonly name: string | null },
  sha256: string,
): Document {
  return {
    id: idFromPath(file),
    path: file,
    title: file,
    published: null,
    publishedBasis: 'none',
    source: name,
    url: null,
    language: 'en',
    sha256,
  };
}

/** All of an import as a graph in memory. */
export function graphOf(
  { documents, actors, assertions }: Imported,
  generator: GraphFile['generator'],
): GraphFile {
  return { format: 'entente/1', generator, documents, actors, assertions: [...assertions], edits: [] };
}
