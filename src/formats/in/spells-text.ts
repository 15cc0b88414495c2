/** The dates of ties as exports write them, back to the dates of assertions. */
import type { Status } from '../../model/index.ts';
import type { RelationId } from '../../ontology/relations/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { bounds, isEdtf, withoutMarks } from '../../time/edtf.ts';

/** EDTF of one spell, null for one without dates; or what is wrong with it. */
export type SpellDate = { readonly when: string | null } | { readonly fault: string };

export const REVERSED = 'the interval ends before it begins';
export const NO_DATE = 'the date is none of EDTF (2024, 2024-03, 2024-03-26, 2018/..)';

/** `2018/2020; 2023/..` as written by `spellsText`, where a state of one date began and ended on it. */
export function spellDates(text: string, relation: RelationId): SpellDate[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (isStateOfOneDate(part, relation) ? spellDate(`${part}/${part}`) : spellDate(part)));
}

/**
 * One date or interval as files write them. EDTF has no interval with an end "on or before a date": of
 * such a start nothing is known, such an end is about then (`~`).
 */
export function spellDate(text: string): SpellDate {
  if (text === '../..' || text === '') return { when: null };
  if (isEdtf(text)) return { when: text };
  const early = /^\[\.\.([^\]]+)\]$/;
  const [from, to, ...more] = text.split('/');
  if (to === undefined || more.length > 0) return { fault: NO_DATE };
  if (to === '..' && early.test(from!)) return spellDate(from!);
  if (early.test(from!)) return spellDate(`../${to}`);
  const end = early.exec(to)?.[1];
  // What ended before it began, by a report that is only an upper bound, has no end that is known.
  if (end !== undefined)
    return spellDate(isEdtf(`${from}/${end}`) ? `${from}/${withoutMarks(end)}~` : `${from}/..`);
  return { fault: isEdtf(from!) && isEdtf(to) ? REVERSED : NO_DATE };
}

function isStateOfOneDate(part: string, relation: RelationId): boolean {
  return relationSpec(relation).time === 'state' && /^[^/[]+$/.test(part);
}

/** A start and an end of separate columns; '' where one is not given. */
export function intervalDate(from: string, to: string, relation: RelationId): SpellDate {
  if (from === '' && to === '') return { when: null };
  if (to === '')
    return spellDate(relationSpec(relation).time === 'event' || from.includes('/') ? from : `${from}/..`);
  if (from === '') return spellDate(`../${to}`);
  if (from === to && relationSpec(relation).time === 'event') return spellDate(from);
  return spellDate(`${from}/${to}`);
}

/** Years outside these are slips: 0202, 20240. */
export function isInRange(when: string): boolean {
  const { earliest, latest } = bounds(when);
  return [earliest, latest].every((day) => day === null || (day >= '1000' && day < '2200'));
}

/** The assertions that a tie stands for: what is actual has the dates, the rest is only known to be said. */
export function tieClaims(
  statuses: readonly Status[],
  dates: readonly (string | null)[],
): { readonly status: Status; readonly when: string | null }[] {
  const [only = 'actual', ...more] = statuses;
  const spells = dates.length > 0 ? dates : [null];
  if (more.length === 0) return spells.map((when) => ({ status: only, when }));
  return statuses.flatMap((status): { readonly status: Status; readonly when: string | null }[] =>
    status === 'actual' ? spells.map((when) => ({ status, when })) : [{ status, when: null }],
  );
}
