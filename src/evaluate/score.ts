/**
 * Scores of what was read against labelled texts. Per document, sets of (source, relation, target);
 * symmetric pairs unordered; persons left out; labels marked optional count neither way. `strict`:
 * pair, direction and relation; `stance`: unordered pair and sign; status and time are scored on
 * strict hits. A time is right when the shorter of the two dates is a prefix of the other, at least a year.
 */
import type { Assertion } from '../model/index.ts';
import { withoutMarks } from '../time/edtf.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import type { LabelledRelation, LabelledText } from './labels.ts';

/** Counts of one measure; see `precisionOf`, `recallOf`, `f1Of`. */
export interface Counts {
  readonly hits: number;
  readonly found: number;
  readonly labelled: number;
}

/** One relation of one document: found and labelled, found only, labelled only. */
export interface Case {
  readonly document: string;
  readonly kind: 'hit' | 'false' | 'missed';
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly confidence: number | null;
  readonly quote: string;
}

export interface Scores {
  readonly strict: Counts;
  readonly stance: Counts;
  readonly byRelation: Readonly<Record<string, Counts>>;
  /** Right among the strict hits; times where the label has one. */
  readonly status: { readonly right: number; readonly of: number };
  readonly time: { readonly right: number; readonly of: number };
  /** Confidence of each strict finding and whether it was right; optional ones left out. */
  readonly confidences: readonly (readonly [confidence: number, right: boolean])[];
  readonly cases: readonly Case[];
}

export const precisionOf = ({ hits, found }: Counts) => (found === 0 ? 0 : hits / found);
export const recallOf = ({ hits, labelled }: Counts) => (labelled === 0 ? 0 : hits / labelled);
export const f1Of = ({ hits, found, labelled }: Counts) =>
  found + labelled === 0 ? 0 : (2 * hits) / (found + labelled);

/** What a document was read as, and the labelled names of its actors by id. */
export interface Reading {
  readonly labels: LabelledText;
  readonly assertions: readonly Assertion[];
  readonly names: ReadonlyMap<string, string>;
}

/** Scores readings together (each relation counts once, whichever document it is in). */
export function score(readings: readonly Reading[]): Scores {
  return readings.map(scoreOne).reduce(addScores, EMPTY);
}

const NONE: Counts = { hits: 0, found: 0, labelled: 0 };
const EMPTY: Scores = {
  strict: NONE,
  stance: NONE,
  byRelation: {},
  status: { right: 0, of: 0 },
  time: { right: 0, of: 0 },
  confidences: [],
  cases: [],
};

interface Found {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly assertions: Assertion[];
}

function scoreOne({ labels, assertions, names }: Reading): Scores {
  const persons = new Set(labels.entities.filter((e) => e.type === 'person').map((e) => e.name));
  const wanted = labels.relations.filter((r) => !persons.has(r.source) && !persons.has(r.target));
  const labelled = groupBy(wanted, strictKey);
  const found = new Map<string, Found>();
  for (const assertion of assertions) {
    const source = names.get(assertion.source) ?? `? ${assertion.source}`;
    const target = names.get(assertion.target) ?? `? ${assertion.target}`;
    if (persons.has(source) || persons.has(target) || source === target) continue;
    const key = strictKey({ source, relation: assertion.relation, target });
    const same = found.get(key);
    if (same) same.assertions.push(assertion);
    else found.set(key, { source, relation: assertion.relation, target, assertions: [assertion] });
  }
  const cases = casesOf(labels.id, labelled, found);
  const hits = cases.filter((c) => c.kind === 'hit');
  const details = hits.map((hit) => {
    const key = strictKey(hit);
    return compare(found.get(key)!.assertions, labelled.get(key)!);
  });
  return {
    strict: count(cases),
    stance: stanceCounts(wanted, [...found.values()]),
    byRelation: relationCounts(cases),
    status: { right: details.filter((d) => d.status).length, of: details.length },
    time: {
      right: details.filter((d) => d.time).length,
      of: details.filter((d) => d.time !== null).length,
    },
    confidences: cases.flatMap(({ kind, confidence }) =>
      confidence === null ? [] : [[confidence, kind === 'hit'] as const],
    ),
    cases,
  };
}

