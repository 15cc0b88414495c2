/**
 * The warmth of a dyad on a day, from −10 (war) to 10 (close friends):
 *
 *     warmth = Σ wᵢ·sᵢ / (1 + Σ wᵢ)        wᵢ = status · certainty · age
 *
 * over what its ties state, in both directions. The 1 is one neutral act: little or old news gives a
 * warmth near 0, and many reports do not add up without end.
 * - s: the PLOVER score of the relation (`warmth-scores.ts`); relations without one do not count.
 * - status: actual 1; alleged 0.5; planned 0.25; denied 0. Plans and claims count by their last report,
 *   and only while nothing has come of them.
 * - certainty: 1, and 0.5 where the date leaves open whether it has begun, or still lasts.
 * - age: a state in force counts 1, an ended one 0. Everything else halves in 365 days, counted from the
 *   last possible day of its date.
 * What is only known to be "on or before" a report counts from that day: it could be of any age. What
 * has no date at all does not count, and is reported as undated.
 */
import type { Assertion, Spell, Status, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { effectiveDate } from '../ties/fold.ts';
import { bounds } from '../time/edtf.ts';
import { warmthScore } from './warmth-scores.ts';

export const HALF_LIFE_DAYS = 365;
const STATUS_WEIGHTS: Readonly<Record<Status, number>> = {
  actual: 1,
  alleged: 0.5,
  planned: 0.25,
  denied: 0,
};
const POSSIBLE = 0.5;
const DAY = 86_400_000;

export interface Warmth {
  /** −10 to 10; 0 also where nothing counts. */
  readonly value: number;
  /** How many acts and states count, and how many are left out for want of a date. */
  readonly counted: number;
  readonly undated: number;
}

type Lookup = (id: string) => Assertion | undefined;

/** The warmth that ties of one dyad give on a day (`YYYY-MM-DD`). */
export function warmthOf(ties: readonly Tie[], assertion: Lookup, day: string): Warmth {
  let [weights, scores, counted, undated] = [0, 0, 0, 0];
  for (const tie of ties) {
    const score = warmthScore(tie.relation);
    if (score === null) continue;
    for (const weight of weightsOf(tie, assertion, day)) {
      if (weight === null) undated++;
      else if (weight > 0) {
        counted++;
        weights += weight;
        scores += weight * score;
      }
    }
  }
  return { value: scores / (1 + weights), counted, undated };
}

/** The warmth of every dyad that has ties with a score, by `dyadKey`, in its order. */
export function warmthByDyad(ties: readonly Tie[], assertion: Lookup, day: string): Map<string, Warmth> {
  const groups = new Map<string, Tie[]>();
  for (const tie of ties) {
    if (tie.source === tie.target || warmthScore(tie.relation) === null) continue;
    const key = dyadKey(tie.source, tie.target);
    const group = groups.get(key);
    if (group) group.push(tie);
    else groups.set(key, [tie]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([key, group]) => [key, warmthOf(group, assertion, day)]));
}

/** The ids of two actors in order, joined by a space. */
export function dyadKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A weight for each act or state of a tie; null: it has no date. */
function weightsOf(tie: Tie, assertion: Lookup, day: string): (number | null)[] {
  const isState = relationSpec(tie.relation).time === 'state';
  const weights = tie.spells.map((spell) =>
    isState ? stateWeight(spell, day) : eventWeight(spell.from, day),
  );
  const hasHappened = tie.spells.some(({ from }) => begun(from, day) !== 0);
  return hasHappened ? weights : [...weights, ...unprovenWeights(tie, assertion, day)];
}

function stateWeight({ from, to, closedBy }: Spell, day: string): number | null {
  const start = begun(from, day);
  // An end tells of a time before it, however unknown the start is.
  if (start === null && to === null) return null;
  return Math.min(start ?? POSSIBLE, lasting(to, closedBy.length > 0, day));
}

function eventWeight(date: string | null, day: string): number | null {
  const start = begun(date, day);
  if (start === null || start === 0) return start;
  const { earliest, latest } = bounds(date!);
  return start * decay(latest ?? earliest!, day);
}

/** Plans and claims of a tie that has not come about: the last report of each. */
function unprovenWeights({ supporting }: Tie, assertion: Lookup, day: string): (number | null)[] {
  const reports = supporting.map(assertion).filter((a) => a !== undefined);
  return (['alleged', 'planned'] as const).flatMap((status) => {
    const weights = reports
      .filter((report) => report.status === status)
      .map((report) => eventWeight(report.reported ?? effectiveDate(report), day));
    const dated = weights.filter((weight) => weight !== null);
    if (weights.length === 0) return [];
    return dated.length === 0 ? [null] : [STATUS_WEIGHTS[status] * Math.max(...dated)];
  });
}

/** Whether something has begun by a day: 0 no, 0.5 possibly, 1 certainly; null: nobody knows. */
function begun(date: string | null, day: string): number | null {
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  if (earliest === null) return latest !== null && latest <= day ? 1 : 0;
  if (earliest > day) return 0;
  // "Since 2018" has no last day: it began in its first.
  return latest === null || latest <= day ? 1 : POSSIBLE;
}

/** Whether a state still lasts on a day, on the same scale. */
function lasting(to: string | null, isClosed: boolean, day: string): number {
  if (to === null) return isClosed ? POSSIBLE : 1;
  const { earliest, latest } = bounds(to);
  if (latest !== null && latest < day) return 0;
  return earliest !== null && day < earliest ? 1 : POSSIBLE;
}

function decay(since: string, day: string): number {
  const age = Math.max(0, (Date.parse(day) - Date.parse(since)) / DAY);
  return 2 ** (-age / HALF_LIFE_DAYS);
}
