/** The measures of alliances on the ties that stand at a moment, and their summary in one row. */
import type { SnapshotTie } from '../model/index.ts';
import { type Balance, type Frustration, frustration, structuralBalance } from './balance.ts';
import { type Blocs, findBlocs } from './blocs.ts';
import { type ActorCentrality, centralities } from './centrality.ts';
import { type Dyad, dyadsOf } from './measure-dyads.ts';

/** One row of a table over time. */
export interface Summary {
  /** Actors with a tie, and ties, of any status. */
  readonly actors: number;
  readonly ties: number;
  /** Ties of these signs that are stated as fact. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly blocs: number;
  readonly modularity: number;
  /** Triads. */
  readonly balanced: number;
  readonly unbalanced: number;
  /** Share of dyads with a sign that contradict the blocs; null where none has one. */
  readonly frustration: number | null;
}

export interface Measures {
  readonly summary: Summary;
  readonly dyads: readonly Dyad[];
  readonly blocs: Blocs;
  readonly balance: Balance;
  readonly frustration: ReturnType<typeof frustration>;
}

/** Everything but the centralities, which cost most and which a series over time does not need. */
export function measure(ties: readonly SnapshotTie[]): Measures {
  const dyads = dyadsOf(ties);
  const blocs = findBlocs(dyads);
  const balance = structuralBalance(dyads);
  const frustrated = frustration(dyads, blocs);
  return {
    summary: summaryOf(ties, blocs, balance, frustrated.overall),
    dyads,
    blocs,
    balance,
    frustration: frustrated,
  };
}

/** How central the actors are. */
export function measureCentrality(ties: readonly SnapshotTie[]): ActorCentrality[] {
  return centralities(dyadsOf(ties));
}

function summaryOf(
  ties: readonly SnapshotTie[],
  { blocs, modularity }: Blocs,
  { balanced, unbalanced }: Balance,
  overall: Frustration,
): Summary {
  const facts = ties.filter(({ status }) => status === 'actual');
  return {
    actors: new Set(ties.flatMap(({ source, target }) => [source, target])).size,
    ties: ties.length,
    cooperation: facts.filter(({ sign }) => sign > 0).length,
    conflict: facts.filter(({ sign }) => sign < 0).length,
    blocs: blocs.length,
    modularity,
    balanced,
    unbalanced,
    frustration: overall.share,
  };
}
