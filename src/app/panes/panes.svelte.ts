/** The panes beside the view: how wide they are, and whether the left one is there. */
import { BOUNDS, type KeptPanes, panesFrom, type Side, withinBounds } from './paneWidth.ts';

const KEY = 'entente-panes';
/** From this width on the left pane stands beside the view; below, it is a drawer over it. */
const WIDE = '(min-width: 1100px)';

export class Panes {
  /** Whether there is room for panes beside the view. */
  wide = $state.raw(true);
  private kept = $state.raw<KeptPanes>(panesFrom(read()));
  private drawer = $state.raw(false);

  get left(): number {
    return this.kept.left;
  }

  get right(): number {
    return this.kept.right;
  }

  /** Whether the left pane is to be seen, as pane or as drawer. */
  get shown(): boolean {
    return this.wide ? !this.kept.folded : this.drawer;
  }

  set shown(shown: boolean) {
    if (this.wide) this.keep({ ...this.kept, folded: !shown });
    else this.drawer = shown;
  }

  /** Follows the width of the window. To be called while a component is made. */
  start(): void {
    $effect(() => {
      const query = matchMedia(WIDE);
      const onchange = () => {
        this.wide = query.matches;
        this.drawer = false;
      };
      onchange();
      query.addEventListener('change', onchange);
      return () => query.removeEventListener('change', onchange);
    });
  }

  resize(side: Side, width: number): void {
    this.keep({ ...this.kept, [side]: withinBounds(side, width) });
  }

  reset(side: Side): void {
    this.resize(side, BOUNDS[side].usual);
  }

  private keep(panes: KeptPanes): void {
    this.kept = panes;
    try {
      localStorage.setItem(KEY, JSON.stringify(panes));
    } catch {
      // A browser that keeps nothing still shows it until the page is closed.
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
