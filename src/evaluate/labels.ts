/** Labelled texts: what careful readers found, to measure against. */
import type { ActorType, Status } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';

/** An actor of a labelled text, with the words that name or describe it there. */
export interface LabelledActor {
  readonly name: string;
  readonly type: ActorType;
  readonly aliases: readonly string[];
}

export interface LabelledRelation {
  /** Names of actors. */
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly status: Status;
  /** EDTF; null: the text says nothing. */
  readonly when: string | null;
  /** Sentences that state it, to the letter. */
  readonly evidence: readonly string[];
  /** Careful readers could differ: counts neither way. */
  readonly optional?: boolean;
}

/** The content of `NAME.json` beside `NAME.txt`. */
export interface LabelledText {
  readonly id: string;
  readonly entities: readonly LabelledActor[];
  readonly relations: readonly LabelledRelation[];
}

/** Reads one label file. Throws where it is no JSON or names an unknown relation or actor. */
export function parseLabels(json: string, path: string): LabelledText {
  let labels: LabelledText;
  try {
    labels = JSON.parse(json) as LabelledText;
  } catch (error) {
    throw new Error(`${path} is no valid JSON: ${(error as Error).message}`, { cause: error });
  }
  const names = new Set(labels.entities.map(({ name }) => name));
  for (const { source, relation, target } of labels.relations) {
    relationSpec(relation);
    const unknown = [source, target].find((name) => !names.has(name));
    if (unknown !== undefined) throw new Error(`${path}: a relation names "${unknown}", which is no entity`);
  }
  return labels;
}
