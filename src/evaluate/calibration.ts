/** Whether confidence means what it says: of assertions with confidence c, about c should be right. */

/** One tenth of the scale: how many assertions fall in it, their mean confidence, how many were right. */
export interface CalibrationBin {
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** Ten bins of equal width, empty ones left out, and the expected calibration error (Naeini et al. 2015). */
export function calibrationOf(confidences: readonly (readonly [number, boolean])[]): {
  readonly bins: readonly CalibrationBin[];
  readonly error: number;
} {
  const bins = Array.from({ length: 10 }, (_, k) => {
    const inside = confidences.filter(([c]) => Math.min(9, Math.floor(c * 10)) === k);
    const mean = inside.reduce((sum, [c]) => sum + c, 0) / Math.max(1, inside.length);
    return { count: inside.length, confidence: mean, right: inside.filter(([, right]) => right).length };
  }).filter(({ count }) => count > 0);
  const error = bins.reduce((sum, { count, confidence, right }) => sum + Math.abs(count * confidence - right), 0);
  return { bins, error: confidences.length === 0 ? 0 : error / confidences.length };
}
