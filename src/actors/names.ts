/** What kind of words a mention is made of: a proper name, a description or a pronoun. */
import { PARTICLES } from '../ontology/plain-name.ts';
import { isPronoun, plainWords } from '../reader/link-features.ts';

/** Titles and offices before a person's name. */
const TITLES = new Set(
  (
    'mr mrs ms dr prof president vice prime minister foreign defence defense interior finance general brigadier colonel ' +
    'captain major lieutenant admiral marshal chancellor secretary king queen prince princess emir sheikh sultan pope ' +
    'ambassador senator governor chairman chairwoman chair commissioner spokesman spokeswoman spokesperson envoy ' +
    'representative leader head chief deputy former acting interim then premier fm pm mp sir lord lady ayatollah imam ' +
    'judge justice of state the a affairs junta strongman ruler dictator high special'
  ).split(' '),
);

/** Small words that a name goes on behind, or that belong to it, and pronouns of owners. */
const NO_NOUNS = new Set(
  (
    'of for in and or to by with from at on as against under like than over via near the a an its their his her our my ' +
    'this that these those such de la le du des di da al el bin ibn van von'
  ).split(' '),
);

/** A person's name without titles: "Foreign Minister Antonio Tajani" → "Antonio Tajani". Empty where nothing is left. */
export function withoutTitles(words: string): string {
  const parts = words.split(/\s+/);
  let from = 0;
  while (from < parts.length && isTitle(parts[from]!)) from++;
  return parts.slice(from).join(' ');
}

/** What follows the last title: "UN chief António Guterres" → "António Guterres". Empty without a title. */
export function afterLastTitle(words: string): string {
  const parts = words.split(/\s+/);
  const last = parts.findLastIndex(isTitle);
  return last === -1 ? '' : parts.slice(last + 1).join(' ');
}

function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replace(/[.,]/g, '')) || /^\p{Ll}/u.test(word);
}

/** Who governs in somebody's name: "the Netanyahu government" → "Netanyahu". Empty where the words are none such. */
export function whoGoverns(words: string): string {
  return GOVERNED.exec(words)?.[1] ?? '';
}

const GOVERNED =
  /^(?:[Tt]he\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})\s(?:government|administration|regime|junta|cabinet|presidency)$/u;

/** Whether words name somebody: a capital letter somewhere but in an opening article or possessive. */
export function isProperName(words: string): boolean {
  // "Told us" is a pronoun, "the US" a country.
  if (isPronoun(words) && !/(?<!\p{L})US$/u.test(words)) return false;
  const bare = words.replace(/^(the|a|an|its|their|his|her|our|this|that|these|those|both|all)\s+/i, '');
  return /\p{Lu}/u.test(bare);
}

/** Whether words end with a common noun, as what somebody is does before the name: "the rebel group". */
export function endsWithNoun(words: string): boolean {
  const last = words.trimEnd().split(/[\s-]/).at(-1)!;
  return /^\p{Ll}+$/u.test(last) && !NO_NOUNS.has(last);
}

/** Those who act for a state: "the government" of Uruguay, "the Minister of Foreign Affairs", Modi's "government". */
const ACTING =
  /(?:^|\s)(?:governments?|administration|cabinet|juntas?|regime|army|military|navy|forces|troops|soldiers|parliament|authorities|rulers|leadership|people|citizens|delegation|ministry|embassy|(?:vice.)?presidents?|ministers?|premier|chancellor|ambassadors?|envoys?|representatives?|secretary|spokes(?:man|woman|person)|leaders?|king|queen|emir|affairs|defen[cs]e|interior|finance|state)$/i;

/** Whether words end with those who act for a state. */
export function actsForState(words: string): boolean {
  return ACTING.test(words);
}

/** Heads of offices, as alternatives of a pattern in small letters. */
export const OFFICES =
  '(?:prime[ ]|vice[ -])?(?:minister|president)|premier|chancellor|ambassador|commissioner|envoy|representative|' +
  'spokes(?:man|woman|person)|secretary(?:[ -]general)?|negotiator|diplomat|leader|ruler|king|queen|emir|sultan|prince|' +
  'princess|commander|chief(?:[ ]of[ ]staff)?|general|admiral|colonel|speaker|consul|counterpart|colleague|' +
  'head[ ]of[ ](?:state|government|mission|delegation)';
/** What persons are who speak for nobody. */
const CALLING =
  `(?:${OFFICES}|politician|lawmaker|deputy|senator|judge|journalist|reporter|correspondent|editor|activist|` +
  'analyst|researcher|expert|author|writer|lawyer|businessman|businesswoman|major|captain|director|professor|citizen|' +
  'hostage|prisoner)';
