/** The part of an `AbortSignal` that the core needs; it knows no DOM. */
export interface Cancellation {
  readonly aborted: boolean;
  /** Throws where the work is no longer wanted. */
  readonly throwIfAborted: () => void;
}
