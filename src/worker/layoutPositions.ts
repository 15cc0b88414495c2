/**
 * Positions of actors: ForceAtlas2 from seeded starting points, then spread until no two actors
 * overlap. The same graph always gets the same picture.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { type Body, componentsOf, drawNear } from './components.ts';
import type { LayoutEdge, LayoutNode, LayoutRequest, Point, Positions } from './layoutProtocol.ts';

/** Room for the lanes between two neighbours, in graph units. */
const GAP = 18;
const LABEL_HEIGHT = 24;
/** In larger graphs not all labels are drawn: the actors stand closer and are drawn larger. */
const MOST_LABELLED = 80;
/** Square units of the picture for each actor. */
const ROOM = 4500;

/** From this many actors on a first picture is given out before the layout is ready. */
const DRAFTED = 150;
const DRAFT_ITERATIONS = 40;

/** Lays out all actors once. Positions are in graph units (pixels at zoom 1). */
export function layOut(
  { nodes, edges }: LayoutRequest,
  ondraft: (positions: Positions) => void = () => undefined,
): Positions {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const raw = forces(sorted, edges, (draft) => ondraft(inRoom(draft, sorted, edges)));
  return inRoom(raw, sorted, edges);
}

/** Enlarged so that actors and lanes have room. */
function inRoom(
  forced: Record<string, Point>,
  sorted: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
): Positions {
  const [main = []] = componentsOf(
    sorted.map(({ id }) => id),
    edges,
  );
  const raw = lyingDown(forced, main);
  const labelled = sorted.length <= MOST_LABELLED;
  // Median length of an edge, in graph units: long enough for a lane's letter.
  const factor = Math.max((labelled ? 190 : 120) / medianLength(raw, edges), roomFactor(raw, sorted.length));
  const bodies = sorted.map((node): Body => {
    const at = raw[node.id] ?? { x: 0, y: 0 };
    return {
      id: node.id,
      halfWidth: Math.max(node.size, labelled ? node.labelWidth : 0) / 2,
      halfHeight: (node.size + LABEL_HEIGHT) / 2,
      x: at.x * factor,
      y: at.y * factor,
    };
  });
  if (labelled) clearLanes(bodies, edges);
  spread(bodies);
  drawNear(bodies, edges);
  return Object.fromEntries(bodies.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]));
}

function forces(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  ondraft: (draft: Record<string, Point>) => void,
): Record<string, Point> {
  const graph = new UndirectedGraph();
  nodes.forEach((node, index) => graph.addNode(node.id, sunflower(index)));
  for (const { a, b, weight } of [...edges].sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1))) {
    if (a !== b) graph.mergeUndirectedEdge(a, b, { weight });
  }
  if (graph.size === 0) return Object.fromEntries(nodes.map((node, index) => [node.id, sunflower(index)]));
  const iterations = nodes.length > 600 ? 200 : 400;
  const parameters = {
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      linLogMode: true,
      outboundAttractionDistribution: false,
      edgeWeightInfluence: 0.5,
      gravity: 0.6,
      scalingRatio: 4,
      strongGravityMode: false,
      barnesHutOptimize: nodes.length > 400,
      slowDown: 6,
    },
  };
  if (nodes.length < DRAFTED) return forceAtlas2(graph, { iterations, ...parameters });
  forceAtlas2.assign(graph, { iterations: DRAFT_ITERATIONS, ...parameters });
  ondraft(placesIn(graph));
  return forceAtlas2(graph, { iterations: iterations - DRAFT_ITERATIONS, ...parameters });
}

function placesIn(graph: UndirectedGraph): Record<string, Point> {
  const at = (id: string, axis: 'x' | 'y') => graph.getNodeAttribute(id, axis) as number;
  return Object.fromEntries(graph.mapNodes((id) => [id, { x: at(id, 'x'), y: at(id, 'y') }]));
}

/** Turned so that the longest way through its main part runs across the screen (its first principal axis). */
function lyingDown(at: Record<string, Point>, main: readonly string[]): Record<string, Point> {
  const points = main.map((id) => at[id]!);
  const meanX = points.reduce((sum, p) => sum + p.x, 0) / Math.max(1, points.length);
  const meanY = points.reduce((sum, p) => sum + p.y, 0) / Math.max(1, points.length);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  return Object.fromEntries(
    Object.entries(at).map(([id, { x, y }]) => {
      const [dx, dy] = [x - meanX, y - meanY];
      return [id, { x: dx * cos - dy * sin, y: dx * sin + dy * cos }];
    }),
  );
}

/** Starting points without chance: a spiral that covers a disc evenly (Vogel 1979). */
function sunflower(index: number): Point {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const radius = 10 * Math.sqrt(index + 0.5);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function medianLength(at: Record<string, Point>, edges: readonly LayoutEdge[]): number {
  const lengths = edges
    .map(({ a, b }) => Math.hypot(at[a]!.x - at[b]!.x, at[a]!.y - at[b]!.y))
    .sort((x, y) => x - y);
  return lengths[lengths.length >> 1] || 20;
}

/**
 * Moves actors off the lanes of others, since a lane that runs behind an actor seems to end there.
 * Rounds are few: what cannot be cleared is left.
 */
function clearLanes(bodies: readonly Body[], edges: readonly LayoutEdge[]): void {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  for (let round = 0; round < 60; round++) {
    for (const { a, b } of edges) {
      for (const body of bodies)
        if (body.id !== a && body.id !== b) stepAside(body, byId.get(a)!, byId.get(b)!);
    }
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) pushApart(bodies[i]!, bodies[j]!);
    }
  }
}

function stepAside(body: Body, a: Body, b: Body): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const along = ((body.x - a.x) * dx + (body.y - a.y) * dy) / length;
  if (along < 0 || along > length) return;
  const across = ((body.x - a.x) * dy - (body.y - a.y) * dx) / length;
  const missing = body.halfHeight + GAP - Math.abs(across);
  if (missing <= 0) return;
  const step = (across < 0 ? -missing : missing) / 4;
  body.x += (dy / length) * step;
  body.y -= (dx / length) * step;
}

/** Pushes overlapping actors apart along the line between them, until none is left. */
function spread(bodies: readonly Body[]): void {
  // Large graphs get fewer rounds, so that the picture comes within seconds.
  const rounds = Math.min(150, Math.ceil(3e8 / bodies.length ** 2));
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) moved = pushApart(bodies[i]!, bodies[j]!) || moved;
    }
    if (!moved) return;
  }
}

/** An actor with its label is taken as an ellipse; two are apart where their summed ellipse is left. */
function pushApart(a: Body, b: Body): boolean {
  const width = a.halfWidth + b.halfWidth + GAP;
  const height = a.halfHeight + b.halfHeight + GAP;
  // Two at the same place go apart sideways.
  const dx = b.x - a.x || (b.y === a.y ? 1 : 0);
  const dy = b.y - a.y;
  const distance = Math.hypot(dx / width, dy / height);
  if (distance >= 0.99) return false;
  const push = (1 / distance - 1) / 2;
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
  return true;
}

/** How much larger the picture must be for all actors to have room without being pushed far. */
function roomFactor(raw: Record<string, Point>, bodies: number): number {
  const points = Object.values(raw);
  const extent = (axis: 'x' | 'y') => {
    const values = points.map((point) => point[axis]).sort((a, b) => a - b);
    // The few farthest actors say little about the room that the others have.
    return (values[Math.floor(values.length * 0.9)] ?? 0) - (values[Math.floor(values.length * 0.1)] ?? 0);
  };
  return Math.sqrt((bodies * ROOM) / Math.max(1, extent('x') * extent('y')));
}
