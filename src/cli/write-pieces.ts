/** Large files, written piece by piece, whole or not at all. */
import { once } from 'node:events';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NothingDone } from './command.ts';

/** Writes beside the file and renames, or to stdout where there is no path, as fast as it is read. */
export async function writePieces(path: string | undefined, pieces: Iterable<string>): Promise<void> {
  if (path !== undefined) return writeFile(path, pieces);
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}

function writeFile(path: string, pieces: Iterable<string>): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = openSync(beside, 'w');
    try {
      for (const piece of pieces) writeAll(file, Buffer.from(piece));
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new NothingDone(
      `${path}: not written (${(error as Error).message}); what was there before is unchanged`,
    );
  }
}

/** A write may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
