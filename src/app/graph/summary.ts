/** The graph in a sentence or two, for those who do not see it. */
import type { Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import type { ShownTie, TimeView } from '../filters/filters.ts';
import { m, number } from '../messages.ts';
import { timeInWords } from '../timebar/words.ts';

/** "As of March 2024: 12 of 28 actors, 40 ties. Most connected: Niger (18), France (9)." */
export function summaryOf(
  corpus: Corpus,
  shown: readonly ShownTie[],
  time: TimeView,
  degrees: ReadonlyMap<string, number> = degreesOf(shown),
): string {
  const total = actorsWithTies(corpus);
  const when = timeInWords(time) || m('summary_all_time');
  const counted = m('summary_counted', { when, actors: degrees.size, total, ties: shown.length });
  const top = highest(degrees, 3).map(([id, degree]) => `${corpus.actors.get(id)!.name} (${number(degree)})`);
  return top.length > 0 ? `${counted} ${m('summary_connected', { actors: top.join(', ') })}` : counted;
}

/** The first few by number, of equal ones by id; without sorting all. */
function highest(degrees: ReadonlyMap<string, number>, few: number): (readonly [string, number])[] {
  const top: (readonly [string, number])[] = [];
  for (const entry of degrees) {
    if (top.length === few && entry[1] < top[few - 1]![1]) continue;
    top.push(entry);
    top.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    top.length = Math.min(few, top.length);
  }
  return top;
}

/** How many ties each actor has; actors without any are not listed. */
export function degreesOf(shown: readonly ShownTie[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { tie } of shown) {
    for (const id of [tie.source, tie.target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}

const totals = new WeakMap<readonly Tie[], number>();

/** Counted once for each graph. */
function actorsWithTies({ ties }: Pick<Corpus, 'ties'>): number {
  const known = totals.get(ties);
  if (known !== undefined) return known;
  const actors = new Set<string>();
  for (const { source, target } of ties) actors.add(source).add(target);
  totals.set(ties, actors.size);
  return actors.size;
}
