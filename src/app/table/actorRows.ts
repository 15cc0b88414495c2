/** The rows of the table of actors. */
import type { Actor } from '../../model/index.ts';
import type { ShownTie } from '../filters/filters.ts';

export interface ActorRow {
  readonly actor: Actor;
  readonly ties: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly partners: number;
}

/** One row for each actor that has a tie on the screen. */
export function actorRows(actor: (id: string) => Actor, shown: readonly ShownTie[]): ActorRow[] {
  const ties = new Map<string, ShownTie[]>();
  for (const item of shown) {
    for (const id of new Set([item.tie.source, item.tie.target]))
      ties.set(id, [...(ties.get(id) ?? []), item]);
  }
  return [...ties].map(([id, own]) => ({
    actor: actor(id),
    ties: own.length,
    cooperation: own.filter(({ tie }) => tie.sign === 1).length,
    conflict: own.filter(({ tie }) => tie.sign === -1).length,
    partners: new Set(own.map(({ tie }) => (tie.source === id ? tie.target : tie.source))).size,
  }));
}
