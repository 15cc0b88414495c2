/**
 * From mentions to actors, in this order, since the surer decides for the less sure:
 * 1 mentions that name an actor of the tables, 2 unknown names that are spelt alike, shortened to a
 * surname or to initials, 3 everything else by the chances that the network's links to what came before give.
 * A cluster is an actor of the tables, an unknown name of an organisation or mission, or nobody.
 */
import { type Lookup, isInOffice } from '../ontology/lookup.ts';
import type { LinkedMention } from '../reader/mentions.ts';
import { plainWords } from '../reader/link-features.ts';
import type { ActorInText, Cast, OfficialInText } from './actor-in-text.ts';
import { type Identity, identify } from './identify.ts';
import { officesTold } from './offices.ts';
import {
  actsForState,
  areCalling,
  initials,
  isKindOfBody,
  isProperName,
  isTreaty,
  slug,
  withoutTitles,
} from './names.ts';
import type { CastTrace, Joining } from './trace.ts';

/**
 * The score of "none of these" against those of the links, 0 in training. On fourteen texts that were left out, 0 to 4
 * are worth about the same, and the more, the more of what is read is right.
 */
const NOBODY = 2;
/** Above this chance a mention is an actor's: it is more likely its than all others' and nobody's together. */
export const LIKELY = 0.5;

interface Cluster {
  identity: Identity | undefined;
  readonly members: number[];
}

/** For each actor whom a mention may stand for, the chance; the rest to 1: nobody, or somebody without a name. */
type Belief = ReadonlyMap<Cluster, number>;
const NOTHING: Belief = new Map();

/**
 * Groups the mentions of a text into its cast. `year` of the document chooses between officials of one
 * name. `trace` is told of each mention, in order, how it was joined to others.
 */
export function castOf(
  text: string,
  mentions: readonly LinkedMention[],
  lookup: Lookup,
  year?: number,
  trace?: CastTrace,
): Cast {
  const named = withOffices(text, mentions, identifyAll(mentions, lookup, year), lookup, year);
  const identities = withoutPlaces(text, mentions, named, lookup);
  const clusterOf = new Map<number, Cluster>();
  const byActor = new Map<string, Cluster>();
  const beliefs: Belief[] = [];
  mentions.forEach((mention, i) => {
    const identity = identities[i];
    const owner = identity ? undefined : ownerOf(text, mentions, i);
    const same = identity
      ? byActor.get(identity.actor.id)
      : owner === undefined
        ? sameName(mentions, i, clusterOf)
        : clusterOf.get(owner);
    const belief = identity || same ? NOTHING : chancesOf(heard(mention, mentions), beliefs, lookup, year);
    const found = same ?? likeliest(belief);
    const cluster = found ?? ({ identity, members: [] } satisfies Cluster);
    const isSure = found ?? identity ?? isUnknownName(text, mention);
    beliefs.push(isSure ? new Map([[cluster, 1]]) : belief);
    trace?.joinings.push(
      owner === undefined ? joiningOf(identity, named[i], same, found, belief) : { kind: 'owned', owner },
    );
    if (identity) byActor.set(identity.actor.id, cluster);
    cluster.members.push(i);
    clusterOf.set(i, cluster);
  });
  const clusters = [...new Set(clusterOf.values())];
  return {
    actors: clusters.flatMap((cluster) => actorOf(text, cluster, mentions) ?? []),
    officials: officialsOf(mentions, identities),
  };
}

function joiningOf(
  identity: Identity | undefined,
  named: Identity | undefined,
  same: Cluster | undefined,
  found: Cluster | undefined,
  belief: Belief,
): Joining {
  if (identity?.hasOffice) return { kind: 'office', actor: identity.actor };
  if (identity) return { kind: 'known', actor: identity.actor, official: identity.official };
  if (same) return { kind: 'same-name', earlier: [...same.members] };
  if (found) return { kind: 'link', earlier: [...found.members], chance: belief.get(found)! };
  if (named) return { kind: 'place', actor: named.actor };
  const [nearest] = [...belief].sort(([, a], [, b]) => b - a);
  return {
    kind: 'alone',
    nearest: nearest ? { mention: nearest[0].members[0]!, chance: nearest[1] } : null,
  };
}

/** Two passes: names without doubt first, so that ambiguous ones can follow what the text is about. */
function identifyAll(
  mentions: readonly LinkedMention[],
  lookup: Lookup,
  year: number | undefined,
): (Identity | undefined)[] {
  const sure = new Set<string>();
  for (const { words } of mentions) {
    const actors = new Set(lookup.exact(words).map((match) => match.actor?.id));
    const [only] = actors;
    if (actors.size === 1 && only !== undefined) sure.add(only);
  }
  const identities = mentions.map((mention) => identify(mention, lookup, sure, year));
  return identities.map((identity, i) => namedInFull(mentions, identities, i) ?? identity);
}

