/**
 * Names to actors. All names are compiled once into a map from their plain form; a text is looked
 * up word by word, longest name first, so that "South Sudanese" is never Sudan and "Guinea-Bissau"
 * never Guinea.
 */
import { NAME_KINDS, type Knowledge, type KnownActor, type NameKind, type Official } from './knowledge.ts';
import { PARTICLES, joined, plainName, withoutArticle, wordsOf, type Word } from './plain-name.ts';
import { epithetFinder } from './epithets.ts';
import { topicFinder } from './topics.ts';

export { plainName } from './plain-name.ts';

/** An actor that a name may mean. */
export interface Match {
  /** Undefined: the official's actor is not in the tables. */
  readonly actor: KnownActor | undefined;
  /** The official, where the name is a person's. */
  readonly official?: Official;
  readonly kind: NameKind | 'official';
}

/** A match inside a longer text; UTF-16 offsets into it, end exclusive, without a possessive `'s`. */
export interface PlacedMatch extends Match {
  readonly start: number;
  readonly end: number;
}

export interface Lookup {
  /** The actors that exactly these words name, best first; several where the name is ambiguous. */
  readonly exact: (words: string) => readonly Match[];
  /** All known names in a text, longest first, left to right; ambiguous ones give several matches. */
  readonly within: (words: string) => readonly PlacedMatch[];
  /**
   * Officials of this full name or, failing that, this surname, the latest office first. Where several
   * have it, those in office in the year are chosen if there are any.
   */
  readonly official: (surnameOrName: string, year?: number) => readonly Match[];
  /** Whether the words name a region, a people or another collective, which is no actor. */
  readonly isCollective: (words: string) => boolean;
  /** Ids of the topics that a text is about, sorted. */
  readonly topics: (text: string) => readonly string[];
  /**
   * Ids of the countries that may be called by words without a name, in a document of that year: "the kingdom".
   * Null: the words tell nothing.
   */
  readonly calledSo: (words: string, year?: number) => ReadonlySet<string> | null;
}

interface Entry extends Match {
  /** "US" is not "us", and "WHO" not "who": such names are found in capitals only. */
  readonly acronym: boolean;
  /** The name has a capital letter, so running text must have one too: "Polish", not "polish". */
  readonly capital: boolean;
  /** Too short to be looked for in running text: the surname of an official. */
  readonly alone: boolean;
}

const ARTICLES = new Set(['al', 'el']);
/** Behind a name: "Abdullah II", "Leo XIV", "Marcos Jr". */
const NAME_SUFFIX = / (?:[ivx]+|jr|sr)$/;

/** Compiles the names of the tables; do it once. */
export function compileLookup(knowledge: Knowledge): Lookup {
  const entries = new Map<string, Entry[]>();
  for (const actor of knowledge.actors.values()) addActor(entries, actor);
  for (const official of knowledge.officials) addOfficial(entries, official, knowledge);
  const decoys = new Set((knowledge.decoys ?? []).map(plainName));
  for (const list of entries.values()) list.sort(byKind);
  const longest = longestName([...entries.keys(), ...decoys]);
  const persons: Persons = {
    spellings: officialsBy(soundsOf, knowledge),
    surnames: officialsBy(surnameForms, knowledge),
  };
  const collectives = new Set((knowledge.collectives ?? []).map(plainName));
  return {
    exact: (words) => exactly(entries, withoutArticle(wordsOf(words))).map(matchOf),
    within: (words) => namesWithin(entries, decoys, longest, wordsOf(words)),
    official: (words, year) => findOfficial(entries, persons, words, year),
    isCollective: (words) => collectives.has(plainName(words)),
    topics: topicFinder(knowledge.topics ?? []),
    calledSo: epithetFinder(knowledge.epithets ?? []),
  };
}

function exactly(entries: ReadonlyMap<string, readonly Entry[]>, words: readonly Word[]): readonly Entry[] {
  const found = entries.get(joined(words)) ?? [];
  return found.filter((entry) => !entry.acronym || words.every((word) => word.capitals));
}

function namesWithin(
  entries: ReadonlyMap<string, readonly Entry[]>,
  decoys: ReadonlySet<string>,
  longest: number,
  words: readonly Word[],
): PlacedMatch[] {
  const matches: PlacedMatch[] = [];
  let at = 0;
  while (at < words.length) {
    let taken = 1;
    for (let length = longestFrom(words, at, longest); length > 0; length -= 1) {
      const name = words.slice(at, at + length);
      const isDecoy = decoys.has(joined(name)) && name.some((word) => word.capital);
      const found = isDecoy ? [] : running(exactly(entries, name), name);
      if (!isDecoy && found.length === 0) continue;
      const place = { start: name[0]!.start, end: name.at(-1)!.end };
      for (const entry of found) matches.push({ ...matchOf(entry), ...place });
      taken = length;
      break;
    }
    at += taken;
  }
  return matches;
}

/** How many words from here on can be one name: no comma or colon between, at most the longest. */
function longestFrom(words: readonly Word[], at: number, longest: number): number {
  let length = 1;
  while (length < longest && at + length < words.length && !words[at + length]!.apart) length += 1;
  return length;
}

function running(entries: readonly Entry[], words: readonly Word[]): readonly Entry[] {
  const capital = words.some((word) => word.capital);
  return entries.filter((entry) => !entry.alone && (capital || !entry.capital));
}

