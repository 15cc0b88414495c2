/**
 * Blocs: groups of actors that cooperate more with each other than with the rest. Computed, not declared:
 * Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) on the dyads of cooperation,
 * undirected, weighted by sources. One run hides how arbitrary the borders are, so it runs over many
 * seeds: the best run gives the blocs, the others how firmly each actor belongs to its own.
 */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { seededRandom } from './blocs-random.ts';
import type { Dyad } from './measure-dyads.ts';

export interface BlocMember {
  readonly actor: string;
  /** Share of the runs, 0–1, in which the actor stands with the majority of its bloc. */
  readonly stability: number;
}

export interface Blocs {
  /** The largest first; members by id. Actors without cooperation are in none. */
  readonly blocs: readonly (readonly BlocMember[])[];
  /** Newman's modularity of these blocs, at most 1; 0 where nobody cooperates. */
  readonly modularity: number;
  /** Number of runs. */
  readonly runs: number;
}

type Partition = Readonly<Record<string, number>>;

/** The blocs of dyads, the same for the same dyads in any order. Of equal runs the first seed wins. */
export function findBlocs(dyads: readonly Dyad[], runs = 20): Blocs {
  const cooperating = dyads.filter(({ cooperation }) => cooperation > 0);
  if (cooperating.length === 0) return { blocs: [], modularity: 0, runs };
  const found = Array.from({ length: runs }, (_, seed) => {
    const rng = seededRandom(seed + 1);
    return louvain.detailed(shuffledGraph(cooperating, rng), { rng, getEdgeWeight: 'weight' });
  });
  // Sums of the same weights in another order differ in their last digits.
  const best = found.reduce((a, b) => (b.modularity > a.modularity + 1e-9 ? b : a));
  const partitions = found.map(({ communities }): Partition => communities);
  const blocs = groupsOf(best.communities)
    .map((actors) => withStability(actors, partitions))
    .sort((a, b) => b.length - a.length || (a[0]!.actor < b[0]!.actor ? -1 : 1));
  return { blocs, modularity: best.modularity, runs };
}

/** Louvain settles a draw by the order of the nodes: were it the same in all runs, draws would look firm. */
function shuffledGraph(cooperating: readonly Dyad[], random: () => number): UndirectedGraph {
  const graph = new UndirectedGraph();
  const actors = [...new Set(cooperating.flatMap(({ a, b }) => [a, b]))].sort();
  for (let left = actors.length; left > 0; left--) {
    const [actor] = actors.splice(Math.floor(random() * left), 1);
    graph.addNode(actor);
  }
  for (const { a, b, cooperationWeight } of cooperating) graph.addEdge(a, b, { weight: cooperationWeight });
  return graph;
}

function groupsOf(partition: Partition): string[][] {
  const groups = new Map<number, string[]>();
  for (const actor of Object.keys(partition).sort()) {
    const community = partition[actor]!;
    groups.set(community, [...(groups.get(community) ?? []), actor]);
  }
  return [...groups.values()];
}

function withStability(actors: readonly string[], partitions: readonly Partition[]): BlocMember[] {
  const majorities = partitions.map((partition) => majorityOf(actors, partition));
  return actors.map((actor) => {
    const loyal = partitions.filter((partition, run) => partition[actor] === majorities[run]).length;
    return { actor, stability: loyal / partitions.length };
  });
}

/** The community that most of the actors are in; of equal ones that of the first actor. */
function majorityOf(actors: readonly string[], partition: Partition): number | undefined {
  const counts = new Map<number, number>();
  for (const actor of actors) counts.set(partition[actor]!, (counts.get(partition[actor]!) ?? 0) + 1);
  let majority: number | undefined;
  for (const [community, count] of counts) {
    if (majority === undefined || count > counts.get(majority)!) majority = community;
  }
  return majority;
}
