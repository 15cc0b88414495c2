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

/** So many batches wait for each other thread before this one computes one, in which time it can hand out none. */
const WAITING = 3;
/** Batches to have under way for each thread, so that none is ever without. */
export const UNDER_WAY = WAITING + 1;

/**
 * The network of a session, a file, on so many threads, two or more: this one and others, which end with the
 * program. A batch goes to the other thread with the fewest.
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
  const freest = () => others.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
  let isComputing = false;
  return {
    async run(feeds) {
      if (!isComputing && freest().waiting.size >= WAITING) {
        isComputing = true;
        try {
          // Answers of the others that came while this thread computed are taken first.
          await setImmediate();
          if (freest().waiting.size >= WAITING) return await session.run(feeds);
        } finally {
          isComputing = false;
        }
      }
      return freest().ask(feeds);
    },
  };
}

class SessionThread {
  readonly waiting = new Map<number, Waiting>();
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

  ask(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Results> {
    const plain = Object.entries(feeds).map(([name, tensor]) => [name, plainTensor(tensor)] as const);
    return new Promise((resolve, reject) => {
      this.#last += 1;
      this.waiting.set(this.#last, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id: this.#last, feeds: Object.fromEntries(plain) });
    });
  }

  #settle({ id, results, error }: Answer): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.#worker.unref();
    if (error === undefined) one?.resolve(results);
    else one?.reject(new Error(`a network failed: ${error}`));
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