/** "Sheikh Mohammed" is whom the text names in full, "Mohammed bin Zayed", rather than another of that name. */
function namedInFull(
  mentions: readonly LinkedMention[],
  identities: readonly (Identity | undefined)[],
  i: number,
): Identity | undefined {
  const { words } = mentions[i]!;
  const [name, ...more] = plainWords(withoutTitles(words)).split(' ');
  const isFree = identities[i] === undefined || identities[i].official !== undefined;
  if (!isFree || !isProperName(words) || more.length > 0 || name === '') return undefined;
  const persons = identities.filter((identity, j) => {
    const parts = identity?.official ? plainWords(withoutTitles(mentions[j]!.words)).split(' ') : [];
    return parts.length > 1 && parts.includes(name!);
  });
  return persons.some((person) => person!.actor === identities[i]?.actor) ? undefined : persons[0];
}

/**
 * Whom a person speaks for by what the text says, wherever it names them. The tables are believed rather, where they
 * have a person of that name in office.
 */
function withOffices(
  text: string,
  mentions: readonly LinkedMention[],
  identities: readonly (Identity | undefined)[],
  lookup: Lookup,
  year: number | undefined,
): (Identity | undefined)[] {
  const mayBePerson = (i: number) => {
    const identity = identities[i];
    return (
      identity === undefined || (identity.official !== undefined && !isInOffice(identity.official, year))
    );
  };
  const told = officesTold(text, mentions, mayBePerson, lookup.within(text));
  if (told.size === 0) return [...identities];
  const persons = [...told].map(([i, actor]) => ({ words: mentions[i]!.words, actor }));
  return identities.map((identity, i) => {
    if (!mayBePerson(i) || !isProperName(mentions[i]!.words)) return identity;
    const actor = told.get(i) ?? persons.find(({ words }) => isSameName(mentions[i]!.words, words))?.actor;
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
  identities: readonly (Identity | undefined)[],
  lookup: Lookup,
): (Identity | undefined)[] {
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
        isOccasion(text, end) ||
        isDateline(text, start, end));
    return isPlace && !spokenOf.has(identity!.actor.id) ? undefined : identity;
  });
}

/** "The Riyadh talks", "the al-Ula accord": named after the place. */
function isOccasion(text: string, end: number): boolean {
  return /^[ \u00a0](?:peace )?(?:accords?|agreements?|treaty|treaties|pact|declaration|protocol|convention|communiqué|memorandum|process|format|talks(?! (?:to|with))|summit|conference|meeting|forum|airport)(?!\p{L})/iu.test(
    text.slice(end, end + 24),
  );
}

/** "NAIROBI, May 3 (Reuters) – …": where the text was written. */
function isDateline(text: string, start: number, end: number): boolean {
  if (!/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  return /^(?:, [^.\n]{1,40}?)?(?: \([^)\n]{1,40}\))?(?: [–—-]{1,2} |: )/.test(text.slice(end, end + 100));
}

