/** The pipeline on one screen: documents in, a graph with a quoted sentence behind every assertion out. */
import type { Cast } from './actors/actor-in-text.ts';
import { castOf } from './actors/cluster.ts';
import { gatherActors } from './actors/gather.ts';
import { repairMentions } from './actors/repair.ts';
import { assertionsOf } from './assertions/assert.ts';
import { type Finding, findingsOf } from './assertions/findings.ts';
import { findPairs } from './assertions/pairs.ts';
import { speakerOf } from './assertions/speaker.ts';
import type { Trace } from './assertions/trace.ts';
import { withCopiesMarked } from './documents/copies.ts';
import type { ReadableDocument } from './documents/read.ts';
import type { Assertion, Document, GraphFile, Span } from './model/index.ts';
import type { Knowledge } from './ontology/knowledge.ts';
import { type Lookup, compileLookup } from './ontology/lookup.ts';
import { relationSpec } from './ontology/relations/index.ts';
import type { RelationSpec } from './ontology/spec.ts';
import type { Cancellation } from './reader/cancellation.ts';
import { inParallel } from './reader/in-parallel.ts';
import { findMentions } from './reader/mentions.ts';
import { type Reader, calibrated, thresholdOf } from './reader/reader.ts';
import { findPlurals } from './actors/plurals.ts';
import { unfold } from './assertions/unfold.ts';
import { readPairs } from './reader/relations.ts';
import { splitSentences } from './text/sentences.ts';
import type { Place } from './time/candidates.ts';
import type { Act } from './time/whose.ts';
import { storyOf } from './time/story.ts';
import type { ToldAct } from './time/told.ts';
import { likeliest } from './time/weigh.ts';

/** Who makes the file; `version` is that of package.json, `ontology` that of the relations. */
export const GENERATOR = { name: 'entente', version: '0.1.0', ontology: '1' } as const;

export interface ExtractOptions {
  /** So many documents are read at once; it pays where the networks have threads of their own. */
  readonly atOnce?: number;
  /** Ends the work after the documents at hand; what is finished is kept. */
  readonly signal?: Cancellation;
  /** Called before each document and once at the end. */
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** False: the graph keeps the quotes but not the whole texts. */
  readonly keepText?: boolean;
}

/** What one document says. */
export interface ReadDocument {
  readonly document: ReadableDocument;
  readonly cast: Cast;
  readonly assertions: readonly Assertion[];
}

/** Reads documents into a graph. The result does not depend on their order. Throws where a network fails. */
export async function extractGraph(
  documents: readonly ReadableDocument[],
  reader: Reader,
  knowledge: Knowledge,
  options: ExtractOptions = {},
): Promise<GraphFile> {
  const lookup = compileLookup(knowledge);
  let done = 0;
  const read = await inParallel(documents, options.atOnce ?? 1, async (document) => {
    options.onProgress?.(done, documents.length, document.path);
    if (options.signal?.aborted) return null;
    const one = await readOne(document, reader, lookup);
    done += 1;
    return one;
  });
  options.onProgress?.(done, documents.length, '');
  return graphOf(
    read.filter((one) => one !== null),
    options.keepText ?? true,
  );
}

/** Reads one document: sentences, mentions, actors, pairs, assertions. `trace` takes what each step found. */
export async function readOne(
  document: ReadableDocument,
  reader: Reader,
  lookup: Lookup,
  trace?: Trace,
): Promise<ReadDocument> {
  const cast = await findCast(document, reader, lookup, trace);
  return { document, cast, assertions: await findAssertions(document, cast, reader, lookup, trace) };
}

/** Who is spoken of in a document. */
export async function findCast(
  document: ReadableDocument,
  reader: Reader,
  lookup: Lookup,
  trace?: Trace,
): Promise<Cast> {
  const { text, published } = document;
  const { encoder, mentions: network } = reader;
  const known = (words: string) => knownCountry(words, lookup);
  const pieces = network.pieces.cut(text);
  const mentions = await findMentions(text, splitSentences(text), pieces, network.frame, encoder, known);
  const mended = repairMentions(text, mentions, lookup);
  trace?.tagged.push(...mentions);
  trace?.mended.push(...mended);
  const year = published === null ? undefined : Number(/\d{4}/.exec(published)?.[0]);
  return castOf(text, mended, lookup, year, trace);
}

