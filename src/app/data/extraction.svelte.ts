/**
 * Reads articles in this tab, by a worker that is started only when articles are opened, and kept a while for
 * those that follow. Nothing is uploaded; the reader's networks come from the same place as the page.
 */
import type { GraphFile, Note } from '../../model/index.ts';
import type { ArticleFile, ExtractionRequest, ExtractionResponse } from '../../worker/protocol.ts';
import { m } from '../messages.ts';
import { readerBase, startReader } from './readerWorker.ts';

export type ExtractionState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly stage: 'starting' | 'weights' | 'reading';
      readonly done: number;
      readonly total: number;
      readonly path: string;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface Reading {
  readonly graph: GraphFile;
  readonly notes: readonly Note[];
}

/** How long a reader waits for more articles before its memory is given back, in milliseconds. */
const IDLE = 120_000;

export class Extraction {
  state = $state.raw<ExtractionState>({ kind: 'idle' });
  private worker: Worker | null = null;
  /** The folder whose networks the worker has loaded. */
  private folder = '';
  private idle: ReturnType<typeof setTimeout> | undefined;
  private ondone: (reading: Reading) => void = () => undefined;

  /** Reads articles with the reader of a folder; `ondone` is called with the graph unless it fails or is cancelled. */
  start(files: readonly ArticleFile[], folder: string, ondone: (reading: Reading) => void): void {
    if (this.state.kind === 'running' || folder !== this.folder) this.stop();
    clearTimeout(this.idle);
    this.state = { kind: 'running', stage: 'starting', done: 0, total: files.length, path: '' };
    [this.folder, this.ondone] = [folder, ondone];
    this.worker ??= this.open();
    const request: ExtractionRequest = { kind: 'extract', files, readerBase: readerBase(folder) };
    this.worker.postMessage(request);
  }

  /** Stops reading; what was open stays open. */
  cancel(): void {
    this.stop();
    this.state = { kind: 'idle' };
  }

  /** Forgets a failure. */
  reset(): void {
    this.state = { kind: 'idle' };
  }

  private open(): Worker {
    const worker = startReader();
    worker.addEventListener('message', ({ data }: MessageEvent<ExtractionResponse>) => {
      if (this.worker === worker) this.receive(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.worker === worker) this.fail(m('data_reader_stopped'), event.message);
    });
    return worker;
  }

  private receive(response: ExtractionResponse): void {
    if (response.kind === 'progress') {
      const { stage, done, total, path } = response;
      this.state = { kind: 'running', stage, done, total, path };
    } else if (response.kind === 'failed') {
      this.fail(response.message);
    } else {
      // More articles may follow: the networks need not be loaded again for them.
      this.idle = setTimeout(() => this.stop(), IDLE);
      this.state = { kind: 'idle' };
      this.ondone(response);
    }
  }

  private fail(message: string, detail = ''): void {
    this.stop();
    this.state = { kind: 'failed', message: detail ? `${message} (${detail})` : message };
  }

  private stop(): void {
    clearTimeout(this.idle);
    this.worker?.terminate();
    this.worker = null;
  }
}
