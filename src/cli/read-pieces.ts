/** The text of a file in pieces, with its hash; any size in little memory. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { NothingDone, say } from './command.ts';

/** Larger pieces leave the processor's cache between decoding and reading. */
const PIECE_BYTES = 1 << 16;
const PROGRESS_BYTES = 1 << 23;

/**
 * Hands the text (UTF-8) over in order, until its end or until `stop`. Returns the SHA-256 of the bytes
 * read, hexadecimal. `onProgress` gets bytes; the size of a pipe is 0. Throws `NothingDone` where the file cannot be read or is compressed.
 */
export async function readPieces(
  path: string,
  push: (text: string) => void,
  onProgress: (done: number, size: number) => void,
  stop: AbortSignal,
): Promise<string> {
  const size = sizeOf(path);
  const hash = createHash('sha256');
  const decoder = new StringDecoder('utf8');
  let done = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (stop.aborted) break;
    const bytes = piece as Buffer;
    if (done === 0) checkPlain(path, bytes);
    hash.update(bytes);
    push(decoder.write(bytes));
    if (done === 0 && size === 0) say(`reading ${path} to its end; Ctrl-C stops and keeps what was read`);
    const before = done;
    done += bytes.length;
    if (Math.floor(before / PROGRESS_BYTES) < Math.floor(done / PROGRESS_BYTES)) {
      onProgress(done, size);
    }
  }
  if (!stop.aborted) push(decoder.end());
  return hash.digest('hex');
}

/** Pipes are read as well, so that archives need not be unpacked first. */
function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new NothingDone(`${path}: no such file`);
  if (stats.isDirectory()) throw new NothingDone(`${path}: this is a folder: name one file`);
  return stats.size;
}

function checkPlain(path: string, bytes: Uint8Array): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isZip || isGzip)
    throw new NothingDone(
      `${path}: compressed: unpack it first, or pipe it: zcat ${path} | entente import /dev/stdin`,
    );
}
