/** Starts the worker that reads a large graph file. */
export function startOpening(): Worker {
  return new Worker(new URL('../../worker/opening.ts', import.meta.url), { type: 'module' });
}
