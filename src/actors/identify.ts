/**
 * Which actor of the tables a mention names by itself, without regard to other mentions:
 * 1 the whole phrase is a name, 2 an official, by full name or by surname after a title,
 * 3 the first name inside the phrase that fits the type which the network gave ("the French contingent").
 */
import type { ActorType, Mention } from '../model/index.ts';
import type { KnownActor, Official } from '../ontology/knowledge.ts';
import { type Lookup, type Match, isInOffice } from '../ontology/lookup.ts';
import { afterLastTitle, endsWithNoun, isProperName, whoGoverns, withoutTitles } from './names.ts';

export interface Identity {
  readonly actor: KnownActor;
  /** The person, where the words name one. */
  readonly official?: Official;
  /** The text itself says whom the person speaks for. */
  readonly hasOffice?: true;
}

/**
 * Finds the actor that a mention names; undefined where its words alone do not tell.
 * `favoured`: ids of actors that the document names without doubt; they win where a name is ambiguous.
 */
export function identify(
  mention: Pick<Mention, 'words' | 'type'>,
  lookup: Lookup,
  favoured: ReadonlySet<string> = new Set(),
  year?: number,
): Identity | undefined {
  if (!isProperName(mention.words)) return undefined;
  const exact = choose(lookup.exact(mention.words), mention.type, favoured);
  if (exact) return exact;
  return officialOf(mention, lookup, favoured, year) ?? insideOf(mention, lookup, favoured);
}

/** The year of a text without a date: who is still in office is in office then. */
const NOW = Infinity;

function officialOf(
  mention: Pick<Mention, 'words' | 'type'>,
  lookup: Lookup,
  favoured: ReadonlySet<string>,
  year?: number,
): Identity | undefined {
  const { words } = mention;
  // "Foreign Minister Antonio Tajani", "UN chief António Guterres", "the Netanyahu government"
  const names = [withoutTitles(words), afterLastTitle(words), whoGoverns(words)].filter(
    (name) => name !== '',
  );
  const name = names.find((words) => lookup.official(words, year).length > 0);
  if (name === undefined) return undefined;
  const isFullName = name.includes(' ');
  // A surname alone is that of somebody in office: who was it long ago is named in full, or by title.
  const isBare = !isFullName && name === words;
  const found = lookup
    .official(name, year)
    .filter(({ official }) => !isBare || isInOffice(official!, year ?? NOW));
  // One that several people of different actors have tells nothing, unless one is in the text.
  const actors = new Set(found.map((match) => match.actor?.id));
  if (!isFullName && actors.size > 1 && !found.some((match) => favoured.has(match.actor?.id ?? ''))) {
    return undefined;
  }
  return choose(found, mention.type, favoured);
}

/** "US forces", "the Italian Foreign Ministry"; but "Russian Orthodox Church", an organisation, is not Russia. */
function insideOf(
  mention: Pick<Mention, 'words' | 'type'>,
  lookup: Lookup,
  favoured: ReadonlySet<string>,
): Identity | undefined {
  if (mention.type === 'person') return undefined;
  const inside = lookup.within(mention.words).filter(({ end }) => !QUALIFIES.test(mention.words.slice(end)));
  const fitting = inside.filter((match) => match.actor && isOfKind(match.actor.type, mention.type));
  const described = fitting.findLast((match) => isDescribed(mention.words, match));
  const first = described ?? fitting[0];
  if (!first) return undefined;
  if (mention.type !== 'country' && !described && !isNameWithCommonWords(mention.words, first))
    return undefined;
  return choose(
    fitting.filter((match) => match.start === first.start),
    mention.type,
    favoured,
  );
}

/** "UN-backed rebels", "the French-led force": who backs or leads is somebody else. */
const QUALIFIES = /^-\p{Ll}/u;

/** The network may take a mission for an organisation, and the other way round. */
function isOfKind(known: ActorType, tagged: ActorType): boolean {
  return known === tagged || (known !== 'country' && known !== 'person' && tagged !== 'country');
}

/** The known name ends the words, behind what it is: "British training team BMATT", but not "Bank of Africa". */
function isDescribed(words: string, { start, end }: { start: number; end: number }): boolean {
  return end === words.length && endsWithNoun(words.slice(0, start));
}

/** Beside the known name only words in small letters: "ECOWAS delegation", not "ECOWAS Bank". */
function isNameWithCommonWords(words: string, match: { start: number; end: number } | undefined): boolean {
  if (!match) return false;
  const rest = `${words.slice(0, match.start)} ${words.slice(match.end)}`.replace(/^\s*(the|an?)\b/i, '');
  return !/\p{Lu}/u.test(rest) || TITLE_WORDS.test(rest);
}

const TITLE_WORDS =
  /^[\s'’s]*(?:(?:Secretary|General|President|Commissioner|High|Representative|Chief|Envoy|Special|Permanent Council|Secretariat|Ambassadors?|Delegation)[\s-]*)+/u;

function choose(
  matches: readonly Match[],
  type: ActorType,
  favoured: ReadonlySet<string>,
): Identity | undefined {
  const possible = matches.filter((match) => match.actor !== undefined);
  const best =
    possible.find((match) => favoured.has(match.actor!.id)) ??
    possible.find((match) => match.actor!.type === type) ??
    possible[0];
  if (!best) return undefined;
  return best.official ? { actor: best.actor!, official: best.official } : { actor: best.actor! };
}
