/** Actors and lanes as the flat records that the canvas draws from. */
import { type Lane, laneLetter, laneWidth } from './lanes.ts';
import type { NodeView } from './picture.ts';

/** Size of labels on the screen, whatever the zoom. */
export const LABEL_PIXELS = 12;

/** An actor as the canvas keeps it. */
export function nodeData({ code, ...node }: NodeView) {
  return { ...node, ...(code && { code }), fontSize: LABEL_PIXELS, labelled: true };
}

/** A lane as the canvas keeps it; `dated`: the screen shows a date, so that uncertain ties look so. */
export function laneData(lane: Lane, dated: boolean) {
  return {
    sign: lane.sign,
    status: lane.status,
    hollow: dated && lane.certainty !== 'certain',
    width: lane.sign === 0 ? 1.5 : laneWidth(lane.sources),
    // Absent, not empty: lanes without a letter are drawn without room for one.
    letter: laneLetter(lane, dated) || undefined,
    forward: lane.forward,
    backward: lane.backward,
  };
}
