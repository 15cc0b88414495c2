/** Files that are written whole or not at all. */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NothingDone } from './command.ts';

/** Fails before the work rather than after it. Throws `NothingDone`. */
export function checkWritable(path: string): void {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new NothingDone(`${path}: the folder ${folder} is missing or cannot be written to: make it first`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new NothingDone(`${path}: this is a folder: name a file in it`);
  }
}

/** Writes beside the file and renames: whoever reads it finds the old one or the new one. */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new NothingDone(
      `${path}: not written (${(error as Error).message}); what was there before is unchanged`,
    );
  }
}
