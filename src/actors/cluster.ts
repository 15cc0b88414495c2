/**
 * From mentions to actors, in this order, since the surer decides for the less sure:
 * 1 mentions that name an actor of the tables, 2 unknown names that are spelt alike, shortened to a
 * surname or to initials, 3 everything else by the network's links to what came before.
 * A cluster is an actor of the tables, an unknown name of an organisation or mission, or nobody.
 */
import type { Lookup } from '../ontology/lookup.ts';
import type { LinkedMention } from '../reader/mentions.ts';
import { plainWords } from '../reader/link-features.ts';
import type { ActorInText, Cast, OfficialInText } from './actor-in-text.ts';
import { type Identity, identify } from './identify.ts';
import { initials, isProperName, slug, withoutTitles } from './names.ts';
import type { CastTrace, Joining } from './trace.ts';

/**
 * A link counts from this score on. The network's own bar is 0; on fourteen texts that it was not
 * trained on, 7 loses 4 of 111 right relations and leaves out 52 of 143 wrong ones: a mention without
 * an actor costs less than one with a wrong actor.
 */
export const LINK_BAR = 7;

interface Cluster {
  identity: Identity | undefined;
  readonly members: number[];
}

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
  const named = identifyAll(mentions, lookup, year);
  const identities = withoutPlaces(text, mentions, named, lookup);
  const clusterOf = new Map<number, Cluster>();
  const byActor = new Map<string, Cluster>();
  mentions.forEach((_, i) => {
    const identity = identities[i];
    const same = identity ? byActor.get(identity.actor.id) : sameName(mentions, i, clusterOf);
    const cluster =
      same ??
      (identity ? undefined : linked(mentions, i, clusterOf)) ??
      ({ identity, members: [] } satisfies Cluster);
    trace?.joinings.push(joiningOf(identity, named[i], same, cluster));
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
  { members }: Cluster,
): Joining {
  if (identity) return { kind: 'known', actor: identity.actor, official: identity.official };
  if (same) return { kind: 'same-name', earlier: [...members] };
  if (members.length > 0) return { kind: 'link', earlier: [...members] };
  return named ? { kind: 'place', actor: named.actor } : { kind: 'alone' };
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
  return mentions.map((mention) => identify(mention, lookup, sure, year));
}

/**
 * A capital as subject or object is its government; after "in" or "from" it is a place, unless the
 * text speaks of that country anyway (PLOVER's rule for capitals).
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
    const { start } = mentions[i]!;
    const isPlace =
      isCapital[i] &&
      /\b(in|at|from|near|outside|around|via) $/i.test(text.slice(Math.max(0, start - 9), start));
    return isPlace && !spokenOf.has(identity!.actor.id) ? undefined : identity;
  });
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
  // A surname repeats the last word of the full name.
  return !a.includes(' ') && a.length > 2 && b.split(' ').at(-1) === a;
}

/** The cluster to which the links point most: scores of its mentions are added as likelihoods. */
function linked(
  mentions: readonly LinkedMention[],
  i: number,
  clusterOf: ReadonlyMap<number, Cluster>,
): Cluster | undefined {
  const weights = new Map<Cluster, number>();
  for (const { earlier, score } of mentions[i]!.links) {
    const cluster = clusterOf.get(earlier);
    if (cluster) weights.set(cluster, (weights.get(cluster) ?? 0) + Math.exp(Math.min(score, 50)));
  }
  let best: Cluster | undefined;
  let most = Math.exp(LINK_BAR);
  for (const [cluster, weight] of weights) if (weight > most) [best, most] = [cluster, weight];
  return best;
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

/** "Front for Change", but not "Jihadist groups" with the capital letter of a sentence. */
function isUnknownName(text: string, { start, words, type }: LinkedMention): boolean {
  if ((type !== 'organisation' && type !== 'mission') || !isProperName(words)) return false;
  const opens = /(^|[.!?…:\n“"‘(•–—-])\s*$/u.test(text.slice(Math.max(0, start - 4), start));
  // "B-1B", "Leonardo AB-412 helicopters": arms have such names, bodies do not.
  if (/(^|\s)\p{Lu}{1,4}-\d/u.test(words)) return false;
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
