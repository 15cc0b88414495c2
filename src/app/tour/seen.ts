/** Whether the tour has been taken or skipped in this browser. */

const KEY = 'entente-tour';

/** A browser that keeps nothing is not shown the tour, or it would be shown each time. */
export function isTourSeen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // As above.
  }
}