/** What a document says of its cast. */
export async function findAssertions(
  document: ReadableDocument,
  cast: Cast,
  { relations: { pieces, markers }, encoder, settings }: Reader,
  lookup: Lookup,
  trace?: Trace,
): Promise<Assertion[]> {
  const sentences = splitSentences(document.text);
  const plurals = findPlurals(document.text, sentences, cast.actors);
  trace?.plurals.push(...plurals);
  const unfolded = unfold(document.text, sentences, cast.actors, plurals);
  const { text, actors, inText } = unfolded;
  const pairs = findPairs(text, unfolded.sentences, actors, settings.gate, trace?.unpaired);
  const questions = pairs.map((pair) => pair.question);
  const answers = await readPairs(questions, pieces.cut(text), markers, encoder);
  trace?.pairs.push(...pairs);
  trace?.answers.push(...answers);
  const findings = pairs
    .flatMap((pair, i) => findingsOf(pair, answers[i]!, (relation) => thresholdOf(settings, relation)))
    .map((finding) => ({ ...finding, source: inText(finding.source), target: inText(finding.target) }));
  const story = storyOf(document.text, sentences, document.published);
  return assertionsOf(findings, {
    document,
    sentences,
    reader: settings.name,
    confidence: (probability) => calibrated(settings, probability),
    when: (finding) => {
      const choices = story(toldAct(finding, sentences[finding.sentence]!));
      trace?.dated.push({ finding, choices });
      return likeliest(choices);
    },
    topics: lookup.topics,
    speaker: ({ sentence }) => speakerOf(document.text, sentences, sentence, cast.actors),
  });
}

/** A finding as an act that the text tells of, to be dated. */
export function toldAct(
  { source, relation, target, status, sentence }: Omit<Finding, 'probability'>,
  [start, end]: Span,
): ToldAct {
  const [by, to] = [source, target].map(({ mentions }) =>
    mentions
      .filter((m) => start <= m.start && m.end <= end)
      .map((m) => ({ start: m.start - start, end: m.end - start })),
  ) as [Place[], Place[]];
  const spec = relationSpec(relation);
  return {
    sentence,
    at: [...by, ...to],
    actorEnd: by[0]?.end ?? 0,
    cues: spec.cues,
    isEnding: spec.ending ?? false,
    kind: actOf(spec),
    status,
  };
}

function actOf({ spoken, sign, time }: RelationSpec): Act {
  if (spoken) return 'speech';
  if (sign === 0) return 'state';
  return time === 'event' ? 'moment' : 'deed';
}

/** The id of the actor that words name, for the link scorer, which was trained with the names of countries, the European Union and the United Nations. */
export function knownCountry(words: string, lookup: Lookup): string | null {
  const match = lookup
    .within(words)
    .find(
      ({ actor, kind }) =>
        kind !== 'official' &&
        (actor?.type === 'country' ||
          actor?.id === 'organisation:european-union' ||
          actor?.id === 'organisation:united-nations'),
    );
  return match?.actor?.id ?? null;
}

/** Puts what was read together; sorted, so that the same documents give the same graph. */
export function graphOf(read: readonly ReadDocument[], keepText: boolean): GraphFile {
  const byId = <T extends { readonly id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1);
  const assertions = read.flatMap((one) => one.assertions).sort(byId);
  const taking = new Set(assertions.flatMap(({ source, target }) => [source, target]));
  const documents = withCopiesMarked(read.map(({ document }) => document));
  return {
    format: 'entente/1',
    generator: GENERATOR,
    documents: documents.map((one) => (keepText ? one : withoutText(one))).sort(byId),
    actors: gatherActors(
      read.map(({ cast }) => cast),
      taking,
    ),
    assertions,
    edits: [],
  };
}

function withoutText({ text: _, ...rest }: ReadableDocument): Document {
  return rest;
}
