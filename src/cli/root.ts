/** Where the project's own files are; the same from the source and from the bundle `dist/cli/main.js`. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The path of a file of the project. */
export function projectFile(...steps: readonly string[]): string {
  return join(ROOT, ...steps);
}

/** The version in package.json. */
export function projectVersion(): string {
  const { version } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string };
  return version;
}
