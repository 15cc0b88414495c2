/** Whose those are that act for a state, where the words before say it: "Modi's government", "Modi said that his country". */
import type { LinkedMention } from '../reader/mentions.ts';
import type { Identity } from './identify.ts';
import { actsForState, isProperName } from './names.ts';

/** "His country", "her own government": that of a person. */
const OF_PERSON =
  /^(?:his|her) (?:own )?(?:country|nation|homeland|republic|state|government|cabinet|administration|army|people)$/i;
const SENTENCE_END = /[.!?…]["”’)]?\s|\n/u;
/** So many mentions back the person may stand: long lists have none that speaks. */
const REACH = 30;

/** Index of the mention before that says whose mention `i` is; undefined: none does. */
export function ownerOf(
  text: string,
  mentions: readonly LinkedMention[],
  identities: readonly (Identity | undefined)[],
  i: number,
): number | undefined {
  return ownerRightBefore(text, mentions, i) ?? speakerBefore(text, mentions, identities, i);
}

/** "Modi's government", "Niger's army". */
function ownerRightBefore(text: string, mentions: readonly LinkedMention[], i: number): number | undefined {
  const [before, { start, words }] = [mentions[i - 1], mentions[i]!];
  if (before === undefined || !/^['’]s? $/.test(text.slice(before.end, start))) return undefined;
  return !isProperName(words) && actsForState(words) && isProperName(before.words) ? i - 1 : undefined;
}

/** "Tusk told Putin that his country …": of the persons of the sentence whose country is known, the first speaks. */
function speakerBefore(
  text: string,
  mentions: readonly LinkedMention[],
  identities: readonly (Identity | undefined)[],
  i: number,
): number | undefined {
  if (!OF_PERSON.test(mentions[i]!.words)) return undefined;
  let speaker: number | undefined;
  for (let j = i - 1; j >= Math.max(0, i - REACH); j--) {
    if (SENTENCE_END.test(text.slice(mentions[j]!.end, mentions[j + 1]!.start))) break;
    const identity = identities[j];
    const isPerson = identity?.official !== undefined || identity?.hasOffice === true;
    if (isPerson && identity.actor.type === 'country') speaker = j;
  }
  return speaker;
}
