/** A stretch of text cut at its marks, so that it can be shown without any markup in it. */
import type { Span } from '../../model/index.ts';

/** `passage`: a quote that is not the one that is read; `actor`: a name. */
export type Mark = 'quote' | 'source' | 'target' | 'passage' | 'actor';

export interface MarkedSpan {
  readonly span: Span;
  readonly mark: Mark;
}

export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Cuts text at the borders of the marks. Marks may overlap and reach beyond the text; what lies
 * outside is left out. `offset` is where the text starts in the frame of the spans.
 */
export function segmentsOf(text: string, offset: number, marked: readonly MarkedSpan[]): Segment[] {
  const within = (at: number) => Math.min(Math.max(at - offset, 0), text.length);
  const inside = marked
    .map(({ span, mark }) => ({ start: within(span[0]), end: within(span[1]), mark }))
    .filter(({ start, end }) => start < end);
  const borders = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!];
    const marks = inside.filter((m) => m.start <= start && end <= m.end).map((m) => m.mark);
    segments.push({ text: text.slice(start, end), marks: [...new Set(marks)] });
  }
  return segments;
}
