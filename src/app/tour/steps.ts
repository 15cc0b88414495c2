/** The steps of the tour: what each points at, and where its card stands. */

export const TOUR_STEPS = ['search', 'graph', 'time', 'filters', 'evidence'] as const;

export type TourStep = (typeof TOUR_STEPS)[number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;

/** Where a card beside a target stands, wholly within the window: below, above, to a side, else within it. */
export function cardPlace(
  target: Box,
  card: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const below = target.top + target.height + GAP;
  const above = target.top - card.height - GAP;
  const right = target.left + target.width + GAP;
  const left = target.left - card.width - GAP;
  const clamp = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  const within = (place: Pick<Box, 'left' | 'top'>) => ({
    left: clamp(place.left, view.width - card.width),
    top: clamp(place.top, view.height - card.height),
  });
  if (below + card.height + GAP <= view.height) return within({ left: target.left, top: below });
  if (above >= GAP) return within({ left: target.left, top: above });
  if (left >= GAP) return within({ left, top: target.top + GAP });
  if (right + card.width + GAP <= view.width) return within({ left: right, top: target.top + GAP });
  return within({ left: target.left + GAP, top: target.top + GAP });
}

/** The element that a step points at: the first that is on the screen. */
export function targetOf(step: TourStep): Element | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-tour~="${step}"]`);
  return [...all].find((element) => isOnScreen(element.getBoundingClientRect())) ?? null;
}

function isOnScreen({ width, height, right, left, top, bottom }: DOMRect): boolean {
  return width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}
