/** Paths in words: for each step the tie that tells it best. */
import type { Tie } from '../../model/index.ts';
import type { Lane } from './lanes.ts';

/** The relations of lanes, sorted. */
export function relationsBetween(lanes: readonly Lane[]): string[] {
  const relations = new Set<string>();
  for (const { ties } of lanes) for (const { tie } of ties) relations.add(tie.relation);
  return [...relations].sort();
}

/** One tie for each step of a path, the best attested of relations that are not left out. */
export function stepsOfPath(
  lanes: readonly Lane[],
  path: readonly string[],
  without: readonly string[],
): Tie[] {
  const left = new Set(without);
  return path.slice(1).flatMap((id, index) => {
    const [a, b] = [path[index]!, id].sort() as [string, string];
    const ties = lanes
      .filter((lane) => lane.a === a && lane.b === b)
      .flatMap((lane) => lane.ties.map(({ tie }) => tie))
      .filter(({ relation }) => !left.has(relation));
    return ties.sort((x, y) => y.sources - x.sources || (x.id < y.id ? -1 : 1)).slice(0, 1);
  });
}
