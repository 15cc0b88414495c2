/**
 * How fast articles are read: seconds an article, word pieces that the networks compute for each word
 * piece of text, the share of the time spent outside the networks, and the networks' speed in the
 * pipeline against the bare runtime on batches of the same shape, in one run.
 */
import { loadDocuments } from '../src/cli/load-documents.ts';
import { findFiles } from '../src/cli/find-files.ts';
import { loadKnowledgeFiles } from '../src/cli/knowledge-files.ts';
import { openReader } from '../src/cli/reader.ts';
import { projectFile } from '../src/cli/root.ts';
import { readOne } from '../src/extract.ts';
import { parseKnowledge } from '../src/ontology/knowledge.ts';
import { compileLookup } from '../src/ontology/lookup.ts';
import type { Encoder, IdBatch, Pool } from '../src/reader/encoder.ts';
import { inParallel } from '../src/reader/in-parallel.ts';

interface Meter {
  seconds: number;
  pieces: number;
  /** The batches seen, to repeat them without the pipeline. */
  readonly batches: { readonly batch: IdBatch; readonly pool: Pool }[];
}

/** Prints the figures for one and two threads. `paths`: articles; the seeds by default. */
export async function benchExtract(paths: readonly string[]): Promise<void> {
  const { files } = findFiles(paths.length > 0 ? paths : [projectFile('seeds')]);
  const { documents } = await loadDocuments(files, []);
  const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
  let one: number | undefined;
  for (const threads of [1, 2]) {
    const reader = await openReader(projectFile('data', 'reader'), { threads });
    const meter: Meter = { seconds: 0, pieces: 0, batches: [] };
    const metered = { ...reader, encoder: meteredEncoder(reader.encoder, meter) };
    await readOne(documents[0]!, reader, lookup); // The first run of a shape is slower.
    const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    const textPieces = documents.reduce(
      (sum, { text }) => sum + reader.mentions.pieces.cut(text).ids.length,
      0,
    );
    const start = performance.now();
    await inParallel(documents, threads, (document) => readOne(document, metered, lookup));
    const total = (performance.now() - start) / 1000;
    const bare = await bareSpeed(reader.encoder, meter);
    one ??= total;
    print({
      threads,
      articles: documents.length,
      'words an article': Math.round(words / documents.length),
      'seconds an article': (total / documents.length).toFixed(2),
      'seconds per 400 words': ((total / words) * 400).toFixed(2),
      'times as fast as one thread': (one / total).toFixed(2),
      'pieces computed per piece of text': (meter.pieces / textPieces).toFixed(1),
      // With several threads the networks' times overlap.
      ...(threads === 1 && {
        'share outside the networks': `${((1 - meter.seconds / total) * 100).toFixed(1)} %`,
      }),
      'pieces a second': Math.round(meter.pieces / total),
      'of the bare runtime': `${((meter.pieces / total / bare) * 100).toFixed(0)} %`,
      'peak memory so far, MB': Math.round(process.resourceUsage().maxRSS / 1024),
    });
  }
}

function meteredEncoder(encoder: Encoder, meter: Meter): Encoder {
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    meter.seconds += (performance.now() - start) / 1000;
    return result;
  };
  const count = ({ mask }: IdBatch) => (meter.pieces += mask.reduce((sum, one) => sum + one, 0));
  return {
    hidden: encoder.hidden,
    atOnce: encoder.atOnce,
    mentions: (batch) => (count(batch), timed(encoder.mentions(batch))),
    links: (batch) => timed(encoder.links(batch)),
    relations: (batch, pool) => {
      count(batch);
      meter.batches.push({ batch, pool });
      return timed(encoder.relations(batch, pool));
    },
  };
}

/** Pieces a second of the relations network alone, on the batches that the pipeline made. */
async function bareSpeed(encoder: Encoder, { batches }: Meter): Promise<number> {
  const some = batches.slice(0, 60);
  const pieces = some.reduce((sum, { batch }) => sum + batch.mask.reduce((a, b) => a + b, 0), 0);
  const start = performance.now();
  await inParallel(some, encoder.atOnce, ({ batch, pool }) => encoder.relations(batch, pool));
  return pieces / ((performance.now() - start) / 1000);
}

function print(figures: Readonly<Record<string, string | number>>): void {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(width)}  ${value}`);
  console.log('');
}
