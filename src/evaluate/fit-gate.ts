/**
 * Fits the gate of pairs on labelled texts: two logistic models (within a sentence, across several) of whether
 * a pair is stated related there, and what a reading must promise for a given cost.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { featuresOf, type PairPlace } from '../assertions/gate.ts';
import { findPairs, pairPlaces } from '../assertions/pairs.ts';
import type { Span } from '../model/index.ts';
import type { Lookup } from '../ontology/lookup.ts';
import { passesOf } from '../reader/passes.ts';
import type { Gate } from '../reader/reader.ts';
import { splitSentences } from '../text/sentences.ts';
import type { LabelledDocument } from './evaluate.ts';
import type { LabelledText } from './labels.ts';
import { perfectActors } from './perfect-actors.ts';

interface Text {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly actors: readonly ActorInText[];
}

interface Example {
  readonly place: PairPlace;
  readonly related: boolean;
}

/** Steps and rate of the descent, and the weight of the squares that keeps weights small. */
const STEPS = 3000;
const RATE = 1;
const DECAY = 0.0005;

/** `budget`: characters that the second network may read for each character of the texts. */
export function fitGate(texts: readonly LabelledDocument[], lookup: Lookup, budget: number): Gate {
  const read = texts.map(({ document: { text }, labels }) => {
    return { text, sentences: splitSentences(text), actors: perfectActors(text, labels.entities, lookup) };
  });
  const examples = read.flatMap((text, i) => examplesOf(text, texts[i]!.labels));
  const fit = (together: boolean) =>
    fitModel(examples.filter(({ place }) => (place.back === 0) === together));
  const gate = { together: fit(true), apart: fit(false), worth: 0 };
  const length = read.reduce((sum, { text }) => sum + text.length, 0);
  return { ...gate, worth: worthWithin(gate, read, budget * length) };
}

function examplesOf({ text, sentences, actors }: Text, labels: LabelledText): Example[] {
  return pairPlaces(text, sentences, actors)
    .flat()
    .map((place) => {
      const sentence = text.slice(...place.sentence);
      const names = [place.first.name, place.second.name];
      const related = labels.relations.some(
        ({ source, target, evidence }) =>
          names.includes(source) &&
          names.includes(target) &&
          evidence.some((quote) => quote.includes(sentence) || sentence.includes(quote)),
      );
      return { place, related };
    });
}

function fitModel(examples: readonly Example[]): number[] {
  const rows = examples.map(({ place }) => featuresOf(place));
  const weights = new Array<number>(rows[0]?.length ?? 0).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : DECAY * weight));
    rows.forEach((row, k) => {
      const sum = row.reduce((all, value, i) => all + value * weights[i]!, 0);
      const error = (1 / (1 + Math.exp(-sum)) - Number(examples[k]!.related)) / rows.length;
      row.forEach((value, i) => (slope[i]! += error * value));
    });
    slope.forEach((value, i) => (weights[i]! -= RATE * value));
  }
  return weights.map(rounded);
}

/** The smallest worth, in thousandths up to 1, at which all that is read is within the budget. */
function worthWithin(gate: Gate, texts: readonly Text[], characters: number): number {
  let [low, high] = [0, 1000];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (charactersRead({ ...gate, worth: middle / 1000 }, texts) <= characters) high = middle;
    else low = middle + 1;
  }
  return low / 1000;
}

function charactersRead(gate: Gate, texts: readonly Text[]): number {
  return texts
    .flatMap(({ text, sentences, actors }) =>
      passesOf(findPairs(text, sentences, actors, gate).map(({ question }) => question)),
    )
    .reduce((sum, { sentence, from }) => sum + sentence[1] - from, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
