/** The one-way street of the architecture: what may import what. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Lowest first; each may import itself and what stands before it. Those of one row do not know each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['model'],
  ['time'],
  ['ontology'],
  ['documents'],
  ['text'],
  ['reader'],
  ['actors'],
  ['assertions'],
  ['ties'],
  ['graph'],
  ['snapshots'],
  ['edits'],
  ['formats'],
  ['extract.ts'],
  ['explain.ts'],
  ['evaluate'],
  ['index.ts'],
  ['cli', 'worker', 'app'],
];
const SRC = join(import.meta.dirname, '..', 'src');

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/g;

function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map(([, from, url]) => ({ file, specifier: (from ?? url)! }));
}

/** The layer that a path in `src/` belongs to. */
function layerOf(path: string): string {
  return path.split('/')[0]!;
}

/** Why an import is not allowed, or null. */
function faultOf({ file, specifier }: Import): string | null {
  const from = layerOf(file);
  if (!specifier.startsWith('.')) {
    const isNode = specifier.startsWith('node:');
    if (isNode && from !== 'cli') return `${file}: ${specifier}: only src/cli may use Node`;
    return null;
  }
  const target = relative(SRC, join(SRC, dirname(file), specifier)).replaceAll('\\', '/');
  if (target.startsWith('..')) return null;
  const to = layerOf(target);
  if (to === from) return null;
  const rank = (layer: string) => LAYERS.findIndex((row) => row.includes(layer));
  // The page starts the workers and speaks their protocol; the workers know nothing of the page.
  if (from === 'app' && to === 'worker') return null;
  return rank(to) < rank(from) ? null : `${file}: ${specifier}: ${from} may not import ${to}`;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path));

describe('the layers of src/', () => {
  test('every folder and file at the top stands in the table', () => {
    const known = LAYERS.flat();
    const unknown = [...new Set(files.map(layerOf))].filter((layer) => !known.includes(layer));
    expect(unknown).toEqual([]);
  });

  test('imports go down only, and Node is for the command line', () => {
    const imports = files.flatMap((file) => importsOf(file, readFileSync(join(SRC, file), 'utf8')));
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test.each<[file: string, source: string, fault: RegExp | null]>([
    ['ties/fold.ts', "import { a } from '../formats/json.ts';", /ties may not import formats/],
    ['model/index.ts', "import { a } from '../time/edtf.ts';", /model may not import time/],
    ['text/pieces.ts', "import { readFileSync } from 'node:fs';", /only src\/cli may use Node/],
    ['text/pieces.ts', "const fs = await import('node:fs');", /only src\/cli may use Node/],
    ['text/pieces.ts', "export * from '../reader/reader.ts';", /text may not import reader/],
    ['cli/main.ts', "import { a } from '../app/main.ts';", /cli may not import app/],
    ['worker/layout.ts', "import { a } from '../app/main.ts';", /worker may not import app/],
    ['extract.ts', "import { a } from './evaluate/score.ts';", /extract.ts may not import evaluate/],
    ['ties/fold.ts', "import { a } from '../time/edtf.ts';", null],
    ['documents/read.ts', "import { a } from '../time/edtf.ts';", null],
    ['cli/main.ts', "import { join } from 'node:path';", null],
    ['app/data/client.ts', "new Worker(new URL('../../worker/layout.ts', import.meta.url))", null],
    ['ties/fold.ts', "// import { a } from '../formats/json.ts';", null],
  ])('in %s: %s', (file, source, fault) => {
    const found =
      importsOf(file, source)
        .map(faultOf)
        .find((one) => one !== null) ?? null;
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });
});
