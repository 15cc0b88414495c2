/** The days on which something changes: a tie begins, or has ended. */
import type { Assertion, Clock, Tie } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { effectiveDate } from '../../ties/fold.ts';
import { bounds } from '../../time/edtf.ts';

/**
 * The days in order, each once. A beginning counts on the last day of its date, from when on it is certain, as
 * a typed month stands for its last day; an end on the day after it.
 */
export function changePointsOf(
  ties: Iterable<Tie>,
  clock: Clock,
  assertion: (id: string) => Assertion | undefined,
): string[] {
  const days = new Set<string | null>();
  for (const tie of ties) {
    if (clock === 'when' && tie.spells.length > 0) {
      const isState = relationSpec(tie.relation).time === 'state';
      for (const { from, to } of tie.spells) {
        days.add(lastOf(from));
        if (isState) days.add(dayAfter(lastOf(to)));
      }
    } else days.add(firstStated(tie, clock, assertion));
  }
  days.delete(null);
  return [...(days as Set<string>)].sort();
}

/** The nearest change after a day, or before it; from no day it starts at that end. Null: there is none. */
export function changeFrom(points: readonly string[], day: string | null, forward: boolean): string | null {
  if (day === null) return (forward ? points[0] : points.at(-1)) ?? null;
  const found = forward ? points.find((point) => point > day) : points.findLast((point) => point < day);
  return found ?? null;
}

function firstStated(tie: Tie, clock: Clock, assertion: (id: string) => Assertion | undefined) {
  let first: string | null = null;
  for (const id of [...tie.supporting, ...tie.opposing]) {
    const one = assertion(id);
    const date = one && (one.reported ?? (clock === 'when' ? effectiveDate(one) : null));
    const day = lastOf(date ?? null);
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}

function lastOf(date: string | null): string | null {
  return date === null ? null : bounds(date).latest;
}

function dayAfter(day: string | null): string | null {
  if (day === null) return null;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return Number.isNaN(next.getTime()) ? null : next.toISOString().slice(0, 10);
}
