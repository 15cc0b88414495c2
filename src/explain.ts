/**
 * Why an edge is there, and why another is not: the steps of the pipeline on one document, sentence by
 * sentence. It is the pipeline itself that runs, with a trace; what is said here of a step is read from
 * what that step did.
 */
import type { ActorInText } from './actors/actor-in-text.ts';
import { isProperName } from './actors/names.ts';
import type { Joining } from './actors/trace.ts';
import { type Finding, isAllowed, possibleFindings } from './assertions/findings.ts';
import { type Trace, emptyTrace } from './assertions/trace.ts';
import type { ReadableDocument } from './documents/read.ts';
import { readOne } from './extract.ts';
import type { ActorType, Assertion, Span, Status } from './model/index.ts';
import type { Lookup, Match } from './ontology/lookup.ts';
import type { RelationId } from './ontology/relations/index.ts';
import type { LinkedMention } from './reader/mentions.ts';
import { type Reader, calibrated, thresholdOf } from './reader/reader.ts';
import { splitSentences } from './text/sentences.ts';
import type { Choice, Dating } from './time/choices.ts';
import { chancesOf, likeliest } from './time/weigh.ts';

/** What the reader made of a document. */
export interface Explanation {
  readonly document: ReadableDocument;
  readonly sentences: readonly ExplainedSentence[];
}

export interface ExplainedSentence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly mentions: readonly ExplainedMention[];
  /** Words that the network tagged and that are no mention. */
  readonly untaken: readonly { readonly words: string; readonly why: 'collective' | 'no-name' }[];
  /** "Both countries", and who they are. */
  readonly plurals: readonly { readonly words: string; readonly actors: readonly string[] }[];
  readonly pairs: readonly ExplainedPair[];
  readonly unpaired: readonly { readonly why: 'hopeless' | 'many'; readonly actors: readonly string[] }[];
}

export interface ExplainedMention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly type: ActorType;
  /** False: the tables know the name, the network did not tag it. */
  readonly isTagged: boolean;
  /** Id and name of its actor; null: nobody. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly why: Why;
  /** Without an actor: why nobody is meant. */
  readonly dropped: 'place' | 'unknown-country' | 'person' | 'description' | null;
}

/** How a mention came to its actor. */
export type Why =
  /** `as`: what its words are to the actor; `within`: the name is a part of them. */
  | { readonly kind: 'table'; readonly as: Match['kind'] | 'within'; readonly official: string | null }
  /** The text says that it is a person in the actor's office. */
  | { readonly kind: 'office' }
  /** Those who act for whom the words right before name. */
  | { readonly kind: 'owned'; readonly by: string }
  | { readonly kind: 'same-name'; readonly as: string }
  /** The chance that the links give, above `LIKELY`. */
  | { readonly kind: 'link'; readonly to: string; readonly chance: number }
  /** First of its name; the likeliest actor before it, too unlikely, where there is one. */
  | { readonly kind: 'alone'; readonly nearest: { readonly to: string; readonly chance: number } | null };

export interface ExplainedPair {
  readonly first: string;
  readonly second: string;
  /** The likeliest readings, at most three, each of at least `LEAST_SHOWN`; and all that were asserted. */
  readonly readings: readonly ExplainedReading[];
}

export interface ExplainedReading {
  readonly source: string;
  readonly relation: RelationId;
  readonly target: string;
  readonly status: Status;
  readonly probability: number;
  readonly threshold: number;
  readonly confidence: number;
  /** What an asserted reading may be dated by, at most three: the one taken, then others of at least `LEAST_SHOWN`. */
  readonly dates: readonly ExplainedDate[];
  /** `plan-carried-out`: the text reports the same as done elsewhere, and more surely. */
  readonly verdict: 'asserted' | 'below-threshold' | 'types-not-allowed' | 'plan-carried-out';
}

export interface ExplainedDate {
  /** EDTF; null: no date. */
  readonly edtf: string | null;
  readonly from: Dating['from'] | null;
  readonly chance: number;
}

/** Readings and dates that are less likely are not shown. */
export const LEAST_SHOWN = 0.05;
const MOST_SHOWN = 3;
export { LIKELY } from './actors/cluster.ts';

/** Reads a document and tells of each step. Throws where a network fails. */
export async function explainDocument(
  document: ReadableDocument,
  reader: Reader,
  lookup: Lookup,
): Promise<Explanation> {
  const trace = emptyTrace();
  const { cast, assertions } = await readOne(document, reader, lookup, trace);
  const sentences = splitSentences(document.text);
  const mentions = trace.mended.map((_, i) => mentionOf(i, trace, cast.actors, lookup));
  const untaken = trace.tagged.filter((tagged) => !trace.mended.some((mention) => overlap(tagged, mention)));
  const explained = sentences.map(([start, end], index): ExplainedSentence => {
    const isHere = (mention: { readonly start: number }) => start <= mention.start && mention.start < end;
    return {
      start,
      end,
      words: document.text.slice(start, end),
      mentions: mentions.filter(isHere),
      untaken: untaken
        .filter(isHere)
        .map(({ words }) => ({ words, why: lookup.isCollective(words) ? 'collective' : 'no-name' })),
      plurals: trace.plurals.filter(isHere).map((plural) => ({
        words: document.text.slice(plural.start, plural.end),
        actors: plural.actors.map(({ name }) => name),
      })),
      pairs: pairsOf(index, [start, end], trace, assertions, reader),
      unpaired: trace.unpaired
        .filter(({ sentence }) => sentence === index)
        .map(({ why, actors }) => ({ why, actors: actors.map(({ name }) => name) })),
    };
  });
  return { document, sentences: explained };
}

