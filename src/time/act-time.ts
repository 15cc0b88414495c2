/**
 * The date of an act, among those that its sentence names. A date belongs to the act whose clause it
 * stands in. Without a parse, the clause is told by what lies between the date and the mentions of
 * those who act: each comma, "and", "which" or semicolon on the way has a cost; so has a date that
 * describes a noun ("the 2015 agreement") and not what is done. The cheapest date wins if it is near
 * enough; else the act has none. A date that opens the sentence ("In May 2018, …") holds for all of it.
 */
import type { Status } from '../model/index.ts';
import type { Place } from './candidates.ts';
import { findTimes } from './expressions.ts';
import type { TimeExpression } from './expressions.ts';
import { wallsOf } from './walls.ts';
import type { Walls } from './walls.ts';
import { type Act, datesFor } from './whose.ts';

/** How dear a date may be, and what the mention farthest from it weighs. Fitted on labelled texts. */
const LIMITS: Readonly<Record<Act, { readonly dearest: number; readonly far: number }>> = {
  moment: { dearest: 3, far: 0.25 },
  deed: { dearest: 3, far: 0.25 },
  speech: { dearest: 2, far: 0.5 },
  state: { dearest: 3, far: 0.25 },
};
/** What the way from a date to a word that tells of the act weighs, and at most. Fitted likewise. */
const CUE = { weight: 0.9, most: 2 };
/** "Until May" tells when something ends; most acts are told by their beginning. */
const UNTIL_COST = 1;
/** "Since 2018" tells how long something has lasted; beside it a moment has rather another date. */
const SINCE_COST = 1.5;
/** UTF-16 code units between a date and a mention beyond which they do not belong together. */
const REACH = 400;
/** UTF-16 code units from the start of the sentence within which a date can open it. */
const OPENING = 60;
const OPENER =
  /^["“'‘\s\u00a0•(\d).]*(?:(?:and|but|then|so|only|already|late|early|earlier|later|in|on|by|from|at|the|morning|evening|night|end|start|beginning|of|back|as|during)[\s\u00a0]*)*$/iu;
const DATELINE = /^[\p{Lu}][\p{L} .,’'/-]{1,50},[\s\u00a0](?:\p{L}+day,?[\s\u00a0])?$/u;
const AFTER_DATELINE = /^(?:,?[\s\u00a0]\d{4})?[\s\u00a0]?(?:\([^)]{1,40}\)[\s\u00a0]?)?[–—:-]/u;
const DETERMINER = /(?<![\p{L}])(?:the|its|their|his|her|our|a|this|that|new|['’]s)[\s\u00a0]$/iu;
const OF = /(?<![\p{L}])of[\s\u00a0]$/iu;
const OF_TIME =
  /(?:day|night|morning|evening|afternoon|week|weekend|month|start|beginning|end|middle|close|turn|early|mid|late|summer|spring|autumn|winter|hours|half|quarter|eve|course|anniversary|as)[\s\u00a0]of[\s\u00a0]$/iu;
/** "In the mass unrest of 2022": it tells when. */
const DURING =
  /(?<![\p{L}])(?:in|during|at|amid|throughout)[\s\u00a0](?:the|its|their|an?)[\s\u00a0](?:[\p{L}-]+[\s\u00a0]){1,4}of[\s\u00a0]$/iu;

/**
 * The date, as EDTF, of the act that the mentions at these places take part in; null where no date of
 * the sentence belongs to it. `published`: EDTF day, month or year of the document. `told`: the date that
 * the sentences before tell of. `cues`: words that tell of the act; of several dates the one beside them is likelier.
 */
export function timeOf(
  sentence: string,
  at: readonly Place[],
  published: string | null,
  act: Act = 'deed',
  status: Status = 'actual',
  told: string | null = null,
  cues: readonly Place[] = [],
): string | null {
  const all = findTimes(sentence, published, told, status === 'planned');
  const own = all.filter((time) => !isDateline(sentence, time));
  const times = inTheirTime(datesFor(sentence, own, { act, at, cues }), status, published);
  if (times.length === 0) return null;
  const walls = wallsOf(sentence);
  let best: string | null = null;
  let least = Infinity;
  for (const time of times) {
    const way = costOf(sentence, walls, time, at, LIMITS[act].far);
    const since = act === 'moment' && time.kind === 'since' ? SINCE_COST : 0;
    const cost = way + since + costOfCues(walls, time, cues, opens(sentence, time));
    if (way < LIMITS[act].dearest && cost < least) [best, least] = [time.edtf, cost];
  }
  return best;
}

/** What is done has no date to come; what is planned has rather one to come than one that is over. */
function inTheirTime(
  times: readonly TimeExpression[],
  status: Status,
  published: string | null,
): readonly TimeExpression[] {
  if (published === null) return times;
  const [ahead, over] = [true, false].map((wanted) =>
    times.filter(({ edtf, kind }) => (kind !== 'until' && edtf > published) === wanted),
  ) as [TimeExpression[], TimeExpression[]];
  if (status === 'planned') return ahead.length > 0 ? ahead : over;
  return status === 'actual' ? over : times;
}

/** "NIAMEY, Aug 4 –": when it was written, not when it was done. */
export function isDateline(sentence: string, { start, end }: Place): boolean {
  if (start > OPENING || !DATELINE.test(sentence.slice(0, start))) return false;
  return AFTER_DATELINE.test(sentence.slice(end, end + OPENING));
}

/** Whether a date opens its sentence. */
function opens(sentence: string, { start }: Place): boolean {
  return start < OPENING && OPENER.test(sentence.slice(0, start));
}

function costOf(
  sentence: string,
  walls: Walls,
  time: TimeExpression,
  at: readonly Place[],
  weight: number,
): number {
  const isOpening = opens(sentence, time);
  let near = Infinity;
  let far = 0;
  for (const place of at) {
    const way = wayBetween(walls, time, place, isOpening);
    near = Math.min(near, way);
    far = Math.max(far, way);
  }
  if (at.length === 0 || time.only) near = far = time.only ? -1 : 1;
  return (
    near + weight * Math.min(far, 10) + (time.kind === 'until' ? UNTIL_COST : 0) + describes(sentence, time)
  );
}

/** What lies between a date and the nearest word that tells of the act. */
function costOfCues(walls: Walls, time: TimeExpression, cues: readonly Place[], isOpening: boolean): number {
  if (cues.length === 0) return 0;
  return CUE.weight * Math.min(CUE.most, ...cues.map((cue) => wayBetween(walls, time, cue, isOpening)));
}

/** What lies between a date and a mention, weighed. */
function wayBetween(walls: Walls, a: Place, b: Place, opens: boolean): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  if (to <= from) return 0;
  if (to - from > REACH && !opens) return Infinity;
  const reached = Math.min(to, from + REACH);
  const cost = opens ? 0.5 * walls.between(walls.afterComma(from), reached) : walls.between(from, reached);
  return cost + (walls.isBracketed(from, reached) ? 2 : 0) + (reached - from) / 300;
}

/** Whether the date tells which thing is meant ("the 2015 agreement", "the deal of 2015"), not when. */
export function describes(sentence: string, { start, end }: Place): number {
  const before = sentence.slice(Math.max(0, start - 60), start);
  if (DETERMINER.test(before) && /^[\s\u00a0]\p{L}/u.test(sentence.slice(end, end + 2))) return 2.5;
  return OF.test(before) && !OF_TIME.test(before) && !DURING.test(before) ? 1.2 : 0;
}
