/**
 * Which dates an act may have, and what speaks for each of them: those that its own sentence names, what
 * the sentences before have told, and the day of the document. What speaks for one is a list of named
 * figures that are weighed (weigh.ts); no rule decides alone.
 */
import { edtfOf, type Point, pointOf } from './calendar.ts';
import type { Place } from './candidates.ts';
import { cuesOf } from './cues.ts';
import { isAfter, perhaps } from './edtf.ts';
import { readTimes, type Times } from './expressions.ts';
import type { TimeExpression } from './frame.ts';
import { type Form, isNamed, type Told, type ToldAct } from './told.ts';
import { type Telling, tellingAfter } from './telling.ts';
import { describes, isDateline, opens, wayBetween } from './way.ts';
import { type Walls, wallsOf } from './walls.ts';
import { BEGINS, asidesWithout, fits, holds, isInReach, isOfDeed } from './whose.ts';

/** Named figures, most of them 0 to 3; what is missing is 0. */
export type Figures = Record<string, number>;

/** A date and where it comes from: its own sentence, the sentences before, or the day of the document. */
export interface Dating {
  readonly edtf: string;
  readonly from: 'sentence' | 'story' | 'document';
}

/** A date that an act may have. */
export interface Choice extends Dating {
  readonly figures: Figures;
}

/** Where an act is told. */
export interface Setting {
  /** The words of its sentence. */
  readonly words: string;
  readonly told: Told;
  readonly form: Form;
  /** EDTF day, month or year of the document; null where it is not known. */
  readonly written: string | null;
  /** EDTF year that a text without a date seems to be of. */
  readonly year: string | null;
}

/** No mention and no word counts as farther than this. */
const FARTHEST = 10;
const FARTHEST_CUE = 6;
/** UTF-16 code units beyond which a date is as far as any. */
const REACH = 400;
const OLDEST = 3;
const BESIDE = 0.35;
/** What is told so is not of the day of the text. */
const NOT_NOW: readonly (Telling | 'none')[] = ['before', 'lasting'];

/** All dates that an act may have, those of its own sentence first. */
export function choicesOf(act: ToldAct, setting: Setting): Choice[] {
  const { words, told, written } = setting;
  const cues = cuesOf(words, act.cues);
  const begins = act.kind !== 'state' || BEGINS.test(words);
  const read = readTimes(words, told.standpoint, told.last, act.status === 'planned');
  const own = read.times.filter(
    (time) => !isDateline(words, time) && mayDate(time, act, { words, cues, written, begins }),
  );
  // What a count of days ties to the clause of the act leaves no choice.
  const tied = own.filter(({ only }) => only);
  const times = tied.length > 0 ? tied : own;
  const telling = tellingAfter(words, act.actorEnd) ?? tellingAfter(words, 0);
  const seen: Seen = {
    act,
    ...setting,
    times,
    telling: telling ?? 'none',
    walls: wallsOf(words),
    cues,
    asides: asidesWithout(words, cues),
    begins,
    unread: read.unread,
  };
  return [...times.map((time) => ofSentence(seen, time)), ...ofText(seen)];
}

/** What is done has no date to come, nor that of a clause or a deed that is not its own. */
function mayDate(
  time: TimeExpression,
  { kind, status, at }: ToldAct,
  { words, cues, written, begins }: Pick<Seen, 'words' | 'cues' | 'written' | 'begins'>,
): boolean {
  if (!fits(time, kind, begins) || (status === 'actual' && isToCome(time, written))) return false;
  return isInReach(time, at, cues) && !(kind === 'speech' && isOfDeed(words, time, at, cues));
}

interface Seen extends Setting {
  readonly act: ToldAct;
  readonly times: readonly TimeExpression[];
  readonly telling: Telling | 'none';
  readonly walls: Walls;
  /** Words that tell of the act. */
  readonly cues: readonly Place[];
  /** Clauses about somebody else. */
  readonly asides: readonly Place[];
  readonly begins: boolean;
  readonly unread: Times['unread'];
}

