/**
 * One document may tell of several acts of the same kind: "Israel attacked Lebanon in 1982 and again in 2006". What it
 * tells of an event is taken apart by the dates that its sentences name.
 */
import type { Dating } from '../time/choices.ts';
import { daysApart, isDay, pointOf } from '../time/calendar.ts';
import { mayBeSame } from '../time/edtf.ts';
import type { Finding } from './findings.ts';

/** A finding and when it took place; null where the text does not say. */
export interface DatedFinding {
  readonly finding: Finding;
  readonly dating: Dating | null;
}

/** So many days apart, two dates are those of one occasion. */
const DAYS = 7;

/**
 * The findings of each occasion, in the order of the text. Two dates that sentences name are two occasions, unless they
 * may be the same or are a few days apart. What only the story or the day of the document dates is one of these if it
 * may be the same; what has no date is that which is told last before it.
 */
export function occasionsOf(findings: readonly DatedFinding[]): DatedFinding[][] {
  const occasions: Occasion[] = [];
  for (const one of findings) if (one.dating?.from === 'sentence') join(occasions, one, one.dating.edtf);
  if (occasions.length === 0) return [[...findings]];
  for (const one of findings) {
    if (one.dating?.from === 'sentence') continue;
    const { dating } = one;
    const found = dating
      ? occasions.find(({ edtf }) => isSameOccasion(edtf, dating.edtf))
      : toldBefore(occasions, one);
    if (found) found.members.push(one);
    else occasions.push({ edtf: one.dating!.edtf, members: [one] });
  }
  return occasions.map(({ members }) => members.sort((a, b) => a.finding.sentence - b.finding.sentence));
}

interface Occasion {
  /** As precisely as it is told. */
  edtf: string;
  readonly members: DatedFinding[];
}

function join(occasions: Occasion[], one: DatedFinding, edtf: string): void {
  const same = occasions.find((occasion) => isSameOccasion(occasion.edtf, edtf));
  if (!same) return void occasions.push({ edtf, members: [one] });
  same.members.push(one);
  if (edtf.length > same.edtf.length) same.edtf = edtf;
}

/** A visit lasts some days, and one sentence of several may have the day of something beside it. */
function isSameOccasion(a: string, b: string): boolean {
  if (mayBeSame(a, b)) return true;
  const [x, y] = [pointOf(a), pointOf(b)];
  return x !== null && y !== null && isDay(x) && isDay(y) && daysApart(x, y) <= DAYS;
}

function toldBefore(occasions: readonly Occasion[], { finding }: DatedFinding): Occasion {
  const before = occasions
    .flatMap((occasion) => occasion.members.map((member) => ({ occasion, at: member.finding.sentence })))
    .filter(({ at }) => at <= finding.sentence)
    .sort((a, b) => a.at - b.at);
  return before.at(-1)?.occasion ?? occasions[0]!;
}
