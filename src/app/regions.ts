/** F6 goes from region to region: top bar, filters, graph or table, inspector, time bar. */

/** Moves the focus to the next or the previous region that is on the screen. */
export function nextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null,
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const start = at === -1 && backwards ? 0 : at;
  regions[(start + step + regions.length) % regions.length]?.focus();
}
