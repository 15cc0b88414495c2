/** The ties of one actor, ordered for reading. */
import type { Sign } from '../../model/index.ts';
import { RELATION_IDS, relationSpec } from '../../ontology/relations/index.ts';
import type { ShownTie } from '../filters/filters.ts';
import { labelFrom } from './words.ts';

export interface RelationGroup {
  readonly key: string;
  /** As read from the actor: "expelled", "was expelled by". */
  readonly label: string;
  readonly sign: Sign;
  readonly ties: readonly ShownTie[];
}

export interface Partner {
  readonly id: string;
  readonly cooperation: number;
  readonly conflict: number;
  readonly structure: number;
}

/** The ties of an actor by relation and direction: cooperation, then conflict, then structure. */
export function tiesByRelation(actor: string, shown: readonly ShownTie[]): RelationGroup[] {
  const groups = new Map<string, ShownTie[]>();
  for (const item of shown) {
    const { source, target, relation } = item.tie;
    if (source !== actor && target !== actor) continue;
    const outgoing = source === actor || relationSpec(relation).symmetric === true;
    const key = `${relation} ${outgoing ? 'out' : 'in'}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .map(([key, ties]) => {
      const [relation, way] = key.split(' ') as [string, string];
      return { key, label: labelFrom(relation, way === 'out'), sign: relationSpec(relation).sign, ties };
    })
    .sort((a, b) => orderOf(a) - orderOf(b));
}

/** The partners of an actor with their ties by sign; the one with most ties first. */
export function partnersOf(actor: string, shown: readonly ShownTie[]): Partner[] {
  const partners = new Map<string, { cooperation: number; conflict: number; structure: number }>();
  for (const { tie } of shown) {
    if (tie.source !== actor && tie.target !== actor) continue;
    const id = tie.source === actor ? tie.target : tie.source;
    const counts = partners.get(id) ?? { cooperation: 0, conflict: 0, structure: 0 };
    counts[tie.sign === 1 ? 'cooperation' : tie.sign === -1 ? 'conflict' : 'structure']++;
    partners.set(id, counts);
  }
  const total = (p: Omit<Partner, 'id'>) => p.cooperation + p.conflict + p.structure;
  return [...partners]
    .map(([id, counts]) => ({ id, ...counts }))
    .sort((a, b) => total(b) - total(a) || (a.id < b.id ? -1 : 1));
}

export interface Ranked {
  readonly id: string;
  /** Independent sources of the ties of that sign, at least one each. */
  readonly weight: number;
}

/** With whom an actor cooperates, or is in conflict, most: by independent sources. What is denied does not count. */
export function strongest(actor: string, shown: readonly ShownTie[], sign: 1 | -1, most: number): Ranked[] {
  const weights = new Map<string, number>();
  for (const { tie, status } of shown) {
    if (tie.sign !== sign || status === 'denied') continue;
    if (tie.source !== actor && tie.target !== actor) continue;
    const id = tie.source === actor ? tie.target : tie.source;
    weights.set(id, (weights.get(id) ?? 0) + Math.max(1, tie.sources));
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

function orderOf({ sign, key }: RelationGroup): number {
  const relations: readonly string[] = RELATION_IDS;
  const bySign = sign === 1 ? 0 : sign === -1 ? 1 : 2;
  return bySign * 1000 + relations.indexOf(key.split(' ')[0]!) * 2 + (key.endsWith(' in') ? 1 : 0);
}
