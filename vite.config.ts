/**
 * Builds of one source: the page (default, to dist/app), the command line (`--mode cli`, to
 * dist/cli), the benchmarks (`--mode bench`) and the tests. The page's worker reads the networks as plain files beside it.
 */
import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

const READER_FILES = ['mentions.onnx', 'links.onnx', 'relations.onnx', 'vocab.txt', 'reader.json'];

/** Puts the reader's files where the page's worker fetches them: `reader/` beside index.html. */
function readerFiles(): Plugin {
  return {
    name: 'entente-reader-files',
    apply: 'build',
    closeBundle() {
      for (const file of READER_FILES) cpSync(`data/reader/${file}`, `dist/app/reader/${file}`);
    },
  };
}

const page: UserConfig = {
  root: 'src/app',
  base: './',
  plugins: [svelte(), readerFiles()],
  worker: { format: 'es' },
  build: { outDir: '../../dist/app', emptyOutDir: true, target: 'es2023' },
};

/** A bundle for Node, in its own folder two below the project's root. */
function nodeProgram(entry: string, outDir: string): UserConfig {
  return {
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { external: ['onnxruntime-node', '@duckdb/node-api', ...builtinModules] },
    },
    ssr: { noExternal: true, external: ['onnxruntime-node', '@duckdb/node-api'] },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return nodeProgram('src/cli/main.ts', 'dist/cli');
  if (mode === 'bench') return nodeProgram('bench/main.ts', 'dist/bench');
  if (mode === 'test') {
    return {
      plugins: [svelte()],
      test: { include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
    };
  }
  return page;
});
