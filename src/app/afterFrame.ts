/** Work that the eye can wait for: the graph is drawn first. */

/** Calls back once the next frame is drawn, unless the function that it gives is called before. */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
