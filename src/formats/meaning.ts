/** What the schema of `entente/1` cannot say: references, quotes, dates and relations that exist. */
import type { Assertion, Document, Evidence, StoredGraph } from '../model/index.ts';
import { RELATION_IDS } from '../ontology/relations/index.ts';
import { isEdtf } from '../time/edtf.ts';

/** The first problem as `place: what is wrong`, or null. The graph must fit the schema already. */
export function checkMeaning(graph: StoredGraph): string | null {
  for (const problem of problems(graph)) return problem;
  return null;
}

function* problems(graph: StoredGraph): Generator<string> {
  yield* doubles('documents', graph.documents);
  yield* doubles('actors', graph.actors);
  yield* doubles('assertions', graph.assertions);
  const actors = new Set(graph.actors.map((actor) => actor.id));
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  for (const [index, { published }] of graph.documents.entries()) {
    yield* date(`$.documents[${index}].published`, published);
  }
  // `parents` and `represents` may name actors of the tables that no document mentions: not checked.
  for (const [index, assertion] of graph.assertions.entries()) {
    yield* assertionProblems(`$.assertions[${index}]`, assertion, actors, documents);
  }
  yield* snapshotProblems(graph, actors);
}

function* snapshotProblems(graph: StoredGraph, actors: ReadonlySet<string>): Generator<string> {
  if (graph.snapshot) yield* date('$.snapshot.asOf', graph.snapshot.asOf);
  for (const [index, tie] of (graph.ties ?? []).entries()) {
    const place = `$.ties[${index}]`;
    yield* relation(place, tie.relation);
    for (const id of [tie.source, tie.target]) yield* reference(place, 'actor', id, actors);
    for (const edtf of [tie.from, tie.to]) yield* date(place, edtf);
  }
}

function* assertionProblems(
  place: string,
  assertion: Assertion,
  actors: ReadonlySet<string>,
  documents: ReadonlyMap<string, Document>,
): Generator<string> {
  yield* reference(`${place}.source`, 'actor', assertion.source, actors);
  yield* reference(`${place}.target`, 'actor', assertion.target, actors);
  yield* relation(`${place}.relation`, assertion.relation);
  yield* date(`${place}.when`, assertion.when);
  yield* date(`${place}.reported`, assertion.reported);
  for (const [index, evidence] of assertion.evidence.entries()) {
    yield* evidenceProblems(`${place}.evidence[${index}]`, evidence, documents);
  }
}

function* evidenceProblems(
  place: string,
  evidence: Evidence,
  documents: ReadonlyMap<string, Document>,
): Generator<string> {
  yield* reference(`${place}.document`, 'document', evidence.document, documents);
  const text = documents.get(evidence.document)?.text;
  if (text === undefined) return;
  const found = text.slice(evidence.start, evidence.end);
  if (found !== evidence.quote) {
    yield `${place}: the text has ${shown(found)} at ${evidence.start}–${evidence.end}, the quote is ${shown(evidence.quote)}`;
  }
  const { speaker } = evidence;
  if (speaker && text.slice(speaker.start, speaker.end) !== speaker.words) {
    yield `${place}.speaker: the text has ${shown(text.slice(speaker.start, speaker.end))} at ${speaker.start}–${speaker.end}, the words are ${shown(speaker.words)}`;
  }
  for (const [start, end] of [...evidence.source, ...evidence.target]) {
    if (start >= end || end > text.length) {
      yield `${place}: the span ${start}–${end} is not within the document's ${text.length} characters`;
    }
  }
}

function* doubles(list: string, items: readonly { readonly id: string }[]): Generator<string> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) yield `$.${list}[${index}].id: "${id}" is there twice`;
    seen.add(id);
  }
}

function* reference(
  place: string,
  kind: string,
  id: string,
  known: { has(id: string): boolean },
): Generator<string> {
  if (!known.has(id)) yield `${place}: no ${kind} "${id}" in this file`;
}

function* relation(place: string, id: string): Generator<string> {
  if (!(RELATION_IDS as readonly string[]).includes(id)) {
    yield `${place}: no relation "${id}" in the ontology; known: ${RELATION_IDS.join(', ')}`;
  }
}

function* date(place: string, edtf: string | null): Generator<string> {
  if (edtf !== null && !isEdtf(edtf)) {
    yield `${place}: "${edtf}" is no EDTF date: write it as 2024, 2024-03, 2024-03-26 or 2018/..`;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
