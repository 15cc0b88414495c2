/**
 * Which dates of a sentence can be those of an act at all: a date may belong to a clause about somebody else,
 * to the deed that somebody speaks of, or to what a count of days ties to the rest.
 */
import type { Place } from './candidates.ts';
import type { TimeExpression } from './frame.ts';

/**
 * A deed takes place on a date ("signed in 2018"), or goes on for a while; a moment ("left", "met") does not,
 * so that "since 2010" beside it tells of something else. Of what is said ("accused it of the attack of
 * 2018"), the date in its sentence is more often that of another deed, which the words are about. A
 * state (belonging, presence) is mostly named beside the deed that the date is of, "the members met in
 * 2018": its own date says since when, or how it began.
 */
export type Act = 'moment' | 'deed' | 'speech' | 'state';

/** Stems of verbs that tell how a state begins. */
const BEGINNINGS = (
  'accede accept admit airlift arriv ashore assembl became becom began begin begun bring ' +
  'brought came come coming creat cross deploy disembark dispatch elect enlist enter ' +
  'establish flown form found garrison inaugurat incorporat join land launch mandat mount ' +
  'mov open receiv reinforc replac return rush send sent start station succeed take taken taking took ' +
  'transform'
).split(' ');
const PHRASES = [
  'authori[sz]',
  'fl[eo]w',
  'made way',
  'pour(?:s|ed)? in',
  'roll(?:s|ed)? in',
  'set up',
  'step(?:s|ped)? in',
  'touched down',
];
/** How a state begins. */
export const BEGINS = new RegExp(
  `(?<![\\p{L}])(?:${[...BEGINNINGS, ...PHRASES].join('|')})(?:e|ed|d|s|es|ing|ding|ment)?(?![\\p{L}])`,
  'iu',
);
/** ", which settled its own border in 2022,". */
const ASIDE =
  /,[\s\u00a0](?:(?:of|in|on|with|for|from|to|by)[\s\u00a0])?(?:which|who|whom|whose|where)(?![\p{L}])[^,;]{0,300}[,]/giu;
/** Before the one who does what is spoken of, and how far the date may stand behind, in UTF-16 code units. */
const BY = /(?<![\p{L}])(?<!st(?:an|oo)d(?:s|ing)?[\s\u00a0])by[\s\u00a0](?:the[\s\u00a0])?$/iu;
const DOER = 40;

/** Whether a date can be that of a state, which needs a beginning, or of something said, which has no length. */
export function fits({ kind }: TimeExpression, act: Act, begins: boolean): boolean {
  const lasts = kind === 'since' || kind === 'between' || (act === 'state' && kind === 'until');
  if (act === 'speech') return kind !== 'until';
  return lasts || begins;
}

/** "Condemn the raid by Israel on 9 September": the date of the deed that is spoken of, not of the words. */
export function isOfDeed(
  sentence: string,
  time: Place,
  at: readonly Place[],
  cues: readonly Place[],
): boolean {
  const cue = cues.findLast(({ end }) => end <= time.start);
  if (!cue) return false;
  const isDoer = ({ start, end }: Place) => {
    const by = BY.exec(sentence.slice(Math.max(0, start - DOER), start))?.[0] ?? '';
    return by !== '' && cue.end <= start - by.length && end <= time.start && time.start - end < DOER;
  };
  return at.some(isDoer);
}

/** Whether a date that only a stretch of the sentence has is that of the act: by its words, else by those who take part. */
export function isInReach({ only }: TimeExpression, at: readonly Place[], cues: readonly Place[]): boolean {
  if (!only) return true;
  const isInside = (place: Place) => holds(only, place);
  const share = (places: readonly Place[]) => places.filter(isInside).length / Math.max(1, places.length);
  const [ofCues, ofMentions] = [share(cues), share(at)];
  return cues.length === 0 || ofCues === 0.5 ? ofMentions > 0.5 : ofCues > 0.5;
}

/** Clauses about somebody else, in a sentence that tells outside of them what is done. */
export function asidesWithout(sentence: string, cues: readonly Place[]): Place[] {
  if (cues.length === 0) return [];
  return [...sentence.matchAll(ASIDE)]
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .filter((aside) => !cues.some((cue) => holds(aside, cue)));
}

/** Whether one place lies in another. */
export function holds(outer: Place, { start, end }: Place): boolean {
  return outer.start <= start && end <= outer.end;
}
