import { describe, expect, test } from 'vitest';
import { fixedPart, globMatcher } from '../../src/cli/glob.ts';

describe('patterns', () => {
  test.each<[pattern: string, path: string, matches: boolean]>([
    ['*.txt', 'a.txt', true],
    ['*.txt', 'a.txt.bak', false],
    ['*.txt', 'b/a.txt', false],
    ['*.txt', '.a.txt', false],
    ['.*.txt', '.a.txt', true],
    ['./*.txt', 'a.txt', true],
    ['news/*.html', 'news/a.html', true],
    ['news/*.html', 'news/2024/a.html', false],
    ['news/**/*.html', 'news/a.html', true],
    ['news/**/*.html', 'news/2024/03/a.html', true],
    ['news/**/*.html', 'news/.git/a.html', false],
    ['news/**', 'news/2024/a.md', true],
    ['**/a?.txt', 'x/y/ab.txt', true],
    ['**/a?.txt', 'x/y/a.txt', false],
    ['**/a?.txt', 'ab.txt', true],
    ['a+(b).*', 'a+(b).txt', true],
    ['a.c*', 'abc', false],
    ['/var/*/x.txt', '/var/log/x.txt', true],
  ])('%s and %s', (pattern, path, matches) => {
    expect(globMatcher(pattern)(path)).toBe(matches);
  });

  test.each([
    ['*.txt', ''],
    ['news/*/a.txt', 'news'],
    ['/*.txt', '/'],
    ['/var/log/**', '/var/log'],
  ])('%s is looked for in "%s"', (pattern, folder) => {
    expect(fixedPart(pattern)).toBe(folder);
  });
});
