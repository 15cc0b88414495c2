/**
 * How a sentence tells of an act: as over ("expelled"), as over before something else ("had expelled"),
 * as done by now ("has expelled"), as said now ("says"), as still to come ("will expel"), as done
 * again and again ("always said", "insists as ever"). Told by the first finite verb after the one who acts, clauses about somebody else left out.
 */

export type Telling = 'past' | 'before' | 'perfect' | 'present' | 'ahead' | 'lasting';

const ASIDES =
  /,[\s\u00a0](?:(?:of|in|on|with|for|from|to|by)[\s\u00a0])?(?:which|who|whom|whose|where)(?![\p{L}])[^,;]{0,300},|\([^()]{0,200}\)/giu;
/** "…, expelled from the country, …": no verb of the sentence. */
const PARTICIPLES =
  /,[\s\u00a0]\p{L}+ed[\s\u00a0](?:at|by|from|in|into|to|on|for|with|as|after|before|under)(?![\p{L}])/giu;
/** "…, speaking by video because he had no visa, …": neither. */
const WITH_VERBS =
  /,[\s\u00a0](?:\p{L}+ing|after|because|when|while|although|though|since|once|before|days after|a (?:day|week|month|year) after)[\s\u00a0][^,;]{0,200},/giu;
/** Before a verb or right behind it. */
const LASTING = /^(?:always|never|repeatedly|long|still|often|usually|traditionally|regularly)$/;
const FOR_YEARS =
  /(?<![\p{L}])(?:again and again|time and again|for (?:many |several |some )?(?:years|decades|months|long)|used to|for as long as|so far)(?![\p{L}])/iu;
const ACCORDING = /(?<![\p{L}])(?:according to|in the words of|in the eyes of)(?:[\s\u00a0]\p{L}+){1,5}$/iu;
const WORD = /[\p{L}’'-]+/gu;
const ARTICLE = /^(?:a|an|the|no|any|its|their|his|her|our|enough|little|nothing|to)$/;
const WILL = /^(?:will|won['’]t|would|shall|may|might|could|can|cannot|should|must)$/;
const NOT_PAST =
  /^(?:united|need|indeed|speed|bed|red|armed|so-called|self-styled|unarmed|exceed|proceed|succeed|hundred|shed|seed|feed|breed|need|allied|sacred|naked|wicked|led|based|backed|owned|occupied|combined|proposed|alleged|advanced|abducted|detained|wounded|displaced)$/;
const PAST = new Set(
  (
    'was were did said told met went came gave took made left sent broke shut struck held spoke put let cut read drew ' +
    'flew fell fought found got grew heard kept knew lay led lost paid rose ran saw sold sought spent stood swept swore ' +
    'taught thought threw tore understood withdrew won wrote began became bought brought built caught chose drove ate ' +
    'forbade forgot froze hid hit hung quit rode rang sank shot showed slept split spread stole stuck swung ' +
    'undertook woke wore bore beat bent bound burnt dealt dug fed felt fled foresaw laid lit meant overthrew overran ' +
    'overtook rebuilt sat sent set shook shook slid stung undid upheld withheld withstood'
  ).split(' '),
);
const BEING = /^(?:is|are|am)$/;
/** Verbs of saying in the present: told as news of today. */
export const SAYS =
  'says say tells tell calls call speaks speak condemns condemn accuses accuse blames blame denounces denounce brands ' +
  'brand demands demand urges urge asks ask rejects reject dismisses dismiss denies deny claims claim insists insist ' +
  'warns warn threatens threaten thanks thank praises praise hails hail welcomes welcome backs back deplores deplore ' +
  'regrets regret criticises criticise criticizes criticize brushes retorts replies reply maintains charges charge ' +
  'congratulates congratulate applauds applaud';
const PRESENT = new Set(
  `${SAYS} is are am does do wants want keeps keep stands stand holds hold remains remain`.split(' '),
);

/** The telling of what stands behind an offset; null where no verb shows it. */
export function tellingAfter(sentence: string, from: number): Telling | null {
  const blank = (words: string) => ' '.repeat(words.length);
  const plain = sentence.replace(ASIDES, blank).replace(PARTICIPLES, blank).replace(WITH_VERBS, blank);
  if (FOR_YEARS.test(plain)) return 'lasting';
  if (ACCORDING.test(plain.slice(0, from))) return 'present';
  // What is said, suspected or hoped has verbs of its own.
  const [own] = plain.slice(from).split(/[\s\u00a0]that[\s\u00a0]/u);
  const words = [...own!.matchAll(WORD)].map(([word]) => word.toLowerCase());
  for (const [i, word] of words.entries()) {
    const telling = tellingOf(word, words[i + 1] ?? '');
    if (telling === null) continue;
    const around = words.slice(Math.max(0, i - 2), i + 3);
    return around.some((one) => LASTING.test(one)) ? 'lasting' : telling;
  }
  return null;
}

/** Whether a word, in small letters, is a verb in the simple past. */
export function isPast(word: string): boolean {
  return PAST.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_PAST.test(word));
}

function tellingOf(word: string, next: string): Telling | null {
  if (word === 'had') return ARTICLE.test(next) ? 'past' : 'before';
  if (word === 'has' || word === 'have') return ARTICLE.test(next) ? 'present' : 'perfect';
  if (WILL.test(word)) return 'ahead';
  if (isPast(word)) return 'past';
  if (BEING.test(word)) return /ing$/.test(next) ? 'present' : 'lasting';
  return PRESENT.has(word) ? 'present' : null;
}
