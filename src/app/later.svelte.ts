/** What of the screen may follow a frame after the graph: of a large one it takes a while to reckon. */
import { untrack } from 'svelte';
import { whenIdle } from './afterFrame.ts';

/** A value that is reckoned anew once the graph is drawn. To be made where a component is set up. */
export class Later<T> {
  current: T = $state.raw()!;
  private cancel: (() => void) | null = null;

  /** `hangsOn` reads all that the value is reckoned from, and reckons nothing itself. */
  constructor(value: () => T, hangsOn: () => unknown) {
    this.current = untrack(value);
    $effect(() => {
      hangsOn();
      // What waits already takes the newest of all: else it would never come while somebody scrubs through time.
      this.cancel ??= whenIdle(() => {
        this.cancel = null;
        this.current = value();
      });
    });
    $effect(() => () => this.cancel?.());
  }
}
