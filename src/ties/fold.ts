/**
 * Assertions become ties. A tie is folded from what all documents say of (source, relation, target):
 * actual assertions open spells, those of closing relations end them, by the specs of the ontology.
 * The fold sorts by date first, so the order of documents does not matter; nothing is deleted, a
 * closed spell keeps what opened and what closed it. Plans, claims and denials neither open nor close.
 */
import type { Assertion, GraphFile, Spell, Status, Tie } from '../model/index.ts';
import { STATUSES } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import type { SpellEffect } from '../ontology/spec.ts';
import { bounds, compareDates, ends } from '../time/edtf.ts';
import { type Originals, countSources, originalsAmong } from './sources.ts';

/** The ties of a graph, folded from all its assertions; wire copies count as one source. */
export function tiesOf(graph: Pick<GraphFile, 'assertions' | 'documents'>): Tie[] {
  return foldTies(graph.assertions, originalsAmong(graph.documents));
}

/**
 * Folds assertions into ties, sorted by id. Ties that only an effect opens (`joined` → `member-of`) are
 * among them. `originals` tells which documents count as one source; by default each counts.
 */
export function foldTies(
  assertions: readonly Assertion[],
  originals: Originals = (document) => document,
): Tie[] {
  const groups = new Map<string, Group>();
  for (const assertion of assertions) {
    groupOf(groups, assertion.source, assertion.relation, assertion.target).stated.push(assertion);
  }
  const actual = assertions.filter((assertion) => assertion.status === 'actual');
  // All ties are opened before any is closed: what "left" ends may only exist by what "joined" opens.
  for (const assertion of actual) spreadOpenings(groups, assertion);
  for (const assertion of actual) spreadClosings(groups, assertion);
  return [...groups.values()]
    .filter((group) => group.stated.length + group.openers.length > 0)
    .map((group) => tieOf(group, originals))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The id of a tie; symmetric relations have one, with the actors in order. */
export function tieId(source: string, relation: string, target: string): string {
  const [a, b] = relationSpec(relation).symmetric && target < source ? [target, source] : [source, target];
  return `${a} ${relation} ${b}`;
}

/** The date an assertion counts from: its own, else "on or before" the reporting date, else null. */
export function effectiveDate(assertion: Pick<Assertion, 'when' | 'reported'>): string | null {
  if (assertion.when !== null) return assertion.when;
  if (assertion.reported === null) return null;
  const { latest } = bounds(assertion.reported);
  return latest === null ? null : `[..${ends(assertion.reported).to ?? latest}]`;
}

interface Group {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly stated: Assertion[];
  readonly openers: Assertion[];
  readonly closers: Assertion[];
}

function groupOf(groups: Map<string, Group>, source: string, relation: string, target: string): Group {
  const id = tieId(source, relation, target);
  let group = groups.get(id);
  if (!group) {
    const [a, , b] = id.split(' ') as [string, string, string];
    group = { source: a, relation, target: b, stated: [], openers: [], closers: [] };
    groups.set(id, group);
  }
  return group;
}

function spreadOpenings(groups: Map<string, Group>, assertion: Assertion): void {
  for (const [source, relation, target] of affected(assertion, relationSpec(assertion.relation).opens)) {
    groupOf(groups, source, relation, target).openers.push(assertion);
  }
}

function spreadClosings(groups: Map<string, Group>, assertion: Assertion): void {
  for (const [source, relation, target] of affected(assertion, relationSpec(assertion.relation).closes)) {
    groups.get(tieId(source, relation, target))?.closers.push(assertion);
  }
}

function affected({ source, target }: Assertion, effect?: SpellEffect): [string, string, string][] {
  if (!effect) return [];
  return effect.relations.flatMap((relation): [string, string, string][] => {
    const same: [string, string, string] = [source, relation, target];
    const swapped: [string, string, string] = [target, relation, source];
    if (effect.roles === 'same') return [same];
    if (effect.roles === 'swapped') return [swapped];
    return relationSpec(relation).symmetric ? [same] : [same, swapped];
  });
}

function tieOf(group: Group, originals: Originals): Tie {
  const { source, relation, target } = group;
  const spec = relationSpec(relation);
  const byStatus = (status: Status) => group.stated.filter((a) => a.status === status);
  const supporting = [...group.stated.filter((a) => a.status !== 'denied'), ...group.openers];
  const statuses = new Set<Status>(group.stated.map((a) => a.status));
  if (group.openers.length > 0) statuses.add('actual');
  const observed = [...byStatus('actual'), ...group.openers];
  return {
    id: `${source} ${relation} ${target}`,
    source,
    relation,
    target,
    sign: spec.sign,
    spells: spec.time === 'event' ? eventSpells(observed) : stateSpells(observed, group.closers),
    statuses: STATUSES.filter((status) => statuses.has(status)),
    supporting: ids(supporting),
    opposing: ids(byStatus('denied')),
    sources: countSources(supporting, originals),
    confidence: Math.max(0, ...supporting.map((a) => a.confidence)),
  };
}

/** Each date is a spell of its own; reports of the same date share it. */
function eventSpells(observed: readonly Assertion[]): Spell[] {
  const dates = new Map<string | null, Assertion[]>();
  for (const assertion of observed) {
    const date = effectiveDate(assertion);
    dates.set(date, [...(dates.get(date) ?? []), assertion]);
  }
  return [...dates]
    .sort(([a], [b]) => compareDates(a, b))
    .map(([date, opened]) => ({ from: date, to: date, openedBy: ids(opened), closedBy: [] }));
}

interface OpenSpell {
  from: string | null;
  to: string | null;
  openedBy: Assertion[];
  closedBy: Assertion[];
}

/** Walks observations and closings in order of time. On the same date an observation comes first. */
function stateSpells(observed: readonly Assertion[], closers: readonly Assertion[]): Spell[] {
  const steps = [
    ...observed.map((assertion) => ({ assertion, closes: false, ...startOf(assertion) })),
    ...closers.map((assertion) => ({ assertion, closes: true, ...startOf(assertion) })),
  ].sort(
    (a, b) =>
      compareDates(a.from, b.from) ||
      Number(a.closes) - Number(b.closes) ||
      (a.assertion.id < b.assertion.id ? -1 : 1),
  );
  const spells: OpenSpell[] = [];
  for (const { assertion, closes, from, to } of steps) {
    const last = spells.at(-1);
    if (closes) {
      if (last && last.closedBy.length > 0 && compareDates(last.to, from) === 0)
        last.closedBy.push(assertion);
      else if (last && last.to === null) close(last, assertion, from);
    } else if (last && (last.to === null || overlaps(last, from))) {
      last.openedBy.push(assertion);
      // The first start that the world's clock knows; reporting dates are only upper bounds.
      if (last.from === null || (last.from.startsWith('[') && from !== null && !from.startsWith('[')))
        last.from = from;
      if (last.closedBy.length === 0 && compareDates(to, last.to) > 0) last.to = to;
    } else {
      spells.push({ from, to, openedBy: [assertion], closedBy: [] });
    }
  }
  return spells.map((spell) => ({ ...spell, openedBy: ids(spell.openedBy), closedBy: ids(spell.closedBy) }));
}

function close(spell: OpenSpell, assertion: Assertion, at: string | null): void {
  spell.to = at;
  spell.closedBy.push(assertion);
}

/** Only an undated observation may join a spell that has ended: nothing says that it is a new one. */
function overlaps(spell: OpenSpell, from: string | null): boolean {
  return from === null || from.startsWith('[') || compareDates(from, spell.to) <= 0;
}

/** When a state began, and when it ended where the assertion itself says so (`2019/2022`, `../2025`). */
function startOf(assertion: Assertion): { from: string | null; to: string | null } {
  const date = effectiveDate(assertion);
  if (date === null || !date.includes('/')) return { from: date, to: null };
  return ends(date);
}

function ids(assertions: readonly Assertion[]): string[] {
  return [...new Set(assertions.map((a) => a.id))].sort();
}
