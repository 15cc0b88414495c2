/** Side files as the command line finds them beside the articles. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDocuments } from '../../src/cli/load-documents.ts';

const BODY = 'Niger expelled the French ambassador on Friday, a spokesman of the junta said on television.';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes the files, and reads those that are named; paths in the answer are within the folder. */
async function load(files: Readonly<Record<string, string>>, ...names: string[]) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { documents, notes, skipped } = await loadDocuments(
    names.map((name) => `${folder}/${name}`),
    [],
  );
  const within = (text: string) => text.replaceAll(`${folder}/`, '');
  return {
    documents: documents.map(({ path, published, source }) => [within(path), published, source]),
    notes: notes.map(({ path, message }) => `${within(path)}: ${within(message)}`),
    skipped: skipped.map(within),
  };
}

test('one that is no JSON costs no article of its folder, and is named once', async () => {
  const files = {
    'metadata.json': 'nonsense',
    'a.txt': BODY,
    'b.txt': BODY,
    'b.meta.json': '{"source": "Wire"}',
  };
  const { documents, notes, skipped } = await load(files, 'a.txt', 'b.txt');
  expect(documents).toEqual([
    ['a.txt', null, null],
    ['b.txt', null, 'Wire'],
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^metadata\.json: not JSON: .*; its articles are read without it$/),
  ]);
  expect(skipped).toEqual([]);
});

test('a date that is none costs only the date', async () => {
  const files = {
    'metadata.json': '{"a.txt": {"published": "soon", "source": "Wire"}, "b.txt": {"published": 1709712000}}',
    'a.txt': BODY,
    'b.txt': BODY,
    'c.txt': BODY,
    'c.meta.json': '{"published": "March 2024"}',
  };
  const { documents, notes, skipped } = await load(files, 'a.txt', 'b.txt', 'c.txt');
  expect(documents).toEqual([
    ['a.txt', null, 'Wire'],
    ['b.txt', '2024-03-06', null],
    ['c.txt', '2024-03', null],
  ]);
  expect(notes).toEqual([
    'a.txt: metadata.json: "a.txt": "published" is "soon", no date: write 2024, 2024-03 or 2024-03-26; the date was left out',
  ]);
  expect(skipped).toEqual([]);
});

test('a file without extension is a text, and not its own side file', async () => {
  const files = { 'news.d/article': BODY, 'news.d/article.meta.json': '{"published": "2024-03-06"}' };
  expect(await load(files, 'news.d/article')).toEqual({
    documents: [['news.d/article', '2024-03-06', null]],
    notes: [],
    skipped: [],
  });
});
