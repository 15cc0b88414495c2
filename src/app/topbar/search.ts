/** Search for actors by name and alias. */
import type { Actor } from '../../model/index.ts';

export interface Hit {
  readonly actor: Actor;
  /** The alias that matched, where the name did not. */
  readonly alias: string | null;
}

/**
 * The actors whose name or alias has the words typed, best first: whole name, start of the name,
 * start of a word, anywhere; then by number of ties. Accents and case do not matter.
 */
export function findActors(
  actors: Iterable<Actor>,
  typed: string,
  degree: (id: string) => number,
  most = 12,
): Hit[] {
  const query = plain(typed.trim());
  if (query === '') return [];
  const hits: (Hit & { readonly rank: number })[] = [];
  for (const actor of actors) {
    const byName = rankOf(actor.name, query);
    const byCode = actor.iso3 !== undefined && plain(actor.iso3) === query ? 1 : 9;
    const alias = actor.aliases
      .map((name) => ({ name, rank: rankOf(name, query) + 0.5 }))
      .sort((a, b) => a.rank - b.rank)[0];
    const rank = Math.min(byName, byCode, alias?.rank ?? 9);
    if (rank < 9)
      hits.push({ actor, rank, alias: alias && alias.rank < Math.min(byName, byCode) ? alias.name : null });
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank || degree(b.actor.id) - degree(a.actor.id) || (a.actor.name < b.actor.name ? -1 : 1),
    )
    .slice(0, most)
    .map(({ actor, alias }) => ({ actor, alias }));
}

function rankOf(name: string, query: string): number {
  const text = plain(name);
  if (text === query) return 0;
  if (text.startsWith(query)) return 2;
  if (text.includes(` ${query}`) || text.includes(`-${query}`)) return 3;
  return query.length > 1 && text.includes(query) ? 4 : 9;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
