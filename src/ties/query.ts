/** Ties at a date, on either clock, with the uncertainty of their dates. */
import type { Assertion, Clock, Spell, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { bounds } from '../time/edtf.ts';
import { effectiveDate } from './fold.ts';

/** `absent`: not yet, or no longer. */
export type Certainty = 'certain' | 'possible' | 'undated' | 'absent';

const RANK: readonly Certainty[] = ['absent', 'undated', 'possible', 'certain'];

/**
 * How a tie stands on a day (`YYYY-MM-DD`). On the clock `when` a state stands while a spell is in
 * force, an event once it has happened; what is only planned or claimed stands from the date of
 * the report. On the clock `reported` a tie stands once a document has stated it.
 */
export function certaintyAt(
  tie: Tie,
  day: string,
  clock: Clock,
  assertion: (id: string) => Assertion | undefined,
): Certainty {
  if (clock === 'when' && tie.spells.length > 0) {
    const isEvent = relationSpec(tie.relation).time === 'event';
    return best(tie.spells, (spell) => standing(spell, day, isEvent));
  }
  const stated = [...tie.supporting, ...tie.opposing].map(assertion).filter((a) => a !== undefined);
  if (clock === 'reported') return best(stated, (a) => since(a.reported, day));
  return best(stated, (a) => since(a.reported ?? effectiveDate(a), day));
}

/**
 * How a tie stands in a window, from one day to another, both within. On the clock `when` a state stands
 * where a spell of it meets the window, an event where it happened within. What has only been stated, and
 * everything on the clock `reported`, stands where a document of the window states it.
 */
export function certaintyBetween(
  tie: Tie,
  from: string,
  to: string,
  clock: Clock,
  assertion: (id: string) => Assertion | undefined,
): Certainty {
  if (clock === 'when' && tie.spells.length > 0) {
    const isEvent = relationSpec(tie.relation).time === 'event';
    return best(tie.spells, (spell) => (isEvent ? within(spell.from, from, to) : meeting(spell, from, to)));
  }
  const stated = [...tie.supporting, ...tie.opposing].map(assertion).filter((a) => a !== undefined);
  const dateOf = (a: Assertion) => (clock === 'reported' ? a.reported : (a.reported ?? effectiveDate(a)));
  return best(stated, (a) => within(dateOf(a), from, to));
}

/** The spell that best stands for a tie on a day: the surest in force, else the last; undefined without spells. */
export function spellAt(tie: Tie, day: string): Spell | undefined {
  const isEvent = relationSpec(tie.relation).time === 'event';
  let surest: Spell | undefined;
  for (const spell of tie.spells) {
    if (
      !surest ||
      RANK.indexOf(standing(spell, day, isEvent)) >= RANK.indexOf(standing(surest, day, isEvent))
    ) {
      surest = spell;
    }
  }
  return surest;
}

function standing(spell: Spell, day: string, isEvent: boolean): Certainty {
  return isEvent ? since(spell.from, day) : meeting(spell, day, day);
}

/** How a spell of a state stands in a window: begun by its last day, and not over by its first. */
function meeting(spell: Spell, from: string, to: string): Certainty {
  const begun = since(spell.from, to);
  if (begun === 'absent') return begun;
  return worst(spell.from === null && spell.to !== null ? 'possible' : begun, notOver(spell, from));
}

/** Whether a date lies in a window. */
function within(date: string | null, from: string, to: string): Certainty {
  const begun = since(date, to);
  if (date === null || begun === 'absent') return begun;
  const { earliest, latest } = bounds(date);
  if (latest !== null && latest < from) return 'absent';
  return earliest !== null && earliest >= from ? begun : 'possible';
}

function since(date: string | null, day: string): Certainty {
  if (date === null) return 'undated';
  const { earliest, latest } = bounds(date);
  if (latest !== null && latest <= day) return 'certain';
  return earliest === null || earliest <= day ? 'possible' : 'absent';
}

function notOver(spell: Tie['spells'][number], day: string): Certainty {
  if (spell.closedBy.length > 0 && spell.to === null) return 'possible';
  if (spell.to === null) return 'certain';
  const { earliest, latest } = bounds(spell.to);
  if (latest !== null && latest < day) return 'absent';
  return earliest !== null && day < earliest ? 'certain' : 'possible';
}

function best<T>(items: readonly T[], certaintyOf: (item: T) => Certainty): Certainty {
  let rank = 0;
  for (const item of items) rank = Math.max(rank, RANK.indexOf(certaintyOf(item)));
  return RANK[rank]!;
}

function worst(...all: readonly Certainty[]): Certainty {
  return RANK[Math.min(...all.map((c) => RANK.indexOf(c)))]!;
}
