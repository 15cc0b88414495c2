/**
 * The date of an act among those that it may have: the one for which most speaks. A conditional logit (McFadden
 * 1974): each figure has a weight, the sums compete with one another and with no date at all, whose sum is 0.
 * The weights are fitted on labelled texts by `entente evaluate DIR --dates`.
 */
import type { Choice, Figures } from './choices.ts';
import { mayBeSame } from './edtf.ts';
import fitted from './weights.json' with { type: 'json' };

const WEIGHTS: Readonly<Record<string, number>> = fitted;

/** What speaks for a choice, as what its chance is proportional to; 1 for no date. */
function powerOf(figures: Figures): number {
  return Math.exp(
    Object.entries(figures).reduce((sum, [name, value]) => sum + value * (WEIGHTS[name] ?? 0), 0),
  );
}

/** The chance of each choice, in their order; what is left to 1 is that of no date. */
export function chancesOf(choices: readonly Choice[]): number[] {
  const powers = choices.map(({ figures }) => powerOf(figures));
  const total = powers.reduce((sum, power) => sum + power, 1);
  return powers.map((power) => power / total);
}

/** The likeliest choice; null where no date is likelier than it and those that agree with it ("2024", "2024-05"). */
export function likeliest(choices: readonly Choice[]): Choice | null {
  const powers = choices.map(({ figures }) => powerOf(figures));
  const best = choices[powers.indexOf(Math.max(...powers))];
  if (!best) return null;
  const agreeing = powers.filter((_, i) => mayBeSame(choices[i]!.edtf, best.edtf));
  return agreeing.reduce((sum, power) => sum + power, 0) > 1 ? best : null;
}
