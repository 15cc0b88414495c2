/** First and last days of spells, for formats that know no date less precise than a day. */
import type { Spell, Tie } from '../model/index.ts';
import { bounds } from '../time/edtf.ts';

/** `YYYY-MM-DD`, both inclusive; null: open or not known. */
export interface Days {
  readonly start: string | null;
  readonly end: string | null;
}

/** The first possible day of a spell to its last; null where nothing dates it. */
export function spellDays({ from, to }: Spell): Days | null {
  const first = from === null ? null : bounds(from).earliest;
  // "On or before" has no first day: what is sure is the last.
  const start = first ?? (from === null ? null : bounds(from).latest);
  const end = to === null ? null : bounds(to).latest;
  if (start === null && end === null) return null;
  return start !== null && end !== null && start > end ? { start: null, end } : { start, end };
}

/** From the first day of the first spell to the last of the last. */
export function tieDays({ spells }: Tie): Days {
  const days = spells.map(spellDays).filter((one) => one !== null);
  return { start: days[0]?.start ?? null, end: days.at(-1)?.end ?? null };
}

/** All spells in EDTF, as precise as they are: `2018/..`; an unknown end and an open one both read `..`. */
export function spellsText(spells: readonly Spell[]): string {
  return spells
    .map(({ from, to }) => (from !== null && from === to ? from : `${from ?? '..'}/${to ?? '..'}`))
    .join('; ');
}
