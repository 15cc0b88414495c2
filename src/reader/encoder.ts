/**
 * The networks behind one interface: batches of ids and positions in, arrays out. The command line
 * and the page bring the runtime that computes them; nothing here knows which one it is.
 */

/** Rows of word-piece ids, padded to one length; row-major. */
export interface IdBatch {
  readonly rows: number;
  readonly length: number;
  readonly ids: BigInt64Array;
  /** 1 for a piece, 0 for padding. */
  readonly mask: Float32Array;
}

/** Pairs of mentions to compare; `later` and `earlier` index the rows of `ends`. */
export interface LinkBatch {
  /** For each mention the vectors of its first and of its last piece, 2 × `hidden` of the encoder. */
  readonly ends: Float32Array;
  readonly later: readonly number[];
  readonly earlier: readonly number[];
  /** `LINK_FEATURES` numbers a pair. */
  readonly features: Float32Array;
}

/** Where the actors of each row are: the one asked about first. Rows with fewer actors have zeros for the rest. */
export interface Pool {
  readonly actors: number;
  /** Rows × actors × length, weights that average the opening markers of each actor. */
  readonly weights: Float32Array;
}

export interface Encoder {
  /** So many batches of the second network may be asked at once to keep it busy. */
  readonly atOnce: number;
  /** Length of the vector that the first network gives a piece. */
  readonly hidden: number;
  /** `hidden`: rows × length × that length; `tags`: rows × length × 9 scores (O, then B and I of each type). */
  readonly mentions: (batch: IdBatch) => Promise<{ hidden: Float32Array; tags: Float32Array }>;
  /** A score for each pair; above 0: "the same actor". */
  readonly links: (batch: LinkBatch) => Promise<Float32Array>;
  /**
   * For each row and each of its actors but the first: `relations`, 58 probabilities, first the relations of the
   * first actor to this one, then those the other way; `status`, 4 for each of these 58, in 255ths.
   */
  readonly relations: (
    batch: IdBatch,
    pool: Pool,
  ) => Promise<{ relations: Float32Array; status: Uint8Array }>;
}

/** Numbers that describe a pair of mentions to the link scorer. */
export const LINK_FEATURES = 12;

/** Puts sequences of ids into one batch, padded at the end. */
export function batchOf(sequences: readonly (readonly number[])[]): IdBatch {
  const rows = sequences.length;
  const length = Math.max(1, ...sequences.map((ids) => ids.length));
  const ids = new BigInt64Array(rows * length);
  const mask = new Float32Array(rows * length);
  sequences.forEach((sequence, row) => {
    sequence.forEach((id, i) => {
      ids[row * length + i] = BigInt(id);
      mask[row * length + i] = 1;
    });
  });
  return { rows, length, ids, mask };
}

/**
 * Groups sequences of like length, so that little is computed on padding. Returns their indices; the
 * groups depend on the sequences alone, so that the same document is always computed alike. A group has at
 * most so many rows, and so many pieces with its padding: memory goes with them.
 */
export function groupsByLength(lengths: readonly number[], rows: number, pieces = Infinity): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const groups: number[][] = [];
  for (const index of order) {
    const last = groups.at(-1);
    const fits =
      last &&
      last.length < rows &&
      lengths[index]! * (last.length + 1) <= pieces &&
      lengths[index]! <= lengths[last[0]!]! * 1.15 + 4;
    if (fits) last.push(index);
    else groups.push([index]);
  }
  return groups;
}
