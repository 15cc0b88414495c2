/** What the sentences of a text tell of time, one after the other, and what form the text has. */
import type { Status } from '../model/index.ts';
import type { Place } from './candidates.ts';
import { entriesOf } from './date-of-writing.ts';
import { isAfter, perhaps } from './edtf.ts';
import type { TimeExpression } from './frame.ts';
import { findTimes } from './expressions.ts';
import { isAhead } from './tense.ts';
import { MONTH } from './vocabulary.ts';
import { describes, isDateline, opens } from './way.ts';
import type { Act } from './whose.ts';

type Span = readonly [start: number, end: number];

/** An act as it is told. */
export interface ToldAct {
  /** Index of its sentence. */
  readonly sentence: number;
  /** Where the sentence mentions those who take part. */
  readonly at: readonly Place[];
  /** Behind the first mention of the one who acts; 0 where the sentence has none. */
  readonly actorEnd: number;
  readonly kind: Act;
  /** Stems of words that tell of such an act, as alternatives of a pattern. */
  readonly cues: string;
  /** Whether it is done when something stops, so that "until March" tells its date. */
  readonly isEnding: boolean;
  /** What is planned has no date but that of its sentence; nor has a deed that is alleged or denied. */
  readonly status: Status;
}

/** Entries of a text written as things happen begin with the time of day. */
const CLOCK_LINE = /^[ \t]*\d{1,2}[:.]\d\d(?:[ \t]?(?:GMT|UTC|CET|[ap]\.?m\.?))?[ \t]/gmu;
const LIVE_LINES = 3;
/** "23 April: …", "8–10 May 2025 – …", "2014: …": so many lines of this form are a chronicle. */
const ENTRIES = 3;
const ENTRY = new RegExp(
  `^[ \\t]*(?:[•*-][ \\t]+)?(?:(?:\\d{1,2}(?:[ ]?[–-][ ]?\\d{1,2})?[ ])?${MONTH}(?:[ ]\\d{1,2})?,?(?:[ ]\\d{4})?|\\d{4})(?::|[ ][–—-])[ ]`,
  'gmu',
);
/** A title may have a line above it and one below. */
const TITLE_LINES = 3;
/** A word that is no name, nor of those that join names in a byline. */
const PLAIN_WORD =
  /(?<!\p{L})(?!(?:in|at|by|and|with|for|from|of|the|updated|published|posted)(?!\p{L}))\p{Ll}/u;

