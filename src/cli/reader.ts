/** Loads a reader with ONNX Runtime for Node: one of the project's, or one in any folder. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { createOnnxEncoder } from '../reader/onnx.ts';
import {
  type NetworkName,
  type Reader,
  type ReaderSettings,
  createReader,
  damageOf,
  fileOf,
  parseSettings,
} from '../reader/reader.ts';
import { NothingDone, WrongUse } from './command.ts';
import { projectFile } from './root.ts';
import { sessionOnThreads } from './session-threads.ts';

export interface ReaderOptions {
  /** Threads of the networks; the machine's cores by default. */
  readonly threads?: number;
}

/** Warnings of the runtime say nothing to a user. */
const SESSION = { logSeverityLevel: 3 as const };

/** The project's readers: folders within `data/`. */
const READERS: Readonly<Record<string, string>> = { light: 'reader', careful: 'reader-careful' };

/**
 * The folder that `--reader` means: `light` (also without the option), `careful`, or a folder with a
 * `reader.json`. Throws `WrongUse` for another word, `NothingDone` where the careful reader is not there.
 */
export function readerFolder(chosen: string | undefined): string {
  const name = chosen ?? 'light';
  const own = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (own === undefined) {
    if (existsSync(join(name, 'reader.json'))) return name;
    throw new WrongUse(
      `--reader takes ${Object.keys(READERS).join(', ')} or a folder with a reader.json, not "${name}"`,
    );
  }
  const folder = projectFile('data', own);
  if (name === 'careful' && !existsSync(join(folder, 'reader.json'))) {
    throw new NothingDone(
      `There is no careful reader in ${folder}: make it with "sh data/reader/training/careful.sh LABELLED_TEXTS" ` +
        '(see data/reader/training/README.md; it wants an accelerator), or leave out --reader',
    );
  }
  return folder;
}

/** Opens the reader in a folder. Throws where a file is missing or damaged, with the way out. */
export async function openReader(folder: string, options: ReaderOptions = {}): Promise<Reader> {
  const settingsPath = join(folder, 'reader.json');
  const settings = parseSettings((await load(settingsPath)).toString('utf8'), settingsPath);
  const files = await loadFiles(folder, settings);
  const threads = options.threads ?? availableParallelism();
  const bytes = (network: NetworkName) => files.get(fileOf(settings, network))!;
  const open = (network: NetworkName, intraOpNumThreads: number) =>
    ort.InferenceSession.create(bytes(network), { ...SESSION, intraOpNumThreads });
  const sessions = {
    mentions: await open('mentions', threads),
    links: await open('links', threads),
    relations:
      threads === 1
        ? await open('relations', 1)
        : sessionOnThreads(bytes('relations'), threads, { ...SESSION, intraOpNumThreads: 1 }),
  };
  // Two batches a thread, so that none waits for its next one.
  const atOnce = threads === 1 ? 1 : 2 * threads;
  const encoder = createOnnxEncoder(ort, sessions, settings.networks.mentions.hidden, atOnce);
  return createReader(settings, (file) => files.get(file)!.toString('utf8'), encoder);
}

async function loadFiles(folder: string, settings: ReaderSettings): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of Object.keys(settings.files)) {
    const bytes = await load(join(folder, name));
    const damage = damageOf(settings, name, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    if (damage) throw new Error(`${folder}: ${damage}`);
    files.set(name, bytes);
  }
  return files;
}

async function load(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(
      `The reader's file ${path} cannot be read (${(error as Error).message}); restore data/reader from the repository`,
      { cause: error },
    );
  }
}
