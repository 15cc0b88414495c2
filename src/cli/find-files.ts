/** From what the user names (files, folders, patterns) to the files that are to be read. */
import { readdirSync, statSync } from 'node:fs';
import { DOCUMENT_EXTENSIONS } from '../documents/kinds.ts';
import { fixedPart, globMatcher, isGlob } from './glob.ts';

export interface FoundFiles {
  /** With `/` between the steps, as named by the user; sorted, each once. */
  readonly files: readonly string[];
  /** What was named and is not there, each with the way out. */
  readonly missing: readonly string[];
}

/** Finds all files of a list of paths. Never throws for a path: it is among the missing. */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const given of paths) {
    const path = given.replaceAll('\\', '/');
    const kind = kindOf(path);
    if (kind === 'file') files.add(plain(path));
    else if (kind === 'folder') addFolder(path, files, missing);
    else if (isGlob(path)) addMatches(path, files, missing);
    else missing.push(`${path}: no such file or folder: check the path`);
  }
  return { files: [...files].sort(), missing };
}

/** All documents in a folder and those below it, by extension. */
function addFolder(folder: string, files: Set<string>, missing: string[]): void {
  const found = filesBelow(folder, missing).filter(isDocument);
  if (found.length === 0) {
    missing.push(`${folder}: no articles in this folder: looked for ${DOCUMENT_EXTENSIONS.join(', ')}`);
  }
  for (const file of found) files.add(plain(file));
}

function addMatches(pattern: string, files: Set<string>, missing: string[]): void {
  const folder = fixedPart(pattern);
  const matches = globMatcher(pattern);
  const below = kindOf(folder || '.') === 'folder' ? filesBelow(folder || '.', missing) : [];
  const found = below.filter((path) => matches(path) && !isSideFile(path));
  if (found.length === 0) missing.push(`${pattern}: no file matches this pattern: check it, and its quotes`);
  for (const file of found) files.add(plain(file));
}

/** Hidden folders and installed packages hold no articles; links to folders may lead in circles. */
function filesBelow(folder: string, missing: string[]): string[] {
  const found: string[] = [];
  const open = [folder.replace(/(?<=.)\/+$/, '')];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    try {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        const path = next === '.' ? entry.name : `${next === '/' ? '' : next}/${entry.name}`;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) open.push(path);
        else if (entry.isFile() || (entry.isSymbolicLink() && kindOf(path) === 'file')) found.push(path);
      }
    } catch (error) {
      missing.push(`${next}: the folder cannot be read (${(error as Error).message})`);
    }
  }
  return found;
}

function isSideFile(path: string): boolean {
  return /(?:^|\/)metadata\.json$|\.meta\.json$/.test(path);
}

function isDocument(path: string): boolean {
  return DOCUMENT_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension));
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** One name for one file: `./a//b.txt` is `a/b.txt`. */
function plain(path: string): string {
  return path.replace(/(?<!^)\/+(?=\/)/g, '').replace(/^(?:\.\/)+/, '');
}
