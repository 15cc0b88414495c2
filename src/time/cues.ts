/** Where a sentence has words that tell of an act, so that of several dates the one beside them is taken. */
import type { Place } from './candidates.ts';

const patterns = new Map<string, RegExp>();

/** The words that begin with one of the stems, which are alternatives of a pattern. */
export function cuesOf(sentence: string, stems: string): Place[] {
  const pattern = patterns.get(stems) ?? new RegExp(`(?<![\\p{L}])(?:${stems})\\p{Ll}*`, 'giu');
  patterns.set(stems, pattern);
  return [...sentence.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
