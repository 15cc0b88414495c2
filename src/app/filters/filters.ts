/**
 * What is shown. A filter names what is hidden, so that a value that a new graph brings is seen.
 * The filter on outlets works before ties are folded: the screen then shows what those outlets
 * alone tell. All others work on the folded ties.
 */
import type { Assertion, Clock, Status, StoredGraph, Tie } from '../../model/index.ts';
import { lastDay } from '../../snapshots/view.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { foldTies } from '../../ties/fold.ts';
import { originalsAmong } from '../../ties/sources.ts';
import { type Certainty, certaintyAt, certaintyBetween } from '../../ties/query.ts';
import type { Corpus } from '../data/corpus.ts';
import { outletsOf } from '../data/corpus.ts';
import { isDateless } from '../data/tieFacts.ts';
import { type BlocIndex, NO_BLOCS } from './blocIndex.ts';
import { sieveOf } from './sieve.ts';

export const FACETS = ['relation', 'status', 'type', 'bloc', 'topic', 'outlet'] as const;
export type Facet = (typeof FACETS)[number];

export interface Filters {
  readonly hidden: Readonly<Record<Facet, ReadonlySet<string>>>;
  /** Ties that fewer independent documents state are hidden; 1 hides nothing. */
  readonly minimumSources: number;
  /** Ties that are less sure are hidden, 0–1; 0 hides nothing. */
  readonly minimumConfidence: number;
  /** Ties none of whose quotes has these words are hidden; empty hides nothing. */
  readonly words: string;
}

/**
 * Which time is shown: all of it (`day` is null), what stands on a day, or, where `since` is a day too, what
 * stood at any time from then to `day`.
 */
export interface TimeView {
  /** `YYYY-MM-DD`; null: all of time. */
  readonly day: string | null;
  /** `YYYY-MM-DD`, not after `day`; null: there is no window. */
  readonly since: string | null;
  readonly clock: Clock;
  /** Whether ties without any date are shown. */
  readonly undated: boolean;
}

