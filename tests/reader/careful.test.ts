/**
 * Readers of other sizes and marks than the light one. `tiny-careful/` was made, random weights and all, by
 * `python data/reader/training/tiny.py tests/reader/tiny-careful`; vectors of 16 instead of 384 numbers, frame and
 * markers of mpnet, matrices of the second network in four bits.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluateLabels } from '../../src/cli/evaluate.ts';
import { extract } from '../../src/cli/extract.ts';
import { openReader, readerFolder } from '../../src/cli/reader.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { batchOf } from '../../src/reader/encoder.ts';
import { poolOf } from '../../src/reader/relations.ts';
import type { ReaderSettings } from '../../src/reader/reader.ts';
import { runHere } from '../cli/in-process.ts';

const TINY = 'tests/reader/tiny-careful';
const ARTICLE =
  'Niger expelled the ambassador of France. Italy, which kept its soldiers in Niger, praised Mali.\n';
const settingsOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'reader.json'), 'utf8')) as ReaderSettings;

/** What PyTorch computes with the weights that the networks were exported from. */
interface Answers {
  readonly ids: readonly number[];
  readonly at: readonly (readonly number[])[];
  readonly relations: readonly number[];
  readonly status: readonly number[];
  readonly hidden: readonly number[];
  readonly tags: readonly number[];
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'entente-reader-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('a reader of another size', () => {
  it('computes what its weights say, up to what four bits lose', async () => {
    const { encoder } = await openReader(TINY, { threads: 1 });
    const stored = JSON.parse(readFileSync(`${TINY}/answers.json`, 'utf8')) as Answers;
    const batch = batchOf([stored.ids]);
    const pool = poolOf([stored], batch.length);
    const { hidden, tags } = await encoder.mentions(batch);
    expect(encoder.hidden).toBe(16);
    expect(hidden).toHaveLength(16 * batch.length);
    expect(farthest(hidden, stored.hidden)).toBeLessThan(1e-3);
    expect(farthest(tags, stored.tags)).toBeLessThan(1e-3);
    const { relations, status } = await encoder.relations(batch, pool);
    // Three actors: the one asked about, and two others with 58 relations, and 4 statuses of each.
    expect([relations.length, status.length]).toEqual([2 * 58, 2 * 58 * 4]);
    expect(farthest(relations, stored.relations)).toBeLessThan(0.05);
    expect(
      farthest(
        Float32Array.from(status, (part) => part / 255),
        stored.status,
      ),
    ).toBeLessThan(0.05);
  });

  it('frames and marks with the numbers that its reader.json gives', async () => {
    const { relations, mentions } = await openReader(TINY, { threads: 1 });
    expect([mentions.frame.start, mentions.frame.end]).toEqual([0, 2]);
    expect(relations.markers.markers).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(relations.pieces.id('[unused0]')).toBe(5);
  });

  it('reads articles from end to end, and its evidence says who read', async () => {
    const { path, output } = article();
    const { code, stderr } = await runHere(extract, [path, '--reader', TINY, '-o', output, '--jobs', '1']);
    expect(stderr).toContain('1 documents');
    expect(code).toBe(0);
    const { assertions } = JSON.parse(readFileSync(output, 'utf8')) as GraphFile;
    // Its weights are chance, and so about half of all relations seem likely to it.
    expect(assertions.length).toBeGreaterThan(0);
    expect(new Set(assertions.flatMap((a) => a.evidence.map((e) => e.reader)))).toEqual(new Set(['tiny/1']));
  });

  it('reads the same with the mentions of the light reader', async () => {
    const careful = borrowing(join(folder, 'reader-careful'));
    const { mentions, relations, encoder } = await openReader(careful, { threads: 1 });
    expect([mentions.frame.start, relations.markers.start, encoder.hidden]).toEqual([101, 0, 384]);
    const { path, output } = article();
    const { code } = await runHere(extract, [path, '--reader', careful, '-o', output, '--jobs', '1']);
    expect(code).toBe(0);
    const { actors } = JSON.parse(readFileSync(output, 'utf8')) as GraphFile;
    expect(actors.map(({ name }) => name)).toEqual(expect.arrayContaining(['Niger', 'France', 'Italy']));
  });

