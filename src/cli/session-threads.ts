/**
 * A network on several threads, each with a session of its own: `onnxruntime-node` computes on the
 * thread that calls it, so that one thread could not have two batches computed at once.
 */
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OnnxSession, OnnxTensor } from '../reader/onnx.ts';

/** Runs in each thread; as text, so that it needs no file beside the bundle. */
const THREAD = `
const { workerData, parentPort } = require('node:worker_threads');
const { InferenceSession, Tensor } = require(workerData.runtime);
const opened = InferenceSession.create(workerData.network, workerData.options);
opened.then(() => parentPort.postMessage({ id: 0 }), (error) => parentPort.postMessage({ id: 0, error: String(error) }));
parentPort.on('message', async ({ id, feeds }) => {
  try {
    const session = await opened;
    const tensors = Object.entries(feeds).map(([name, { type, data, dims }]) => [name, new Tensor(type, data, dims)]);
    const results = await session.run(Object.fromEntries(tensors));
    const outputs = Object.entries(results).map(([name, { data }]) => [name, { data }]);
    parentPort.postMessage({ id, results: Object.fromEntries(outputs) });
  } catch (error) {
    parentPort.postMessage({ id, error: String((error && error.message) || error) });
  }
});
`;

type Results = Record<string, OnnxTensor>;
interface Waiting {
  readonly resolve: (results: Results) => void;
  readonly reject: (error: Error) => void;
}
interface Answer {
  readonly id: number;
  readonly results: Results;
  readonly error?: string;
}

/** So many batches wait for each other thread, so that it has work while this one computes and can hand out none. */
const WAITING = 3;
/** Batches to have under way for each thread, so that none is ever without. */
export const UNDER_WAY = WAITING + 1;

/**
 * The network of a session, a file, on so many threads, two or more: this one and others, which end with the
 * program. What no other thread has room for waits, and this one computes of it when it has nothing else to do.
 */
export async function sessionOnThreads(
  session: OnnxSession,
  network: string,
  threads: number,
  options: Readonly<Record<string, unknown>>,
): Promise<OnnxSession> {
  const runtime = createRequire(import.meta.url).resolve('onnxruntime-node');
  const others = Array.from({ length: threads - 1 }, () => new SessionThread({ runtime, network, options }));
  // A program that ends while a thread opens its network would crash.
  await Promise.all(others.map(({ ready }) => ready));
  const line = new Line(session, others);
  return { run: (feeds) => new Promise((resolve, reject) => line.add({ feeds, resolve, reject })) };
}

type Feeds = Record<string, never>;
interface Batch extends Waiting {
  readonly feeds: Feeds;
}

/** Batches that no thread has yet. */
class Line {
  readonly #batches: Batch[] = [];
  readonly #session: OnnxSession;
  readonly #others: readonly SessionThread[];
  #isComputing = false;

  constructor(session: OnnxSession, others: readonly SessionThread[]) {
    this.#session = session;
    this.#others = others;
    for (const other of others) other.onfree = () => this.#handOut();
  }

  add(batch: Batch): void {
    this.#batches.push(batch);
    this.#handOut();
    if (!this.#isComputing) void this.#compute();
  }

  #handOut(): void {
    while (this.#batches.length > 0) {
      const freest = this.#others.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
      if (freest.waiting.size >= WAITING) return;
      freest.ask(this.#batches.shift()!);
    }
  }

  async #compute(): Promise<void> {
    this.#isComputing = true;
    for (;;) {
      // First what came while this thread computed: answers of the others, and what follows from them.
      await setImmediate();
      const batch = this.#batches.shift();
      if (!batch) break;
      await this.#session.run(batch.feeds).then(batch.resolve, batch.reject);
    }
    this.#isComputing = false;
  }
}

class SessionThread {
  readonly waiting = new Map<number, Waiting>();
  /** Called when there is room for another batch. */
  onfree: () => void = () => undefined;
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  #last = 0;

  constructor(workerData: Readonly<Record<string, unknown>>) {
    this.#worker = new Worker(THREAD, {
      eval: true,
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
    });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.ready = new Promise((resolve, reject) => this.waiting.set(0, { resolve, reject }));
  }

  ask({ feeds, resolve, reject }: Batch): void {
    const plain = Object.entries(feeds).map(([name, tensor]) => [name, plainTensor(tensor)] as const);
    this.#last += 1;
    this.waiting.set(this.#last, { resolve, reject });
    this.#worker.ref();
    this.#worker.postMessage({ id: this.#last, feeds: Object.fromEntries(plain) });
  }

  #settle({ id, results, error }: Answer): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.#worker.unref();
    if (error === undefined) one?.resolve(results);
    else one?.reject(new Error(`a network failed: ${error}`));
    this.onfree();
  }

  #fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Tensors do not pass between threads; their parts do. */
function plainTensor(tensor: OnnxTensor): object {
  const { type, data, dims } = tensor as OnnxTensor & {
    readonly type: string;
    readonly dims: readonly number[];
  };
  return { type, data, dims };
}
