/** Which labels there is room for: a label that would cover a more important one is left out. */

export interface LabelBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Higher wins. */
  readonly priority: number;
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
