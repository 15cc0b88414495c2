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

interface Counts {
  ties: number;
  cooperation: number;
  conflict: number;
  readonly partners: Set<string>;
}

/** One row for each actor that has a tie on the screen. */
export function actorRows(actor: (id: string) => Actor, shown: readonly ShownTie[]): ActorRow[] {
  const counts = new Map<string, Counts>();
  for (const { tie } of shown) {
    for (const id of new Set([tie.source, tie.target])) {
      const own = counts.get(id) ?? { ties: 0, cooperation: 0, conflict: 0, partners: new Set() };
      counts.set(id, own);
      own.ties++;
      if (tie.sign === 1) own.cooperation++;
      if (tie.sign === -1) own.conflict++;
      own.partners.add(tie.source === id ? tie.target : tie.source);
    }
  }
  return [...counts].map(([id, { partners, ...own }]) => ({
    actor: actor(id),
    ...own,
    partners: partners.size,
  }));
}
