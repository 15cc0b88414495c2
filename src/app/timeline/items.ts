/**
 * What a tie is on the timeline: a bar for each spell of a state, a mark for each event. What has no spell —
 * only planned, alleged, denied — is a mark at the date of the report, and so is everything on the clock that
 * asks what had been reported.
 */
import type { Assertion, Clock, Sign, Spell, Status, Tie } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { effectiveDate } from '../../ties/fold.ts';
import { bounds } from '../../time/edtf.ts';

/** Days are `YYYY-MM-DD`. */
export interface TimelineItem {
  readonly id: string;
  readonly tie: Tie;
  readonly sign: Sign;
  readonly status: Status;
  readonly kind: 'bar' | 'mark';
  /** The first possible day; null: any. */
  readonly first: string | null;
  /** The days from and to which it stands for certain; null: not known to. */
  readonly sureFrom: string | null;
  readonly sureTo: string | null;
  /** The last possible day; null: none is known. */
  readonly last: string | null;
  /** Not known to have ended. */
  readonly open: boolean;
  /** What its date is said from: the spell, or the EDTF date of an event. */
  readonly dated: Spell | string;
}

type Lookup = (id: string) => Assertion | undefined;

const known: Readonly<Record<Clock, WeakMap<Tie, readonly TimelineItem[]>>> = {
  when: new WeakMap(),
  reported: new WeakMap(),
};

/** The items of a tie, the earliest first; none where nothing of it is dated. Reckoned once for each tie. */
export function itemsOf(tie: Tie, clock: Clock, assertion: Lookup): readonly TimelineItem[] {
  const before = known[clock].get(tie);
  if (before) return before;
  const items = hasSpells(tie, clock) ? spellItems(tie) : reportItems(tie, clock, assertion);
  const sorted = [...items].sort((a, b) =>
    orderDay(a) < orderDay(b) ? -1 : orderDay(a) > orderDay(b) ? 1 : 0,
  );
  known[clock].set(tie, sorted);
  return sorted;
}

/** The day on which something last changed, as far as it is known; empty: never. */
export function latestDay(items: readonly TimelineItem[]): string {
  let latest = '';
  for (const { kind, first, sureFrom, last } of items)
    for (const day of kind === 'mark' ? [last ?? first] : [sureFrom ?? first, last])
      if (day !== null && day > latest) latest = day;
  return latest;
}

function hasSpells({ spells }: Tie, clock: Clock): boolean {
  return clock === 'when' && spells.length > 0;
}

function spellItems(tie: Tie): TimelineItem[] {
  const isEvent = relationSpec(tie.relation).time === 'event';
  return tie.spells.flatMap((spell, index) => {
    const item = isEvent ? eventOf(spell.from) : stateOf(spell);
    if (!item) return [];
    const status = tie.statuses[0] ?? 'actual';
    return {
      ...item,
      id: `${tie.id} ${index}`,
      tie,
      sign: tie.sign,
      status,
      dated: isEvent ? spell.from! : spell,
    };
  });
}

function reportItems(tie: Tie, clock: Clock, assertion: Lookup): TimelineItem[] {
  const stated = [...tie.supporting, ...tie.opposing].flatMap((id) => assertion(id) ?? []);
  return stated.flatMap((one) => {
    const date = clock === 'reported' ? one.reported : (one.reported ?? effectiveDate(one));
    const item = eventOf(date);
    if (!item) return [];
    return { ...item, id: `${tie.id} ${one.id}`, tie, sign: tie.sign, status: one.status, dated: date! };
  });
}

type Stretch = Pick<TimelineItem, 'kind' | 'first' | 'sureFrom' | 'sureTo' | 'last' | 'open'>;

function eventOf(date: string | null): Stretch | null {
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  const isSure = earliest !== null && earliest === latest;
  const sure = isSure ? earliest : null;
  return { kind: 'mark', first: earliest, sureFrom: sure, sureTo: sure, last: latest, open: false };
}

function stateOf({ from, to, closedBy }: Spell): Stretch | null {
  if (from === null && to === null) return null;
  const start = from === null ? { earliest: null, latest: null } : bounds(from);
  const end = to === null ? null : bounds(to);
  const open = end === null && closedBy.length === 0;
  const [sureFrom, sureTo] = [start.latest, end ? end.earliest : null];
  // Where the end may be before the start that is known, no day is certain.
  const isNever = end !== null && (sureFrom === null || sureTo === null || sureTo < sureFrom);
  return {
    kind: 'bar',
    first: start.earliest,
    sureFrom: isNever ? null : sureFrom,
    // Ended, but nobody says when: it stood at its start.
    sureTo: isNever ? null : end === null && !open ? sureFrom : sureTo,
    last: end?.latest ?? null,
    open,
  };
}

function orderDay({ first, sureFrom, last }: TimelineItem): string {
  return first ?? sureFrom ?? last ?? '';
}
