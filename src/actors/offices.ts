/**
 * Whom a person speaks for, as the text itself tells: "Uruguay's foreign minister, Luis Almagro", "Stephen Smith, the
 * Australian foreign minister", "President Rafael Correa of Ecuador", "Felix Tshisekedi (DR Congo)". So tomorrow's
 * ministers are known too, and people of one name are told apart.
 */
import type { Mention } from '../model/index.ts';
import type { KnownActor } from '../ontology/knowledge.ts';
import type { PlacedMatch } from '../ontology/lookup.ts';
import { PARTICLES } from '../ontology/plain-name.ts';
import { OFFICES, withoutTitles } from './names.ts';

const HEAD = `(?:${OFFICES})`;
/** Of such a person it is not told whom they speak for. */
const NOT_IN_OFFICE =
  '(?:former|ex|late|then|opposition|rebel|separatist|exiled|ousted|deposed|toppled|overthrown|dissident|jailed|' +
  'detained|shadow|party|union|business|religious|community|tribal)';
/** What an office is of. */
const KIND =
  '(?:acting|interim|deputy|transition(?:al)?|new|outgoing|incoming|junior|senior|top|first|chief|high|special|permanent|' +
  'foreign|defen[cs]e|interior|finance|trade|energy|oil|information|security|intelligence|justice|home|state|external|' +
  'affairs|policy|peace|climate|rights|human|military|army|navy|naval|air|armed|forces?|police|national|crown|supreme|' +
  'junta|government|cabinet|presidential|parliament(?:ary)?|ministry|embassy|UN|EU|NATO|European|African|regional|and|&)';
/** "'s long-serving foreign", " foreign and defence": what stands between whose it is and the office. */
const BETWEEN =
  `(?:['’]s?[ ](?:(?!(?:${NOT_IN_OFFICE}|on|with|in|at|against|from|by|over|as|that|who|to)(?![\\p{L}]))[\\p{L}-]+[ ]){0,4}?` +
  `|[ ](?:${KIND}[ ]){0,5}?)`;
const DOMAIN = '(?:[ ](?:for|of|to)[ ](?:the[ ])?[\\p{L}][\\p{L} -]{0,40}?)?';
const IN_OFFICE = `(?<!(?<![\\p{L}])${NOT_IN_OFFICE}[ -](?:${KIND}[ ]){0,3})`;

/** Between the office and the name: "KFOR's commander, Major General". */
const RANKS =
  '(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Major|Brigadier|Lieutenant|General|Colonel|Admiral|Captain|Gen|Brig|Maj|Lt|Col|Adm|Capt|Sheikh|Prince|Ambassador)\\.?[ -])*';
