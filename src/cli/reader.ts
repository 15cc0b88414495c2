/** Loads a reader with ONNX Runtime for Node: one of the project's, or one in any folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
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
import { WrongUse } from './command.ts';
import { projectFile } from './root.ts';
import { UNDER_WAY, sessionOnThreads } from './session-threads.ts';

export interface ReaderOptions {
  /** Threads of the networks; the machine's cores by default. */
  readonly threads?: number;
}

/** The project's readers: folders within `data/`. */
const READERS: Readonly<Record<string, string>> = { light: 'reader', careful: 'reader-careful' };

/**
 * The folder that `--reader` means: `light` (also without the option), `careful`, or a folder with a
 * `reader.json`. Throws `WrongUse` for another word.
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
  return projectFile('data', own);
}

/** Opens the reader in a folder. Throws where a file is missing or damaged, with the way out. */
export async function openReader(folder: string, options: ReaderOptions = {}): Promise<Reader> {
  // What is alive while texts are read stays the same however many there are; left alone, the heap grows to twice that
  // before it is cleared: 50 MB for three hundredths of the time.
  setFlagsFromString('--heap-growing-percent=20');
  const settingsPath = join(folder, 'reader.json');
  const settings = parseSettings((await load(settingsPath)).toString('utf8'), settingsPath);
  for (const file of Object.keys(settings.files)) await checkFile(folder, file, settings);
  const threads = options.threads ?? availableParallelism();
  const path = (network: NetworkName) => join(folder, fileOf(settings, network));
  // Patterns of memory are kept for each size of batch, of which there are hundreds: 80 MB for one hundredth of the time.
  const one = { logSeverityLevel: 3 as const, intraOpNumThreads: 1, enableMemPattern: false };
  const open = (network: NetworkName) => ort.InferenceSession.create(path(network), one);
  const relations = await open('relations');
  const sessions = {
    mentions: await open('mentions'),
    links: await open('links'),
    relations: threads === 1 ? relations : await sessionOnThreads(relations, path('relations'), threads, one),
  };
  const atOnce = threads === 1 ? 1 : UNDER_WAY * threads;
  const encoder = createOnnxEncoder(ort, sessions, settings.networks.mentions.hidden, atOnce);
  return createReader(settings, (file) => readFileSync(join(folder, file), 'utf8'), encoder);
}

async function checkFile(folder: string, file: string, settings: ReaderSettings): Promise<void> {
  const bytes = await load(join(folder, file));
  const damage = damageOf(settings, file, bytes.length, createHash('sha256').update(bytes).digest('hex'));
  if (damage) throw new Error(`${folder}: ${damage}`);
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
