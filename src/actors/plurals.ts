/**
 * Whom "both countries", "the two sides", "the three governments" or "both have left" speak of: the nearest so many actors
 * that stand together before, as "Ghana and Togo", as all of a sentence, or as such an expression.
 */
import type { ActorType, Span } from '../model/index.ts';
import type { ActorInText } from './actor-in-text.ts';

/** Several actors in one expression. Offsets are UTF-16, end exclusive. */
export interface Plural {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly ActorInText[];
}

/** So many sentences before the expression are looked at. */
const FARTHEST = 3;
/** So many mentions before it likewise: nobody tells several among more. */
const MOST_NAMED = 60;
const COUNTS: Readonly<Record<string, number>> = { both: 2, either: 2, two: 2, three: 3, four: 4 };
const STATES =
  'countries|states|governments|nations|neighbou?rs|capitals|republics|kingdoms|monarchies|economies|juntas|armies|' +
  'militaries|navies|air forces|police forces|coast guards|peoples|(?:vice-|prime )?(?:presidents|ministers)|' +
  'ministries|leaders|heads of state|delegations|men|envoys|ambassadors';
const ANY = 'sides|parties|foes|rivals|allies|powers|enemies|partners|signatories|camps';
const BODIES = 'organi[sz]ations|blocs|bodies|groups|movements|alliances';
/** "The two recalled their ambassadors": no words that describe those whom it speaks of. */
const NO_ADJECTIVE =
  '(?:the|a|an|this|that|these|those|its|his|her|our|your|their|and|or|of|to|in|on|at|by|for|from|with|as|had|have|has|were|are|will|united)(?![\\p{L}-])';
const HOW_MANY = '(?<![\\p{L}\\p{N}])(?:both|(?:the|these|those|all)\\s(?:two|three|four))(?![\\p{L}-])';
const NOUN = `\\s(?:(?!${NO_ADJECTIVE})[\\p{L}-]+\\s){0,2}?(?:(?<states>${STATES})|(?<any>${ANY})|(?<bodies>${BODIES}))(?![\\p{L}\\p{N}-])(?!\\sof\\s)`;
/**
 * What they do stands right behind: "the two met", "both recalled their envoys". A word in -ed alone may describe
 * somebody else: "the two wounded soldiers".
 */
const VERB =
  '(?=\\s(?:have|had|were|are|will|would|can|could|may|might|must|should|also|then|later|now|met|fought|went|said|say|' +
  'broke|cut|left|sent|share|accuse|agreed?|held|signed|want|plan|hope|need|remain|became|do|did|' +
  '\\p{L}+ed\\s(?:the|an?|their|its|each|one|all|that|to))(?![\\p{L}-]))';
/** "Against either country", but not "neither side": the network reads it as if both did. */
const EITHER =
  '(?<![\\p{L}\\p{N}])either\\s(?:country|state|nation|government|capital|(?<one>side|party))(?![\\p{L}-])(?!\\sof\\s)';
/** "The ministers of both, he said", "has accused both of fighting". */
const OBJECT =
  '(?<=(?<![\\p{L}])(?:of|to|with|against|from|between)\\s)both(?=[.,;:!?)]|\\n|$)|(?<=\\p{L}ed\\s)both(?=\\sof\\s\\p{L}+ing(?!\\p{L}))';
const EXPRESSION = new RegExp(`${HOW_MANY}(?:${NOUN}|${VERB})|${EITHER}|${OBJECT}`, 'giu');
const COUNT = /both|either|two|three|four/i;
/** "People on both sides" are nobody that acts. */
const PLACE = /(?<![\p{L}])(?:on|from)\s$/iu;
/** What stands between those that are named together. */
const TOGETHER = /^(?:\s?,\s?|\s(?:and|with|&)\s|,\sand\s|\s?[–/]\s?)(?:the\s)?$/iu;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly actor: ActorInText;
}

/** All of a text whom the actors named before tell, in its order. `actors`: those of the text. */
export function findPlurals(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
): Plural[] {
  const named = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }): Named => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start);
  const found: Plural[] = [];
  // Expressions come in order, and so do what stands before them and their sentences.
  let [sentence, past] = [0, 0];
  for (const { 0: words, index: start, groups } of text.matchAll(EXPRESSION)) {
    while (sentence < sentences.length && sentences[sentence]![1] <= start) sentence++;
    while (past < named.length && named[past]!.end <= start) past++;
    if (sentence === sentences.length) break;
    if (PLACE.test(text.slice(Math.max(0, start - 6), start)) && /sides?$/i.test(words)) continue;
    const types = typesOf(groups!);
    const count = COUNTS[COUNT.exec(words)![0].toLowerCase()]!;
    const near = sentences.slice(Math.max(0, sentence - FARTHEST), sentence + 1);
    const before = named
      .slice(Math.max(0, past - MOST_NAMED), past)
      .filter((one) => one.start >= near[0]![0] && types.includes(one.actor.type));
    const told = found.findLast((one) => one.start < near[0]![0] || one.actors.length === count);
    const runs = togetherIn(text, before);
    const again = told && told.start >= near[0]![0] ? told.actors.map((actor) => ({ ...told, actor })) : [];
    const whole = near.map((span) => before.filter((one) => span[0] <= one.start && one.end <= span[1]));
    // Whom such an expression told of is spoken of again, unless others are named together since.
    const group = nearest([...runs, again], count) ?? nearest(whole, count);
    if (group) found.push({ start, end: start + words.length, actors: group });
  }
  return found;
}

function typesOf(groups: Readonly<Record<string, string | undefined>>): readonly ActorType[] {
  if (groups['bodies'] !== undefined) return ['organisation', 'mission'];
  return groups['any'] === undefined && groups['one'] === undefined
    ? ['country']
    : ['country', 'organisation'];
}

/** Runs of mentions with nothing but commas and "and" between them. */
function togetherIn(text: string, named: readonly Named[]): Named[][] {
  const runs: Named[][] = [];
  for (const one of named) {
    const last = runs.at(-1)?.at(-1);
    if (last && TOGETHER.test(text.slice(last.end, one.start))) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Of the groups that have so many actors, that which ends last. */
function nearest(groups: readonly (readonly Named[])[], count: number): ActorInText[] | null {
  let best: ActorInText[] | null = null;
  let last = -1;
  for (const group of groups) {
    const actors = [...new Set(group.map(({ actor }) => actor))];
    const end = Math.max(...group.map((one) => one.end));
    if (actors.length === count && end > last) [best, last] = [actors, end];
  }
  return best;
}
