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

/** Fewest outcomes that a step of a fitted curve rests on. */
const STEP = 40;

/**
 * Fits the curve from a network's probability to the share that was right: isotonic regression by
 * pooling adjacent violators (Ayer et al. 1955) over steps of at least forty outcomes, one knot a
 * step at its mean probability. Between knots the curve is linear.
 */
export function fitCalibration(outcomes: readonly Outcome[]): [probability: number, confidence: number][] {
  const sorted = [...outcomes].sort((a, b) => a[0] - b[0]);
  const steps: { sum: number; right: number; count: number }[] = [];
  for (let from = 0; from < sorted.length; from += STEP) {
    // The rest of the last step is too small for one of its own.
    const isLast = sorted.length - from < 2 * STEP;
    const some = sorted.slice(from, isLast ? undefined : from + STEP);
    const right = some.filter(([, isRight]) => isRight).length;
    steps.push({ sum: some.reduce((sum, [p]) => sum + p, 0), right, count: some.length });
    pool(steps);
    if (isLast) break;
  }
  return steps.map(({ sum, right, count }) => [rounded(sum / count), rounded(right / count)]);
}

function pool(steps: { sum: number; right: number; count: number }[]): void {
  for (let k = steps.length - 1; k > 0; k--) {
    const [a, b] = [steps[k - 1]!, steps[k]!];
    if (a.right / a.count < b.right / b.count) return;
    steps.splice(k - 1, 2, { sum: a.sum + b.sum, right: a.right + b.right, count: a.count + b.count });
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