/** Officials by the sound of their full names and by surname. */
interface Persons {
  readonly spellings: ReadonlyMap<string, readonly Match[]>;
  readonly surnames: ReadonlyMap<string, readonly Match[]>;
}

function findOfficial(
  entries: ReadonlyMap<string, readonly Entry[]>,
  { spellings, surnames }: Persons,
  words: string,
  year: number | undefined,
): readonly Match[] {
  const name = plainName(words);
  const full = (entries.get(name) ?? []).filter((entry) => entry.kind === 'official').map(matchOf);
  const known = [full, spellings.get(asItSounds(name)), surnames.get(name)].find((some) => some?.length);
  const found = [...(known ?? [])].sort(latestFirst);
  if (year === undefined || found.length < 2) return found;
  const inOffice = found.filter((match) => match.official && isInOffice(match.official, year));
  return inOffice.length > 0 ? inOffice : found;
}

function latestFirst(a: Match, b: Match): number {
  const [x, y] = [a.official?.from ?? '', b.official?.from ?? ''];
  return x > y ? -1 : x < y ? 1 : 0;
}

/** Whether a person was in office in a year, for a while at least; in any, where it is not known which. */
export function isInOffice({ from, to }: Official, year: number | undefined): boolean {
  if (year === undefined) return true;
  return (
    (from === null || Number(from.slice(0, 4)) <= year) && (to === null || year <= Number(to.slice(0, 4)))
  );
}

function addActor(entries: Map<string, Entry[]>, actor: KnownActor): void {
  for (const { words, kind } of actor.names) add(entries, words, { actor, kind }, false);
}

function addOfficial(entries: Map<string, Entry[]>, official: Official, knowledge: Knowledge): void {
  const match: Match = { actor: knowledge.actors.get(official.actor), official, kind: 'official' };
  for (const words of [official.name, ...official.aliases]) {
    add(entries, words, match, words !== official.name && wordsOf(words).length === 1);
  }
}

/** Adds a name once per actor and person, by its best kind. */
function add(entries: Map<string, Entry[]>, words: string, match: Match, alone: boolean): void {
  const written = withoutArticle(wordsOf(words));
  const name = joined(written);
  if (name === '') return;
  const list = entries.get(name) ?? [];
  entries.set(name, list);
  const acronym = name.length <= 4 && written.every((word) => word.capitals);
  const entry = { ...match, acronym, capital: written.some((word) => word.capital), alone };
  const same = list.findIndex(({ actor, official }) => actor === match.actor && official === match.official);
  if (same < 0) list.push(entry);
  // "NATO|Nato": the freer form holds for both.
  else if (list[same]!.acronym && !acronym) list[same] = { ...entry, kind: list[same]!.kind };
}

/** By what the name is to the actor; officials last; else in the order of the tables. */
function byKind(a: Entry, b: Entry): number {
  return rank(a.kind) - rank(b.kind);
}

function rank(kind: Match['kind']): number {
  return kind === 'official' ? NAME_KINDS.length : NAME_KINDS.indexOf(kind);
}

function matchOf({ actor, official, kind }: Entry): Match {
  return official === undefined ? { actor, kind } : { actor, official, kind };
}

/** Number of words of the longest name. */
function longestName(names: readonly string[]): number {
  return names.reduce((longest, name) => Math.max(longest, name.split(' ').length), 1);
}

/** Officials by what `formsOf` makes of each. */
function officialsBy(
  formsOf: (official: Official) => readonly string[],
  knowledge: Knowledge,
): Map<string, Match[]> {
  const found = new Map<string, Match[]>();
  for (const official of knowledge.officials) {
    const match: Match = { actor: knowledge.actors.get(official.actor), official, kind: 'official' };
    for (const form of new Set(formsOf(official))) {
      const list = found.get(form);
      if (list) list.push(match);
      else found.set(form, [match]);
    }
  }
  return found;
}

/** "Pashinyan" and "Pashinian", "Zelensky" and "Zelenskiy": other scripts are written in several ways. Plain names. */
function asItSounds(name: string): string {
  return SOUNDS.reduce((sound, [written, plain]) => sound.replace(written, plain), name);
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/g, 'ch'],
  [/dzh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ou|oo/g, 'u'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/(?:iy|yy|ij|ii|y)(?= |$)/g, 'i'],
  [/y/g, 'i'],
  [/(?<= |^)m[ou]h?am+[ea]d(?= |$)/g, 'mohamed'],
  [/(\p{L})\1/gu, '$1'],
];

/** How the names of an official sound, names of one word left out: too many people sound alike. */
function soundsOf({ name, aliases }: Official): readonly string[] {
  const names = [name, ...aliases].map(plainName).filter((one) => one.includes(' '));
  return names.map(asItSounds);
}

/** The aliases of one word are the surname; else it is the last word with the particles before it. */
function surnameForms({ name, aliases }: Official): readonly string[] {
  const given = aliases.map(plainName).filter((alias) => !alias.includes(' '));
  if (given.length > 0) return [...new Set(given)];
  const words = plainName(name).replace(NAME_SUFFIX, '').split(' ');
  let first = words.length - 1;
  while (first > 1 && PARTICLES.includes(words[first - 1]!)) first -= 1;
  const surname = words.slice(first).join(' ');
  return ARTICLES.has(words[first]!) ? [surname, words.at(-1)!] : [surname];
}
