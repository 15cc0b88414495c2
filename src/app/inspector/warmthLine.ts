/** The warmth of two actors over time as a line of points, and in one sentence. */
import { warmthOf } from '../../graph/warmth.ts';
import type { Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { edtfInWords } from '../dates.ts';
import { m, number } from '../messages.ts';
import { binIndex, lastDay, type Scale, spanOf } from '../timebar/histogram.ts';

export interface WarmthPoint {
  /** `2024` or `2024-03`: the warmth is that of its last day. */
  readonly bin: string;
  readonly value: number;
}

export interface WarmthLine {
  readonly points: readonly WarmthPoint[];
  readonly words: string;
  /** How many acts have no date, and do not count. */
  readonly undated: number;
}

const MOST_POINTS = 120;

/** Null where nothing between the two is dated, or has a warmth. */
export function warmthLine(
  corpus: Pick<Corpus, 'assertions'>,
  ties: readonly Tie[],
  scale: Scale,
): WarmthLine | null {
  const assertion = (id: string) => corpus.assertions.get(id);
  const days = ties.flatMap((tie) =>
    [...tie.supporting, ...tie.opposing].flatMap((id) => {
      const span = assertion(id) && spanOf(assertion(id)!, 'when');
      return span ? [span.first] : [];
    }),
  );
  if (days.length === 0) return null;
  const first = binIndex(
    scale,
    days.reduce((a, b) => (b < a ? b : a)),
  );
  // One before, so that the line starts where nothing was.
  const bins = thinned(scale.bins.slice(Math.max(0, first - 1)));
  const reckoned = bins.map((bin) => ({ bin, ...warmthOf(ties, assertion, lastDay(bin)) }));
  if (reckoned.every(({ counted }) => counted === 0)) return null;
  return { points: reckoned, words: inWords(reckoned), undated: reckoned.at(-1)!.undated };
}

/** The last bins, as many as there is room for, evenly. */
function thinned(bins: readonly string[]): string[] {
  const step = Math.ceil(bins.length / MOST_POINTS);
  return bins.filter((_, index) => (bins.length - 1 - index) % step === 0);
}

function inWords(points: readonly WarmthPoint[]): string {
  const last = points.at(-1)!;
  const high = points.reduce((best, point) => (point.value > best.value ? point : best));
  const low = points.reduce((best, point) => (point.value < best.value ? point : best));
  return m('inspector_warmth_words', {
    from: edtfInWords(points[0]!.bin),
    to: edtfInWords(last.bin),
    value: warmthInWords(last.value),
    high: warmthInWords(high.value),
    highDate: edtfInWords(high.bin),
    low: warmthInWords(low.value),
    lowDate: edtfInWords(low.bin),
  });
}

/** With one decimal, and a minus that is one. */
function warmthInWords(value: number): string {
  const rounded = Math.round(value * 10) / 10 || 0;
  return `${rounded < 0 ? '−' : ''}${number(Math.abs(rounded))}`;
}
