/** Each bloc laid out by itself, and the blocs put apart, the largest in the middle; last who is in none. */
import { layOut } from './layoutPositions.ts';
import type { LayoutEdge, LayoutNode, LayoutRequest, Point, Positions } from './layoutProtocol.ts';

interface Disc {
  readonly radius: number;
  readonly places: Positions;
  x: number;
  y: number;
}

/** Room between two blocs, in graph units. */
const GAP = 140;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Blocs of so many are laid out without forces. */
const FEW = 4;
/** Room between two actors that no forces place. */
const APART = 150;

export function blocsApart({ nodes, edges }: LayoutRequest): Positions {
  const groups = new Map<number, LayoutNode[]>();
  for (const node of nodes) {
    const bloc = node.bloc ?? Infinity;
    groups.set(bloc, [...(groups.get(bloc) ?? []), node]);
  }
  const discs = [...groups]
    .sort(([x], [y]) => x - y)
    .map(([, members], index) => discOf(members, edges, index));
  putApart(discs);
  return Object.fromEntries(
    discs.flatMap(({ places, x, y }) =>
      Object.entries(places).map(([id, at]): [string, Point] => [
        id,
        { x: Math.round(at.x + x), y: Math.round(at.y + y) },
      ]),
    ),
  );
}

function discOf(members: readonly LayoutNode[], edges: readonly LayoutEdge[], index: number): Disc {
  const ids = new Set(members.map(({ id }) => id));
  const inner = edges.filter(({ a, b }) => ids.has(a) && ids.has(b));
  // Forces need something to pull at: few actors, or such as have no tie, would fly far apart.
  const raw =
    members.length <= FEW || inner.length === 0
      ? inSunflower(members)
      : layOut({ nodes: members, edges: inner });
  const points = Object.values(raw);
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  const places = Object.fromEntries(
    Object.entries(raw).map(([id, { x, y }]) => [id, { x: x - middle.x, y: y - middle.y }]),
  );
  const radius = Math.max(40, ...Object.values(places).map(({ x, y }) => Math.hypot(x, y)));
  const angle = index * GOLDEN_ANGLE;
  // Wider than high, as screens are.
  const far = 300 * Math.sqrt(index);
  return { radius, places, x: 1.4 * far * Math.cos(angle), y: far * Math.sin(angle) };
}

function inSunflower(members: readonly LayoutNode[]): Positions {
  const ids = members.map(({ id }) => id).sort();
  return Object.fromEntries(
    ids.map((id, index): [string, Point] => {
      const [angle, far] = [index * GOLDEN_ANGLE, APART * Math.sqrt(index)];
      return [id, { x: far * Math.cos(angle), y: far * Math.sin(angle) }];
    }),
  );
}

/** Pushes overlapping discs apart along the line between them; the largest stays where it is. */
function putApart(discs: readonly Disc[]): void {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    for (let i = 0; i < discs.length; i++) {
      for (let j = i + 1; j < discs.length; j++) moved = push(discs[i]!, discs[j]!, i === 0) || moved;
    }
    if (!moved) return;
  }
}

function push(a: Disc, b: Disc, firstStays: boolean): boolean {
  const [dx, dy] = [b.x - a.x || 1, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  const missing = a.radius + b.radius + GAP - distance;
  if (missing <= 1) return false;
  const [x, y] = [(dx / distance) * missing, (dy / distance) * missing];
  const share = firstStays ? 0 : 0.5;
  a.x -= x * share;
  a.y -= y * share;
  b.x += x * (1 - share);
  b.y += y * (1 - share);
  return true;
}
