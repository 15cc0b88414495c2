/** The worker that lays out the graph, so that the page stays responsive meanwhile. */
import type { LayoutRequest, Positions } from './layoutProtocol.ts';
import { layOut } from './layoutPositions.ts';

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const positions: Positions = layOut(event.data);
  self.postMessage(positions);
});
