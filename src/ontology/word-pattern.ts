/** Finds any of some words in a text: whole words, in any case, with or without accents. */

/** Words of a table; `weapon*` also stands for every longer word. To be tested on `unaccented` text. */
export function wordPattern(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => {
    const begins = word.endsWith('*');
    const letters = unaccented(begins ? word.slice(0, -1) : word).replace(
      /[.*+?^${}()|[\]\\]/g,
      String.raw`\$&`,
    );
    return letters.replaceAll(' ', String.raw`\s+`) + (begins ? String.raw`[\p{L}\p{N}]*` : '');
  });
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{N}])`, 'iu');
}

export function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}
