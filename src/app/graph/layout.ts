/** Asks the layout worker where the actors stand. */
import type { LayoutRequest, Positions } from '../../worker/layoutProtocol.ts';
import type { Lane } from './lanes.ts';
import { startLayout } from './layoutWorker.ts';
import type { NodeView } from './picture.ts';

/** Lays out a graph off the main thread. Rejects with an Error for people where the worker fails. */
export function layOutInWorker(nodes: readonly NodeView[], lanes: readonly Lane[]): Promise<Positions> {
  const worker = startLayout();
  return new Promise<Positions>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Positions>) => resolve(data));
    worker.addEventListener('error', (event) =>
      reject(new Error(`The graph could not be laid out: ${event.message || 'reload the page'}.`)),
    );
    worker.postMessage(layoutRequest(nodes, lanes));
  }).finally(() => worker.terminate());
}

function layoutRequest(nodes: readonly NodeView[], lanes: readonly Lane[]): LayoutRequest {
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const { a, b, ties } of lanes) {
    const known = weights.get(`${a} ${b}`);
    weights.set(`${a} ${b}`, { a, b, weight: (known?.weight ?? 0) + Math.sqrt(ties.length) });
  }
  return {
    nodes: nodes.map(({ id, size, label }) => ({ id, size, labelWidth: Math.min(label.length, 18) * 6 })),
    edges: [...weights.values()],
  };
}
