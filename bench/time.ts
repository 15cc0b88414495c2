/**
 * How fast time is: a snapshot and a diff against one pass that builds the graph, and the import of
 * GDELT events against DuckDB reading and grouping the same file. Ratios within one run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { loadKnowledgeFiles } from '../src/cli/knowledge-files.ts';
import { readPieces } from '../src/cli/read-pieces.ts';
import { gdeltReader } from '../src/formats/in/gdelt.ts';
import { projectGraph } from '../src/graph/project.ts';
import type { GraphFile } from '../src/model/index.ts';
import { parseKnowledge } from '../src/ontology/knowledge.ts';
import { compileLookup } from '../src/ontology/lookup.ts';
import { diffTies } from '../src/snapshots/diff.ts';
import { type Moment, tiesAt } from '../src/snapshots/view.ts';
import { foldTies } from '../src/ties/fold.ts';
import { writeGdelt } from './gdelt-rows.ts';
import { graphOfChance } from './graph-of-chance.ts';

const [ACTORS, ASSERTIONS] = [1000, 100_000];
const ROUNDS = 7;
const IMPORT_ROUNDS = 3;

/** Prints both comparisons. `rows`: GDELT rows, one million by default. */
export async function benchTime([rows]: readonly string[]): Promise<void> {
  // First, so that the peak of memory is that of the import.
  await benchImport(rows === undefined ? 1_000_000 : Number(rows));
  benchSnapshots();
}

function benchSnapshots(): void {
  const graph = graphOfChance(ACTORS, ASSERTIONS);
  // A graph that was just opened: nothing of it is remembered.
  const opened = () => ({ ...graph, assertions: [...graph.assertions] });
  const [early, late] = [
    { asOf: '2019-06-30', clock: 'when' },
    { asOf: '2023-06-30', clock: 'when' },
  ] as const;
  const reported = { ...late, clock: 'reported' } as const;
  const [before, after] = [tiesAt(graph, early), tiesAt(graph, late)];
  const work: Readonly<Record<string, () => unknown>> = {
    'build the graph': () => projectGraph(graph.actors, foldTies(graph.assertions)),
    'snapshot, clock when': () => tiesAt(opened(), late),
    'snapshot, clock reported': () => tiesAt(opened(), reported),
    'diff of two snapshots': () => diffTies(before, after),
    'diff of two dates': () => diffOf(opened(), early, late),
  };
  console.log(`\n${ACTORS} actors, ${ASSERTIONS} assertions, ${foldTies(graph.assertions).length} ties`);
  const times = bestOf(work);
  const [[, base]] = times as unknown as [[string, number]];
  for (const [name, time] of times) {
    console.log(
      `${name.padEnd(26)}${time.toFixed(0).padStart(6)} ms${(time / base).toFixed(2).padStart(7)} ×`,
    );
  }
}

function diffOf(graph: GraphFile, from: Moment, to: Moment): unknown {
  return diffTies(tiesAt(graph, from), tiesAt(graph, to));
}

/** The best of some rounds, in turns: what else runs on the machine only ever adds. */
function bestOf(work: Readonly<Record<string, () => unknown>>): [string, number][] {
  const best = new Map(Object.keys(work).map((name) => [name, Infinity]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      run();
      best.set(name, Math.min(best.get(name)!, performance.now() - start));
    }
  }
  return [...best];
}

async function benchImport(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    const path = join(folder, 'events.csv');
    writeGdelt(path, rows);
    // In turns, the best of each: writing the file left the machine and this program busy.
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < IMPORT_ROUNDS; round++) {
      ours.push(await importSeconds(path));
      if (round === 0) console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
      theirs.push(await duckSeconds(path));
      console.log(`DuckDB ${theirs.at(-1)!.toFixed(2)} s`);
    }
    const [best, duck] = [Math.min(...ours), Math.min(...theirs)];
    console.log(
      `${rows} GDELT rows: import ${best.toFixed(2)} s, DuckDB ${duck.toFixed(2)} s: ${(best / duck).toFixed(2)} ×`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reading, folding, and making every assertion; with the file's hash. */
async function importSeconds(path: string): Promise<number> {
  const knowledge = parseKnowledge(loadKnowledgeFiles());
  const world = { knowledge, lookup: compileLookup(knowledge) };
  const start = performance.now();
  const reader = gdeltReader('events.csv', world, 1);
  const sha256 = await readPieces(path, reader.push, () => undefined, new AbortController().signal);
  const { assertions, taken } = reader.finish(sha256);
  let made = 0;
  for (const { evidence } of assertions) made += Math.min(1, evidence.length);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${taken} rows became ${made} assertions in ${seconds.toFixed(2)} s`);
  return seconds;
}

async function duckSeconds(path: string): Promise<number> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = Array.from({ length: 61 }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const start = performance.now();
  await connection.runAndReadAll(
    `SELECT c7, c17, c26, substr(c1, 1, 6) AS month, count(*) AS events
     FROM read_csv('${path}', delim = '\t', header = false, quote = '', escape = '', columns = {${columns}})
     GROUP BY ALL`,
  );
  return (performance.now() - start) / 1000;
}
