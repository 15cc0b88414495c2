/** What a graph file says, reckoned without the page: the tests compare the page with it. */
import {
  STATUSES,
  type Assertion,
  type Clock,
  type GraphFile,
  type Status,
  type Tie,
} from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { certaintyAt, type Certainty } from '../../src/ties/query.ts';

export interface Facts {
  readonly file: GraphFile;
  readonly ties: readonly Tie[];
  /** The name of an actor. */
  readonly nameOf: (id: string) => string;
  readonly assertion: (id: string) => Assertion | undefined;
}

export function factsOf(file: GraphFile): Facts {
  const names = new Map(file.actors.map((actor) => [actor.id, actor.name]));
  const assertions = new Map(file.assertions.map((one) => [one.id, one]));
  return {
    file,
    ties: foldTies(file.assertions),
    nameOf: (id) => names.get(id)!,
    assertion: (id) => assertions.get(id),
  };
}

/** The ids of all actors that ties join. */
export function actorsOf(ties: readonly Tie[]): Set<string> {
  return new Set(ties.flatMap((tie) => [tie.source, tie.target]));
}

/** "Niger expelled France", as the rows of the table are named. */
export function sentenceOf({ nameOf }: Facts, { source, relation, target }: Tie): string {
  return `${nameOf(source)} ${relationSpec(relation).label} ${nameOf(target)}`;
}

/** The ties that stand, or may stand, on a day. */
export function tiesAt({ ties, assertion }: Facts, day: string, clock: Clock): Tie[] {
  return ties.filter((tie) => certaintyAt(tie, day, clock, assertion) !== 'absent');
}

/** How a tie stands on a day. */
export function standing({ assertion }: Facts, tie: Tie, day: string, clock: Clock): Certainty {
  return certaintyAt(tie, day, clock, assertion);
}

/** How many ties have each relation. */
export function byRelation(ties: readonly Tie[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { relation } of ties) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return counts;
}

/** How many ties have a status among theirs. */
export function byStatus(ties: readonly Tie[]): Map<Status, number> {
  const counts = STATUSES.map((status) => [status, ties.filter((t) => t.statuses.includes(status)).length]);
  return new Map(counts as [Status, number][]);
}

/** `1 tie`, `2 ties`, as the page counts. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
