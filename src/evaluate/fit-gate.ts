/**
 * Fits the gate of pairs on labelled texts: two logistic models (within a sentence, across two) of whether
 * a pair is stated related there, and the chance below which pairs are skipped for a given cost.
 */
import { chanceOf, featuresOf, type PairPlace } from '../assertions/gate.ts';
import { pairPlaces } from '../assertions/pairs.ts';
import type { Lookup } from '../ontology/lookup.ts';
import type { Gate } from '../reader/reader.ts';
import { splitSentences } from '../text/sentences.ts';
import type { LabelledDocument } from './evaluate.ts';
import type { LabelledText } from './labels.ts';
import { perfectActors } from './perfect-actors.ts';

interface Example {
  readonly place: PairPlace;
  readonly related: boolean;
}

/** Steps and rate of the descent, and the weight of the squares that keeps weights small. */
const STEPS = 600;
const RATE = 0.5;
const DECAY = 0.002;

/**
 * `budget`: characters that the second network may read for each character of the texts, reckoned as if each pair were
 * read alone; pairs that share a pass are read for less.
 */
export function fitGate(texts: readonly LabelledDocument[], lookup: Lookup, budget: number): Gate {
  const examples = texts.flatMap(({ document, labels }) => examplesOf(document.text, labels, lookup));
  const fit = (together: boolean) => fitModel(examples.filter(({ place }) => place.together === together));
  const gate = { together: fit(true), apart: fit(false), lowest: 0 };
  const length = texts.reduce((sum, { document }) => sum + document.text.length, 0);
  return { ...gate, lowest: rounded(lowestWithin(gate, examples, budget * length)) };
}

function examplesOf(text: string, labels: LabelledText, lookup: Lookup): Example[] {
  const actors = perfectActors(text, labels.entities, lookup);
  return pairPlaces(text, splitSentences(text), actors).map(({ place }) => {
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

/** The chance of the last pair, by falling chance, whose sentences are still within the budget. */
function lowestWithin(gate: Gate, examples: readonly Example[], characters: number): number {
  const ranked = examples
    .map(({ place }) => ({ chance: chanceOf(gate, place), cost: costOf(place) }))
    .sort((a, b) => b.chance - a.chance);
  let spent = 0;
  for (const { chance, cost } of ranked) {
    spent += cost;
    if (spent > characters) return chance;
  }
  return 0;
}

function costOf({ sentence, before, together }: PairPlace): number {
  return sentence[1] - (together ? sentence[0] : before![0]);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
