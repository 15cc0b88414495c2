/**
 * Ties as they are drawn: one lane for each pair of actors and sign. Two signs between two actors
 * are two lanes, never a mixed colour.
 */
import { type Sign, STATUSES, type Status } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { factsOf } from '../data/tieFacts.ts';
import type { ShownTie } from '../filters/filters.ts';
import { m } from '../messages.ts';

export interface Lane {
  /** `a sign b`, joined by spaces. */
  readonly id: string;
  /** Ids of the two actors, in order. */
  readonly a: string;
  readonly b: string;
  readonly sign: Sign;
  readonly ties: readonly ShownTie[];
  /** The strongest status among its ties. */
  readonly status: Status;
  /** The best certainty among its ties. */
  readonly certainty: ShownTie['certainty'];
  /** Number of documents behind it. */
  readonly sources: number;
  /** Whether there are acts of a on b, and of b on a. Mutual ties have no direction. */
  readonly forward: boolean;
  readonly backward: boolean;
  /** Of a window: none of its ties stands at its end. */
  readonly ended?: true;
}

const CERTAINTIES: readonly ShownTie['certainty'][] = ['certain', 'possible', 'undated'];

/** Gathers ties into lanes, sorted by id; `all`: lanes in order, to spare the sorting where it has them all. */
export function lanesOf(
  corpus: Pick<Corpus, 'assertions'>,
  shown: readonly ShownTie[],
  all: readonly Lane[] = [],
): Lane[] {
  const groups = new Map<string, ShownTie[]>();
  for (const item of shown) {
    const id = factsOf(corpus, item.tie).lane;
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  const lanes = all.flatMap(({ id }) => {
    const ties = groups.get(id);
    return ties ? [keptLane(corpus, id, ties)] : [];
  });
  if (lanes.length === groups.size) return lanes;
  return [...groups].map(([id, ties]) => keptLane(corpus, id, ties)).sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** The lane that was made last of a tie and those after it. */
const lanesLast = new WeakMap<ShownTie, Lane>();

/** The same object as long as its ties are: then it need not be drawn anew. */
function keptLane(corpus: Pick<Corpus, 'assertions'>, id: string, ties: readonly ShownTie[]): Lane {
  const last = lanesLast.get(ties[0]!);
  if (last?.ties.length === ties.length && last.ties.every((tie, at) => tie === ties[at])) return last;
  const made = laneOf(corpus, id, ties);
  lanesLast.set(ties[0]!, made);
  return made;
}

/** The id of the lane of two actors, in any order. */
export function laneId(x: string, y: string, sign: Sign): string {
  const [a, b] = x < y ? [x, y] : [y, x];
  return `${a} ${sign} ${b}`;
}

/** Width in pixels, 1.5 to 8, by the logarithm of the number of independent sources. */
export function laneWidth(sources: number): number {
  return Math.min(8, 1.75 + 1.9 * Math.log2(Math.max(1, sources)));
}

/** What stands at the middle of a lane when there is room: the letter of its status, and of its date. */
export function laneLetter(
  { status, certainty, ended }: Pick<Lane, 'status' | 'certainty' | 'ended'>,
  dated: boolean,
): string {
  const letter = { actual: '', planned: m('graph_letter_planned'), alleged: '?', denied: '✕' }[status];
  if (!dated) return letter;
  const date = { certain: '', possible: '~', undated: m('graph_letter_undated') }[certainty];
  return [letter, date, ended ? '○' : ''].filter(Boolean).join(' ');
}

function laneOf(corpus: Pick<Corpus, 'assertions'>, id: string, ties: readonly ShownTie[]): Lane {
  const { tie } = ties[0]!;
  const [a, b] = tie.source < tie.target ? [tie.source, tie.target] : [tie.target, tie.source];
  const directed = ties.filter((item) => !relationSpec(item.tie.relation).symmetric);
  return {
    id,
    a,
    b,
    sign: tie.sign,
    ties,
    status: STATUSES.find((status) => ties.some((item) => item.status === status))!,
    certainty: CERTAINTIES.find((certainty) => ties.some((item) => item.certainty === certainty))!,
    sources: documentsBehind(corpus, ties),
    forward: directed.some((item) => item.tie.source === a),
    backward: directed.some((item) => item.tie.source === b),
    ...(ties.every(({ ended }) => ended) && { ended: true as const }),
  };
}

function documentsBehind(corpus: Pick<Corpus, 'assertions'>, ties: readonly ShownTie[]): number {
  if (ties.length === 1) return factsOf(corpus, ties[0]!.tie).documents.length;
  return new Set(ties.flatMap((item) => factsOf(corpus, item.tie).documents)).size;
}