function ofSentence(seen: Seen, time: TimeExpression): Choice {
  // "Until 4 December" tells on which day something that ends has ended.
  const edtf = seen.act.isEnding ? time.edtf.replace('../', '') : time.edtf;
  return {
    edtf: isNamed(time, seen.words, { ...seen.told, written: seen.written }) ? edtf : perhaps(edtf),
    from: 'sentence',
    figures: {
      ...nearness(seen, time),
      ...ofKind(seen, time),
      ...againstWriting(seen, time),
    },
  };
}

/** How far the date stands from who takes part, and from what tells of the act. */
function nearness({ words, walls, act, cues, times }: Seen, time: TimeExpression): Figures {
  const isOpening = opens(words, time);
  const way = (place: Place) => wayBetween(walls, time, place, isOpening);
  const ways = act.at.map(way);
  const near = Math.min(FARTHEST, ...ways);
  const cue = cues.length === 0 ? 0 : Math.min(FARTHEST_CUE, ...cues.map(way));
  const others = (place: Place) => datesBetween(times, time, place);
  return {
    near,
    'dates between, near': Math.min(2, ...act.at.map(others)),
    'dates between, far': Math.min(2, Math.max(0, ...act.at.map(others))),
    'dates between, cue': cues.length === 0 ? 0 : Math.min(2, ...cues.map(others)),
    far: Math.min(FARTHEST, Math.max(0, ...ways)),
    cue,
    'beside its cue': Number(cues.length > 0 && cue < BESIDE),
    'beside one': Number(near < BESIDE),
    'beside all': Number(Math.max(0, ...ways) < BESIDE),
    'no cue': Number(cues.length === 0),
    characters: Math.log(1 + Math.min(REACH, ...act.at.map((place) => gap(place, time)))),
    opens: Number(isOpening),
    'behind all': Number(act.at.every(({ end }) => end <= time.start)),
    between: Number(
      act.at.some(({ end }) => end <= time.start) && act.at.some(({ start }) => start >= time.end),
    ),
    alone: Number(times.length === 1),
    first: Number(time === times[0]),
    last: Number(time === times.at(-1)),
  };
}

/** How many other dates stand between one and a place. */
function datesBetween(times: readonly Place[], time: Place, place: Place): number {
  const [from, to] = time.end <= place.start ? [time.end, place.start] : [place.end, time.start];
  return times.filter(({ start, end }) => from <= start && end <= to).length;
}

function gap(a: Place, b: Place): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

/** What form the date has, and whether such an act can have one like it. */
function ofKind({ act, words, asides }: Seen, time: TimeExpression): Figures {
  const day = time.edtf.replace('../', '').replace('/..', '');
  return {
    [`in its sentence, ${act.kind}`]: 1,
    [`in its sentence, ${act.status}`]: 1,
    [time.kind]: 1,
    [`${time.kind}, ${act.kind}`]: 1,
    'year alone': Number(day.length === 4),
    'whole day': Number(day.length === 10),
    'which one': describes(words, time),
    aside: Number(asides.some((aside) => holds(aside, time))),
    'end, until': Number(act.isEnding && time.kind === 'until'),
  };
}

/** How the date lies to the day of the document and to what has been told. */
function againstWriting({ act, told, written, telling }: Seen, time: TimeExpression): Figures {
  const { edtf } = time;
  const isHere = told.here !== null && edtf.startsWith(told.here.slice(0, 7));
  if (written === null) return { 'no document date': 1, 'as before': Number(isHere) };
  const isSameMonth = edtf.slice(0, 7) === written.slice(0, 7);
  const isAhead = isToCome(time, written);
  return {
    [`${isAhead ? 'to come' : 'over'}, ${act.status}`]: 1,
    years: Math.min(OLDEST, Math.abs(yearOf(written) - yearOf(edtf))),
    'same month': Number(isSameMonth),
    [`same month, ${telling}`]: Number(isSameMonth),
    'as before': Number(isHere),
    // "X condemns the raid of 3 May": said when it is written.
    'said now': Number(act.kind === 'speech' && telling === 'present' && !isSameMonth && !isAhead),
  };
}

