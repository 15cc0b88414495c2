/** What lies over the page: at most one of these at a time. */

export type Overlay = 'palette' | 'help' | 'tour';

export class Overlays {
  shown = $state.raw<Overlay | null>(null);

  show(overlay: Overlay): void {
    this.shown = overlay;
  }

  close(overlay: Overlay): void {
    if (this.shown === overlay) this.shown = null;
  }
}
