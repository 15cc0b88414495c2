/** Whether confidence means what it says: of assertions with confidence c, about c should be right. */

/** A confidence or probability, and whether the assertion was right. */
export type Outcome = readonly [confidence: number, right: boolean];

/** One tenth of the scale: how many assertions fall in it, their mean confidence, how many were right. */
export interface CalibrationBin {
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** Ten bins of equal width, empty ones left out, and the expected calibration error (Naeini et al. 2015). */
export function calibrationOf(outcomes: readonly Outcome[]): {
  readonly bins: readonly CalibrationBin[];
  readonly error: number;
} {
  const bins = Array.from({ length: 10 }, (_, k) => {
    const inside = outcomes.filter(([c]) => Math.min(9, Math.floor(c * 10)) === k);
    const mean = inside.reduce((sum, [c]) => sum + c, 0) / Math.max(1, inside.length);
    return { count: inside.length, confidence: mean, right: inside.filter(([, right]) => right).length };
  }).filter(({ count }) => count > 0);
  const error = bins.reduce(
    (sum, { count, confidence, right }) => sum + Math.abs(count * confidence - right),
    0,
  );
  return { bins, error: outcomes.length === 0 ? 0 : error / outcomes.length };
}

/** Outcomes below this probability are left out of a fit: no reader asserts them, there are many, and they bend the curve. */
const LOWEST = 0.3;
/** Where the fitted curve has its knots. */
const KNOTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];
/** Probabilities nearer to 0 or 1 count as this near: a network is never so sure. */
const NEAREST = 0.005;
const FITTING = { steps: 4000, rate: 0.5 };

/**
 * Fits the curve from a network's probability to the share that was right: a logistic function of its log-odds
 * (Platt 1999), two numbers that some hundred outcomes tell well. Between the knots the curve is linear.
 */
export function fitCalibration(outcomes: readonly Outcome[]): [probability: number, confidence: number][] {
  const points = outcomes
    .filter(([p]) => p >= LOWEST)
    .map(([p, right]) => [logOdds(p), Number(right)] as const);
  let [slope, shift] = [1, 0];
  for (let step = 0; step < FITTING.steps && points.length > 0; step++) {
    const off = points.map(([x, right]) => [x, logistic(slope * x + shift) - right] as const);
    slope -= (FITTING.rate / 4) * mean(off.map(([x, error]) => x * error));
    shift -= FITTING.rate * mean(off.map(([, error]) => error));
  }
  return KNOTS.map((p) => [p, rounded(logistic(Math.max(0, slope) * logOdds(p) + shift))]);
}

function logOdds(probability: number): number {
  const p = Math.min(1 - NEAREST, Math.max(NEAREST, probability));
  return Math.log(p / (1 - p));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
