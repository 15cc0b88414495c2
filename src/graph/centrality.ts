/** How central actors are, among those who cooperate and among all. Directions do not count. */
import { UndirectedGraph } from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Dyad } from './measure-dyads.ts';

export interface Centralities {
  /** Number of partners. */
  readonly degree: number;
  /** Sources of the ties with them. */
  readonly weightedDegree: number;
  /** Share, 0–1, of the shortest paths between others that lead through the actor (Freeman 1977). */
  readonly betweenness: number;
  /** Where a walk that follows dyads by their sources, and jumps at 15 %, would be; sums to 1. */
  readonly pagerank: number;
}

export interface ActorCentrality {
  readonly actor: string;
  /** Null where the actor cooperates with nobody. */
  readonly cooperation: Centralities | null;
  readonly all: Centralities;
}

/** One row for each actor of the dyads: the best connected first, then by id. */
export function centralities(dyads: readonly Dyad[]): ActorCentrality[] {
  const cooperating = dyads
    .filter(({ cooperation }) => cooperation > 0)
    .map(({ a, b, cooperationWeight }) => ({ a, b, weight: cooperationWeight }));
  const cooperation = centralitiesIn(cooperating);
  return [...centralitiesIn(dyads)]
    .map(([actor, all]) => ({ actor, cooperation: cooperation.get(actor) ?? null, all }))
    .sort((x, y) => y.all.weightedDegree - x.all.weightedDegree || (x.actor < y.actor ? -1 : 1));
}

interface Line {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

function centralitiesIn(lines: readonly Line[]): Map<string, Centralities> {
  const graph = new UndirectedGraph();
  for (const { a, b, weight } of lines) graph.mergeEdge(a, b, { weight });
  if (graph.order === 0) return new Map();
  const between = betweenness(graph, { getEdgeWeight: null });
  const ranks = pagerank(graph, { getEdgeWeight: 'weight', tolerance: 1e-12, maxIterations: 1000 });
  return new Map(
    graph.mapNodes((actor) => [
      actor,
      {
        degree: graph.degree(actor),
        weightedDegree: graph.reduceEdges(
          actor,
          (sum, _, attributes) => sum + (attributes['weight'] as number),
          0,
        ),
        // Two actors have no others between whom to stand: the division by none gives no number.
        betweenness: graph.order < 3 ? 0 : between[actor]!,
        pagerank: ranks[actor]!,
      },
    ]),
  );
}
