/** Work that the eye can wait for: the graph is drawn first. */

/** The longest that work waits for a moment without any other, in milliseconds. */
const LATEST = 100;

/** Calls back once the next frame is drawn, unless the function that it gives is called before. */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Calls back once the next frame is drawn and nothing else is to be done, unless it is cancelled as above. */
export function whenIdle(run: () => void): () => void {
  // Safari learnt it late.
  if (!('requestIdleCallback' in globalThis)) return afterFrame(run);
  let idle = 0;
  const frame = requestAnimationFrame(() => (idle = requestIdleCallback(run, { timeout: LATEST })));
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}
