/** Everything that reading needs beside the text: networks, vocabulary, labels, thresholds, calibration. */
import { STATUSES } from '../model/index.ts';
import { RELATION_IDS, type RelationId } from '../ontology/relations/index.ts';
import { type WordPieces, createWordPieces } from '../text/pieces.ts';
import type { Encoder } from './encoder.ts';
import type { Frame } from './mentions.ts';
import { MARKER_COUNT, type Markers } from './relations.ts';

/** The content of `reader.json`. */
export interface ReaderSettings {
  /** Written as the `reader` of each evidence: `light/1`. */
  readonly name: string;
  /**
   * Size in bytes and SHA-256 of the other files, to tell damaged ones. Paths from the reader's folder: a reader
   * may use a network of another, `../reader/mentions.onnx`.
   */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly networks: {
    /** `hidden`: length of its vectors, which `links` compares. */
    readonly mentions: NetworkFiles & Frame & { readonly links: string; readonly hidden: number };
    readonly relations: NetworkFiles & Markers;
  };
  /** Order of the networks' outputs; must be that of the ontology. */
  readonly relations: readonly string[];
  readonly statuses: readonly string[];
  /** Lowest probability at which a relation is asserted; `*` for those not named. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Which pairs the second network is asked about; without it, all. */
  readonly gate?: Gate;
  /** Probability → share of assertions that were right, piecewise linear, ascending. */
  readonly calibration: readonly (readonly [probability: number, confidence: number])[];
}

/** Which pairs are worth asking about: a logistic model for pairs within a sentence and one for pairs across several; the first weight is the bias. */
export interface Gate {
  readonly together: readonly number[];
  readonly apart: readonly number[];
  /** So much the chances of the pairs that are read together must add up to, for each 100 characters read. */
  readonly worth: number;
}

/** A network and its word pieces; names of files in `ReaderSettings.files`. */
export interface NetworkFiles {
  readonly file: string;
  readonly vocabulary: string;
}

export interface Reader {
  readonly settings: ReaderSettings;
  readonly encoder: Encoder;
  /** How the first network reads a text. */
  readonly mentions: { readonly pieces: WordPieces; readonly frame: Frame };
  /** How the second does. */
  readonly relations: { readonly pieces: WordPieces; readonly markers: Markers };
}

/** The networks of a reader, by what they are asked. */
export type NetworkName = 'mentions' | 'links' | 'relations';

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
  const missing = networkFault(settings);
  if (missing !== null) throw new Error(`${path} ${missing}; export the reader again`);
  const closed = gateFault(settings);
  if (closed !== null) throw new Error(`${path} ${closed}`);
  const same = (a: readonly string[] | undefined, b: readonly string[]) => a?.join(' ') === b.join(' ');
  if (!same(settings.relations, RELATION_IDS) || !same(settings.statuses, STATUSES)) {
    throw new Error(
      `${path} was made for another ontology: its labels must be, in this order, ${RELATION_IDS.join(', ')}`,
    );
  }
  return settings;
}

/** What the networks' part of `reader.json` lacks; null: nothing. */
function networkFault({ files, networks }: ReaderSettings): string | null {
  const { mentions, relations } = networks ?? {};
  if (!mentions || !relations) return 'does not say what its networks are';
  if (!(mentions.hidden > 0)) return 'does not say how long the vectors of the network of mentions are';
  if (relations.markers?.length !== MARKER_COUNT)
    return `must name ${MARKER_COUNT} markers of the network of relations`;
  const named = [mentions.file, mentions.links, relations.file, mentions.vocabulary, relations.vocabulary];
  const unknown = named.find((file) => files?.[file] === undefined);
  return unknown === undefined ? null : `says nothing of the size of ${unknown}`;
}

/** What the gate lacks, in a `reader.json` that has one; null: nothing. An older one would let nothing be read. */
function gateFault({ gate }: ReaderSettings): string | null {
  if (gate === undefined) return null;
  const isWhole = Array.isArray(gate.together) && Array.isArray(gate.apart) && Number.isFinite(gate.worth);
  return isWhole
    ? null
    : 'must give its gate as "together", "apart" and "worth" (entente evaluate DIR --gate), or none';
}

/** The file of a network. */
export function fileOf({ networks }: ReaderSettings, network: NetworkName): string {
  return network === 'links' ? networks.mentions.links : networks[network].file;
}

/**
 * Puts a reader together. `vocabulary` gives the text of a file of word pieces. Throws where it lacks a piece
 * that the networks were trained with.
 */
export function createReader(
  settings: ReaderSettings,
  vocabulary: (file: string) => string,
  encoder: Encoder,
): Reader {
  const { mentions, relations } = settings.networks;
  const pieces = createWordPieces(vocabulary(mentions.vocabulary));
  const others =
    mentions.vocabulary === relations.vocabulary
      ? pieces
      : createWordPieces(vocabulary(relations.vocabulary));
  checkIds(mentions.vocabulary, pieces, [mentions.start, mentions.end]);
  checkIds(relations.vocabulary, others, [relations.start, relations.end, ...relations.markers]);
  return {
    settings,
    encoder,
    mentions: { pieces, frame: mentions },
    relations: { pieces: others, markers: relations },
  };
}

function checkIds(file: string, { count }: WordPieces, ids: readonly number[]): void {
  const wrong = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= count);
  if (wrong !== undefined)
    throw new RangeError(`${file} has ${count} pieces, and none of number ${wrong}: it is of another reader`);
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
  return `${file} is damaged (${what}); restore it from the repository, for instance with "git checkout data/reader", or export it again`;
}
