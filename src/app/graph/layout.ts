/** Asks the worker where the actors stand and which blocs they form. */
import type { Blocs } from '../../graph/blocs.ts';
import type { Dyad } from '../../graph/measure-dyads.ts';
import type {
  ComputedLayout,
  LayoutRequest,
  Positions,
  WorkerRequest,
  WorkerResponse,
} from '../../worker/layoutProtocol.ts';
import { m } from '../messages.ts';
import type { Lane } from './lanes.ts';
import { startLayout } from './layoutWorker.ts';
import type { NodeView } from './picture.ts';

interface Waiting {
  readonly ondraft: (positions: Positions) => void;
  readonly resolve: (response: WorkerResponse) => void;
  readonly reject: (error: Error) => void;
}

/** One worker for all questions, started with the first. */
export class LayoutClient {
  private worker: Worker | null = null;
  private turn = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** Lays out a graph; a large one gets a draft first. Rejects with an Error for people where the worker fails. */
  async layOut(
    layout: ComputedLayout,
    request: LayoutRequest,
    ondraft: (positions: Positions) => void,
  ): Promise<Positions> {
    const response = await this.ask((turn) => ({ kind: 'layout', turn, layout, ...request }), ondraft);
    return response.kind === 'blocs' ? {} : response.positions;
  }

  async findBlocs(dyads: readonly Dyad[]): Promise<Blocs> {
    const response = await this.ask(
      (turn) => ({ kind: 'blocs', turn, dyads }),
      () => undefined,
    );
    return response.kind === 'blocs' ? response.blocs : { blocs: [], modularity: 0, runs: 0 };
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  private ask(
    request: (turn: number) => WorkerRequest,
    ondraft: (positions: Positions) => void,
  ): Promise<WorkerResponse> {
    this.worker ??= this.start();
    const turn = ++this.turn;
    return new Promise((resolve, reject) => {
      this.waiting.set(turn, { ondraft, resolve, reject });
      this.worker!.postMessage(request(turn));
    });
  }

  private start(): Worker {
    const worker = startLayout();
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => {
      const asked = this.waiting.get(data.turn);
      if (data.kind === 'draft') return asked?.ondraft(data.positions);
      this.waiting.delete(data.turn);
      asked?.resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      const error = new Error(message ? m('graph_layout_failed', { message }) : m('graph_layout_reload'));
      for (const { reject } of this.waiting.values()) reject(error);
      this.stop();
    });
    return worker;
  }
}

/** What the worker needs of actors and lanes: the more ties, the nearer. */
export function layoutRequest(
  nodes: readonly NodeView[],
  lanes: readonly Lane[],
  more: (id: string) => Partial<LayoutRequest['nodes'][number]> = () => ({}),
): LayoutRequest {
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const { a, b, ties } of lanes) {
    const known = weights.get(`${a} ${b}`);
    weights.set(`${a} ${b}`, { a, b, weight: (known?.weight ?? 0) + Math.sqrt(ties.length) });
  }
  return {
    nodes: nodes.map(({ id, size, label }) => ({
      id,
      size,
      labelWidth: Math.min(label.length, 18) * 6,
      ...more(id),
    })),
    edges: [...weights.values()],
  };
}
