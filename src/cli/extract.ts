import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { explainDocument } from '../explain.ts';
import { extractGraph } from '../extract.ts';
import { writeGraph } from '../formats/json.ts';
import type { GraphFile } from '../model/index.ts';
import { parseKnowledge } from '../ontology/knowledge.ts';
import { compileLookup } from '../ontology/lookup.ts';
import {
  type Command,
  type ExitCode,
  NothingDone,
  WrongUse,
  argumentsOf,
  say,
  wholeNumber,
} from './command.ts';
import { explanationText } from './explain-text.ts';
import { findFiles } from './find-files.ts';
import { loadKnowledgeFiles } from './knowledge-files.ts';
import { type LoadedDocuments, loadDocuments } from './load-documents.ts';
import { openReader, readerFolder } from './reader.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** Articles in, a graph file out. */
export const extract: Command = {
  summary: 'read articles into a graph',
  help: `entente extract PATH… [-o graph.json] [--reader NAME] [--jobs N] [--no-text]
entente extract --explain PATH…

PATH is a file, a folder (searched for all kinds of files named here), a pattern
in quotes ('news/**/*.txt'), or - for JSON lines on stdin. Read are text, Markdown
(.md), HTML, PDF, mail (.eml), RSS and Atom files (.xml .rss .atom: each item is an
article) and JSON lines (.jsonl .ndjson), each line
{"text" or "html", "title", "published", "source", "url", "id"}.
Title, date and source are taken from front matter, from NAME.meta.json or
metadata.json beside the file, else from the page or the text.

  -o, --output FILE  write the graph there (default: to stdout)
      --reader NAME  light (default), careful (slower and surer),
                     or a folder with a reader.json
      --jobs N       articles and batches computed at once (default: one per
                     core; each wants about 100 MB)
      --no-text      keep the quotes but not the whole texts
      --explain      print what was found in each sentence and why, and what was
                     dropped, instead of the graph

Exit code 0: done; 1: done, but documents were skipped; 2: nothing could be done.`,
  run,
};

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    output: { type: 'string', short: 'o' },
    reader: { type: 'string' },
    jobs: { type: 'string' },
    'no-text': { type: 'boolean' },
    explain: { type: 'boolean' },
  });
  if (positionals.length === 0) throw new WrongUse('name the articles: files, folders or -');
  if (values.explain && values.output !== undefined)
    throw new WrongUse('--explain prints to stdout and makes no graph: leave out -o, or --explain');
  const jobs = wholeNumber(values.jobs, '--jobs', 1, 256) ?? availableParallelism();
  const open = { folder: readerFolder(values.reader), threads: jobs };
  if (values.output !== undefined) checkWritable(values.output);

  const stop = onInterrupt();
  const { missing, loaded } = await load(positionals);
  for (const { path, message } of loaded.notes) say(`note: ${path}: ${message}`);
  const skipped = [...missing, ...loaded.skipped];
  for (const message of skipped) say(`skipped: ${message}`);
  if (loaded.documents.length === 0) throw new NothingDone('no article could be read');

  if (values.explain) return explainAll(loaded, open, stop, skipped.length);
  const graph = await readAll(loaded, open, values['no-text'] !== true, stop);
  const unread = loaded.documents.length - graph.documents.length;
  if (graph.documents.length === 0) throw new NothingDone('stopped before the first document was read');
  if (values.output === undefined) process.stdout.write(writeGraph(graph));
  else writeWhole(values.output, writeGraph(graph));
  if (unread > 0) say(`stopped: ${unread} of ${loaded.documents.length} documents were not read`);
  sayCopies(graph);
  if (values.output !== undefined) say(summary(graph, values.output));
  return skipped.length + unread > 0 ? 1 : 0;
}

/** Ctrl-C ends the work after the current document; a second one ends the program. */
function onInterrupt(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    say('\nstopping after this document; press Ctrl-C again to stop at once');
    stop.abort();
  });
  return stop.signal;
}

async function load(
  paths: readonly string[],
): Promise<{ missing: readonly string[]; loaded: LoadedDocuments }> {
  const { files, missing } = findFiles(paths.filter((path) => path !== '-'));
  const records = paths.includes('-') ? (await text(process.stdin)).split('\n') : [];
  return { missing, loaded: await loadDocuments(files, records) };
}

/** Where the reader is, and how many threads compute it. */
interface ReaderPlace {
  readonly folder: string;
  readonly threads: number;
}

async function readAll(
  { documents }: LoadedDocuments,
  { folder, threads }: ReaderPlace,
  keepText: boolean,
  signal: AbortSignal,
): Promise<GraphFile> {
  const knowledge = parseKnowledge(loadKnowledgeFiles());
  const reader = await openReader(folder, { threads });
  // While one document waits for the networks' threads, this one finds the mentions of another.
  const options = { atOnce: threads === 1 ? 1 : threads + 1, signal, onProgress: showProgress, keepText };
  return extractGraph(documents, reader, knowledge, options);
}

async function explainAll(
  { documents }: LoadedDocuments,
  { folder, threads }: ReaderPlace,
  signal: AbortSignal,
  skipped: number,
): Promise<ExitCode> {
  const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
  const reader = await openReader(folder, { threads });
  for (const [index, document] of documents.entries()) {
    if (signal.aborted) return 1;
    process.stdout.write(
      `${index > 0 ? '\n' : ''}${explanationText(await explainDocument(document, reader, lookup))}`,
    );
  }
  return skipped > 0 ? 1 : 0;
}

function showProgress(done: number, total: number, path: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K${path === '' ? '' : `${done + 1}/${total} ${path}`}`);
}

function sayCopies({ documents }: GraphFile): void {
  const copies = documents.filter(({ copyOf }) => copyOf).length;
  const what = copies === 1 ? '1 wire copy of another document' : `${copies} wire copies of other documents`;
  if (copies > 0) say(`note: ${what}: each counts as one source with its original`);
}

function summary({ documents, actors, assertions }: GraphFile, path: string): string {
  return `${path}: ${documents.length} documents, ${actors.length} actors, ${assertions.length} assertions`;
}
