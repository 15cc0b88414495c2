/** Starts the worker that lays out the graph. */
export function startLayout(): Worker {
  return new Worker(new URL('../../worker/layout.ts', import.meta.url), { type: 'module' });
}
