/** The words in which English texts tell time, as tables and as pieces of regular expressions. */

const MONTHS = [
  'January|Jan',
  'February|Feb',
  'March|Mar',
  'April|Apr',
  'May',
  'June|Jun',
  'July|Jul',
  'August|Aug',
  'September|Sept|Sep',
  'October|Oct',
  'November|Nov',
  'December|Dec',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NUMBERS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** Space within an expression; bounded, so that no text makes matching slow. */
export const SPACE = '[\\s\\u00a0]{1,3}';
/** Names of months; in capitals too ("4 AUGUST"), but never lower case ("march on", "may leave"). */
export const MONTH = `(?:${MONTHS.flatMap((names) => [names, names.toUpperCase()]).join('|')})(?![\\p{L}\\p{N}])\\.?`;
export const FULL_MONTH = `(?:${MONTHS.map((names) => names.split('|')[0]!).join('|')})(?![\\p{L}\\p{N}])`;
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})(?![\\p{L}\\p{N}])`;
export const NUMBER = `(?:\\d{1,3}|an?|${[...NUMBERS.slice(1), ...TENS].join('|')})`;
export const ORDINAL = `(?:${ORDINALS.join('|')})`;
export const UNIT = '(?:hour|day|night|week|fortnight|month|year|decade)';

/** Feasts of a fixed day. */
export const FEAST = "(?:Christmas(?: (?:Day|Eve))?|Boxing Day|New Year['’]s (?:Day|Eve))(?![\\p{L}])";

/** What people count: a number before one of these is no date ("in 1993 people", "in March 12 soldiers"). */
export const COUNTED =
  '(?:troops|soldiers|men|women|children|people|persons|personnel|police|policemen|officers|fighters|rebels|civilians|' +
  'refugees|migrants|prisoners|hostages|staff|members|peacekeepers|mercenaries|instructors|diplomats|citizens|' +
  'houses|homes|villages|vehicles|tanks|missiles|rockets|drones|shells|aircraft|planes|ships|jobs|companies|' +
  'kilometres|kilometers|km|miles|metres|meters|feet|hectares|tonnes|tons|barrels|litres|megawatts|MW|' +
  'dollars|euros|pounds|roubles|rubles|francs|percent|per cent|hours|days|weeks|months|years|million|billion|' +
  'others|more|of them|square|cubic|nautical|Russian|American|French|foreign)';

/** 1–12; undefined where the word names no month. */
export function monthOf(word: string): number | undefined {
  const name = word.replace('.', '').toLowerCase();
  const at = MONTHS.findIndex((names) => names.toLowerCase().split('|').includes(name));
  return at < 0 ? undefined : at + 1;
}

/** Month and day of a feast. */
export function dayOfFeast(name: string): { readonly month: number; readonly day: number } {
  if (/^New.*Day$/.test(name)) return { month: 1, day: 1 };
  if (/^New/.test(name)) return { month: 12, day: 31 };
  return { month: 12, day: name.endsWith('Eve') ? 24 : name.startsWith('Boxing') ? 26 : 25 };
}

/** 0 (Sunday) to 6. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word);
}

/** "three", "a", "12"; NaN for anything else. */
export function numberOf(word: string): number {
  const lower = word.toLowerCase();
  if (/^an?$/.test(lower)) return 1;
  if (TENS.includes(lower)) return 30 + 10 * TENS.indexOf(lower);
  const at = NUMBERS.indexOf(lower);
  return at < 0 ? Number(word) : at;
}

/** "26", "26th", "first". */
export function ordinalOf(word: string): number {
  const at = ORDINALS.indexOf(word.toLowerCase());
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}