function isToCome({ edtf, kind }: TimeExpression, written: string | null): boolean {
  return written !== null && kind !== 'until' && isAfter(edtf, written);
}

function yearOf(edtf: string): number {
  return Number(/\d{4}/.exec(edtf)?.[0] ?? 0);
}

/** What dates an act whose sentence does not: the story so far, or the day of the document. */
function ofText(seen: Seen): Choice[] {
  const { told, written, telling, unread } = seen;
  if (!isTold(seen) || unread === 'dateless') return [];
  const from = (source: string, edtf: string | null, origin: Choice['from']): Choice[] =>
    edtf === null ? [] : [{ edtf, from: origin, figures: ofSource(seen, source) }];
  const story =
    unread === 'recent'
      ? []
      : [
          ...from('paragraph', telling === 'before' ? null : monthOf(told.here), 'story'),
          ...from('year told last', yearAlone(told.last), 'story'),
          ...from('told next', written === null ? monthOf(told.next) : null, 'story'),
        ];
  if (NOT_NOW.includes(telling) || (telling !== 'present' && isOfAnotherTime(seen))) return story;
  return [
    ...story,
    ...from('month of the document', monthOf(written), 'document'),
    ...from('year of the document', yearAlone(written) ?? (seen.year && perhaps(seen.year)), 'document'),
  ];
}

/** A story that its paragraph has begun with a date of another month; what is said in it is still said now. */
function isOfAnotherTime({ told: { here, isOpened }, written }: Seen): boolean {
  return here !== null && isOpened && !isSameMonth(here, written);
}

/** What is planned has no date but that of its sentence; nor has a deed that is alleged or denied. */
function isTold({ act: { status, kind }, telling, begins }: Seen): boolean {
  if (status === 'planned' || (status !== 'actual' && kind !== 'speech')) return false;
  return begins && telling !== 'ahead';
}

function ofSource(seen: Seen, source: string): Figures {
  const { act, told, written, form, telling, times } = seen;
  const isHereNear = told.here !== null && isSameMonth(told.here, written);
  const traits: Readonly<Record<string, boolean>> = {
    any: true,
    title: told.isTitle,
    opened: told.isOpened,
    'told here this month': isHereNear,
    'told last this month': told.last === null || isSameMonth(told.last, written),
    'nothing told here': told.here === null,
    'nothing told': told.last === null,
    'no document date': written === null,
    'date in its sentence': times.length > 0,
    [act.kind]: true,
    [act.status]: true,
    [form]: true,
    [telling]: true,
    [`${act.kind}, ${telling}`]: true,
    [`told here this month, ${telling}`]: isHereNear,
    [`nothing told here, ${telling}`]: told.here === null,
  };
  const held = Object.entries(traits).filter(([, holds]) => holds);
  return {
    ...Object.fromEntries(held.map(([trait]) => [`${source}: ${trait}`, 1])),
    [`${source}: sentences ago`]: Math.min(5, told.ago) / 3,
  };
}

function isSameMonth(a: string, b: string | null): boolean {
  return a.slice(0, 7) === b?.slice(0, 7);
}

/** No more precise than its month: the story has gone on for a while. */
function monthOf(edtf: string | null): string | null {
  return cut(edtf, ({ year, month }) => (month === undefined ? { year } : { year, month }));
}

function yearAlone(edtf: string | null): string | null {
  return cut(edtf, ({ year }) => ({ year }));
}

function cut(edtf: string | null, less: (point: Point) => Point): string | null {
  const point = pointOf(edtf);
  const kept = point && edtfOf(less(point));
  return kept !== null && edtf!.endsWith('?') ? perhaps(kept) : kept;
}
