/** The actors of a graph: what the tables say of them and how the documents name them. */
import type { Actor } from '../model/index.ts';
import type { Official } from '../ontology/knowledge.ts';
import type { ActorInText, Cast } from './actor-in-text.ts';
import { endsWithNoun, isKindOfBody, isProperName, slug, withoutTitles } from './names.ts';

/**
 * Unites the casts of several documents. `taking`: ids of the actors that take part in assertions;
 * their parents and the officials who act for them come along. Sorted by id.
 */
export function gatherActors(casts: readonly Cast[], taking: ReadonlySet<string>): Actor[] {
  const groups = new Map<string, ActorInText[]>();
  for (const actor of casts.flatMap((cast) => cast.actors)) {
    if (!taking.has(actor.id)) continue;
    groups.set(actor.id, [...(groups.get(actor.id) ?? []), actor]);
  }
  const officials = new Set(
    casts.flatMap((cast) => cast.officials.map(({ mention }) => withoutArticle(mention.words))),
  );
  const actors = [...groups.values()].map((group) => actorOf(group, officials));
  return [...actors, ...personsOf(casts, taking)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function actorOf(group: readonly ActorInText[], officials: ReadonlySet<string>): Actor {
  // Documents come in any order; the name of an unknown actor must not depend on it.
  const names = group.map((actor) => actor.name).sort();
  const { id, type, known } = group[0]!;
  const name = known?.name ?? names[0]!;
  return {
    id,
    name,
    type,
    subtype: known?.subtype ?? null,
    aliases: aliasesOf(group, name, officials),
    ...(known?.iso3 ? { iso3: known.iso3 } : {}),
    ...(known && known.parents.length > 0 ? { parents: [...known.parents].sort() } : {}),
  };
}

/** Names of the tables, and the names that the documents use; those of officials are their own. */
function aliasesOf(group: readonly ActorInText[], name: string, officials: ReadonlySet<string>): string[] {
  const tables = group[0]!.known?.names.map(({ words }) => words) ?? [];
  const seen = group.flatMap(({ mentions }) => mentions.map(({ words }) => withoutArticle(words)));
  const aliases = new Set([...tables, ...seen.filter((words) => isName(words) && !officials.has(words))]);
  aliases.delete(name);
  return [...aliases].sort();
}

/** Not what somebody only is or has: "Prime Minister", "Nigerien army", "Missions", "our Nigerien counterparts". */
function isName(words: string): boolean {
  return isProperName(words) && withoutTitles(words) !== '' && !endsWithNoun(words) && !isKindOfBody(words);
}

function withoutArticle(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^the /i, '');
}

function personsOf(casts: readonly Cast[], taking: ReadonlySet<string>): Actor[] {
  const persons = new Map<string, { official: Official; seen: Set<string> }>();
  for (const { official, mention } of casts.flatMap((cast) => cast.officials)) {
    if (!taking.has(official.actor)) continue;
    const id = `person:${slug(official.name)}`;
    const person = persons.get(id) ?? { official, seen: new Set<string>() };
    persons.set(id, person);
    person.seen.add(withoutArticle(mention.words));
  }
  return [...persons].map(([id, { official, seen }]) => ({
    id,
    name: official.name,
    type: 'person',
    subtype: official.office,
    aliases: [...new Set([...official.aliases, ...seen])].filter((alias) => alias !== official.name).sort(),
    represents: official.actor,
  }));
}
