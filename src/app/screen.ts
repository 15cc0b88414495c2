/** The parts of the screen that hold its state: what commands act on and what an address says. */
import type { Overlays } from './commands/overlays.svelte.ts';
import type { SingleKeys } from './commands/singleKeys.svelte.ts';
import type { Opening } from './data/opening.svelte.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { GraphStage } from './graph/stage.svelte.ts';
import type { Theme } from './topbar/theme.svelte.ts';

export interface Screen {
  readonly explorer: Explorer;
  readonly stage: GraphStage;
  readonly opening: Opening;
  readonly theme: Theme;
  readonly overlays: Overlays;
  readonly singleKeys: SingleKeys;
}