  it('is the one of the project where careful is asked for, and borrows who is spoken of from the light one', async () => {
    const { encoder, settings, relations } = await openReader(readerFolder('careful'), { threads: 1 });
    expect([settings.networks.mentions.file, encoder.hidden]).toEqual(['../reader/mentions.onnx', 384]);
    expect([relations.markers.start, relations.pieces.count]).toEqual([0, 30527]);
    const { path, output } = article();
    const { code } = await runHere(extract, [path, '--reader', 'careful', '-o', output, '--jobs', '1']);
    expect(code).toBe(0);
    const { assertions, actors } = JSON.parse(readFileSync(output, 'utf8')) as GraphFile;
    const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
    const told = assertions.map((a) => `${name(a.source)} ${a.relation} ${name(a.target)}`);
    expect(told).toEqual(expect.arrayContaining(['Niger expelled France', 'Italy deployed-in Niger']));
    expect(told).not.toContain('France expelled Niger');
  });

  it('is measured like any other', async () => {
    const labels = { id: 'article', entities: [], relations: [] };
    article();
    writeFileSync(join(folder, 'article.json'), JSON.stringify(labels));
    const { code, stdout } = await runHere(evaluateLabels, [folder, '--reader', TINY]);
    expect(stdout).toContain('1 labelled texts, 0 relations');
    expect(code).toBe(0);
  });
});

describe('a reader that is not there or not whole', () => {
  it('another word: the message lists the readers', () => {
    expect(() => readerFolder('hasty')).toThrow(
      /light, careful or a folder with a reader\.json, not "hasty"/,
    );
    expect(() => readerFolder('constructor')).toThrow(/not "constructor"/);
  });

  it.each<[what: string, broken: (settings: ReaderSettings) => object, says: RegExp]>([
    ['no networks', ({ networks: _, ...rest }) => rest, /reader\.json does not say what its networks are/],
    ['a marker too few', (s) => withRelations(s, { markers: [5, 6] }), /must name 10 markers/],
    [
      'an unnamed file',
      (s) => withRelations(s, { file: 'other.onnx' }),
      /nothing of the size of other\.onnx/,
    ],
    ['a mark beyond the pieces', (s) => withRelations(s, { end: 30000 }), /none of number 30000/],
  ])('%s', async (_, broken, says) => {
    cpSync(TINY, folder, { recursive: true });
    writeFileSync(join(folder, 'reader.json'), JSON.stringify(broken(settingsOf(TINY))));
    await expect(openReader(folder, { threads: 1 })).rejects.toThrow(says);
  });
});

function article(): { path: string; output: string } {
  const path = join(folder, 'article.txt');
  writeFileSync(path, ARTICLE);
  return { path, output: join(folder, 'graph.json') };
}

/** A careful reader that uses the light one's first network where that lies; returns its folder. */
function borrowing(careful: string): string {
  const light = settingsOf('data/reader');
  const tiny = settingsOf(TINY);
  const away = (file: string) => join(relative(careful, 'data/reader'), file).replaceAll('\\', '/');
  const { mentions } = light.networks;
  const borrowed = {
    ...mentions,
    file: away(mentions.file),
    links: away(mentions.links),
    vocabulary: away(mentions.vocabulary),
  };
  const files = {
    'relations.onnx': tiny.files['relations.onnx'],
    'vocab.txt': tiny.files['vocab.txt'],
    [borrowed.file]: light.files[mentions.file],
    [borrowed.links]: light.files[mentions.links],
    [borrowed.vocabulary]: light.files[mentions.vocabulary],
  };
  mkdirSync(careful);
  for (const file of ['relations.onnx', 'vocab.txt']) cpSync(join(TINY, file), join(careful, file));
  const settings = { ...tiny, files, networks: { ...tiny.networks, mentions: borrowed } };
  writeFileSync(join(careful, 'reader.json'), JSON.stringify(settings));
  return careful;
}

function withRelations(settings: ReaderSettings, changes: object): object {
  const { networks } = settings;
  return { ...settings, networks: { ...networks, relations: { ...networks.relations, ...changes } } };
}

function farthest(got: ArrayLike<number>, stored: readonly number[]): number {
  return Math.max(...stored.map((value, i) => Math.abs(value - got[i]!)));
}