function strictKey({
  source,
  relation,
  target,
}: {
  source: string;
  relation: string;
  target: string;
}): string {
  const symmetric = relationSpec(relation).symmetric === true;
  const [a, b] = symmetric && target < source ? [target, source] : [source, target];
  return `${a}\t${relation}\t${b}`;
}

function stanceKey({
  source,
  relation,
  target,
}: {
  source: string;
  relation: string;
  target: string;
}): string {
  const [a, b] = target < source ? [target, source] : [source, target];
  return `${a}\t${relationSpec(relation).sign}\t${b}`;
}

function casesOf(
  document: string,
  labelled: ReadonlyMap<string, LabelledRelation[]>,
  found: ReadonlyMap<string, Found>,
): Case[] {
  const cases: Case[] = [];
  for (const [key, { source, relation, target, assertions }] of found) {
    const labels = labelled.get(key);
    if (labels?.every((label) => label.optional)) continue;
    const best = assertions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    const kind = labels ? 'hit' : 'false';
    const quote = best.evidence[0]!.quote;
    cases.push({ document, kind, source, relation, target, confidence: best.confidence, quote });
  }
  for (const [key, labels] of labelled) {
    if (found.has(key) || labels.every((label) => label.optional)) continue;
    const { source, relation, target, evidence } = labels[0]!;
    cases.push({
      document,
      kind: 'missed',
      source,
      relation,
      target,
      confidence: null,
      quote: evidence[0] ?? '',
    });
  }
  return cases;
}

function count(cases: readonly Case[]): Counts {
  const of = (...kinds: Case['kind'][]) => cases.filter((c) => kinds.includes(c.kind)).length;
  return { hits: of('hit'), found: of('hit', 'false'), labelled: of('hit', 'missed') };
}

function relationCounts(cases: readonly Case[]): Record<string, Counts> {
  return Object.fromEntries(
    [...groupBy(cases, (c) => c.relation)].map(([relation, some]) => [relation, count(some)]),
  );
}

function stanceCounts(wanted: readonly LabelledRelation[], found: readonly Found[]): Counts {
  const labelled = groupBy(wanted, stanceKey);
  const keys = [...new Set(found.map(stanceKey))].filter(
    (key) => !labelled.get(key)?.every((l) => l.optional),
  );
  const firm = [...labelled].filter(([, labels]) => !labels.every((l) => l.optional));
  return {
    hits: keys.filter((key) => labelled.has(key)).length,
    found: keys.length,
    labelled: firm.length,
  };
}

/** The surest assertion's status against any labelled one; a time against any labelled time. */
function compare(
  assertions: readonly Assertion[],
  labels: readonly LabelledRelation[],
): { status: boolean; time: boolean | null } {
  const firm = labels.filter((label) => !label.optional);
  const best = assertions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const times = firm.flatMap(({ when }) => when ?? []);
  return {
    status: firm.some((label) => label.status === best.status),
    time:
      times.length === 0
        ? null
        : times.some((time) => assertions.some(({ when }) => when !== null && isSameTime(when, time))),
  };
}

/** Whether the shorter of two dates begins the other, marks left out, and tells at least a year. */
export function isSameTime(a: string, b: string): boolean {
  const [short, long] = [withoutMarks(a), withoutMarks(b)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return short.length >= 4 && long.startsWith(short);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

function addCounts(a: Counts, b: Counts): Counts {
  return { hits: a.hits + b.hits, found: a.found + b.found, labelled: a.labelled + b.labelled };
}

function addScores(a: Scores, b: Scores): Scores {
  const relations = [...new Set([...Object.keys(a.byRelation), ...Object.keys(b.byRelation)])].sort();
  return {
    strict: addCounts(a.strict, b.strict),
    stance: addCounts(a.stance, b.stance),
    byRelation: Object.fromEntries(
      relations.map((r) => [r, addCounts(a.byRelation[r] ?? NONE, b.byRelation[r] ?? NONE)]),
    ),
    status: { right: a.status.right + b.status.right, of: a.status.of + b.status.of },
    time: { right: a.time.right + b.time.right, of: a.time.of + b.time.of },
    confidences: [...a.confidences, ...b.confidences],
    cases: [...a.cases, ...b.cases],
  };
}
