/**
 * Second network: what a sentence says of an actor and each of some others. It reads the sentence, with
 * those before it where only they name one of them, with markers of type and role around every mention,
 * and gives for each of the others a probability for each relation in both directions, and for each status of it.
 */
import { ACTOR_TYPES, type ActorType, STATUSES, type Span } from '../model/index.ts';
import { RELATION_IDS } from '../ontology/relations/index.ts';
import type { Pieces } from '../text/pieces.ts';
import type { Cancellation } from './cancellation.ts';
import { type Encoder, type Pool, batchOf, groupsByLength } from './encoder.ts';
import { inParallel } from './in-parallel.ts';
import type { Frame } from './mentions.ts';
import { type Pass, passesOf } from './passes.ts';

/** Who takes part in questions: the same object in each of them. Spans of its mentions anywhere in the text. */
export interface QuestionedActor {
  readonly type: ActorType;
  readonly spans: readonly Span[];
}

/** A pair of actors in a sentence: the first is asked about, together with all its partners in the same words. */
export interface PairQuestion {
  readonly sentence: Span;
  /** Where the context begins: the start of the sentence itself or of one before it. */
  readonly from: number;
  readonly first: QuestionedActor;
  readonly second: QuestionedActor;
}

export interface PairAnswer {
  /** 29 probabilities first → second, then 29 second → first, in the order of the ontology. */
  readonly relations: Float32Array;
  /** For each of these 58, in their order, probabilities of actual, planned, alleged, denied if it is stated, in 255ths. */
  readonly status: Uint8Array;
}

/**
 * Ids of the frame and of the markers: eight that open a mention (of the actor asked about, by type, and of the
 * others, by type), two that close one.
 */
export interface Markers extends Frame {
  readonly markers: readonly number[];
}

/** Pieces, and for each actor of the pass the positions of its opening markers. */
export interface MarkedPass {
  readonly ids: readonly number[];
  readonly at: readonly (readonly number[])[];
}

const LONGEST = 200;
const BOTH_WAYS = 2 * RELATION_IDS.length;
const STATUS_COUNT = BOTH_WAYS * STATUSES.length;
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
  const passes = passesOf(questions).map((pass) => ({ ...pass, ...markPass(pass, pieces, markers) }));
  const answers = new Array<PairAnswer>(questions.length);
  const groups = groupsByLength(
    passes.map(({ ids }) => ids.length),
    ROWS,
    PIECES,
  );
  await inParallel(groups, encoder.atOnce, async (group) => {
    signal?.throwIfAborted();
    const read = group.map((index) => passes[index]!);
    const batch = batchOf(read.map(({ ids }) => ids));
    const pool = poolOf(read, batch.length);
    const { relations, status } = await encoder.relations(batch, pool);
    checkLengths(read.length * (pool.actors - 1), relations, status);
    read.forEach(({ asked }, row) =>
      asked.forEach((question, other) => {
        const at = row * (pool.actors - 1) + other;
        answers[question] = {
          relations: relations.subarray(at * BOTH_WAYS, (at + 1) * BOTH_WAYS),
          status: status.subarray(at * STATUS_COUNT, (at + 1) * STATUS_COUNT),
        };
      }),
    );
  });
  return answers;
}

/** A network of another make, one with a single status for all relations of a pair, say, would be misread. */
function checkLengths(pairs: number, relations: Float32Array, status: Uint8Array): void {
  if (relations.length !== pairs * BOTH_WAYS || status.length !== pairs * STATUS_COUNT)
    throw new RangeError(
      `relations.onnx gives a pair ${relations.length / pairs} probabilities of relations and ${status.length / pairs} of statuses ` +
        `instead of ${BOTH_WAYS} and ${STATUS_COUNT}: it is of another version; restore it from the repository, or train its statuses anew`,
    );
}

/**
 * Pieces of the sentence and its context with markers. Positions: the opening markers in the
 * sentence itself or, where an actor has none there, the last one before. Cut from the front to 200.
 */
export function markPass(
  { sentence, from, actors }: Pick<Pass, 'sentence' | 'from' | 'actors'>,
  pieces: Pieces,
  markers: Markers,
): MarkedPass {
  const opening = new Map<number, { actor: number; marker: number }>();
  const closing = new Map<number, number>();
  actors.forEach(({ type, spans }, actor) => {
    const role = Math.min(actor, 1);
    for (const [start, end] of spans) {
      if (start < from || end > sentence[1]) continue;
      opening.set(start, { actor, marker: markers.markers[role * 4 + ACTOR_TYPES.indexOf(type)]! });
      closing.set(end, markers.markers[8 + role]!);
    }
  });
  const ids = [markers.start];
  const at: [number, boolean][][] = actors.map(() => []);
  for (let i = firstPiece(pieces, from); i < pieces.ids.length && pieces.starts[i]! < sentence[1]; i++) {
    const start = pieces.starts[i]!;
    const open = opening.get(start);
    // A word may be several pieces of one start (a ligature, say); only the first opens.
    if (open && (i === 0 || pieces.starts[i - 1] !== start)) {
      at[open.actor]!.push([ids.length, start >= sentence[0]]);
      ids.push(open.marker);
    }
    ids.push(pieces.ids[i]!);
    const close = closing.get(pieces.ends[i]!);
    if (close !== undefined) ids.push(close);
  }
  ids.push(markers.end);
  return cutFront(ids, at, markers.start);
}

function cutFront(ids: number[], at: [number, boolean][][], start: number): MarkedPass {
  const cut = Math.max(0, ids.length - LONGEST);
  const kept = cut > 0 ? [start, ...ids.slice(cut + 1)] : ids;
  const positions = at.map((all) => {
    const left = all.map(([position, here]) => [position - cut, here] as const).filter(([p]) => p > 0);
    const here = left.filter(([, isHere]) => isHere).map(([position]) => position);
    if (here.length > 0) return here;
    return [left.at(-1)?.[0] ?? 0];
  });
  return { ids: kept, at: positions };
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

/** Where the actors of the passes of a batch are; `length`: pieces of its longest. */
export function poolOf(passes: readonly MarkedPass[], length: number): Pool {
  const actors = Math.max(2, ...passes.map(({ at }) => at.length));
  const weights = new Float32Array(passes.length * actors * length);
  passes.forEach(({ at }, row) => {
    at.forEach((positions, actor) => {
      for (const position of positions)
        weights[(row * actors + actor) * length + position] = 1 / positions.length;
    });
  });
  return { actors, weights };
}
