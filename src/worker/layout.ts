/** The worker that lays out the graph and finds its blocs, so that the page stays responsive meanwhile. */
import { findBlocs } from '../graph/blocs.ts';
import { blocsApart } from './layoutBlocs.ts';
import { inLevels } from './layoutLevels.ts';
import { layOut } from './layoutPositions.ts';
import type { Positions, WorkerRequest, WorkerResponse } from './layoutProtocol.ts';
import { inRings } from './layoutRings.ts';

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const { turn } = data;
  if (data.kind === 'blocs') return answer({ kind: 'blocs', turn, blocs: findBlocs(data.dyads) });
  const ondraft = (positions: Positions) => answer({ kind: 'draft', turn, positions });
  answer({ kind: 'layout', turn, positions: positionsFor(data, ondraft) });
});

function positionsFor(
  request: Extract<WorkerRequest, { kind: 'layout' }>,
  ondraft: (positions: Positions) => void,
): Positions {
  switch (request.layout) {
    case 'force':
      return layOut(request, ondraft);
    case 'rings':
      return inRings(request);
    case 'blocs':
      return blocsApart(request);
    case 'levels':
      return inLevels(request);
  }
}

function answer(response: WorkerResponse): void {
  self.postMessage(response);
}