/** "In 2019 …", "By the summer of 2019 …". */
const OPENING_YEAR = /^["“'‘\s]*(?:\p{L}+\s){1,4}\d{4}(?!\d)/u;

/** A text written as things happen, one that lists them by their dates, or any other. */
export type Form = 'live' | 'chronicle' | 'prose';

/** The form of a text. */
export function formOf(text: string): Form {
  if ((text.match(CLOCK_LINE)?.length ?? 0) >= LIVE_LINES) return 'live';
  const isChronicle = entriesOf(text.split('\n')).length > 1 || (text.match(ENTRY)?.length ?? 0) >= ENTRIES;
  return isChronicle ? 'chronicle' : 'prose';
}

/** What the sentences around one tell of time. Dates whose year the text does not name are marked: `2023-07?`. */
export interface Told {
  /** The date told last before a sentence, anywhere. */
  readonly last: string | null;
  /** The same, told in the same paragraph. */
  readonly here: string | null;
  /** Whether `here` tells more than a year, or opens its sentence, as a story of another time does. */
  readonly isOpened: boolean;
  /** How many sentences ago `last` was told. */
  readonly ago: number;
  /** The date told first after a sentence. */
  readonly next: string | null;
  readonly isTitle: boolean;
  /** EDTF: what a date without a year is reckoned from; of a text without a date the year that it seems to be of. */
  readonly standpoint: string | null;
}

/**
 * For each sentence. `written`: EDTF day, month or year of the text; null where it is not known. `year`: that it
 * seems to be of, in place of it.
 */
export function datesTold(
  text: string,
  sentences: readonly Span[],
  written: string | null,
  year: string | null,
): Told[] {
  const told: (Told & { readonly own: Left | null })[] = [];
  let last: string | null = null;
  let here: string | null = null;
  let isOpened = true;
  let ago = 0;
  let before = 0;
  let isHead = true;
  for (const [index, [start, end]] of sentences.entries()) {
    const words = text.slice(start, end);
    if (text.slice(before, start).includes('\n')) here = null;
    const standpoint = written ?? (isOfOther(year, here, isOpened) ? null : year);
    const own = dateTold(words, { written, standpoint, last });
    told.push({
      last,
      here,
      isOpened,
      ago: ++ago,
      own,
      next: null,
      standpoint,
      isTitle: (isHead &&= index < TITLE_LINES && isTitle(text, words, end)),
    });
    if (own !== null) {
      last = here = own.edtf;
      isOpened = own.isOpening;
      ago = 0;
    }
    before = end;
  }
  let next: string | null = null;
  return told
    .reverse()
    .map(({ own, ...rest }) => {
      const one = { ...rest, next };
      next = own?.edtf ?? next;
      return one;
    })
    .reverse();
}

/** Whether a paragraph has begun with a date of another year than the text seems to be of. */
function isOfOther(year: string | null, here: string | null, isOpened: boolean): boolean {
  return here !== null && isOpened && !(year !== null && here.startsWith(year));
}

/** A first line of its own that no full stop ends. */
function isTitle(text: string, words: string, end: number): boolean {
  return !/[.!?…]["”’)]*$/.test(words) && /^\s*\n/.test(text.slice(end, end + 20));
}

/** A line that says where and when the text was written, and nothing of what is done. */
export function isDateLine(text: string, words: string, end: number, written: string | null): boolean {
  if (written === null || !isTitle(text, words, end) || PLAIN_WORD.test(words)) return false;
  return findTimes(words, written).some(({ edtf }) => edtf === written);
}

/** The date that a sentence leaves behind for those after it. */
interface Left {
  readonly edtf: string;
  /** Whether it tells more than a year, or opens its sentence. */
  readonly isOpening: boolean;
}

/** The last date of a sentence that is over and tells when, not which; what goes back behind the first is beside the story. */
function dateTold(sentence: string, from: Standing): Left | null {
  const { standpoint, last } = from;
  const times = findTimes(sentence, standpoint, last).filter(
    (time) =>
      time.kind !== 'since' &&
      time.kind !== 'between' &&
      !isDateline(sentence, time) &&
      describes(sentence, time) === 0 &&
      !isToCome(sentence, time, standpoint),
  );
  // What a count ties to the rest of its sentence is beside the story, unless the sentence has nothing else.
  const free = times.filter(({ only }) => !only);
  const told = free.findLast(({ edtf }) => !isAfter(dayOf(free[0]!.edtf), dayOf(edtf))) ?? times.at(-1);
  if (!told) return null;
  const edtf = dayOf(told.edtf);
  return {
    edtf: isNamed(told, sentence, from) ? edtf : perhaps(edtf),
    isOpening: edtf.length > 4 || OPENING_YEAR.test(sentence) || opens(sentence, told),
  };
}

function isToCome(
  sentence: string,
  { start, end, edtf }: TimeExpression,
  standpoint: string | null,
): boolean {
  return standpoint === null ? isAhead(sentence, start, end) : isAfter(dayOf(edtf), standpoint);
}

/** What the dates of a sentence are reckoned from: `Told`, and the date of the text where it is known. */
export interface Standing extends Pick<Told, 'standpoint' | 'last'> {
  readonly written: string | null;
}

/** Whether the year of a date is that of the text, if this is sure, or named in its sentence or before. */
export function isNamed(
  { edtf }: TimeExpression,
  sentence: string,
  { written, last }: Omit<Standing, 'standpoint'>,
): boolean {
  if (written !== null && !written.endsWith('?')) return true;
  return findTimes(sentence, null, last?.endsWith('?') ? null : last).some((time) => time.edtf === edtf);
}

/** "Until 4 December" leaves 4 December behind. */
function dayOf(edtf: string): string {
  return edtf.replace('../', '');
}
