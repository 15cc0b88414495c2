import { linesOf, type Problem } from './table.ts';
import { plainName } from './plain-name.ts';

/**
 * What is wrong in a file of names, one a line: blanks, names out of order, and names that stand
 * there twice. In order of the lines.
 */
export function checkList(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  const lines = new Map<string, number>();
  let before = '';
  for (const [index, name] of linesOf(text).entries()) {
    if (name === '' || name.startsWith('#')) continue;
    const line = index + 1;
    const plain = plainName(name);
    const first = lines.get(plain);
    if (name !== name.trim()) problems.push({ file, line, message: `"${name}" has a blank at an end` });
    if (first !== undefined)
      problems.push({ file, line, message: `"${name}" stands already at line ${first}` });
    if (name < before)
      problems.push({ file, line, message: `"${name}" stands behind "${before}": sort the lines` });
    lines.set(plain, first ?? line);
    before = name;
  }
  return problems;
}
