/** Search for actors by name and alias. */
import type { Actor } from '../../model/index.ts';
import { folded } from './fold.ts';

export interface ActorHit {
  readonly actor: Actor;
  /** The alias that matched, where the name did not. */
  readonly alias: string | null;
}

/** The names of an actor as they are compared: its name, then its aliases. */
const known = new WeakMap<Actor, readonly string[]>();

/**
 * The actors whose name or alias has the words typed, best first: whole name, start of the name,
 * start of a word, anywhere; then by number of ties. Accents and case do not matter.
 */
export function findActors(
  actors: Iterable<Actor>,
  typed: string,
  degree: (id: string) => number,
  most = 12,
): ActorHit[] {
  const query = folded(typed.trim());
  if (query === '') return [];
  const hits: (ActorHit & { readonly rank: number })[] = [];
  for (const actor of actors) {
    const [name = '', ...aliases] = namesOf(actor);
    const byName = rankOf(name, query);
    const byCode = actor.iso3 !== undefined && folded(actor.iso3) === query ? 1 : 9;
    let [byAlias, alias] = [9, 0];
    aliases.forEach((text, index) => {
      const rank = rankOf(text, query) + 0.5;
      if (rank < byAlias) [byAlias, alias] = [rank, index];
    });
    const rank = Math.min(byName, byCode, byAlias);
    if (rank < 9)
      hits.push({ actor, rank, alias: byAlias < Math.min(byName, byCode) ? actor.aliases[alias]! : null });
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank || degree(b.actor.id) - degree(a.actor.id) || (a.actor.name < b.actor.name ? -1 : 1),
    )
    .slice(0, most)
    .map(({ actor, alias }) => ({ actor, alias }));
}

function namesOf(actor: Actor): readonly string[] {
  const names = known.get(actor) ?? [actor.name, ...actor.aliases].map(folded);
  known.set(actor, names);
  return names;
}

function rankOf(text: string, query: string): number {
  if (text === query) return 0;
  if (text.startsWith(query)) return 2;
  if (text.includes(` ${query}`) || text.includes(`-${query}`)) return 3;
  return query.length > 1 && text.includes(query) ? 4 : 9;
}
