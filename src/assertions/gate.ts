/**
 * The gate before the second network: how likely a pair of actors is to be stated related at all, from
 * where the two stand; most pairs are not. What is then read, `readings.ts` decides. The weights are fitted
 * on labelled texts (`entente evaluate --gate`) and stand in `reader.json`.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Span } from '../model/index.ts';
import { RELATIONS } from '../ontology/relations/index.ts';
import type { Gate } from '../reader/reader.ts';

/** So many sentences back the other actor may stand, as in training. */
export const FARTHEST = 3;

/** Where two actors stand. */
export interface PairPlace {
  readonly text: string;
  readonly sentence: Span;
  /** Mentioned in the sentence. */
  readonly first: ActorInText;
  /** Mentioned in the sentence too, or last so many sentences `back`. */
  readonly second: ActorInText;
  readonly back: number;
  /** The sentence so far back; the sentence itself where both stand in it. */
  readonly before: Span;
  /** Actors of the sentence, and those that stand last in the sentence before. */
  readonly here: readonly ActorInText[];
  readonly earlier: readonly ActorInText[];
}

/** The chance that a pair is related, 0–1. */
export function chanceOf(gate: Gate, place: PairPlace): number {
  const weights = place.back === 0 ? gate.together : gate.apart;
  const sum = featuresOf(place).reduce((all, value, i) => all + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What the gate is told of a pair; 1 first, for the bias. Lengths are in characters, brought near 1. */
export function featuresOf(place: PairPlace): number[] {
  return [1, ...(place.back === 0 ? togetherFeatures(place) : apartFeatures(place)), ...typeFeatures(place)];
}

function togetherFeatures({ text, sentence, first, second, here }: PairPlace): number[] {
  const [a, b] = nearest(spansIn(first, sentence), spansIn(second, sentence));
  const between = here
    .filter((actor) => actor !== first && actor !== second)
    .flatMap((actor) => spansIn(actor, sentence))
    .filter(([start, end]) => a[1] <= start && end <= b[0]);
  const gap = text.slice(a[1], b[0]);
  const words = between.reduceRight(
    (left, [start, end]) => left.slice(0, start - a[1]) + left.slice(end - a[1]),
    gap,
  );
  return [
    Math.min(gap.length, 300) / 100,
    Math.min(between.length, 4) / 2,
    Math.min(here.length, 8) / 4,
    Math.min(sentence[1] - sentence[0], 400) / 200,
    Number(a[0] - sentence[0] < 25),
    // Members of one list: nothing but commas and "and" between them.
    Number(/^(?:[\s,;]|and|or|the|as well as)*$/.test(words)),
    Number(/[;:–—(]/.test(gap)),
    Number(/^['’]s?\s/.test(gap)),
    Number(/\b(?:with|by|from|to|against|between|in)\s+(?:the\s+)?$/.test(gap)),
    Math.min(actsIn(gap), 3) / 2,
    Math.min(actsInSentence(text, sentence), 6) / 3,
  ];
}

function apartFeatures({ text, sentence, before, back, first, second, here, earlier }: PairPlace): number[] {
  const own = spansIn(first, sentence)[0]!;
  const others = spansIn(second, before);
  return [
    Number(here.length === 1),
    Math.min(here.length, 6) / 3,
    Number(earlier.length === 1),
    Math.min(earlier.length, 6) / 3,
    Number(own[0] - sentence[0] < 25),
    Number(others[0]![0] - before[0] < 25),
    Math.min(before[1] - others.at(-1)![1], 300) / 100,
    Number(text.slice(before[1], sentence[0]).includes('\n')),
    Number(spansIn(first, before).length > 0),
    Math.min(sentence[1] - sentence[0], 400) / 200,
    Number(/^(?:it|he|she|they|its|his|her|their|the)\b/i.test(text.slice(...sentence))),
    Math.min(second.mentions.length, 10) / 5,
    Number(back === 2),
    Number(back === 3),
    Number(back > 1 && earlier.length === 1),
    Math.min(actsInSentence(text, sentence), 6) / 3,
    Math.min(first.mentions.length, 10) / 5,
    Number(nearestAnywhere(first, second) < 100),
    Number(here.length === 1 && earlier.length === 1),
    Number(here.length === 1 && actsInSentence(text, sentence) > 1),
  ];
}

const nearestOf = new WeakMap<ActorInText, WeakMap<ActorInText, number>>();

/** The fewest characters between mentions of two actors, anywhere in the text. */
function nearestAnywhere(first: ActorInText, second: ActorInText): number {
  const known = nearestOf.get(first) ?? new WeakMap<ActorInText, number>();
  nearestOf.set(first, known);
  const distance = known.get(second) ?? distanceBetween(first.mentions, second.mentions);
  known.set(second, distance);
  return distance;
}

/** Both in order of the text. */
function distanceBetween(some: ActorInText['mentions'], others: ActorInText['mentions']): number {
  let nearest = Infinity;
  for (let i = 0, k = 0; i < some.length && k < others.length;) {
    const [one, other] = [some[i]!, others[k]!];
    nearest = Math.min(nearest, Math.max(one.start - other.end, other.start - one.end));
    if (one.start <= other.start) i++;
    else k++;
  }
  return nearest;
}

const ACT = new RegExp(
  `(?<![\\p{L}])(?:${Object.values(RELATIONS)
    .map(({ cues }) => cues)
    .join('|')})\\p{Ll}*`,
  'giu',
);
const actsOf = new WeakMap<Span, number>();

/** How many words of a sentence tell of an act of any relation. */
function actsInSentence(text: string, sentence: Span): number {
  const acts = actsOf.get(sentence) ?? actsIn(text.slice(...sentence));
  actsOf.set(sentence, acts);
  return acts;
}

function actsIn(words: string): number {
  return words.match(ACT)?.length ?? 0;
}

function typeFeatures({ first, second }: PairPlace): number[] {
  const types = [first.type, second.type];
  return [Number(types.includes('mission')), Number(types.includes('organisation'))];
}

/** Spans of the mentions that begin in a sentence; mentions are in order of the text. */
function spansIn({ mentions }: ActorInText, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
    spans.push([mentions[i]!.start, mentions[i]!.end]);
  }
  return spans;
}

/** Index of the first mention that begins at or behind an offset. */
function firstFrom(mentions: ActorInText['mentions'], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The two spans that stand nearest to each other, in order of the text. */
function nearest(some: readonly Span[], others: readonly Span[]): [Span, Span] {
  const pairs = some.flatMap((a) => others.map((b): [Span, Span] => (a[0] <= b[0] ? [a, b] : [b, a])));
  return pairs.reduce((best, pair) => (pair[1][0] - pair[0][1] < best[1][0] - best[0][1] ? pair : best));
}
