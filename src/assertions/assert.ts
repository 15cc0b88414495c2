/**
 * From findings to assertions: findings of one document that say the same (source, relation, target,
 * status) become one assertion with every sentence as evidence; its confidence is that of the best.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { contentId } from './content-id.ts';
import type { Assertion, Document, Evidence, Span, Speaker } from '../model/index.ts';
import { compareDates } from '../time/edtf.ts';
import type { Dating } from '../time/choices.ts';
import type { Finding } from './findings.ts';
import { FARTHEST } from './gate.ts';

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
    .map((group) => assertionOf(group, frame))
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

function assertionOf(group: readonly Finding[], frame: Frame): Assertion {
  const { document } = frame;
  const first = group[0]!;
  const ordered = [...group].sort((a, b) => a.sentence - b.sentence);
  const dated = dateOf(ordered.flatMap((finding) => frame.when(finding) ?? []));
  return {
    id: contentId('a', document.id, first.source.id, first.relation, first.target.id, first.status),
    source: first.source.id,
    relation: first.relation,
    target: first.target.id,
    status: first.status,
    when: dated?.edtf ?? null,
    whenBasis: dated === null || dated.from === 'document' ? 'document' : 'text',
    reported: document.published,
    topics: [...new Set(ordered.flatMap((finding) => frame.topics(quoteOf(finding, frame))))].sort(),
    confidence: Math.max(...group.map((f) => roundedConfidence(f, frame))),
    evidence: ordered.map((finding) => evidenceOf(finding, frame)),
  };
}

/** Of several dates for one record the latest counts, as precisely as another tells it. */
function dateOf(dates: readonly Dating[]): Dating | null {
  const sorted = [...dates].sort((a, b) => compareDates(a.edtf, b.edtf));
  const latest = sorted.at(-1);
  return (
    sorted.findLast(({ edtf, from }) => edtf.startsWith(latest!.edtf) && from === 'sentence') ??
    latest ??
    null
  );
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
