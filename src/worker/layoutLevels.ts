/**
 * What belongs to an actor stands below it: missions under their owners, branches under their parents. Each
 * owner makes a block with all that is below it; the blocks stand in rows, and last those who own nothing.
 */
import type { LayoutNode, LayoutRequest, Point, Positions } from './layoutProtocol.ts';

interface Block {
  readonly width: number;
  readonly height: number;
  /** Places within the block, from its upper left corner. */
  readonly places: ReadonlyMap<string, Point>;
}

/** Room for one actor with its label, in graph units. */
const CELL = { width: 124, height: 112 };
const GAP = 56;

/** An actor of several owners stands under the heaviest that is there. */
export function inLevels({ nodes, edges }: LayoutRequest): Positions {
  const weight = new Map<string, number>();
  for (const { a, b, weight: more } of edges)
    for (const id of [a, b]) weight.set(id, (weight.get(id) ?? 0) + more);
  const heavier = (x: string, y: string) => (weight.get(y) ?? 0) - (weight.get(x) ?? 0) || (x < y ? -1 : 1);
  const owned = ownedBy(nodes, heavier);
  const below = new Set([...owned.values()].flat());
  const ids = nodes.map(({ id }) => id).sort(heavier);
  const roots = ids.filter((id) => owned.has(id) && !below.has(id));
  const rest = ids.filter((id) => !owned.has(id) && !below.has(id));
  const blocks = roots.map((id) => blockOf(id, owned)).sort((x, y) => y.height - x.height);
  const area = blocks.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const across = Math.max(
    ...blocks.map(({ width }) => width),
    Math.sqrt(1.8 * area),
    columnsFor(ids.length) * CELL.width,
  );
  const packed = inRows(blocks, across);
  const last = gridOf(rest, Math.max(1, Math.floor(across / CELL.width)));
  return Object.fromEntries([
    ...packed.places,
    ...[...last.places].map(([id, { x, y }]) => [id, { x, y: y + packed.height }] as const),
  ]);
}

/** Who stands below whom; nobody below those that are below itself. */
function ownedBy(
  nodes: readonly LayoutNode[],
  heavier: (x: string, y: string) => number,
): Map<string, string[]> {
  const there = new Set(nodes.map(({ id }) => id));
  const ownerOf = new Map<string, string>();
  const isBelow = (id: string, other: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = ownerOf.get(at))
      if (at === other) return true;
    return false;
  };
  for (const { id, parents = [] } of [...nodes].sort((x, y) => (x.id < y.id ? -1 : 1))) {
    const owner = parents.filter((parent) => there.has(parent) && !isBelow(parent, id)).sort(heavier)[0];
    if (owner !== undefined) ownerOf.set(id, owner);
  }
  const owned = new Map<string, string[]>();
  for (const [id, owner] of ownerOf) owned.set(owner, [...(owned.get(owner) ?? []), id]);
  for (const ids of owned.values()) ids.sort(heavier);
  return owned;
}

/** An owner in the middle above what it owns. */
function blockOf(id: string, owned: ReadonlyMap<string, readonly string[]>): Block {
  const children = owned.get(id) ?? [];
  const owners = children.filter((child) => owned.has(child)).map((child) => blockOf(child, owned));
  const leaves = children.filter((child) => !owned.has(child));
  const grid = gridOf(leaves, columnsFor(leaves.length));
  const below = inRows([...owners, ...(leaves.length > 0 ? [grid] : [])], Infinity);
  const width = Math.max(CELL.width, below.width);
  const places = new Map<string, Point>([[id, { x: width / 2, y: CELL.height / 2 }]]);
  for (const [child, { x, y }] of below.places) places.set(child, { x, y: y + CELL.height * 1.15 });
  return { width, height: below.height + CELL.height * 1.15, places };
}

function gridOf(ids: readonly string[], columns: number): Block {
  const places = new Map(
    ids.map((id, index) => [
      id,
      { x: ((index % columns) + 0.5) * CELL.width, y: (Math.floor(index / columns) + 0.5) * CELL.height },
    ]),
  );
  return {
    width: Math.min(columns, Math.max(1, ids.length)) * CELL.width,
    height: Math.ceil(ids.length / columns) * CELL.height,
    places,
  };
}

/** Blocks beside each other, in as many rows as are needed. */
function inRows(blocks: readonly Block[], across: number): Block {
  const places = new Map<string, Point>();
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.width > across) {
      y += rowHeight + GAP;
      [x, rowHeight] = [0, 0];
    }
    for (const [id, at] of block.places) places.set(id, { x: Math.round(x + at.x), y: Math.round(y + at.y) });
    width = Math.max(width, x + block.width);
    x += block.width + GAP;
    rowHeight = Math.max(rowHeight, block.height);
  }
  return { width, height: y + rowHeight + GAP, places };
}

function columnsFor(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count * 1.8)));
}