const CALLING_BEFORE = new RegExp(`(?<![\\p{L}-])${CALLING},?[\\s\\u00a0]$`, 'iu');
const CALLING_BEHIND = new RegExp(
  `^,[\\s\\u00a0]an?[\\s\\u00a0](?:[\\p{L}-]+[\\s\\u00a0]){0,2}?${CALLING}(?![\\p{L}-])`,
  'iu',
);

/** "Garry [Kupalba], the head of the mission", "Koen [Davidse], deputy to the envoy": the name began before. */
const GIVEN_NAME = /(?<![\p{L}-])\p{Lu}\p{Ll}+[\s\u00a0]$/u;
const OFFICE_BEHIND = new RegExp(
  `^,[\\s\\u00a0](?:(?:the|his|her|its|their)[\\s\\u00a0])?(?:[\\p{L}-]+[\\s\\u00a0]){0,2}?(?:${CALLING}|head)[\\s\\u00a0](?:of|to|for|at|in)(?![\\p{L}])`,
  'iu',
);
/** "[General Joachim Hoppe]", but not "[General Motors]". */
const RANK = /^(?:major|brigadier|lieutenant|colonel|captain|admiral|sergeant|sheikh)[\s\u00a0]\p{Lu}/iu;
const HIGH_RANK = /(?<![\p{L}])(?:major|brigadier|lieutenant|army)[\s\u00a0]$/iu;

/** Whether the words before and behind a name, or its own, say that it is a person's: "the politician …", "…, a judge". */
export function isPersons(before: string, words: string, behind: string): boolean {
  if (CALLING_BEFORE.test(before) || CALLING_BEHIND.test(behind)) return true;
  if (RANK.test(words) || (/^general[\s\u00a0]/iu.test(words) && HIGH_RANK.test(before))) return true;
  return !/\s/.test(words) && GIVEN_NAME.test(before) && OFFICE_BEHIND.test(behind);
}

/** What bodies are. With a capital letter and nothing else it still only describes one that the text names. */
const KINDS = new Set(
  (
    'agency alliance army assembly authority authorities bloc board brigade coalition command commission committee ' +
    'community company conference confederation congress corps council court delegation department federation force ' +
    'forces front government group groups guard league military militia ministry mission missions movement ' +
    'operation operations organisation organization organisations organizations pact panel parliament party ' +
    'presidency secretariat senate summit treaty tribunal troops union'
  ).split(' '),
);

/** Whether words only say what a body is: "the Union", "Missions". */
export function isKindOfBody(words: string): boolean {
  return KINDS.has(words.replace(/^the\s+/i, '').toLowerCase());
}

/** Whether a name is that of a paper, which does nothing: "Nonproliferation Treaty", "Resolution 1701". */
export function isTreaty(words: string): boolean {
  return /(?<!\p{L})(?:treaty|agreement|accords?|convention|protocol|declaration|resolution(?: \d+)?|statute|charter|memorandum|act)$/iu.test(
    words,
  );
}

/** Whether the words behind a name say that an occasion or a paper bears it: "the Riyadh *talks*", "the al-Ula *accord*". */
export function isOccasion(behind: string): boolean {
  return OCCASION.test(behind);
}

const OCCASION =
  /^[ \u00a0](?:peace )?(?:accords?|agreements?|treaty|treaties|pact|declaration|protocol|convention|communiqué|memorandum|process|format|talks(?! (?:to|with))|summit|conference|meeting|forum|airport)(?!\p{L})/iu;

/** Whether a name repeats an earlier one: the same words, a surname of it with a particle or without, or its initials. */
export function isSameName(later: string, earlier: string): boolean {
  const [a, b] = [plainWords(withoutTitles(later)), plainWords(withoutTitles(earlier))];
  if (a === '' || b === '') return plainWords(later) === plainWords(earlier);
  if (a === b) return true;
  const letters = later.replace(/[^\p{Lu}]/gu, '');
  if (letters.length >= 2 && letters === later.replace(/^the /i, '').replaceAll('.', '')) {
    return letters === initials(earlier);
  }
  return (!a.includes(' ') || WITH_PARTICLE.test(a)) && a.length > 2 && b.endsWith(` ${a}`);
}

const WITH_PARTICLE = new RegExp(`^(?:${PARTICLES.join('|')}) [^ ]+$`);

/** Identifier part of a name: `Front for Change` → `front-for-change`. Never empty. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'unnamed' : plain;
}

/** First letters of the capitalised words: `Alliance of Sahel States` → `ASS`. */
export function initials(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)].map((match) => match[0]).join('');
}
