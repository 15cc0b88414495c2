/**
 * The date of an act, among those that its sentence names. A date belongs to the act whose clause it
 * stands in. Without a parse, the clause is told by what lies between the date and the mentions of
 * those who act: each comma, "and", "which" or semicolon on the way has a cost; so has a date that
 * describes a noun ("the 2015 agreement") and not what is done. The cheapest date wins if it is near
 * enough; else the act has none. A date that opens the sentence ("In May 2018, …") holds for all of it.
 */
import { findTimes } from './expressions.ts';
import type { TimeExpression } from './expressions.ts';

/** UTF-16 offsets into the sentence, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Longest stretch that is weighed between a date and a mention; what is farther does not belong together. */
const REACH = 400;
/** A dearer date belongs to something else. */
const DEAREST = 3;

const WALLS: readonly (readonly [pattern: RegExp, cost: number])[] = [
  [/;|[.!?]["”’]?\s|•/gu, 3],
  [/:\s|[\s\u00a0][–—-][\s\u00a0]|—/gu, 1.5],
  [/,[\s\u00a0](?:and|but|while|whereas|though|although|so|yet)(?![\p{L}])/giu, 1],
  [
    /(?<![\p{L}])(?:which|who|whom|whose|where|that|when|after|before|because|as|if|while|until|since|once)(?![\p{L}])/giu,
    0.8,
  ],
  [/,/gu, 0.5],
  [/(?<![\p{L}])(?:and|or|but)(?![\p{L}])/giu, 0.4],
];
const OPENER =
  /^["“'‘\s\u00a0•(\d).]*(?:(?:and|but|then|so|only|already|late|early|earlier|later|in|on|by|from|at|the|morning|evening|night|end|start|beginning|of|back|as|during)[\s\u00a0]*)*$/iu;
const DATELINE = /^[\p{Lu}][\p{L} .,’'/-]{1,50},[\s\u00a0](?:\p{L}+day,?[\s\u00a0])?$/u;
const AFTER_DATELINE = /^(?:,?[\s\u00a0]\d{4})?[\s\u00a0]?(?:\([^)]{1,40}\)[\s\u00a0]?)?[–—:-]/u;
const DESCRIBES_BEFORE = /(?<![\p{L}])(?:the|its|their|his|her|our|a|this|that|new|['’]s)[\s\u00a0]$/iu;
const OF_TIME =
  /(?:day|night|morning|evening|afternoon|week|weekend|month|start|beginning|end|middle|close|turn|early|mid|late|summer|spring|autumn|winter|hours|first|half|quarter|eve|course|anniversary|as)[\s\u00a0]of[\s\u00a0]$/iu;

/**
 * The date, as EDTF, of the act that the mentions at these places take part in; null where no date of
 * the sentence belongs to it. `published`: EDTF day, month or year of the document.
 */
export function timeOf(sentence: string, at: readonly Place[], published: string | null): string | null {
  let best: string | null = null;
  let least = DEAREST;
  for (const time of findTimes(sentence, published)) {
    const cost = costOf(sentence, time, at);
    if (cost < least) [best, least] = [time.edtf, cost];
  }
  return best;
}

function costOf(sentence: string, time: TimeExpression, at: readonly Place[]): number {
  if (isDateline(sentence, time)) return Infinity;
  const opens = OPENER.test(sentence.slice(0, time.start).slice(-60)) && time.start < 60;
  const ways = at.map((place) => wayBetween(sentence, time, place, opens)).sort((a, b) => a - b);
  const near = ways[0] ?? 1;
  const far = ways.at(-1) ?? 1;
  return near + 0.25 * far + describes(sentence, time);
}

function isDateline(sentence: string, { start, end }: Place): boolean {
  return (
    start < 60 &&
    DATELINE.test(sentence.slice(0, start)) &&
    AFTER_DATELINE.test(sentence.slice(end, end + 60))
  );
}

/** What lies between a date and a mention, weighed. */
function wayBetween(sentence: string, a: Place, b: Place, opens: boolean): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  if (to <= from) return 0;
  if (to - from > REACH && !opens) return Infinity;
  const between = sentence.slice(from, Math.min(to, from + REACH));
  const walls = costOfWalls(opens ? between.replace(/^[^,]{0,30},/u, ' ') : between);
  return (opens ? 0.5 : 1) * walls + parenthesis(between) + between.length / 300;
}

function costOfWalls(text: string): number {
  let rest = text;
  let cost = 0;
  for (const [pattern, price] of WALLS) {
    rest = rest.replace(pattern, () => {
      cost += price;
      return ' ';
    });
  }
  return cost;
}

/** A bracket that opens or closes between the two keeps them apart. */
function parenthesis(between: string): number {
  const open = between.split('(').length - between.split(')').length;
  return open === 0 ? 0 : 2;
}

/** Whether the date tells which thing is meant ("the 2015 agreement", "the deal of 2015") and not when something was done. */
function describes(sentence: string, { start, end }: Place): number {
  const before = sentence.slice(Math.max(0, start - 40), start);
  if (DESCRIBES_BEFORE.test(before) && /^[\s\u00a0]\p{L}/u.test(sentence.slice(end, end + 2))) return 1;
  return /(?<![\p{L}])of[\s\u00a0]$/iu.test(before) && !OF_TIME.test(before) ? 0.7 : 0;
}
