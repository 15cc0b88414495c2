/** Everything that reading needs beside the text: networks, vocabulary, labels, thresholds, calibration. */
import { STATUSES } from '../model/index.ts';
import { RELATION_IDS, type RelationId } from '../ontology/relations/index.ts';
import { type WordPieces, createWordPieces } from '../text/pieces.ts';
import type { Encoder } from './encoder.ts';
import type { Markers } from './relations.ts';

/** The content of `reader.json`. */
export interface ReaderSettings {
  /** Written as the `reader` of each evidence: `light/1`. */
  readonly name: string;
  /** Size in bytes and SHA-256 of the other files, to tell damaged ones. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  /** Order of the networks' outputs; must be that of the ontology. */
  readonly relations: readonly string[];
  readonly statuses: readonly string[];
  /** Lowest probability at which a relation is asserted; `*` for those not named. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Probability → share of assertions that were right, piecewise linear, ascending. */
  readonly calibration: readonly (readonly [probability: number, confidence: number])[];
}

export interface Reader {
  readonly settings: ReaderSettings;
  readonly encoder: Encoder;
  readonly pieces: WordPieces;
  readonly markers: Markers;
}

/** Names of the files that a reader consists of, beside `reader.json`. */
export const READER_FILES = ['mentions.onnx', 'links.onnx', 'relations.onnx', 'vocab.txt'] as const;

/** Reads `reader.json`. Throws where it is broken or made for another ontology. */
export function parseSettings(json: string, path: string): ReaderSettings {
  let settings: ReaderSettings;
  try {
    settings = JSON.parse(json) as ReaderSettings;
  } catch (error) {
    throw new Error(`${path} is no valid JSON (${String(error)}); restore it from the repository`, {
      cause: error,
    });
  }
  const same = (a: readonly string[] | undefined, b: readonly string[]) => a?.join(' ') === b.join(' ');
  if (!same(settings.relations, RELATION_IDS) || !same(settings.statuses, STATUSES)) {
    throw new Error(
      `${path} was made for another ontology: its labels must be, in this order, ${RELATION_IDS.join(', ')}`,
    );
  }
  return settings;
}

/** Puts a reader together. Throws where the vocabulary lacks a piece that the networks were trained with. */
export function createReader(settings: ReaderSettings, vocabulary: string, encoder: Encoder): Reader {
  const pieces = createWordPieces(vocabulary);
  const unused = Array.from({ length: 20 }, (_, i) => pieces.id(`[unused${i}]`));
  return {
    settings,
    encoder,
    pieces,
    markers: { start: pieces.id('[CLS]'), end: pieces.id('[SEP]'), unused },
  };
}

/** The probability from which a relation is asserted. */
export function thresholdOf(settings: ReaderSettings, relation: RelationId): number {
  return settings.thresholds[relation] ?? settings.thresholds['*'] ?? 1;
}

/** The confidence that a probability means: of assertions with confidence c, about c are right. */
export function calibrated(settings: ReaderSettings, probability: number): number {
  const points = settings.calibration;
  const next = points.findIndex(([p]) => p >= probability);
  if (next === -1) return points.at(-1)?.[1] ?? probability;
  if (next === 0) return points[0]![1];
  const [p0, c0] = points[next - 1]!;
  const [p1, c1] = points[next]!;
  return c0 + ((c1 - c0) * (probability - p0)) / (p1 - p0);
}

/** What is wrong with one of the reader's files, and the way out; null where it is whole. */
export function damageOf(
  settings: ReaderSettings,
  file: string,
  bytes: number,
  sha256: string,
): string | null {
  const expected = settings.files[file];
  if (!expected) return `reader.json does not know the file ${file}; restore reader.json from the repository`;
  if (bytes === expected.bytes && sha256 === expected.sha256) return null;
  const what = bytes === expected.bytes ? 'other content' : `${bytes} bytes instead of ${expected.bytes}`;
  return `${file} is damaged (${what}); restore it from the repository, for instance with "git checkout data/reader"`;
}
