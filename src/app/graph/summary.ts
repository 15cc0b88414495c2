/** The graph in a sentence or two, for those who do not see it. */
import type { Corpus } from '../data/corpus.ts';
import type { ShownTie, TimeView } from '../filters/filters.ts';
import { shortDate } from '../timebar/asof.ts';
import { dateInWords } from '../../time/words.ts';

/** "As of March 2024: 12 of 28 actors, 40 ties. Most connected: Niger (18), France (9)." */
export function summaryOf(corpus: Corpus, shown: readonly ShownTie[], time: TimeView): string {
  const degrees = degreesOf(shown);
  const total = new Set(corpus.ties.flatMap((tie) => [tie.source, tie.target])).size;
  const when = time.day === null ? 'All of time' : `As of ${dateInWords(shortDate(time.day))}`;
  const counted = `${when}: ${degrees.size} of ${plural(total, 'actor')}, ${plural(shown.length, 'tie')}.`;
  const top = [...degrees]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([id, degree]) => `${corpus.actors.get(id)!.name} (${degree})`);
  return top.length > 0 ? `${counted} Most connected: ${top.join(', ')}.` : counted;
}

/** How many ties each actor has; actors without any are not listed. */
export function degreesOf(shown: readonly ShownTie[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { tie } of shown) {
    for (const id of [tie.source, tie.target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}

/** `1 tie`, `2 ties`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
