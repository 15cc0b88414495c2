/**
 * When the acts that a text tells of took place, with the whole text in view. What dates an act, in this
 * order: a date in its own sentence; a date that the sentences before it in the paragraph have told and the
 * story goes on from, in the simple past or, in a chronicle, in the present; the month of the text itself for
 * what it reports as news: its title, what somebody says, and what is told in the past among dates of that
 * month; its year for what it says has been done; and, of a text without a date, the year of the dates before
 * and after, where it is the same. Everything else stays undated.
 */
import type { Status } from '../model/index.ts';
import { describes, isDateline, timeOf } from './act-time.ts';
import type { Place } from './candidates.ts';
import { type Act, BEGINS } from './whose.ts';
import { cuesOf } from './cues.ts';
import { edtfOf, pointOf } from './calendar.ts';
import { entriesOf } from './date-of-writing.ts';
import { findTimes } from './expressions.ts';
import { type Telling, tellingAfter } from './telling.ts';
import { MONTH } from './vocabulary.ts';

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

/** The dates of one text. */
export interface Story {
  /** Null where the text does not say. */
  readonly whenOf: (act: ToldAct) => Dating | null;
}

/** A date and where it comes from: its own sentence, the sentences before, or the day of the document. */
export interface Dating {
  readonly edtf: string;
  readonly from: 'sentence' | 'story' | 'document';
}

/** How far a date told in the paragraph before still holds, in a text that has no date of its own. */
const FEW_SENTENCES = 2;
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
/** What a headline reports as news; its verb is mostly none that the tables know. */
const HEADLINE_TELLING: readonly (Telling | null)[] = ['present', 'past', null];
/** What an entry of a live text tells of the moment: not what had been, will be or always is. */
const LIVE_TELLING: readonly (Telling | null)[] = ['past', 'present', 'perfect', null];

/** A word that is no name, nor of those that join names in a byline. */
const PLAIN_WORD =
  /(?<!\p{L})(?!(?:in|at|by|and|with|for|from|of|the|updated|published|posted)(?!\p{L}))\p{Ll}/u;

