/** Loads the reader from `data/reader/` with ONNX Runtime for Node. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { createOnnxEncoder } from '../reader/onnx.ts';
import { READER_FILES, type Reader, createReader, damageOf, parseSettings } from '../reader/reader.ts';

export interface ReaderOptions {
  /** Threads of the networks; the machine's cores by default. */
  readonly threads?: number;
}

/** Opens the reader in a folder. Throws where a file is missing or damaged, with the way out. */
export async function openReader(folder: string, options: ReaderOptions = {}): Promise<Reader> {
  const settingsPath = join(folder, 'reader.json');
  const settings = parseSettings((await load(settingsPath)).toString('utf8'), settingsPath);
  const files = new Map<string, Buffer>();
  for (const name of READER_FILES) {
    const bytes = await load(join(folder, name));
    const damage = damageOf(settings, name, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    if (damage) throw new Error(`${folder}: ${damage}`);
    files.set(name, bytes);
  }
  const sessionOptions = { intraOpNumThreads: options.threads ?? 0, logSeverityLevel: 3 as const };
  const session = (name: string) => ort.InferenceSession.create(files.get(name)!, sessionOptions);
  const sessions = {
    mentions: await session('mentions.onnx'),
    links: await session('links.onnx'),
    relations: await session('relations.onnx'),
  };
  return createReader(settings, files.get('vocab.txt')!.toString('utf8'), createOnnxEncoder(ort, sessions));
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
