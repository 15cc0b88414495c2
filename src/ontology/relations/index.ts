/** Every relation type, each described in one place. The order is the order of the reader's outputs. */
import type { RelationSpec } from '../spec.ts';
import { conflict } from './conflict.ts';
import { cooperation } from './cooperation.ts';
import { structure } from './structure.ts';

const specs = { ...structure, ...cooperation, ...conflict };

export type RelationId = keyof typeof specs;

export const RELATIONS: Readonly<Record<RelationId, RelationSpec>> = specs;
export const RELATION_IDS = Object.keys(specs) as readonly RelationId[];

/** The spec of a relation. Throws where the ontology has none of that name. */
export function relationSpec(id: string): RelationSpec {
  const spec = (RELATIONS as Readonly<Record<string, RelationSpec | undefined>>)[id];
  if (!spec) throw new RangeError(`No relation "${id}"; known: ${RELATION_IDS.join(', ')}`);
  return spec;
}
