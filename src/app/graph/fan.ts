/** A lane unfolded: one curve for each of its ties, side by side, the best attested nearest to the lane. */
import type { Status } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { type Lane, laneLetter, laneWidth } from './lanes.ts';

export interface FanCurve {
  /** Id of the tie; null: stands for those that there is no room for. */
  readonly tie: string | null;
  readonly source: string;
  readonly target: string;
  /** How far it bows out from the straight line, to the right of the way from source to target. */
  readonly bow: number;
  readonly label: string;
  readonly status: Status;
  readonly hollow: boolean;
  readonly width: number;
  readonly directed: boolean;
}

/** Curves that are drawn at most; what is left is counted. */
const MOST_CURVES = 6;
/** How far the first curve bows out, and how far the curves lie apart, in graph units. */
const FIRST = 16;
const APART = 26;

/** The curves of a lane. `label`: the word for a relation. */
export function fanOf(lane: Lane, label: (relation: string) => string, dated: boolean): FanCurve[] {
  const ties = [...lane.ties].sort((x, y) => y.tie.sources - x.tie.sources || (x.tie.id < y.tie.id ? -1 : 1));
  const curves = ties.slice(0, MOST_CURVES).map((item, index): FanCurve => {
    const { tie, status, certainty } = item;
    const letter = laneLetter(item, dated);
    return {
      tie: tie.id,
      source: tie.source,
      target: tie.target,
      bow: bowOf(lane, index) * (tie.source === lane.a ? 1 : -1),
      label: letter === '' ? label(tie.relation) : `${label(tie.relation)} · ${letter}`,
      status,
      hollow: dated && certainty !== 'certain',
      width: Math.min(5, laneWidth(tie.sources)),
      directed: !relationSpec(tie.relation).symmetric,
    };
  });
  return ties.length > MOST_CURVES ? [...curves, restOf(lane, ties.length - MOST_CURVES)] : curves;
}

function restOf(lane: Lane, count: number): FanCurve {
  return {
    tie: null,
    source: lane.a,
    target: lane.b,
    bow: bowOf(lane, MOST_CURVES),
    label: `+${count}`,
    status: lane.status,
    hollow: false,
    width: 1.5,
    directed: false,
  };
}

/** Cooperation and conflict stay on their sides; structure goes to both in turns. */
function bowOf({ sign }: Lane, index: number): number {
  if (sign !== 0) return sign * (FIRST + APART * index);
  return (index % 2 === 0 ? 1 : -1) * APART * Math.ceil(index / 2);
}
