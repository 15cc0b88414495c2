/** How wide the panes beside the view are: within bounds, by mouse and by keys, and kept on this device. */

export type Side = 'left' | 'right';

export interface Bounds {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** What is kept from visit to visit. */
export interface KeptPanes {
  readonly left: number;
  readonly right: number;
  /** Whether the left pane is folded away. */
  readonly folded: boolean;
}

export const BOUNDS: Readonly<Record<Side, Bounds>> = {
  left: { least: 220, usual: 272, most: 480 },
  right: { least: 320, usual: 384, most: 720 },
};

export const USUAL: KeptPanes = { left: BOUNDS.left.usual, right: BOUNDS.right.usual, folded: false };

/** A step of the arrow keys, in pixels. */
const STEP = 16;

export function withinBounds(side: Side, width: number): number {
  const { least, most } = BOUNDS[side];
  return Math.round(Math.min(most, Math.max(least, width)));
}

/** The width after a key on the separator; null: the key does nothing there. Arrows move the separator. */
export function widthAfter(side: Side, width: number, key: string): number | null {
  const { least, most } = BOUNDS[side];
  const outwards = side === 'left' ? 1 : -1;
  switch (key) {
    case 'ArrowRight':
      return withinBounds(side, width + STEP * outwards);
    case 'ArrowLeft':
      return withinBounds(side, width - STEP * outwards);
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}

/** What was kept; what of it is not understood is as usual. */
export function panesFrom(kept: string | null): KeptPanes {
  const { left, right, folded } = parsed(kept);
  const width = (side: Side, value: unknown) =>
    typeof value === 'number' && Number.isFinite(value) ? withinBounds(side, value) : BOUNDS[side].usual;
  return { left: width('left', left), right: width('right', right), folded: folded === true };
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