/** "In 2019 …", "By the summer of 2019 …". */
const OPENING_YEAR = /^["“'‘\s]*(?:\p{L}+\s){1,4}\d{4}(?!\d)/u;

/** A text written as things happen, one that lists them by their dates, or any other. */
type Form = 'live' | 'chronicle' | 'prose';

function formOf(text: string): Form {
  if ((text.match(CLOCK_LINE)?.length ?? 0) >= LIVE_LINES) return 'live';
  const isChronicle = entriesOf(text.split('\n')).length > 1 || (text.match(ENTRY)?.length ?? 0) >= ENTRIES;
  return isChronicle ? 'chronicle' : 'prose';
}

/** Reads the dates of a text. `written`: EDTF day, month or year of the text; null where it is not known. */
export function storyOf(text: string, sentences: readonly Span[], written: string | null): Story {
  const told = datesTold(text, sentences, written);
  const form = formOf(text);
  return {
    whenOf: (act) => {
      const [start, end] = sentences[act.sentence]!;
      const words = text.slice(start, end);
      const before = told[act.sentence]!;
      if (isDateLine(text, words, end, written)) return null;
      const cues = cuesOf(words, act.cues);
      const own = timeOf(words, act.at, written, act.kind, act.status, before.last, cues);
      if (own === null || isSaidNow(act, words, own, written)) {
        return inherited(act, words, before, written, form);
      }
      return { edtf: act.isEnding ? dayOf(own) : own, from: 'sentence' };
    },
  };
}

/** "X condemns the raid of 3 May": said when it is written, and the date is that of what is spoken of. */
function isSaidNow(
  { kind, status, actorEnd }: ToldAct,
  sentence: string,
  own: string,
  written: string | null,
): boolean {
  if (kind !== 'speech' || status === 'planned' || written === null) return false;
  return own.slice(0, 7) < written.slice(0, 7) && tellingAfter(sentence, actorEnd) === 'present';
}

/** The date of an act whose sentence has none of its own. */
function inherited(
  { actorEnd, kind, status }: ToldAct,
  sentence: string,
  told: Told,
  written: string | null,
  form: Form,
): Dating | null {
  if (status === 'planned' || (status !== 'actual' && kind !== 'speech')) return null;
  if (kind === 'state' && !BEGINS.test(sentence)) return null;
  const telling = tellingAfter(sentence, actorEnd) ?? tellingAfter(sentence, 0);
  const here = written !== null && !told.isOpened ? null : told.here;
  return (
    ofParagraph(telling, { ...told, here }, written, form) ??
    ofDocument(telling, kind, { ...told, here }, written, form) ??
    ofYear(telling, told, written)
  );
}

/** The date that the story goes on from. */
function ofParagraph(
  telling: Telling | null,
  { here, last, ago }: Told,
  written: string | null,
  form: Form,
): Dating | null {
  const isOfEntry = form === 'chronicle' && telling !== 'before' && telling !== 'ahead';
  if (here !== null && (telling === 'past' || isOfEntry)) return dating(here, 'story');
  if (telling !== 'past' || written !== null || last === null || ago > FEW_SENTENCES) return null;
  return dating(last.slice(0, 4), 'story');
}

/** The month of the text, for what it reports as news. */
function ofDocument(
  telling: Telling | null,
  kind: Act,
  { here, last, next, isTitle }: Told,
  written: string | null,
  form: Form,
): Dating | null {
  if (form === 'live' && here === null && LIVE_TELLING.includes(telling)) return dating(written, 'document');
  if (isTitle && HEADLINE_TELLING.includes(telling)) {
    return written === null ? dating(next, 'story') : dating(written, 'document');
  }
  if (written === null || !isNear(here, written)) return null;
  const isTold = telling === 'past' || telling === null;
  const isNews = telling === 'present' || telling === 'perfect' || (here === null && isTold);
  if (!isNews) return null;
  if (kind === 'speech') return dating(written, 'document');
  if (kind === 'state') return null;
  // What has been done by now was mostly done lately, but the month is not told.
  if (telling === 'perfect') return dating(written.slice(0, 4), 'document');
  return telling === 'past' && isNear(last, written) ? dating(written, 'document') : null;
}

/**
 * What is over, and told between two dates of one year, is of that year, in a text that has no date of its
 * own. One that has goes back and forth between its day and the past, so that there it would be a guess.
 */
function ofYear(telling: Telling | null, { last, next }: Told, written: string | null): Dating | null {
  if (written !== null) return null;
  const isOver = telling === 'past' || telling === 'perfect' || telling === 'before';
  if (!isOver || last === null || last.slice(0, 4) !== next?.slice(0, 4)) return null;
  return dating(last.slice(0, 4), 'story');
}

/** Whether the story stands in the month of the text, so that "says" is said now and not then. */
function isNear(here: string | null, written: string | null): boolean {
  return here === null || here.slice(0, 7) === written?.slice(0, 7);
}

interface Told {
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
}

function datesTold(text: string, sentences: readonly Span[], written: string | null): Told[] {
  const told: (Told & { readonly own: string | null })[] = [];
  let last: string | null = null;
  let here: string | null = null;
  let isOpened = true;
  let ago = 0;
  let before = 0;
  let isHead = true;
  for (const [index, [start, end]] of sentences.entries()) {
    const words = text.slice(start, end);
    if (text.slice(before, start).includes('\n')) here = null;
    const own = dateTold(words, written, last);
    told.push({
      last,
      here,
      isOpened,
      ago: ++ago,
      own,
      next: null,
      isTitle: (isHead &&= index < TITLE_LINES && isTitle(text, words, end)),
    });
    if (own !== null) {
      last = here = own;
      isOpened = own.length > 4 || OPENING_YEAR.test(words);
      ago = 0;
    }
    before = end;
  }
  let next: string | null = null;
  return told
    .reverse()
    .map(({ own, ...rest }) => {
      const one = { ...rest, next };
      next = own ?? next;
      return one;
    })
    .reverse();
}

/** A first line of its own that no full stop ends. */
function isTitle(text: string, words: string, end: number): boolean {
  return !/[.!?…]["”’)]*$/.test(words) && /^\s*\n/.test(text.slice(end, end + 20));
}

/** A line that says where and when the text was written, and nothing of what is done. */
function isDateLine(text: string, words: string, end: number, written: string | null): boolean {
  if (written === null || !isTitle(text, words, end) || PLAIN_WORD.test(words)) return false;
  return findTimes(words, written).some(({ edtf }) => edtf === written);
}

/** The date that a sentence leaves behind for those after it: the last that is over and tells when, not which. */
function dateTold(sentence: string, written: string | null, last: string | null): string | null {
  const times = findTimes(sentence, written, last).filter(
    (time) =>
      time.kind !== 'since' &&
      time.kind !== 'between' &&
      !isDateline(sentence, time) &&
      describes(sentence, time) === 0 &&
      (written === null || dayOf(time.edtf) <= written),
  );
  // What a count ties to the rest of its sentence is beside the story, unless the sentence has nothing else.
  const told = times.findLast(({ only }) => !only) ?? times.at(-1);
  return told ? dayOf(told.edtf) : null;
}

/** "Until 4 December" leaves 4 December behind. */
function dayOf(edtf: string): string {
  return edtf.replace('../', '');
}

/** No more precise than its month: the story has gone on for a while. */
function dating(edtf: string | null, from: Dating['from']): Dating | null {
  const point = pointOf(edtf);
  const month =
    point &&
    edtfOf(point.month === undefined ? { year: point.year } : { year: point.year, month: point.month });
  return month === null ? null : { edtf: month, from };
}