function mentionOf(
  index: number,
  { tagged, mended, joinings }: Trace,
  actors: readonly ActorInText[],
  lookup: Lookup,
): ExplainedMention {
  const { start, end, words, type } = mended[index]!;
  const actor = actors.find(({ mentions }) => mentions.some((m) => m.start === start && m.end === end));
  const joining = joinings[index]!;
  return {
    start,
    end,
    words,
    type,
    isTagged: tagged.some((one) => overlap(one, mended[index]!)),
    actor: actor ? { id: actor.id, name: actor.name } : null,
    why: whyOf(mended[index]!, joining, mended, lookup),
    dropped: actor ? null : dropOf(mended[index]!, joining),
  };
}

function whyOf(
  mention: LinkedMention,
  joining: Joining,
  mended: readonly LinkedMention[],
  lookup: Lookup,
): Why {
  switch (joining.kind) {
    case 'known': {
      const match = lookup.exact(mention.words).find(({ actor }) => actor === joining.actor);
      const official = joining.official?.name ?? null;
      return { kind: 'table', as: official === null ? (match?.kind ?? 'within') : 'official', official };
    }
    case 'office':
      return { kind: 'office' };
    case 'owned':
      return { kind: 'owned', by: mended[joining.owner]!.words };
    case 'same-name':
      return { kind: 'same-name', as: mended[joining.earlier[0]!]!.words };
    case 'link': {
      const links = mention.links.filter(({ earlier }) => joining.earlier.includes(earlier));
      const to = strongest(links)?.earlier ?? joining.earlier[0]!;
      return { kind: 'link', to: mended[to]!.words, chance: joining.chance };
    }
    case 'place':
      return { kind: 'alone', nearest: null };
    case 'alone': {
      const { nearest } = joining;
      const to = nearest && { to: mended[nearest.mention]!.words, chance: nearest.chance };
      return { kind: 'alone', nearest: to };
    }
  }
}

function dropOf({ words, type }: LinkedMention, joining: Joining): ExplainedMention['dropped'] {
  if (joining.kind === 'place') return 'place';
  if (!isProperName(words)) return 'description';
  if (type === 'person') return 'person';
  return type === 'country' ? 'unknown-country' : 'description';
}

function strongest(links: LinkedMention['links']): LinkedMention['links'][number] | undefined {
  return [...links].sort((a, b) => b.score - a.score)[0];
}

function overlap(a: LinkedMention, b: LinkedMention): boolean {
  return a.start < b.end && b.start < a.end;
}

function pairsOf(
  sentence: number,
  span: Span,
  { pairs, answers, dated }: Trace,
  assertions: readonly Assertion[],
  reader: Reader,
): ExplainedPair[] {
  return pairs.flatMap((pair, i) => {
    if (pair.sentence !== sentence) return [];
    const readings = possibleFindings(pair, answers[i]!)
      .map((finding) => readingOf(finding, span, assertions, reader, dated))
      .sort((a, b) => b.probability - a.probability)
      .filter(
        ({ verdict, probability }, rank) =>
          verdict === 'asserted' || (rank < MOST_SHOWN && probability >= LEAST_SHOWN),
      );
    return [{ first: pair.first.name, second: pair.second.name, readings }];
  });
}

function readingOf(
  { source, relation, target, status, probability, sentence }: Finding,
  [start]: Span,
  assertions: readonly Assertion[],
  { settings }: Reader,
  dated: Trace['dated'],
): ExplainedReading {
  const threshold = thresholdOf(settings, relation);
  const isAsserted = assertions.some(
    (one) =>
      one.source === source.id &&
      one.relation === relation &&
      one.target === target.id &&
      one.status === status &&
      one.evidence.some((evidence) => evidence.start === start),
  );
  const verdict = isAsserted
    ? 'asserted'
    : !isAllowed(relation, source, target)
      ? 'types-not-allowed'
      : probability < threshold
        ? 'below-threshold'
        : 'plan-carried-out';
  const confidence = calibrated(settings, probability);
  const ofFinding = dated.find(({ finding }) =>
    isSame(finding, { source, relation, target, status, sentence }),
  );
  return {
    source: source.name,
    relation,
    target: target.name,
    status,
    probability,
    threshold,
    confidence,
    dates: isAsserted && ofFinding ? datesOf(ofFinding.choices) : [],
    verdict,
  };
}

function isSame(a: Finding, b: Omit<Finding, 'probability'>): boolean {
  const isOf = a.source.id === b.source.id && a.target.id === b.target.id;
  return isOf && a.relation === b.relation && a.status === b.status && a.sentence === b.sentence;
}

function datesOf(choices: readonly Choice[]): ExplainedDate[] {
  const chances = chancesOf(choices);
  const none = { edtf: null, from: null, chance: 1 - chances.reduce((sum, chance) => sum + chance, 0) };
  const dates = choices.map(({ edtf, from }, i): ExplainedDate => ({ edtf, from, chance: chances[i]! }));
  const taken = dates[choices.indexOf(likeliest(choices)!)] ?? none;
  const others = [...dates, none]
    .filter((date) => date !== taken && date.chance >= LEAST_SHOWN)
    .sort((a, b) => b.chance - a.chance);
  return [taken, ...others].slice(0, MOST_SHOWN);
}
