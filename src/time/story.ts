/**
 * When the acts that a text tells of took place, with the whole text in view. Three things date an act,
 * in this order: a date in its own sentence; a date that the sentences before it in the paragraph have
 * told and the story, in the simple past, goes on from; and the month of the text itself for what it
 * reports as news: what somebody says, and what is told in the past among dates of that month.
 * Everything else stays undated.
 */
import type { Status } from '../model/index.ts';
import { BEGINS, describes, isDateline, timeOf } from './act-time.ts';
import type { Act, Place } from './act-time.ts';
import { edtfOf, pointOf } from './calendar.ts';
import { dateOfWriting } from './date-of-writing.ts';
import { findTimes } from './expressions.ts';
import { type Telling, tellingAfter } from './telling.ts';

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
  /** What is planned, alleged or denied has no date but that of its sentence. */
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
/** What an entry of a live text tells of the moment: not what had been, will be or always is. */
const LIVE_TELLING: readonly (Telling | null)[] = ['past', 'present', 'perfect', null];

/** Reads the dates of a text. `published`: EDTF day, month or year; null: what the text itself says. */
export function storyOf(text: string, sentences: readonly Span[], published: string | null): Story {
  const written = published ?? dateOfWriting(text);
  const told = datesTold(text, sentences, written);
  const live = (text.match(CLOCK_LINE)?.length ?? 0) >= LIVE_LINES;
  return {
    whenOf: (act) => {
      const [start, end] = sentences[act.sentence]!;
      const words = text.slice(start, end);
      const before = told[act.sentence]!;
      const own = timeOf(words, act.at, written, act.kind, act.status, before.last);
      return own === null ? inherited(act, words, before, written, live) : { edtf: own, from: 'sentence' };
    },
  };
}

/** The date of an act whose sentence has none. */
function inherited(
  { actorEnd, kind, status }: ToldAct,
  sentence: string,
  { here, last, ago }: Told,
  written: string | null,
  live: boolean,
): Dating | null {
  if (status !== 'actual' || (kind === 'state' && !BEGINS.test(sentence))) return null;
  const telling = tellingAfter(sentence, actorEnd);
  if (telling === 'past' && here !== null) return dating(here, 'story');
  if (telling === 'past' && written === null && last !== null && ago <= FEW_SENTENCES) {
    return dating(last.slice(0, 4), 'story');
  }
  if (live && here === null && LIVE_TELLING.includes(telling)) return dating(written, 'document');
  const isNews = telling === 'present' || (here === null && (telling === 'past' || telling === null));
  const isTold = kind === 'speech' || (kind === 'deed' && telling === 'past' && isNear(last, written));
  if (!isTold || !isNews || !isNear(here, written)) return null;
  return dating(written, 'document');
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
  /** How many sentences ago `last` was told. */
  readonly ago: number;
}

function datesTold(text: string, sentences: readonly Span[], written: string | null): Told[] {
  const told: Told[] = [];
  let last: string | null = null;
  let here: string | null = null;
  let ago = 0;
  let before = 0;
  for (const [start, end] of sentences) {
    const words = text.slice(start, end);
    if (text.slice(before, start).includes('\n')) here = null;
    told.push({ last, here, ago: ++ago });
    const date = dateTold(words, written, last);
    if (date !== null) {
      last = here = date;
      ago = 0;
    }
    before = end;
  }
  return told;
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
  return times.length === 0 ? null : dayOf(times.at(-1)!.edtf);
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
