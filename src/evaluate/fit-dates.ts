/**
 * Fits what a date weighs (src/time/weigh.ts) on labelled texts: a conditional logit, in which of all that
 * an act may have the labelled date should be likeliest, or none where the text tells none.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { toldAct } from '../extract.ts';
import type { Span } from '../model/index.ts';
import type { Lookup } from '../ontology/lookup.ts';
import type { RelationId } from '../ontology/relations/index.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Choice } from '../time/choices.ts';
import { storyOf } from '../time/story.ts';
import type { ToldAct } from '../time/told.ts';
import type { LabelledDocument } from './evaluate.ts';
import type { LabelledRelation } from './labels.ts';
import { perfectActors } from './perfect-actors.ts';
import { isSameTime } from './score.ts';

/** Weights of acts without a labelled date, and of those whose date another sentence of theirs tells. */
const UNDATED = 0.55;
const ELSEWHERE = 0.25;
/** Steps and rate of the descent, how much of a step carries on, and what keeps weights small. */
const STEPS = 1500;
const RATE = 0.15;
const MOMENTUM = 0.9;
const DECAY = 0.001;
/** Weights nearer to 0 are left out, as are figures that fewer choices have. */
const LEAST = 0.02;
const SELDOM = 5;

interface Example {
  readonly choices: readonly Row[];
  /** Whether none of them is right. */
  readonly isNone: boolean;
  readonly weight: number;
}

interface Row {
  readonly figures: readonly (readonly [index: number, value: number])[];
  readonly isRight: boolean;
}

/** Weights by the names of the figures, sorted. */
export function fitDates(texts: readonly LabelledDocument[], lookup: Lookup): Record<string, number> {
  const acts = texts.flatMap((text) => actsOf(text, lookup));
  const names = namesOf(acts.flatMap(({ choices }) => choices));
  const weights = descend(
    acts.map((act) => exampleOf(act, names)),
    names.size,
  );
  return Object.fromEntries(
    [...names]
      .map(([name, index]) => [name, Math.round(weights[index]! * 100) / 100] as const)
      .filter(([, weight]) => Math.abs(weight) >= LEAST),
  );
}

interface LabelledAct {
  readonly choices: readonly Choice[];
  readonly when: string | null;
}

function actsOf({ document, labels }: LabelledDocument, lookup: Lookup): LabelledAct[] {
  const { text, published } = document;
  const sentences = splitSentences(text);
  const actors = new Map(perfectActors(text, labels.entities, lookup).map((actor) => [actor.name, actor]));
  const story = storyOf(text, sentences, published);
  return labels.relations
    .filter(({ optional }) => optional !== true)
    .flatMap((relation) => actsOfRelation(relation, text, sentences, actors, story));
}

/** One for each sentence that states the relation. */
function actsOfRelation(
  label: LabelledRelation,
  text: string,
  sentences: readonly Span[],
  actors: ReadonlyMap<string, ActorInText>,
  choicesOf: (act: ToldAct) => readonly Choice[],
): LabelledAct[] {
  const [source, target] = [actors.get(label.source), actors.get(label.target)];
  if (!source || !target) return [];
  const relation = label.relation as RelationId;
  const { status, when } = label;
  return sentences.flatMap((span, sentence) => {
    const words = text.slice(...span);
    if (!label.evidence.some((quote) => quote.includes(words) || words.includes(quote))) return [];
    const act = toldAct({ source, target, relation, status, sentence }, span);
    return [{ choices: choicesOf(act), when }];
  });
}

/** The figures that are not too seldom, with an index each. */
function namesOf(choices: readonly Choice[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { figures } of choices) {
    for (const [name, value] of Object.entries(figures)) {
      if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const often = [...counts].filter(([, count]) => count >= SELDOM).map(([name]) => name);
  return new Map(often.sort().map((name, index) => [name, index]));
}

function exampleOf({ choices, when }: LabelledAct, names: ReadonlyMap<string, number>): Example {
  const isOf = ({ edtf }: Choice) => when !== null && isSameTime(edtf, when);
  // As precise as any that is right: the year alone is no answer where the month is known.
  const precision = Math.max(0, ...choices.filter(isOf).map(({ edtf }) => edtf.length));
  const rows = choices.map((choice) => ({
    figures: Object.entries(choice.figures).flatMap(([name, value]) => {
      const index = names.get(name);
      return index === undefined || value === 0 ? [] : [[index, value] as const];
    }),
    isRight: isOf(choice) && choice.edtf.length === precision,
  }));
  const isNone = !rows.some(({ isRight }) => isRight);
  return { choices: rows, isNone, weight: when === null ? UNDATED : isNone ? ELSEWHERE : 1 };
}

/** Gradient descent with momentum on the mean log loss. */
function descend(examples: readonly Example[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => DECAY * weight);
    for (const example of examples) addSlope(example, weights, slope, all);
    slope.forEach((value, i) => {
      speed[i] = MOMENTUM * speed[i]! - RATE * value;
      weights[i]! += speed[i];
    });
  }
  return weights;
}

/** Adds what one example says of each weight: its chance among all less its chance among the right ones. */
function addSlope(
  { choices, isNone, weight }: Example,
  weights: Float64Array,
  slope: Float64Array,
  all: number,
): void {
  const powers = choices.map(({ figures }) =>
    Math.exp(figures.reduce((sum, [i, value]) => sum + weights[i]! * value, 0)),
  );
  const total = powers.reduce((sum, power) => sum + power, 1);
  const right = choices.reduce((sum, { isRight }, i) => sum + (isRight ? powers[i]! : 0), isNone ? 1 : 0);
  choices.forEach(({ figures, isRight }, k) => {
    const excess = powers[k]! / total - (isRight ? powers[k]! / right : 0);
    for (const [i, value] of figures) slope[i]! += (weight / all) * excess * value;
  });
}