/** "Modi's government", "Niger's army": index of the mention right before that says whose; undefined: none does. */
function ownerOf(text: string, mentions: readonly LinkedMention[], i: number): number | undefined {
  const [before, { start, words }] = [mentions[i - 1], mentions[i]!];
  if (before === undefined || !/^['’]s? $/.test(text.slice(before.end, start))) return undefined;
  return !isProperName(words) && actsForState(words) && isProperName(before.words) ? i - 1 : undefined;
}

/** An unknown name seen before: the same words, a surname of it, or its initials. */
function sameName(
  mentions: readonly LinkedMention[],
  i: number,
  clusterOf: ReadonlyMap<number, Cluster>,
): Cluster | undefined {
  const words = mentions[i]!.words;
  if (!isProperName(words)) return undefined;
  for (let j = i - 1; j >= 0; j--) {
    const earlier = mentions[j]!;
    if (
      earlier.type === mentions[i]!.type &&
      isProperName(earlier.words) &&
      isSameName(words, earlier.words)
    ) {
      return clusterOf.get(j);
    }
  }
  return undefined;
}

function isSameName(later: string, earlier: string): boolean {
  const [a, b] = [plainWords(withoutTitles(later)), plainWords(withoutTitles(earlier))];
  if (a === '' || b === '') return plainWords(later) === plainWords(earlier);
  if (a === b) return true;
  const letters = later.replace(/[^\p{Lu}]/gu, '');
  if (letters.length >= 2 && letters === later.replace(/^the /i, '').replaceAll('.', '')) {
    return letters === initials(earlier);
  }
  // A surname repeats the last word of the full name, with a particle before it or without.
  return (!a.includes(' ') || PARTICLE.test(a)) && a.length > 2 && b.endsWith(` ${a}`);
}

const PARTICLE = /^(?:al|el|bin|ben|ibn|abu|ould|van|von|de|da|di|du|la|le|dos) [^ ]+$/;

/**
 * The network's links say which earlier mention each may repeat; whom that one stands for may be in doubt too,
 * so chances are handed on: "the putschists" may be "the new rulers", who may be Niger.
 */
function beliefOf({ links }: LinkedMention, beliefs: readonly Belief[]): Belief {
  const most = Math.max(NOBODY, ...links.map(({ score }) => score));
  const weights = links.map(({ score }) => Math.exp(score - most));
  const all = weights.reduce((sum, weight) => sum + weight, Math.exp(NOBODY - most));
  const belief = new Map<Cluster, number>();
  links.forEach(({ earlier }, k) => {
    for (const [cluster, chance] of beliefs[earlier]!) {
      belief.set(cluster, (belief.get(cluster) ?? 0) + (weights[k]! / all) * chance);
    }
  });
  return belief;
}

/** "They told us that the US left": only the letters are the same. */
function heard(mention: LinkedMention, mentions: readonly LinkedMention[]): LinkedMention {
  if (mention.words !== 'us') return mention;
  return {
    ...mention,
    links: mention.links.filter(({ earlier }) => !isProperName(mentions[earlier]!.words)),
  };
}

/** The chances that the links give; of a country also by what it is called. "Sahel initiative" is no country. */
function chancesOf(
  mention: LinkedMention,
  beliefs: readonly Belief[],
  lookup: Lookup,
  year: number | undefined,
): Belief {
  const belief = beliefOf(mention, beliefs);
  return mention.type === 'country' ? withEpithet(belief, lookup.calledSo(mention.words, year)) : belief;
}

/** How much less a country that is not called so is meant, and nobody, where the text speaks of one that is. */
const [OTHER, NONE] = [0.05, 0.25];

/** "The kingdom" is Jordan rather than Iraq. `called`: ids of the countries that are called so; null: it tells nothing. */
function withEpithet(belief: Belief, called: ReadonlySet<string> | null): Belief {
  const isCalled = ({ identity }: Cluster) => identity !== undefined && called!.has(identity.actor.id);
  if (called === null || ![...belief.keys()].some(isCalled)) return belief;
  const nobody = NONE * (1 - [...belief.values()].reduce((sum, chance) => sum + chance, 0));
  const weighed = [...belief].map(([cluster, chance]): [Cluster, number] => {
    const isOther = cluster.identity?.actor.type === 'country' && !isCalled(cluster);
    return [cluster, isOther ? OTHER * chance : chance];
  });
  const all = weighed.reduce((sum, [, chance]) => sum + chance, nobody);
  return new Map(weighed.map(([cluster, chance]) => [cluster, chance / all]));
}

function likeliest(belief: Belief): Cluster | undefined {
  return [...belief].find(([, chance]) => chance > LIKELY)?.[0];
}

function actorOf(
  text: string,
  cluster: Cluster,
  mentions: readonly LinkedMention[],
): ActorInText | undefined {
  const members = cluster.members.map((i) => mentions[i]!);
  const plain = members.map(({ start, end, words, type }) => ({ start, end, words, type }));
  if (cluster.identity) {
    const { actor } = cluster.identity;
    return { id: actor.id, name: actor.name, type: actor.type, known: actor, mentions: plain };
  }
  const named = members.filter((m) => isUnknownName(text, m));
  if (named.length === 0) return undefined;
  const best = named.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const name = best.words.replace(/^(the|a|an)\s+/i, '');
  return { id: `${best.type}:${slug(name)}`, name, type: best.type, known: undefined, mentions: plain };
}

/** "Front for Change", but not "the Union", nor "Jihadist groups" with the capital letter of a sentence. */
function isUnknownName(text: string, { start, words, type }: LinkedMention): boolean {
  if ((type !== 'organisation' && type !== 'mission') || !isProperName(words) || isKindOfBody(words))
    return false;
  if (areCalling(text.slice(Math.max(0, start - 40), start))) return false;
  if (isOccasion(text, start + words.length) || isTreaty(words)) return false;
  const opens = /(^|[.!?…:\n“"‘(•–—-])\s*$/u.test(text.slice(Math.max(0, start - 4), start));
  // "B-1B", "Leonardo AB-412 helicopters": arms have such names, bodies do not.
  if (/(^|\s)\p{Lu}{1,4}-\d/u.test(words)) return false;
  // "The Russia-led bloc": who leads it has the name.
  if (/^(?:[Tt]he\s)?\p{Lu}[\p{L}.]*-\p{Ll}+(?:\s\p{Ll}+)+$/u.test(words)) return false;
  const isSentenceCase = /^\p{Lu}\p{Ll}+( [^\p{Lu}]+)+$/u.test(words);
  return !(opens && isSentenceCase);
}

function officialsOf(
  mentions: readonly LinkedMention[],
  identities: readonly (Identity | undefined)[],
): OfficialInText[] {
  return mentions.flatMap(({ start, end, words, type }, i) => {
    const official = identities[i]?.official;
    return official ? [{ official, mention: { start, end, words, type } }] : [];
  });
}
