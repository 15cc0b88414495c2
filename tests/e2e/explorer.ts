/**
 * What the tests in the browser share: the built explorer on the graph of the five seeds, and a page
 * that fails its test when it writes an error or a warning to the console.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base, expect } from '@playwright/test';
import { readGraph } from '../../src/formats/json.ts';
import type { StoredGraph } from '../../src/model/index.ts';
import { writeFixedGraph } from './fixed-graph.ts';

export { expect };

export const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

/** The graph of the seeds: its file, its content, and where the explorer shows it. */
export interface Seeds {
  readonly path: string;
  readonly file: StoredGraph;
  readonly url: string;
}

interface WorkerFixtures {
  /** A folder for what the tests make; gone afterwards. */
  readonly folder: string;
  readonly seeds: Seeds;
  /** Where the explorer shows the graph that was written by hand. */
  readonly fixedUrl: string;
  /** Where the explorer runs without any graph. */
  readonly emptyUrl: string;
}

interface TestFixtures {
  /** Console messages that a test brings about on purpose, such as the browser's on a 404. */
  readonly expectedMessages: readonly RegExp[];
  /** Whether the tour offers itself, as on a first visit; else it has been skipped. */
  readonly tour: boolean;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  expectedMessages: [[], { option: true }],
  tour: [false, { option: true }],

  context: async ({ context, tour }, use) => {
    if (!tour) await context.addInitScript(skipTour);
    await use(context);
  },

  page: async ({ page, expectedMessages }, use) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(`uncaught: ${error.stack ?? error.message}`));
    await use(page);
    const unexpected = said.filter((text) => !expectedMessages.some((expected) => expected.test(text)));
    expect(unexpected, 'the page wrote errors or warnings to the console').toEqual([]);
  },

  folder: [
    // Playwright reads the fixtures that one needs from this pattern, so an empty one must stand.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  seeds: [
    async ({ folder }, use) => {
      const path = extractTo(join(folder, 'seeds.json'), 'seeds');
      const server = await explore(path);
      await use({ path, file: readGraph(readFileSync(path, 'utf8'), path), url: server.url });
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  fixedUrl: [
    async ({ folder }, use) => {
      const server = await explore(writeFixedGraph(join(folder, 'fixed.json')));
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  emptyUrl: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const server = await explore(null);
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

/** Runs in the page: on pages that keep nothing there is no tour. */
function skipTour(): void {
  try {
    localStorage.setItem('entente-tour', 'seen');
  } catch {
    // An empty page, for one.
  }
}

/** Reads articles with the built command line. Paths count from the checkout. Returns `output`. */
export function extractTo(output: string, ...articles: readonly string[]): string {
  if (!existsSync(MAIN)) throw new Error('dist/cli/main.js is not there: run npm run build first');
  execFileSync(process.execPath, [MAIN, 'extract', ...articles, '-o', output], { cwd: ROOT, stdio: 'pipe' });
  return output;
}

/** Starts `entente explore` on a free port. */
export async function explore(graph: string | null): Promise<{ url: string; stop: () => Promise<void> }> {
  const args = [MAIN, 'explore', ...(graph === null ? [] : [graph]), '--port', '0', '--no-open'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressOf(child);
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve()).kill('SIGTERM');
    });
  return { url, stop };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url) resolve(url);
    };
    child.stdout!.on('data', look);
    child.stderr!.on('data', look);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`entente explore ended with ${code}: ${output}`)));
  });
}

/** Opens the page and waits until the graph is drawn. */
export async function openGraph(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(diagram(page)).toBeAttached();
}

/** The graph as a screen reader has it; its name is the summary. */
export function diagram(page: Page) {
  return page.getByRole('group', { name: /^(All of time|As of .+|Between .+): / });
}

/** Paths of files, or files that exist only in the test. */
export type FilesToOpen = readonly string[] | readonly ReturnType<typeof fileOf>[];

/** Opens files as a person does with the button "Open". */
export async function openFiles(page: Page, files: FilesToOpen): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files] as string[]);
}

/** A file that exists only in the test. */
export function fileOf(name: string, content: string | Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}
