/** The text of a file in pieces, with its hash; any size in little memory. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { setImmediate } from 'node:timers/promises';
import { NothingDone, say } from './command.ts';
import { startHash } from './file-hash.ts';

/** Larger pieces leave the processor's cache between decoding and reading. */
const PIECE_BYTES = 1 << 16;
/** Pieces between two looks at the world: Ctrl-C, progress. */
const PIECES_AT_A_TIME = 64;

/**
 * Hands the text (UTF-8) over in order, until its end or until `stop`. Returns the SHA-256 of the bytes
 * read, hexadecimal. `onProgress` gets bytes; the size of a pipe is 0. Throws `NothingDone` where the
 * file cannot be read or is compressed.
 */
export async function readPieces(
  path: string,
  push: (text: string) => void,
  onProgress: (done: number, size: number) => void,
  stop: AbortSignal,
): Promise<string> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new NothingDone(`${path}: no such file`);
  if (stats.isDirectory()) throw new NothingDone(`${path}: this is a folder: name one file`);
  const hash = createHash('sha256');
  const hashOfFile = stats.isFile() ? startHash(path) : null;
  const decoder = new StringDecoder('utf8');
  const size = stats.isFile() ? stats.size : 0;
  let done = 0;
  const take = (bytes: Buffer): void => {
    if (done === 0) checkPlain(path, bytes);
    if (!hashOfFile) hash.update(bytes);
    push(decoder.write(bytes));
    done += bytes.length;
  };
  if (stats.isFile()) await readFile(path, take, () => onProgress(done, size), stop);
  else await readPipe(path, take, () => onProgress(done, size), stop);
  if (!stop.aborted) push(decoder.end());
  return hashOfFile ? hashOfFile(done) : hash.digest('hex');
}

/** Into one buffer, again and again: a stream would make a new one for each piece. */
async function readFile(
  path: string,
  take: (bytes: Buffer) => void,
  pause: () => void,
  stop: AbortSignal,
): Promise<void> {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  try {
    for (let pieces = 1; !stop.aborted; pieces++) {
      const length = readSync(file, buffer);
      if (length === 0) return;
      take(buffer.subarray(0, length));
      if (pieces % PIECES_AT_A_TIME !== 0) continue;
      pause();
      await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/** Archives need not be unpacked first: `zcat … | entente import /dev/stdin`. */
async function readPipe(
  path: string,
  take: (bytes: Buffer) => void,
  pause: () => void,
  stop: AbortSignal,
): Promise<void> {
  let isFirst = true;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (stop.aborted) return;
    take(piece as Buffer);
    if (isFirst) say(`reading ${path} to its end; Ctrl-C stops and keeps what was read`);
    isFirst = false;
    pause();
  }
}

function checkPlain(path: string, bytes: Uint8Array): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isZip || isGzip) {
    throw new NothingDone(
      `${path}: compressed: unpack it first, or pipe it: zcat ${path} | entente import /dev/stdin`,
    );
  }
}
