/** A graph file becomes a corpus: a small one at once, a large one in a worker, so that the page never stands still. */
import { readGraph } from '../../formats/json.ts';
import type { Actor, Assertion, Document, Tie } from '../../model/index.ts';
import type { OpeningRequest, OpeningResponse } from '../../worker/openingProtocol.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { startOpening } from './openingWorker.ts';
import { recall } from './recall.ts';

/** Characters from which on a file is read in the worker: those of some thousand assertions. */
const LARGE = 2_000_000;

/** Reads a graph file. Throws an Error for people where it cannot be used. */
export async function openGraph(text: string, name: string): Promise<Corpus> {
  if (text.length < LARGE) return corpusOf(readGraph(text, name), name);
  const corpus = await readInWorker({ text, path: name });
  await recall(corpus);
  return corpus;
}

function readInWorker(request: OpeningRequest): Promise<Corpus> {
  const worker = startOpening();
  const [documents, actors, assertions, ties]: [Document[], Actor[], Assertion[], Tie[]] = [[], [], [], []];
  return new Promise<Corpus>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`${request.path}: ${message}`)));
    worker.addEventListener('message', ({ data }: MessageEvent<OpeningResponse>) => {
      if (data.kind === 'documents') documents.push(...data.items);
      else if (data.kind === 'actors') actors.push(...data.items);
      else if (data.kind === 'assertions') assertions.push(...data.items);
      else if (data.kind === 'ties') ties.push(...data.items);
      else if (data.kind === 'failed') reject(new Error(data.message));
      else {
        const file = { ...data.rest, documents, actors, assertions };
        resolve(Promise.resolve().then(() => corpusOf(file, request.path, ties)));
      }
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
