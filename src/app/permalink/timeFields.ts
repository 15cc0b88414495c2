/** Dates in an address, as short as they are typed: `day=2024-03` is the last day of that month, `all` no day. */
import type { Explorer } from '../explorer.svelte.ts';
import { openingTime } from '../filters/filters.ts';
import { reportedPeriod } from '../changes/period.ts';
import { dayOf, type Edge, shortDate } from '../timebar/asof.ts';
import { choice, type Field, flag } from './field.ts';

/** The date of the screen. */
export const dayField: Field<string | null> = dateField(
  ({ file }) => openingTime(file).day,
  (explorer) => explorer.time.day,
  (explorer, day) => (explorer.time = { ...explorer.time, day, since: null }),
);

/** Where `day` ends a window: its start, `since=2024-03` the first day of that month. Stands behind `day`. */
export const sinceField: Field<string | null> = {
  ...dateField(
    () => null,
    (explorer) => explorer.time.since,
    () => undefined,
    'first',
  ),
  set: ({ explorer }, since) => {
    const { day } = explorer.time;
    const isStart = since === null || (day !== null && since <= day);
    if (isStart) explorer.time = { ...explorer.time, since };
    return isStart ? [] : [since];
  },
};

export const clockField = {
  ...choice(
    ['when', 'reported'],
    () => 'when',
    ({ explorer }) => explorer.time.clock,
    ({ explorer }, clock) => (explorer.time = { ...explorer.time, clock }),
  ),
  initial: ({ file }) => openingTime(file).clock,
} satisfies Field<'when' | 'reported'>;

export const undatedField = flag(
  true,
  ({ explorer }) => explorer.time.undated,
  ({ explorer }, undated) => (explorer.time = { ...explorer.time, undated }),
);

/** One of the two dates of the view of changes. */
export function periodField(end: 'from' | 'to'): Field<string | null> {
  return dateField(
    ({ file }) => reportedPeriod(file.assertions)[end],
    ({ changes }) => changes.period[end],
    ({ changes }, day) => (changes.period = { ...changes.period, [end]: day }),
  );
}

function dateField(
  initial: Field<string | null>['initial'],
  get: (explorer: Explorer) => string | null,
  set: (explorer: Explorer, day: string | null) => void,
  edge: Edge = 'last',
): Field<string | null> {
  return {
    change: 'settled',
    initial,
    write: (day) => (day === null ? 'all' : shortDate(day, edge)),
    read: (text) => {
      if (text === 'all') return null;
      const typed = dayOf(text, edge);
      return 'day' in typed ? typed.day : undefined;
    },
    get: ({ explorer }) => get(explorer),
    set: ({ explorer }, day) => (set(explorer, day), []),
  };
}
