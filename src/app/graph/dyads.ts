/** Lanes gathered by the two actors that they join, for what is reckoned of blocs. */
import type { Dyad } from '../../graph/measure-dyads.ts';
import type { Sign } from '../../model/index.ts';
import type { Lane } from './lanes.ts';

/** The dyads of lanes. Only what documents present as fact counts. */
export function dyadsOfLanes(lanes: readonly Lane[]): Dyad[] {
  const dyads = new Map<string, Omit<Dyad, 'sign'>>();
  for (const { a, b, sign, ties } of lanes) {
    const facts = ties.filter(({ status }) => status === 'actual');
    if (facts.length === 0 || a === b) continue;
    const weight = facts.reduce((sum, { tie }) => sum + Math.max(1, tie.sources), 0);
    const none = { a, b, cooperation: 0, conflict: 0, structure: 0, cooperationWeight: 0, weight: 0 };
    const known = dyads.get(`${a} ${b}`) ?? none;
    dyads.set(`${a} ${b}`, {
      ...known,
      [sign === 1 ? 'cooperation' : sign === -1 ? 'conflict' : 'structure']: facts.length,
      cooperationWeight: known.cooperationWeight + (sign === 1 ? weight : 0),
      weight: known.weight + weight,
    });
  }
  return [...dyads.values()].map((dyad) => ({
    ...dyad,
    sign: Math.sign(dyad.cooperation - dyad.conflict) as Sign,
  }));
}
