/** The text of a document cut into what can be chosen in it: stretches of quotes, and the text between them. */
import type { Span } from '../../model/index.ts';
import { type Mark, type MarkedSpan, segmentsOf } from '../inspector/segments.ts';
import { marksOf } from './marks.ts';
import type { ActorSpan, Passage } from './passages.ts';

/** A stretch with the same marks. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Whom it names; null: nobody. */
  readonly actor: string | null;
}

/** Text between quotes, or quotes that overlap each other. */
export interface Block {
  readonly start: number;
  readonly pieces: readonly Piece[];
  /** Indexes of the quotes in it, in order; none: plain text. */
  readonly passages: readonly number[];
}

/** Cuts a text into blocks. `current`: index of the quote that is read; -1: none. */
export function blocksOf(
  text: string,
  passages: readonly Passage[],
  actors: readonly ActorSpan[],
  current: number,
): Block[] {
  const marks: MarkedSpan[] = [
    ...passages.map(({ evidence }) => ({ span: spanOf(evidence), mark: 'passage' as const })),
    ...actors.map((actor) => ({ span: spanOf(actor), mark: 'actor' as const })),
    ...(passages[current] ? marksOf(passages[current].evidence) : []),
  ];
  const blocks: Block[] = [];
  let at = 0;
  for (const { start, end, indexes } of stretchesOf(text.length, passages)) {
    if (start > at)
      blocks.push({ start: at, pieces: piecesOf(text, at, start, marks, actors), passages: [] });
    blocks.push({ start, pieces: piecesOf(text, start, end, marks, actors), passages: indexes });
    at = end;
  }
  if (at < text.length)
    blocks.push({ start: at, pieces: piecesOf(text, at, text.length, marks, actors), passages: [] });
  return blocks;
}

/** The quote that a click on a block chooses: the next of its quotes after the one that is read. */
export function nextIn({ passages }: Pick<Block, 'passages'>, current: number): number | undefined {
  return passages.find((index) => passages.includes(current) && index > current) ?? passages[0];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly indexes: readonly number[];
}

/** Quotes that overlap as one stretch. They come in order of their start. */
function stretchesOf(length: number, passages: readonly Passage[]): Stretch[] {
  const stretches: { start: number; end: number; indexes: number[] }[] = [];
  passages.forEach(({ evidence }, index) => {
    const [start, end] = [Math.min(evidence.start, length), Math.min(evidence.end, length)];
    const last = stretches.at(-1);
    if (start >= end) return;
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.indexes.push(index);
    } else stretches.push({ start, end, indexes: [index] });
  });
  return stretches;
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  marks: readonly MarkedSpan[],
  actors: readonly ActorSpan[],
): Piece[] {
  const near = marks.filter(({ span }) => span[0] < end && start < span[1]);
  let at = start;
  return segmentsOf(text.slice(start, end), start, near).map((segment) => {
    const from = at;
    at += segment.text.length;
    const actor = segment.marks.includes('actor')
      ? actors.find((one) => one.start <= from && from < one.end)
      : undefined;
    return { ...segment, actor: actor?.actor ?? null };
  });
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): Span {
  return [start, end];
}
