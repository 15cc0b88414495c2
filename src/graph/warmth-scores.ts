/**
 * How cooperative an act is, by its PLOVER type, from −10 to 10: the scale that POLECAT took over from
 * Goldstein (1992, doi:10.1177/0022002792036002007) for CAMEO.
 */
import { relationSpec } from '../ontology/relations/index.ts';

const PLOVER_SCORES: Readonly<Record<string, number>> = {
  AGREE: 2.5,
  CONSULT: 2.5,
  SUPPORT: 5,
  CONCEDE: 4.5,
  COOPERATE: 9.5,
  AID: 10,
  RETREAT: 6.5,
  REQUEST: 0,
  ACCUSE: -3,
  REJECT: -2,
  THREATEN: -3.5,
  PROTEST: -5,
  SANCTION: -6,
  MOBILIZE: -5.5,
  COERCE: -7,
  ASSAULT: -9,
};

/**
 * The score of a relation; null where it has none. Relations of structure have none: whether troops
 * abroad are a threat or a help, `deployed-in` does not tell. Throws `RangeError` for an unknown relation.
 */
export function warmthScore(relation: string): number | null {
  const { plover, sign } = relationSpec(relation);
  if (plover === undefined || sign === 0) return null;
  const score = PLOVER_SCORES[plover];
  if (score === undefined)
    throw new RangeError(`Relation "${relation}" has the PLOVER type ${plover}, which has no score`);
  return score;
}
