/** What of a document the graph rests on: its quotes, one for each piece of evidence, and the actors in it. */
import type { Actor, Assertion, Evidence } from '../../model/index.ts';
import { folded } from '../topbar/fold.ts';

/** A quote of the document. */
export interface Passage {
  readonly assertion: Assertion;
  /** Which piece of the assertion's evidence it is. */
  readonly index: number;
  readonly evidence: Evidence;
}

/** Where an actor is named. UTF-16 offsets into the text of the document, end exclusive. */
export interface ActorSpan {
  readonly start: number;
  readonly end: number;
  readonly actor: string;
}

/** The quotes of a document in order of its text. */
export function passagesOf(assertions: readonly Assertion[], document: string): Passage[] {
  return assertions
    .flatMap((assertion) => assertion.evidence.map((evidence, index) => ({ assertion, index, evidence })))
    .filter(({ evidence }) => evidence.document === document)
    .sort(
      ({ evidence: a, assertion: x }, { evidence: b, assertion: y }) =>
        a.start - b.start || a.end - b.end || (x.id < y.id ? -1 : 1),
    );
}

/** The actors that the quotes are about, the one in most of them first. */
export function actorsOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  for (const { assertion } of passages)
    for (const id of [assertion.source, assertion.target]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}

/**
 * Where these actors are named: as the quotes have it, and wherever one of their names stands in the text.
 * Spans do not overlap; of two that would, that of a quote counts, else the first and longest.
 */
export function actorSpans(
  text: string,
  passages: readonly Passage[],
  actors: readonly Pick<Actor, 'id' | 'name' | 'aliases'>[],
): ActorSpan[] {
  const quoted = passages.flatMap(({ assertion, evidence }) => [
    ...evidence.source.map(([start, end]) => ({ start, end, actor: assertion.source })),
    ...evidence.target.map(([start, end]) => ({ start, end, actor: assertion.target })),
  ]);
  const taken: ActorSpan[] = [];
  const byLength = (a: ActorSpan, b: ActorSpan) => a.start - b.start || b.end - a.end;
  for (const some of [quoted.sort(byLength), namedSpans(text, actors)]) {
    for (const span of some) {
      if (span.start >= span.end || span.end > text.length) continue;
      if (!taken.some(({ start, end }) => start < span.end && span.start < end)) taken.push(span);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Shorter names are words of their own too often. */
const SHORTEST = 3;

function namedSpans(text: string, actors: readonly Pick<Actor, 'id' | 'name' | 'aliases'>[]): ActorSpan[] {
  const owners = new Map<string, string>();
  for (const { id, name, aliases } of actors)
    for (const one of [name, ...aliases]) {
      if (one.length < SHORTEST || one === folded(one)) continue;
      if (!owners.has(one)) owners.set(one, id);
    }
  if (owners.size === 0) return [];
  const names = [...owners.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    actor: owners.get(found)!,
  }));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
