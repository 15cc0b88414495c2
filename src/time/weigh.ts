/**
 * The date of an act among those that it may have: the one for which most speaks. A conditional logit (McFadden
 * 1974): each figure has a weight, the sums compete with one another and with no date at all, whose sum is 0.
 * The weights are fitted on labelled texts by `entente evaluate DIR --dates`.
 */
import type { Choice, Figures } from './choices.ts';
import fitted from './weights.json' with { type: 'json' };

const WEIGHTS: Readonly<Record<string, number>> = fitted;

/** What speaks for a choice; the chance of each is proportional to its exponential. */
function sumOf(figures: Figures): number {
  return Object.entries(figures).reduce((sum, [name, value]) => sum + value * (WEIGHTS[name] ?? 0), 0);
}

/** The chance of each choice, in their order; what is left to 1 is that of no date. */
export function chancesOf(choices: readonly Choice[]): number[] {
  const powers = choices.map(({ figures }) => Math.exp(sumOf(figures)));
  const total = powers.reduce((sum, power) => sum + power, 1);
  return powers.map((power) => power / total);
}

/** The choice with the largest sum; null where none has one above 0. */
export function likeliest(choices: readonly Choice[]): Choice | null {
  let best: Choice | null = null;
  let most = 0;
  for (const choice of choices) {
    const sum = sumOf(choice.figures);
    if (sum > most) [best, most] = [choice, sum];
  }
  return best;
}
