/** The SHA-256 of a file, by a thread of its own: a large file is hashed while it is read. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const PIECE_BYTES = 1 << 20;

/** Runs in the thread; as text, so that it needs no file beside the bundle. */
const THREAD = `
const { workerData, parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const hash = createHash('sha256');
const file = openSync(workerData.path, 'r');
const buffer = Buffer.allocUnsafe(workerData.piece);
let bytes = 0;
for (let length; (length = readSync(file, buffer)) > 0; bytes += length) hash.update(buffer.subarray(0, length));
closeSync(file);
parentPort.postMessage({ bytes, sha256: hash.digest('hex') });
`;

/** Begins to hash a file. The answer is for its first `bytes` bytes, hexadecimal. */
export function startHash(path: string): (bytes: number) => Promise<string> {
  const worker = new Worker(THREAD, { eval: true, workerData: { path, piece: PIECE_BYTES } });
  // Where reading fails, nobody waits for the hash.
  worker.unref();
  const whole = new Promise<{ bytes: number; sha256: string } | null>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  return async (bytes) => {
    worker.ref();
    const found = await whole;
    // Reading may have been stopped, or the file have grown since.
    return found?.bytes === bytes ? found.sha256 : hashOf(path, bytes);
  };
}

function hashOf(path: string, bytes: number): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  try {
    let left = bytes;
    while (left > 0) {
      const length = readSync(file, buffer, 0, Math.min(left, buffer.length), null);
      if (length === 0) break;
      hash.update(buffer.subarray(0, length));
      left -= length;
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
