/** Which labels there is room for: a label that would cover a more important one is left out. */

import type { Point } from '../../worker/layoutProtocol.ts';

export interface LabelBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Higher wins. */
  readonly priority: number;
}

/** Width of a label in ems, after which it goes on in a second line. */
export const LABEL_EMS = 9;

/** Width of an average letter, in ems. */
const LETTER = 0.56;

/**
 * The box of a label under its actor, in pixels of the screen. `air`: how many times larger than the
 * label the box is.
 */
export function labelBox(
  actor: { readonly id: string; readonly label: string; readonly size: number } & Point,
  fontSize: number,
  air: number,
): LabelBox {
  const ems = actor.label.length * LETTER;
  const height = fontSize * 1.2 * Math.ceil(ems / LABEL_EMS);
  return {
    id: actor.id,
    x: actor.x,
    y: actor.y + actor.size / 2 + height / 2,
    width: Math.min(ems, LABEL_EMS) * fontSize * air,
    height: height * air,
    priority: actor.size,
  };
}

/** The ids of the labels to draw. */
export function labelsThatFit(boxes: readonly LabelBox[]): Set<string> {
  const placed: LabelBox[] = [];
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    if (!placed.some((other) => cover(box, other))) placed.push(box);
  }
  return new Set(placed.map((box) => box.id));
}

function cover(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}
