/**
 * From findings to assertions: findings of one document that say the same (source, relation, target,
 * status, and of an event the date) become one assertion with every sentence as evidence; its confidence is that of
 * the best.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { contentId } from './content-id.ts';
import type { Assertion, Document, Evidence, Span, Speaker } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { compareDates } from '../time/edtf.ts';
import type { Dating } from '../time/choices.ts';
import type { Finding } from './findings.ts';
import { FARTHEST } from './gate.ts';
import { type DatedFinding, occasionsOf } from './occasions.ts';

/** What is needed of the document and the reader to make evidence of findings. */
export interface Frame {
  readonly document: Document & { readonly text: string };
  readonly sentences: readonly Span[];
  /** Name of the reader, for the evidence. */
  readonly reader: string;
  /** The confidence that a probability means. */
  readonly confidence: (probability: number) => number;
  /** When a finding took place; null where the text does not say. */
  readonly when: (finding: Finding) => Dating | null;
  /** Ids of the topics that a sentence is about, sorted. */
  readonly topics: (sentence: string) => readonly string[];
  /** Who says what the finding's sentence states; null where the text says it in its own voice. */
  readonly speaker: (finding: Finding) => Speaker | null;
}

/** Folds findings into assertions, in order of their ids. */
export function assertionsOf(findings: readonly Finding[], frame: Frame): Assertion[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of withoutOvertakenPlans(findings)) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .flatMap((group) => assertionsOfGroup(group, frame))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function keyOf({ source, relation, target, status }: Finding): string {
  return [source.id, relation, target.id, status].join(' ');
}

/** A plan that the same text reports as carried out, and more surely so, is only actual. */
function withoutOvertakenPlans(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf({ ...finding, status: 'actual' });
    const last = best.get(key);
    if (!last || finding.probability > last.probability) best.set(key, finding);
  }
  return findings.filter(
    (finding) =>
      finding.status !== 'planned' || best.get(keyOf({ ...finding, status: 'actual' }))!.status !== 'actual',
  );
}

/** The latest occasion has the id that it would have alone. */
function assertionsOfGroup(group: readonly Finding[], frame: Frame): Assertion[] {
  const dated = [...group]
    .sort((a, b) => a.sentence - b.sentence)
    .map((finding) => ({ finding, dating: frame.when(finding) }));
  const isEvent = relationSpec(group[0]!.relation).time === 'event';
  const occasions = (isEvent ? occasionsOf(dated) : [dated])
    .map((findings) => ({ findings, when: dateOf(datingsOf(findings, isEvent)) }))
    .sort((a, b) => compareDates(a.when?.edtf ?? null, b.when?.edtf ?? null));
  return occasions.map(({ findings, when }, index) =>
    assertionOf(
      findings.map(({ finding }) => finding),
      when,
      index === occasions.length - 1,
      frame,
    ),
  );
}

function assertionOf(
  findings: readonly Finding[],
  when: Dating | null,
  isLatest: boolean,
  frame: Frame,
): Assertion {
  const { document } = frame;
  const { source, relation, target, status } = findings[0]!;
  const what = [document.id, source.id, relation, target.id, status];
  return {
    id: contentId('a', ...what, ...(isLatest ? [] : [when!.edtf])),
    source: source.id,
    relation,
    target: target.id,
    status,
    when: when?.edtf ?? null,
    whenBasis: when === null || when.from === 'document' ? 'document' : 'text',
    reported: document.published,
    topics: [...new Set(findings.flatMap((finding) => frame.topics(quoteOf(finding, frame))))].sort(),
    confidence: Math.max(...findings.map((finding) => roundedConfidence(finding, frame))),
    evidence: findings.map((finding) => evidenceOf(finding, frame)),
  };
}

/** Of one occasion, what its sentences name is the date. */
function datingsOf(findings: readonly DatedFinding[], isEvent: boolean): Dating[] {
  const all = findings.flatMap(({ dating }) => dating ?? []);
  const named = isEvent ? all.filter(({ from }) => from === 'sentence') : [];
  return named.length > 0 ? named : all;
}

/** Of several dates for one record the latest counts, as precisely as another tells it. */
function dateOf(dates: readonly Dating[]): Dating | null {
  const latest = [...dates].sort((a, b) => compareDates(a.edtf, b.edtf)).at(-1);
  if (!latest) return null;
  const [told] = dates
    .filter(({ edtf, from }) => edtf.startsWith(latest.edtf) && from === 'sentence')
    .sort((a, b) => b.edtf.length - a.edtf.length);
  return told ?? latest;
}

function roundedConfidence({ probability }: Finding, frame: Frame): number {
  return Math.round(frame.confidence(probability) * 100) / 100;
}

function evidenceOf(finding: Finding, frame: Frame): Evidence {
  const [start, end] = frame.sentences[finding.sentence]!;
  const from = frame.sentences[Math.max(0, finding.sentence - FARTHEST)]![0];
  const speaker = frame.speaker(finding);
  return {
    document: frame.document.id,
    start,
    end,
    quote: quoteOf(finding, frame),
    source: spansNear(finding.source, from, start, end),
    target: spansNear(finding.target, from, start, end),
    reader: frame.reader,
    confidence: roundedConfidence(finding, frame),
    ...(speaker && { speaker }),
  };
}

function quoteOf({ sentence }: Finding, { document, sentences }: Frame): string {
  return document.text.slice(...sentences[sentence]!);
}

/** Mentions in the sentence or, where there is none, the last one in the sentences before it. */
function spansNear({ mentions }: ActorInText, from: number, start: number, end: number): Span[] {
  const within = (a: number, b: number) =>
    mentions.filter((m) => a <= m.start && m.end <= b).map((m): Span => [m.start, m.end]);
  const here = within(start, end);
  return here.length > 0 ? here : within(from, start).slice(-1);
}
