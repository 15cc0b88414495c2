/**
 * Which actor of the tables each mention names, with the whole text in view: names without doubt decide for ambiguous
 * ones, persons are those whom the text names in full or tells the office of, and capitals may be no more than places.
 */
import type { KnownActor } from '../ontology/knowledge.ts';
import { type Lookup, isInOffice } from '../ontology/lookup.ts';
import { plainWords } from '../reader/link-features.ts';
import type { LinkedMention } from '../reader/mentions.ts';
import { isDateline, isInDateline } from './datelines.ts';
import { type Identity, identify } from './identify.ts';
import { isOccasion, isProperName, isSameName, withoutTitles } from './names.ts';
import { officesTold } from './offices.ts';

type Identities = readonly (Identity | undefined)[];

/** By mention: `named`, whom its words name, and `identities`, the same without capitals that are places here. */
export function identitiesOf(
  text: string,
  mentions: readonly LinkedMention[],
  lookup: Lookup,
  year: number | undefined,
): { readonly named: Identities; readonly identities: Identities } {
  const found = identifyAll(mentions, lookup, year);
  const named = withOffices(text, mentions, withFullNames(mentions, found), lookup, year);
  return { named, identities: withoutPlaces(text, mentions, named, lookup) };
}

/** Two passes: names without doubt first, so that ambiguous ones can follow what the text is about. */
function identifyAll(
  mentions: readonly LinkedMention[],
  lookup: Lookup,
  year: number | undefined,
): Identities {
  const sure = new Set<string>();
  for (const { words } of mentions) {
    const actors = new Set(lookup.exact(words).map((match) => match.actor?.id));
    const [only] = actors;
    if (actors.size === 1 && only !== undefined) sure.add(only);
  }
  return mentions.map((mention) => identify(mention, lookup, sure, year));
}

/** "Sheikh Mohammed" is whom the text names in full, "Mohammed bin Zayed", rather than another of that name. */
function withFullNames(mentions: readonly LinkedMention[], identities: Identities): Identities {
  const partsOf = (i: number) => plainWords(withoutTitles(mentions[i]!.words)).split(' ');
  const inFull = new Map<string, Identity[]>();
  identities.forEach((identity, i) => {
    const parts = identity?.official ? partsOf(i) : [];
    if (parts.length < 2) return;
    for (const part of parts) {
      const same = inFull.get(part) ?? [];
      if (!same.some(({ actor }) => actor === identity!.actor)) inFull.set(part, [...same, identity!]);
    }
  });
  if (inFull.size === 0) return identities;
  return identities.map((identity, i) => {
    if ((identity && !identity.official) || !isProperName(mentions[i]!.words)) return identity;
    const [name, ...more] = partsOf(i);
    const persons = more.length === 0 ? (inFull.get(name!) ?? []) : [];
    return persons.some(({ actor }) => actor === identity?.actor) ? identity : (persons[0] ?? identity);
  });
}

/**
 * Whom a person speaks for by what the text says, wherever it names them. The tables are believed rather, where they
 * have a person of that name in office.
 */
function withOffices(
  text: string,
  mentions: readonly LinkedMention[],
  identities: Identities,
  lookup: Lookup,
  year: number | undefined,
): Identities {
  const mayBePerson = (i: number) => {
    const official = identities[i]?.official;
    return official === undefined ? identities[i] === undefined : !isInOffice(official, year);
  };
  const told = officesTold(text, mentions, mayBePerson, lookup.within(text));
  // Names that may be the same have the same last word.
  const lastWord = (i: number) => plainWords(mentions[i]!.words).split(' ').at(-1)!;
  const persons = new Map<string, Map<string, KnownActor>>();
  for (const [i, actor] of told) {
    const same = persons.get(lastWord(i)) ?? new Map<string, KnownActor>();
    persons.set(lastWord(i), same.set(mentions[i]!.words, actor));
  }
  const actorOf = (i: number) =>
    [...(persons.get(lastWord(i)) ?? [])].find(([words]) => isSameName(mentions[i]!.words, words))?.[1];
  return identities.map((identity, i) => {
    if (!mayBePerson(i) || !isProperName(mentions[i]!.words)) return identity;
    const actor = told.get(i) ?? actorOf(i);
    return actor === undefined ? identity : { actor, hasOffice: true };
  });
}

/**
 * A capital as subject or object is its government; after "in" or "from", before "talks" and in a dateline it is a
 * place, unless the text speaks of that country anyway (PLOVER's rule for capitals).
 */
function withoutPlaces(
  text: string,
  mentions: readonly LinkedMention[],
  identities: Identities,
  lookup: Lookup,
): Identities {
  const isCapital = mentions.map(
    ({ words }, i) =>
      identities[i] !== undefined &&
      lookup.exact(words).some(({ actor, kind }) => kind === 'capital' && actor === identities[i]?.actor),
  );
  const spokenOf = new Set(
    identities.flatMap((identity, i) => (identity && !isCapital[i] ? identity.actor.id : [])),
  );
  return identities.map((identity, i) => {
    const { start, end } = mentions[i]!;
    const isPlace =
      isCapital[i] &&
      (/\b(in|at|from|near|outside|around|via) $/i.test(text.slice(Math.max(0, start - 9), start)) ||
        isOccasion(text.slice(end, end + AROUND)) ||
        isDateline(text, start, end));
    const isNobody = (isPlace && !spokenOf.has(identity!.actor.id)) || isOfDateline(text, identity, start);
    return isNobody ? undefined : identity;
  });
}

/** So far behind a name it is told what bears it, in UTF-16 code units. */
const AROUND = 40;

/** Where a text was written, or the agency that sent it: "DAKAR, *Senegal* (*Reuters*) – …". */
function isOfDateline(text: string, identity: Identity | undefined, start: number): boolean {
  return (identity?.actor.type === 'country' || text[start - 1] === '(') && isInDateline(text, start);
}
