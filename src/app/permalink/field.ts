/** One part of the state of the screen, and how an address says it. */
import type { Corpus } from '../data/corpus.ts';
import type { Screen } from '../screen.ts';

export interface Field<T> {
  /**
   * What a change of it does to the browser's history. `step`: one step for back and forward; `settled`: one,
   * once no further change follows; `quiet`: none, the address is brought up to date.
   */
  readonly change: 'step' | 'settled' | 'quiet';
  /** Kept on this device from the last time: an address that does not say it leaves it as it is. */
  readonly personal?: true;
  /** As for a graph that was just opened; an address does not say it then. */
  readonly initial: (corpus: Corpus) => T;
  readonly write: (value: T, corpus: Corpus) => string;
  /** Undefined: not understood. */
  readonly read: (text: string, corpus: Corpus) => T | undefined;
  readonly get: (screen: Screen) => T;
  /** Shows it. Returns what of it is not in the graph, which is left out. */
  readonly set: (screen: Screen, value: T, corpus: Corpus) => readonly string[];
}

/** A field that says one of a few words. */
export function choice<T extends string>(
  values: readonly T[],
  initial: () => T,
  get: (screen: Screen) => T,
  set: (screen: Screen, value: T) => void,
  change: Field<T>['change'] = 'step',
): Field<T> {
  return {
    change,
    initial,
    write: (value) => value,
    read: (text) => values.find((value) => value === text),
    get,
    set: (screen, value) => (set(screen, value), []),
  };
}

/** A field that says yes or no. */
export function flag(
  initial: boolean,
  get: (screen: Screen) => boolean,
  set: (screen: Screen, value: boolean) => void,
  change: Field<boolean>['change'] = 'step',
): Field<boolean> {
  return {
    change,
    initial: () => initial,
    write: (value) => (value ? 'yes' : 'no'),
    read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
    get,
    set: (screen, value) => (set(screen, value), []),
  };
}
