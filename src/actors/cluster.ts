/**
 * From mentions to actors, in this order, since the surer decides for the less sure:
 * 1 mentions that name an actor of the tables, or a person who by the text speaks for one, 2 those who act for whom the
 * words before name, 3 unknown names that are spelt alike, shortened to a surname or to initials, 4 everything else by the chances that the network's links to what came before give.
 * A cluster is an actor of the tables, an unknown name of an organisation or mission, or nobody.
 */
import type { Lookup } from '../ontology/lookup.ts';
import type { LinkedMention } from '../reader/mentions.ts';
import { plainWords } from '../reader/link-features.ts';
import type { ActorInText, Cast, MentionOfActor, OfficialInText } from './actor-in-text.ts';
import { identitiesOf } from './identities.ts';
import type { Identity } from './identify.ts';
import {
  endsWithNoun,
  isKindOfBody,
  isOccasion,
  isPersons,
  isProperName,
  isSameName,
  isTreaty,
  slug,
} from './names.ts';
import { isInDateline } from './datelines.ts';
import { ownerOf } from './owners.ts';
import type { CastTrace, Joining } from './trace.ts';

/**
 * The score of "none of these" against those of the links, 0 in training. On fourteen texts that were left out, 0 to 4
 * are worth about the same, and the more, the more of what is read is right.
 */
const NOBODY = 2;
/**
 * Above this chance a mention is an actor's. On fourteen texts that were left out and 51 others, .5 and .6 are worth
 * about the same; with .6 more of what is read is right.
 */
export const LIKELY = 0.6;

interface Cluster {
  identity: Identity | undefined;
  readonly members: number[];
  /** Of those members that only links lead to it, how likely. */
  readonly chances: Map<number, number>;
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
  const { named, identities } = identitiesOf(text, mentions, lookup, year);
  const clusterOf = new Map<number, Cluster>();
  const byActor = new Map<string, Cluster>();
  const beliefs: Belief[] = [];
  mentions.forEach((mention, i) => {
    const identity = identities[i];
    const owner = identity ? undefined : ownerOf(text, mentions, identities, i);
    const same = identity
      ? byActor.get(identity.actor.id)
      : owner === undefined
        ? sameName(mentions, i, clusterOf)
        : clusterOf.get(owner);
    const belief = identity || same ? NOTHING : chancesOf(heard(mention, mentions), beliefs, lookup, year);
    const found = same ?? likeliest(belief);
    const cluster =
      found ?? ({ identity, members: [], chances: new Map<number, number>() } satisfies Cluster);
    const isSure = found ?? identity ?? isUnknownName(text, mention);
    beliefs.push(isSure ? new Map([[cluster, 1]]) : belief);
    trace?.joinings.push(
      owner === undefined ? joiningOf(identity, named[i], same, found, belief) : { kind: 'owned', owner },
    );
    if (identity) byActor.set(identity.actor.id, cluster);
    cluster.members.push(i);
    if (found && !same) cluster.chances.set(i, belief.get(found)!);
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
  if (mention.words.toLowerCase() !== 'us' || isProperName(mention.words)) return mention;
  const isCountry = ({ words }: LinkedMention) => isProperName(words) && plainWords(words) === 'us';
  return { ...mention, links: mention.links.filter(({ earlier }) => !isCountry(mentions[earlier]!)) };
}

/** The chances that the links give; of a country also by what it is called. "Sahel initiative" is no country. */
function chancesOf(
  mention: LinkedMention,
  beliefs: readonly Belief[],
  lookup: Lookup,
  year: number | undefined,
): Belief {
  const belief = withTypes(mention, beliefOf(mention, beliefs));
  return mention.type === 'country' ? withEpithet(belief, lookup.calledSo(mention.words, year)) : belief;
}

/**
 * How much less "the mission" is a country, or a country is a mission or an organisation; and an organisation a
 * mission, which the network mistakes for one another. What is taken away is nobody's.
 */
const [OTHER_TYPE, OTHER_BODY] = [0.05, 0.3];

function withTypes({ type }: LinkedMention, belief: Belief): Belief {
  if (type === 'person') return belief;
  const weight = ({ identity }: Cluster) => {
    const other = identity?.actor.type ?? type;
    if (other === type) return 1;
    return other === 'country' || type === 'country' ? OTHER_TYPE : OTHER_BODY;
  };
  return new Map([...belief].map(([cluster, chance]) => [cluster, weight(cluster) * chance]));
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
  const plain = cluster.members.map((i) => mentionOf(mentions[i]!, cluster.chances.get(i)));
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

function mentionOf({ start, end, words, type }: LinkedMention, chance: number | undefined): MentionOfActor {
  return chance === undefined ? { start, end, words, type } : { start, end, words, type, chance };
}

/** So far before and behind a name it is told what bears it, in UTF-16 code units. */
const AROUND = 40;

/**
 * "Front for Change", but not "the Union", nor what somebody or something is, with a name in it: "West African states",
 * "the Russia-led bloc", "Islamic solidarity".
 */
function isUnknownName(text: string, { start, words, type }: LinkedMention): boolean {
  if (type !== 'organisation' && type !== 'mission') return false;
  if (!isProperName(words) || isKindOfBody(words) || isTreaty(words) || endsWithNoun(withoutArabic(words)))
    return false;
  // "B-1B", "Leonardo AB-412 helicopters": arms have such names, bodies do not.
  if (/(^|\s)\p{Lu}{1,4}-\d/u.test(words)) return false;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const behind = text.slice(start + words.length, start + words.length + AROUND);
  return !isPersons(before, words, behind) && !isOccasion(behind) && !isInDateline(text, start);
}

/** "Ansar al-din" is a name to its end. */
function withoutArabic(words: string): string {
  return words.replace(/(?<!\p{L})(?:al|el|ad|as|ash|ar|at|ud|ul)-\p{Ll}+$/u, 'X');
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
