/** The graphology graph: a projection of ties, one node an actor, one edge a tie. */
import { MultiDirectedGraph } from 'graphology';
import type { Actor, Tie } from '../model/index.ts';

export type TieGraph = MultiDirectedGraph<{ actor: Actor }, { tie: Tie }>;

/**
 * Projects ties onto a graph of the actors that they join. The edge's key is the tie's id;
 * symmetric ties point from the first actor to the second. Throws where a tie names an unknown actor.
 */
export function projectGraph(actors: readonly Actor[], ties: readonly Tie[]): TieGraph {
  const graph: TieGraph = new MultiDirectedGraph();
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  for (const tie of ties) {
    for (const id of [tie.source, tie.target]) {
      const actor = byId.get(id);
      if (!actor) throw new RangeError(`Tie "${tie.id}" names the unknown actor "${id}"`);
      if (!graph.hasNode(id)) graph.addNode(id, { actor });
    }
    graph.addDirectedEdgeWithKey(tie.id, tie.source, tie.target, { tie });
  }
  return graph;
}

/** All ties between two actors, whatever their direction. */
export function dyadTies(graph: TieGraph, a: string, b: string): Tie[] {
  if (!graph.hasNode(a) || !graph.hasNode(b)) return [];
  return graph
    .edges(a, b)
    .map((edge) => graph.getEdgeAttribute(edge, 'tie'))
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}
