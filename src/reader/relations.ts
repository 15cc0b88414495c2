/**
 * Second network: what a sentence says of two actors. It reads the sentence with the one before it,
 * with markers of type and role around every mention of the two, and gives a probability for each
 * relation in both directions and for each status.
 */
import { ACTOR_TYPES, type ActorType, type Span } from '../model/index.ts';
import type { Pieces } from '../text/pieces.ts';
import type { Cancellation } from './cancellation.ts';
import { type Encoder, batchOf, groupsByLength } from './encoder.ts';
import { inParallel } from './in-parallel.ts';
import type { Frame } from './mentions.ts';

/** A pair of actors in a sentence: spans of their mentions anywhere in the text. */
export interface PairQuestion {
  readonly sentence: Span;
  /** Where the context begins: the start of the sentence before, or of the sentence itself. */
  readonly from: number;
  readonly first: { readonly type: ActorType; readonly spans: readonly Span[] };
  readonly second: { readonly type: ActorType; readonly spans: readonly Span[] };
}

export interface PairAnswer {
  /** 29 probabilities first → second, then 29 second → first, in the order of the ontology. */
  readonly relations: Float32Array;
  /** Probabilities of actual, planned, alleged, denied. */
  readonly status: Float32Array;
}

/** Ids of the frame and of the markers: eight that open a mention (two roles × four types), two that close one. */
export interface Markers extends Frame {
  readonly markers: readonly number[];
}

/** Pieces and positions of the opening markers of both roles. */
export interface MarkedPair {
  readonly ids: readonly number[];
  readonly at: readonly [readonly number[], readonly number[]];
}

const LONGEST = 200;
const RELATION_COUNT = 29;
const STATUS_COUNT = 4;
/** So many markers a network has. */
export const MARKER_COUNT = 10;
/** Rows computed together: enough to keep the processor busy, few enough for its cache. */
const ROWS = 16;
/** Pieces computed together: a batch of long sentences has fewer rows. */
const PIECES = 256;

/** Asks the network all questions of one document; the answers keep their order. */
export async function readPairs(
  questions: readonly PairQuestion[],
  pieces: Pieces,
  markers: Markers,
  encoder: Encoder,
  signal?: Cancellation,
): Promise<PairAnswer[]> {
  const marked = questions.map((question) => markPair(question, pieces, markers));
  const answers = new Array<PairAnswer>(questions.length);
  const groups = groupsByLength(
    marked.map(({ ids }) => ids.length),
    ROWS,
    PIECES,
  );
  await inParallel(groups, encoder.atOnce, async (group) => {
    signal?.throwIfAborted();
    const pairs = group.map((index) => marked[index]!);
    const batch = batchOf(pairs.map(({ ids }) => ids));
    const { relations, status } = await encoder.relations(batch, poolOf(pairs, batch.length));
    group.forEach((index, row) => {
      answers[index] = {
        relations: relations.slice(row * 2 * RELATION_COUNT, (row + 1) * 2 * RELATION_COUNT),
        status: status.slice(row * STATUS_COUNT, (row + 1) * STATUS_COUNT),
      };
    });
  });
  return answers;
}

/**
 * Pieces of the sentence and its context with markers. Positions: the opening markers in the
 * sentence itself or, where a role has none there, the last one before. Cut from the front to 200.
 */
export function markPair(question: PairQuestion, pieces: Pieces, markers: Markers): MarkedPair {
  const { sentence, from } = question;
  const opening = new Map<number, number>();
  const closing = new Map<number, number>();
  [question.first, question.second].forEach(({ type, spans }, role) => {
    for (const [start, end] of spans) {
      if (start < from || end > sentence[1]) continue;
      opening.set(start, role * 4 + ACTOR_TYPES.indexOf(type));
      closing.set(end, role);
    }
  });
  const ids = [markers.start];
  const at: [number, boolean][][] = [[], []];
  for (let i = firstPiece(pieces, from); i < pieces.ids.length && pieces.starts[i]! < sentence[1]; i++) {
    const start = pieces.starts[i]!;
    const open = opening.get(start);
    // A word may be several pieces of one start (a ligature, say); only the first opens.
    if (open !== undefined && (i === 0 || pieces.starts[i - 1] !== start)) {
      at[open >> 2]!.push([ids.length, start >= sentence[0]]);
      ids.push(markers.markers[open]!);
    }
    ids.push(pieces.ids[i]!);
    const close = closing.get(pieces.ends[i]!);
    if (close !== undefined) ids.push(markers.markers[8 + close]!);
  }
  ids.push(markers.end);
  return cutFront(ids, at, markers.start);
}

function cutFront(ids: number[], at: [number, boolean][][], start: number): MarkedPair {
  const cut = Math.max(0, ids.length - LONGEST);
  const kept = cut > 0 ? [start, ...ids.slice(cut + 1)] : ids;
  const positions = at.map((all) => {
    const left = all.map(([position, here]) => [position - cut, here] as const).filter(([p]) => p > 0);
    const here = left.filter(([, isHere]) => isHere).map(([position]) => position);
    if (here.length > 0) return here;
    return [left.at(-1)?.[0] ?? 0];
  });
  return { ids: kept, at: [positions[0]!, positions[1]!] };
}

function firstPiece(pieces: Pieces, from: number): number {
  let low = 0;
  let high = pieces.ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces.starts[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function poolOf(pairs: readonly MarkedPair[], length: number): Float32Array {
  const pool = new Float32Array(pairs.length * 2 * length);
  pairs.forEach(({ at }, row) => {
    at.forEach((positions, role) => {
      for (const position of positions) pool[(row * 2 + role) * length + position] = 1 / positions.length;
    });
  });
  return pool;
}