/** "['s foreign minister, ]Luis Almagro", "[ ambassador to Mali ]". */
const OFFICE_THEN_NAME = new RegExp(`^${BETWEEN}${HEAD}${DOMAIN},?[ ]${RANKS}$`, 'iu');
/** "[the president of ]Kosovo, Vjosa Osmani". */
const OFFICE_OF = new RegExp(`${IN_OFFICE}(?<![\\p{L}-])${HEAD}${DOMAIN}[ ]of[ ](?:the[ ])?$`, 'iu');
const RANKED = new RegExp(`^,?[ ]${RANKS}$`, 'iu');
/** "Vjosa Osmani[, the president of ]Kosovo", "Khalid Al Attiyah[, his colleague from ]Qatar". */
const NAME_THEN_OFFICE_OF = new RegExp(
  `^,[ ](?:the[ ]|an?[ ]|his[ ]|her[ ]|its[ ]|their[ ])?(?:${KIND}[ ]){0,5}?${HEAD}${DOMAIN}[ ](?:of|from)[ ](?:the[ ])?$`,
  'iu',
);
/** "Stephen Smith[, the ]Australian", and then "[ foreign minister],". */
const OPENING = /^,[ ](?:who[ ]is[ ])?(?:the[ ]|an?[ ])?$/iu;
const THEN_OFFICE = new RegExp(
  `^${BETWEEN}${HEAD}${DOMAIN}(?=[,.;:)]|[ ](?:said|says|told|and|in|on|at|who)(?![\\p{L}])|$)`,
  'iu',
);
/** "President [Rafael Correa] of Ecuador". */
const TITLE = new RegExp(`(?<![\\p{L}-])${IN_OFFICE}${HEAD}s?[ ]$`, 'iu');
/** "In a meeting with Niger's president[,] John Smith said": that comma only ends what opens the sentence. */
const PREAMBLE =
  /(?:^|[.!?]["”’]?\s|\n)["“]?(?:in|at|after|before|during|on|with|following|speaking|meeting|asked|to|for|by|as|when|while|since|like|unlike|despite|under)(?!\p{L})[^,\n]*$/iu;

const PART = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PERSON = new RegExp(`^${PART}(?:[ ](?:${PART}|${PARTICLES.join('|')})){0,4}$`, 'u');

/** So far before and behind a name its office is looked for, in UTF-16 code units. */
const REACH = 100;
/** So many known names nearby may be whose it is: "the EU's ambassador to Niger, …". */
const NEAREST = 3;

/**
 * Whom the persons among the mentions speak for, by the index of the mention. `mayBePerson`: whether it may be one of
 * whom nobody knows yet whom they speak for; `names`: known names in the text, in its order.
 */
export function officesTold(
  text: string,
  mentions: readonly Mention[],
  mayBePerson: (index: number) => boolean,
  names: readonly PlacedMatch[],
): Map<number, KnownActor> {
  const told = new Map<number, KnownActor>();
  let past = 0;
  for (const [i, mention] of mentions.entries()) {
    while (past < names.length && names[past]!.start < mention.start) past++;
    const name = withoutTitles(mention.words);
    if (!PERSON.test(name) || !mayBePerson(i)) continue;
    const person = { start: mention.end - name.length, end: mention.end };
    const before = names.slice(Math.max(0, past - NEAREST), past).reverse();
    let next = past;
    while (next < names.length && names[next]!.start < person.end) next++;
    const behind = names.slice(next, next + NEAREST);
    const whose =
      before.find((one) => holdsBefore(text, one, person)) ??
      behind.find((one) => holdsBehind(text, person, one, mention));
    if (whose?.actor) told.set(i, whose.actor);
  }
  return told;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** "Uruguay's foreign minister, Luis Almagro", "the president of Kosovo, Vjosa Osmani". */
function holdsBefore(text: string, whose: Place, person: Place): boolean {
  if (person.start - whose.end > REACH || person.start < whose.end) return false;
  const gap = text.slice(whose.end, person.start);
  const before = text.slice(Math.max(0, whose.start - REACH), whose.start);
  if (!OFFICE_THEN_NAME.test(gap) && !(RANKED.test(gap) && OFFICE_OF.test(before))) return false;
  const isApposition = !gap.includes(', ') || /^[,)]/.test(text.slice(person.end, person.end + 1));
  const comma = whose.end + gap.lastIndexOf(', ');
  return isApposition || !PREAMBLE.test(text.slice(Math.max(0, comma - 2 * REACH), comma));
}

/** "Stephen Smith, the Australian foreign minister", "President Rafael Correa of Ecuador", "Felix Tshisekedi (DRC)". */
function holdsBehind(text: string, person: Place, whose: Place, { start, type }: Mention): boolean {
  if (whose.start - person.end > REACH) return false;
  const gap = text.slice(person.end, whose.start);
  const isBody = type === 'organisation' || type === 'mission';
  const isFullName = !isBody && /\s/.test(text.slice(person.start, person.end));
  if (gap === ' (') return isFullName && text[whose.end] === ')';
  if (/^ of (?:the )?$/.test(gap)) {
    return (
      isFullName || TITLE.test(text.slice(Math.max(0, Math.min(start, person.start) - REACH), person.start))
    );
  }
  if (NAME_THEN_OFFICE_OF.test(gap)) return true;
  return OPENING.test(gap) && THEN_OFFICE.test(text.slice(whose.end, whose.end + REACH));
}
