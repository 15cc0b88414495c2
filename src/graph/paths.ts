/** All shortest paths between two actors, along lines of any direction. */
import { type Line, partnersOf } from './neighbourhood.ts';

export interface Paths {
  /** Each from the first actor to the last, in order of their ids. Empty: there is no path. */
  readonly paths: readonly (readonly string[])[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** The shortest paths between two actors, `most` at most. An actor has no path to itself. */
export function shortestPaths(lines: Iterable<Line>, from: string, to: string, most = 50): Paths {
  const partners = partnersOf(lines);
  const steps = stepsTowards(partners, to, from);
  const length = steps.get(from);
  if (from === to || length === undefined) return { paths: [], more: false };
  const paths: string[][] = [];
  // Every step leads nearer to the end, so no branch is in vain: depth first, in order of ids.
  const walk = (path: readonly string[]): void => {
    const at = path.at(-1)!;
    if (at === to) return void paths.push([...path]);
    const nearer = [...partners.get(at)!].filter((id) => steps.get(id) === steps.get(at)! - 1).sort();
    for (const id of nearer) {
      if (paths.length > most) return;
      walk([...path, id]);
    }
  };
  walk([from]);
  return { paths: paths.slice(0, most), more: paths.length > most };
}

/** How many steps each actor is from the end, as far as the start. */
function stepsTowards(
  partners: ReadonlyMap<string, ReadonlySet<string>>,
  end: string,
  start: string,
): Map<string, number> {
  const steps = new Map([[end, 0]]);
  let border = [end];
  while (border.length > 0 && !steps.has(start)) {
    const next: string[] = [];
    for (const actor of border) {
      for (const partner of partners.get(actor) ?? []) {
        if (steps.has(partner)) continue;
        steps.set(partner, steps.get(actor)! + 1);
        next.push(partner);
      }
    }
    border = next;
  }
  return steps;
}
