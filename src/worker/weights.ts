/** Fetches the reader's files from where the page came from, and opens it with ONNX Runtime for the web. */
import * as ort from 'onnxruntime-web/wasm';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { createOnnxEncoder } from '../reader/onnx.ts';
import {
  type NetworkName,
  type Reader,
  createReader,
  damageOf,
  fileOf,
  parseSettings,
} from '../reader/reader.ts';

/** Bytes loaded of all bytes, and the file that is loading. */
export type OnLoaded = (done: number, total: number, file: string) => void;

/** Opens the reader of a folder (a URL that ends in `/`). Throws with the way out where a file is missing or damaged. */
export async function loadReader(base: string, onLoaded: OnLoaded): Promise<Reader> {
  const settings = parseSettings(
    new TextDecoder().decode(await fetchBytes(base, 'reader.json')),
    'reader.json',
  );
  const total = Object.values(settings.files).reduce((sum, { bytes }) => sum + bytes, 0);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let before = 0;
  for (const name of Object.keys(settings.files)) {
    const bytes = await fetchBytes(base, name, (done) => onLoaded(before + done, total, name));
    const damage = damageOf(settings, name, bytes.length, await sha256(bytes));
    if (damage) throw new Error(damage);
    files.set(name, bytes);
    before += bytes.length;
  }
  const take = (name: string) => {
    const bytes = files.get(name)!;
    files.delete(name);
    return bytes;
  };
  prepareRuntime();
  const session = (network: NetworkName) =>
    ort.InferenceSession.create(take(fileOf(settings, network)), { executionProviders: ['wasm'] });
  const sessions = {
    mentions: await session('mentions'),
    links: await session('links'),
    relations: await session('relations'),
  };
  const encoder = createOnnxEncoder(ort, sessions, settings.networks.mentions.hidden);
  return createReader(settings, (file) => new TextDecoder().decode(take(file)), encoder);
}

function prepareRuntime(): void {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl };
  // Threads need a page that is isolated from others (headers COOP and COEP); `entente explore` sends them.
  ort.env.wasm.numThreads = self.crossOriginIsolated ? Math.min(4, navigator.hardwareConcurrency) : 1;
  ort.env.logLevel = 'error';
}

async function fetchBytes(
  base: string,
  name: string,
  onDone: (done: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(name, base);
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(
      `The reader's file ${url.pathname} could not be loaded (${String(error)}): is the server still running?`,
    );
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `The reader's file ${url.pathname} is missing on the server (${response.status}): put the folder reader/ beside the page, as the build does`,
    );
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    onDone(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
