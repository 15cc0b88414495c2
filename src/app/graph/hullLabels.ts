/** Where the labels of hulls stand: beside their hull, and where no actor and no other label is. */
import type { Point } from '../../worker/layoutProtocol.ts';
import { type Hull, ROOM } from './hulls.ts';

/** What a label must not leave, in graph units. */
export interface Screen {
  readonly left: number;
  readonly right: number;
  /** Where what covers the upper edge ends. */
  readonly top: number;
  readonly bottom: number;
}

/** Room that an actor takes with its name, around its centre, in graph units. */
const ACTOR = { left: 30, right: 30, up: 30, down: 46 };
/** Height of a row of boxes, in graph units. */
const ROW = ACTOR.up + ACTOR.down;
/** Lines that a label may be moved by, down or up. */
const MOVES = [0, 1, -1, 2, -2];

/** Two labels over each other cannot be read; an actor's name is drawn over a label. */
const LABEL_WEIGHT = 3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The middle of the foot of each label. `widths`: of the labels, `line`: their height, `actors`: all that are
 * drawn; all in graph units. The place above the highest actor is taken if it is free, else one below or above
 * another, whichever crosses least. `screen`: null where all of the graph is shown.
 */
export function labelPlaces(
  hulls: readonly Hull[],
  widths: readonly number[],
  line: number,
  actors: readonly Point[],
  screen: Screen | null,
): Point[] {
  const taken = new Taken();
  for (const { x, y } of actors)
    taken.add({ left: x - ACTOR.left, right: x + ACTOR.right, top: y - ACTOR.up, bottom: y + ACTOR.down });
  return hulls.map((hull, index) => {
    const half = widths[index]! / 2;
    const box = ({ x, y }: Point): Box => ({ left: x - half, right: x + half, top: y - line, bottom: y });
    let best: Point = hull.top;
    let least = Infinity;
    for (const spot of spotsOf(hull, half, line, screen)) {
      const isBelow = screen !== null && spot.y > screen.bottom;
      const crossed = taken.crossedBy(box(spot)) + Number(isBelow);
      if (crossed < least) [best, least] = [spot, crossed];
      if (crossed === 0) break;
    }
    taken.add(box(best), LABEL_WEIGHT);
    return best;
  });
}

/** Boxes in rows, so that few of them are looked at: labels are placed with every frame. */
class Taken {
  private readonly rows = new Map<number, (Box & { readonly weight: number })[]>();

  add(box: Box, weight = 1): void {
    const one = { ...box, weight };
    for (let row = rowOf(box.top); row <= rowOf(box.bottom); row++) {
      const boxes = this.rows.get(row);
      if (boxes) boxes.push(one);
      else this.rows.set(row, [one]);
    }
  }

  /** What the boxes that cross this one weigh; each counts in the first row that both are in. */
  crossedBy(box: Box): number {
    let sum = 0;
    for (let row = rowOf(box.top); row <= rowOf(box.bottom); row++)
      for (const other of this.rows.get(row) ?? [])
        if (isCrossing(box, other) && rowOf(Math.max(box.top, other.top)) === row) sum += other.weight;
    return sum;
  }
}

function rowOf(y: number): number {
  return Math.floor(y / ROW);
}

/** Places for the label of a hull, the best first. */
function spotsOf({ lines, top }: Hull, half: number, line: number, screen: Screen | null): Point[] {
  const gap = (6 * line) / 16;
  const places = [...new Set(lines.flat())].sort((a, b) => a.y - b.y);
  const above = places.map(({ x, y }) => ({ x, y: y - ROOM - gap }));
  const below = places.map(({ x, y }) => ({ x, y: y + ROOM + line + gap })).reverse();
  const highest = { x: top.x, y: top.y - gap };
  const moved = MOVES.map((by) => ({ x: highest.x, y: highest.y + by * line }));
  const spots = [...moved, ...below, ...above];
  const isSeen = screen !== null && places.some(({ x }) => x + ROOM > screen.left && x - ROOM < screen.right);
  if (!isSeen || places.at(-1)!.y + ROOM < screen.top) return spots;
  return spots.map(({ x, y }) => ({
    x: Math.min(
      Math.max(x, screen.left + half + gap),
      Math.max(screen.left + half, screen.right - half - gap),
    ),
    y: Math.max(y, screen.top + line),
  }));
}

function isCrossing(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
