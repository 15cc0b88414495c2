/** The command line as it is shipped, for tests that run it as a program of its own. */
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** Builds what is missing or older than its source. */
export function build(): void {
  const newest = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/^(app|worker)/.test(path))
    .reduce((latest, path) => Math.max(latest, statSync(join(ROOT, 'src', path)).mtimeMs), 0);
  if (!existsSync(MAIN) || statSync(MAIN).mtimeMs < newest) {
    execFileSync(process.execPath, [VITE, 'build', '--mode', 'cli', '--logLevel', 'warn'], { cwd: ROOT });
  }
  if (!existsSync(join(ROOT, 'dist', 'app', 'index.html'))) {
    execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: ROOT });
  }
}

/** Another installation of the program in `folder`, made of links; its files may be replaced. Returns its main file. */
export function install(folder: string): string {
  for (const name of ['dist/cli', 'data/reader']) mkdirSync(join(folder, name), { recursive: true });
  // A link would lead the program back to the first installation.
  copyFileSync(MAIN, join(folder, 'dist/cli/main.js'));
  for (const name of ['package.json', 'node_modules', ...filesIn('data'), ...filesIn('data/reader')]) {
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  return join(folder, 'dist/cli/main.js');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}/${entry.name}`);
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly folder: string;
  readonly input?: string;
  /** Of another installation. */
  readonly main?: string;
  /** Called with all of stdout and stderr so far; may send signals. */
  readonly watch?: (output: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs `entente …` in a folder. */
export function entente(
  args: readonly string[],
  { folder, input = '', main = MAIN, watch }: Run,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: { ...process.env, CI: '1' } });
    let [stdout, stderr] = ['', ''];
    const look = () => watch?.(stdout + stderr, (signal) => child.kill(signal));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      look();
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** An empty folder, and the way to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
