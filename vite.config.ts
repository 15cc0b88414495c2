/**
 * Builds of one source: the page (default, to dist/app), the page as one file without the reader
 * (`--mode page`, to dist/page, for `entente export --format html`), the command line (`--mode cli`, to
 * dist/cli), the benchmarks (`--mode bench`) and the tests. The page's worker reads the networks as plain
 * files beside it.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/** The readers, within `data/`; the second only where it has been made. */
const READERS = ['reader', 'reader-careful'];

/**
 * Puts the readers' files where the page's worker fetches them: `reader/` beside index.html. `readers.json` tells
 * the page which there are, and how many bytes each loads.
 */
function readerFiles(): Plugin {
  return {
    name: 'entente-reader-files',
    apply: 'build',
    closeBundle() {
      const readers = READERS.filter((folder) => existsSync(`data/${folder}/reader.json`)).map((folder) => {
        const { files } = JSON.parse(readFileSync(`data/${folder}/reader.json`, 'utf8')) as ReaderJson;
        // A reader may use a network of another, which lies there.
        for (const file of ['reader.json', ...Object.keys(files).filter((name) => !name.startsWith('../'))])
          cpSync(`data/${folder}/${file}`, `dist/app/${folder}/${file}`);
        return { folder, bytes: Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0) };
      });
      writeFileSync('dist/app/readers.json', `${JSON.stringify(readers)}\n`);
    },
  };
}

/** Puts the seed articles beside the page, as a sample for whoever has no article at hand. */
function sampleFiles(): Plugin {
  return {
    name: 'entente-sample-files',
    apply: 'build',
    closeBundle() {
      const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
      for (const name of names) cpSync(`seeds/${name}`, `dist/app/sample/${name}`);
      writeFileSync('dist/app/sample/index.json', `${JSON.stringify(names.sort())}\n`);
    },
  };
}

interface ReaderJson {
  readonly files: Readonly<Record<string, { readonly bytes: number }>>;
}

const page: UserConfig = {
  root: 'src/app',
  base: './',
  plugins: [svelte(), readerFiles(), sampleFiles()],
  worker: { format: 'es' },
  build: { outDir: '../../dist/app', emptyOutDir: true, target: 'es2023' },
};

/** A module `name.page.ts` stands in for `name.ts` in the page of one file. */
function standIns(): Plugin {
  return {
    name: 'entente-stand-ins',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || !source.startsWith('.') || !source.endsWith('.ts')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const standIn = resolved?.id.replace(/\.ts$/, '.page.ts');
      return standIn !== undefined && standIn !== importer && existsSync(standIn) ? standIn : null;
    },
  };
}

/** Puts script and style into the HTML. Its policy lets run that one script, and nothing be fetched. */
function oneFile(): Plugin {
  return {
    name: 'entente-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Vite itself finishes the code in this step.
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle);
        const page = files.find((file) => file.type === 'asset' && file.fileName === 'index.html');
        const scripts = files.filter((file) => file.type === 'chunk');
        const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
        if (page?.type !== 'asset' || scripts.length !== 1 || files.length !== 2 + styles.length)
          this.error(
            `expected a page, a script and styles: ${files.map((file) => file.fileName).join(', ')}`,
          );
        // In the texts of a program; nowhere else does it have these letters.
        const script = scripts[0]!.code
          .replaceAll('</script', '<\\/script')
          .replace(/<(?=script)/gi, '\\x3C');
        if (script.includes('<!--') && /<script/i.test(script))
          this.error('the script would hide its own end');
        const style = styles.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('\n');
        if (style.includes('</style')) this.error('the style would end early');
        page.source = withinPage(String(page.source), script, style);
        for (const file of files) if (file !== page) delete bundle[file.fileName];
      },
    },
  };
}

function withinPage(html: string, script: string, style: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(
      /(http-equiv="Content-Security-Policy"\s+content=")[^"]*"/,
      () => `http-equiv="Content-Security-Policy" content="${policy}"`,
    )
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
}

/** The page that is shared from the explorer: beside it, as `page.html`. */
function besideTheExplorer(): Plugin {
  return {
    name: 'entente-beside-the-explorer',
    apply: 'build',
    writeBundle({ dir }) {
      if (existsSync('dist/app')) cpSync(`${dir}/index.html`, 'dist/app/page.html');
    },
  };
}

const onePage: UserConfig = {
  root: 'src/app',
  base: './',
  plugins: [standIns(), svelte(), oneFile(), besideTheExplorer()],
  // From a file, browsers start no modules as workers.
  worker: { format: 'iife' },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
};

/** Packages that bring more than JavaScript: they are loaded from their own folders. */
const NATIVE = ['onnxruntime-node', '@duckdb/node-api', '@playwright/test'];

/** A bundle for Node, in its own folder two below the project's root. */
function nodeProgram(entry: string, outDir: string): UserConfig {
  return {
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { external: [...NATIVE, ...builtinModules] },
    },
    ssr: { noExternal: true, external: NATIVE },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'page') return onePage;
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
