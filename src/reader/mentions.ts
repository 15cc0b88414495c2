/**
 * First network: which words name or stand for an actor, of which type, and which earlier mention
 * each may be the same as. The text is read in windows of whole sentences; each window begins with
 * sentences of the one before as context, whose tags are not used again.
 */
import { ACTOR_TYPES, type Mention, type Span } from '../model/index.ts';
import type { Pieces } from '../text/pieces.ts';
import { type Encoder, LINK_FEATURES, batchOf } from './encoder.ts';
import { type KnownName, describeName, writeLinkFeatures } from './link-features.ts';

/** A mention with its scores against earlier ones. */
export interface LinkedMention extends Mention {
  /** Above 0: "the same actor"; the greater the surer. Earlier mentions by index; at most `LINK_REACH`. */
  readonly links: readonly { readonly earlier: number; readonly score: number }[];
}

/** Ids of the pieces that frame a sequence: `[CLS]` and `[SEP]`, or `<s>` and `</s>`. */
export interface Frame {
  readonly start: number;
  readonly end: number;
}

/** Pieces in a window; a text's last one may have a few more, below the network's 512, so that most articles are one. */
const WINDOW = 420;
const LAST_WINDOW = 505;
/** A mention is compared with so many before it, as in training. */
const LINK_REACH = 60;
const TAGS = 9;
/** Long texts have many pairs; so many are scored at a time. */
const PAIRS_AT_ONCE = 4096;

/** Finds the mentions of a text in order, with their links. */
export async function findMentions(
  text: string,
  sentences: readonly Span[],
  pieces: Pieces,
  frame: Frame,
  encoder: Encoder,
  known: KnownName,
): Promise<LinkedMention[]> {
  const found: FoundMention[] = [];
  for (const window of windowsOf(sentences, pieces)) {
    const ids = [frame.start, ...pieces.ids.slice(window.from, window.to), frame.end];
    const { hidden, tags } = await encoder.mentions(batchOf([ids]));
    found.push(...readTags(text, pieces, window, hidden, tags, encoder.hidden));
  }
  const scores = await scoreLinks(found, encoder, known);
  return found.map(({ start, end, words, type }, i) => ({ start, end, words, type, links: scores[i]! }));
}

interface Window {
  /** First piece, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

interface FoundMention extends Mention {
  readonly first: number;
  /** Vectors of the first and the last piece. */
  readonly ends: Float32Array;
}

/** Cuts a text into windows. A sentence longer than a window is cut where the window is full. */
export function windowsOf(sentences: readonly Span[], pieces: Pieces): Window[] {
  const ends = sentenceEnds(sentences, pieces);
  const windows: Window[] = [];
  let from = 0;
  while (from < pieces.ids.length) {
    const rest = pieces.ids.length - from;
    const room = rest <= LAST_WINDOW ? rest : WINDOW;
    const to = ends.findLast((end) => end > from && end <= from + room) ?? from + room;
    windows.push({ from, to });
    from = to;
  }
  return windows;
}

/** For each sentence the index after its last piece. */
function sentenceEnds(sentences: readonly Span[], pieces: Pieces): number[] {
  const ends: number[] = [];
  let piece = 0;
  for (const [, end] of sentences) {
    while (piece < pieces.ids.length && pieces.starts[piece]! < end) piece++;
    ends.push(piece);
  }
  if (ends.at(-1) !== pieces.ids.length) ends.push(pieces.ids.length);
  return ends;
}

function readTags(
  text: string,
  pieces: Pieces,
  window: Window,
  hidden: Float32Array,
  tags: Float32Array,
  size: number,
): FoundMention[] {
  const best = (piece: number) => strongest(tags, (piece - window.from + 1) * TAGS);
  const vector = (piece: number) => {
    const at = (piece - window.from + 1) * size;
    return hidden.subarray(at, at + size);
  };
  const found: FoundMention[] = [];
  let piece = window.from;
  while (piece < window.to) {
    const tag = best(piece);
    let next = piece + 1;
    if (tag > 0) {
      const kind = (tag - 1) >> 1;
      while (next < window.to && best(next) === 2 + 2 * kind) next++;
      const [start, end] = wholeWords(text, pieces.starts[piece]!, pieces.ends[next - 1]!);
      const ends = new Float32Array(2 * size);
      ends.set(vector(piece));
      ends.set(vector(next - 1), size);
      const mention = {
        start,
        end,
        words: text.slice(start, end),
        type: ACTOR_TYPES[kind]!,
        first: piece,
        ends,
      };
      // Two tags within one word make one mention.
      if ((found.at(-1)?.end ?? -1) <= start) found.push(mention);
    }
    piece = next;
  }
  return found;
}

function strongest(scores: Float32Array, at: number): number {
  let best = 0;
  for (let i = 1; i < TAGS; i++) if (scores[at + i]! > scores[at + best]!) best = i;
  return best;
}

function wholeWords(text: string, start: number, end: number): Span {
  while (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!)) start--;
  while (end < text.length && /[\p{L}\p{N}]/u.test(text[end]!)) end++;
  return [start, end];
}

async function scoreLinks(
  found: readonly FoundMention[],
  encoder: Encoder,
  known: KnownName,
): Promise<{ earlier: number; score: number }[][]> {
  const links: { earlier: number; score: number }[][] = found.map(() => []);
  const pairs = found.flatMap((_, later) => {
    const first = Math.max(0, later - LINK_REACH);
    return Array.from({ length: later - first }, (_, i) => [later, first + i] as const);
  });
  const names = found.map((m) => describeName(m.words, m.first, known));
  for (let from = 0; from < pairs.length; from += PAIRS_AT_ONCE) {
    const some = pairs.slice(from, from + PAIRS_AT_ONCE);
    const low = Math.min(...some.map(([, earlier]) => earlier));
    const high = Math.max(...some.map(([later]) => later));
    const size = 2 * encoder.hidden;
    const ends = new Float32Array((high - low + 1) * size);
    for (let i = low; i <= high; i++) ends.set(found[i]!.ends, (i - low) * size);
    const features = new Float32Array(some.length * LINK_FEATURES);
    some.forEach(([a, b], k) => writeLinkFeatures(names[a]!, names[b]!, features, k * LINK_FEATURES));
    const scores = await encoder.links({
      ends,
      later: some.map(([later]) => later - low),
      earlier: some.map(([, earlier]) => earlier - low),
      features,
    });
    some.forEach(([later, earlier], k) => links[later]!.push({ earlier, score: scores[k]! }));
  }
  return links;
}