/** A tie as it is shown. */
export interface ShownTie {
  readonly tie: Tie;
  /** Of the statuses that are not filtered out, the strongest. */
  readonly status: Status;
  readonly certainty: Exclude<Certainty, 'absent'>;
  /** Of a window: it stood in it, and no longer does at its end. */
  readonly ended?: true;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_FILTERS: Filters = {
  hidden: { relation: NONE, status: NONE, type: NONE, bloc: NONE, topic: NONE, outlet: NONE },
  minimumSources: 1,
  minimumConfidence: 0,
  words: '',
};

export const ALL_TIME: TimeView = { day: null, since: null, clock: 'when', undated: true };

/** The time at which a graph opens: all of it, and a snapshot at its date. */
export function openingTime({ snapshot }: Pick<StoredGraph, 'snapshot'>): TimeView {
  return snapshot ? { ...ALL_TIME, day: lastDay(snapshot.asOf), clock: snapshot.clock } : ALL_TIME;
}

/** Whether a filter hides anything. */
export function isFiltered({ hidden, minimumSources, minimumConfidence, words }: Filters): boolean {
  if (minimumSources > 1 || minimumConfidence > 0 || words.trim() !== '') return true;
  return Object.values(hidden).some((values) => values.size > 0);
}

/** Hides a value that is shown, and shows one that is hidden. */
export function toggle(filters: Filters, facet: Facet, values: readonly string[], shown: boolean): Filters {
  const hidden = new Set(filters.hidden[facet]);
  for (const value of values) {
    if (shown) hidden.delete(value);
    else hidden.add(value);
  }
  return { ...filters, hidden: { ...filters.hidden, [facet]: hidden } };
}

/** Shows only some of the values of a facet. */
export function only(
  filters: Filters,
  facet: Facet,
  all: readonly string[],
  keep: readonly string[],
): Filters {
  const hidden = new Set(all.filter((value) => !keep.includes(value)));
  return { ...filters, hidden: { ...filters.hidden, [facet]: hidden } };
}

/** Shows all of the values of a facet but some. */
export function allBut(filters: Filters, facet: Facet, leave: readonly string[]): Filters {
  return { ...filters, hidden: { ...filters.hidden, [facet]: new Set(leave) } };
}

/** The ties as the outlets that are not hidden tell them. */
export function toldTies(corpus: Corpus, filters: Filters): readonly Tie[] {
  const { outlet } = filters.hidden;
  if (outlet.size === 0) return corpus.ties;
  const isTold = (a: Assertion) => [...outletsOf(corpus, a)].some((name) => !outlet.has(name));
  const told: Assertion[] = [];
  const touched = new Set<string>();
  for (const assertion of corpus.file.assertions) {
    if (isTold(assertion)) told.push(assertion);
    else touched.add(dyadOf(assertion));
  }
  // What is said of two actors bears on these two only: all others' ties stay as they are.
  const again = told.filter((assertion) => touched.has(dyadOf(assertion)));
  const kept = corpus.ties.filter((tie) => !touched.has(dyadOf(tie)));
  return [...kept, ...foldTies(again, originalsAmong(corpus.file.documents))].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

function dyadOf({ source, target }: Pick<Tie, 'source' | 'target'>): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

/** The ties that pass the filters and stand, or may stand, by the date. */
export function shownTies(
  corpus: Corpus,
  told: readonly Tie[],
  filters: Filters,
  at: Standing,
  blocs: BlocIndex = NO_BLOCS,
): ShownTie[] {
  const sieve = sieveOf(corpus, filters, blocs);
  const shown: ShownTie[] = [];
  for (const tie of told) {
    if (!sieve.every(({ passes }) => passes(tie))) continue;
    const certainty = at(tie);
    if (certainty === 'absent') continue;
    const status = tie.statuses.find((one) => !filters.hidden.status.has(one));
    if (status === undefined) continue;
    shown.push(shownTie(tie, status, certainty, at.ended?.(tie) ?? false));
  }
  return shown;
}

const shownLast = new WeakMap<Tie, ShownTie>();

/** The same object as long as a tie is shown the same way, so that what is made of it need not be made anew. */
function shownTie(tie: Tie, status: Status, certainty: ShownTie['certainty'], ended: boolean): ShownTie {
  const last = shownLast.get(tie);
  if (last?.status === status && last.certainty === certainty && (last.ended ?? false) === ended) return last;
  const made = { tie, status, certainty, ...(ended && { ended: true as const }) };
  shownLast.set(tie, made);
  return made;
}

/** How a tie stands; what is not to be shown is absent. */
export interface Standing {
  (tie: Tie): Certainty;
  /** Whether it has ended within the window; without it there is no window. */
  readonly ended?: (tie: Tie) => boolean;
}

/**
 * How ties stand at the date of the screen; over all of time every dated tie is certain. Each tie is
 * reckoned once, since the legend asks again for every facet.
 */
export function standingAt(corpus: Corpus, { day, since, clock, undated }: TimeView): Standing {
  const known = new Map<Tie, Certainty>();
  const assertion = (id: string) => corpus.assertions.get(id);
  if (day === null) {
    return (tie) => (!isDateless(corpus, tie, clock) ? 'certain' : undated ? 'undated' : 'absent');
  }
  const reckon = (tie: Tie): Certainty => {
    const certainty =
      since === null
        ? certaintyAt(tie, day, clock, assertion)
        : certaintyBetween(tie, since, day, clock, assertion);
    return certainty === 'undated' && !undated ? 'absent' : certainty;
  };
  const standing = (tie: Tie) => {
    const before = known.get(tie);
    if (before !== undefined) return before;
    const certainty = reckon(tie);
    known.set(tie, certainty);
    return certainty;
  };
  const ended = (tie: Tie) =>
    clock === 'when' &&
    relationSpec(tie.relation).time === 'state' &&
    certaintyAt(tie, day, clock, assertion) === 'absent';
  return since === null ? standing : Object.assign(standing, { ended });
}
