/** What countries are called without their name, as `data/epithets.tsv` tells: "the kingdom", "the junta". */
import { readTable, type Problem } from './table.ts';
import { unaccented, wordPattern } from './word-pattern.ts';

/** A row of the table of epithets. */
export interface Epithet {
  readonly id: string;
  /** Words that tell it; `putschist*` also stands for every longer word. */
  readonly words: readonly string[];
  /** Ids of the countries that may be called so. */
  readonly actors: readonly string[];
  /** First and last year; null: always, or not over. */
  readonly from: string | null;
  readonly to: string | null;
}

export const EPITHET_COLUMNS: readonly string[] = ['id', 'words', 'actors', 'from', 'to'];

/** Epithets of a table (`file` for messages; null: there is none), and what is wrong in it; `known`: ids of actors. */
export function readEpithets(
  file: string,
  text: string | null,
  known: ReadonlySet<string>,
): { epithets: Epithet[]; problems: Problem[] } {
  if (text === null) return { epithets: [], problems: [] };
  const { rows, problems } = readTable(file, text, EPITHET_COLUMNS);
  const epithets: Epithet[] = [];
  const wrong = rows.flatMap((row) => {
    const epithet: Epithet = {
      id: row.cell('id'),
      words: row.list('words'),
      actors: row.list('actors'),
      from: row.cell('from') || null,
      to: row.cell('to') || null,
    };
    const message = faultOf(epithet, epithets, known);
    if (message === null) epithets.push(epithet);
    return message === null ? [] : [{ file: row.file, line: row.line, message }];
  });
  return { epithets, problems: [...problems, ...wrong] };
}

function faultOf(
  { id, words, actors, from, to }: Epithet,
  earlier: readonly Epithet[],
  known: ReadonlySet<string>,
): string | null {
  if (earlier.some((epithet) => epithet.id === id)) return `the epithet ${id} stands here twice`;
  if (words.length === 0 || actors.length === 0) return 'an epithet needs words and actors';
  const unknown = actors.find((actor) => !known.has(actor));
  if (unknown !== undefined) return `${unknown} is no actor of the tables`;
  const date = [from, to].find((year) => year !== null && !/^\d{4}$/.test(year));
  if (date !== undefined) return `"${date}" is no year`;
  return from !== null && to !== null && to < from ? `it ends, ${to}, before it begins, ${from}` : null;
}

/**
 * Compiles the epithets. The function gives the ids of all actors that words may stand for; null: they tell nothing.
 * `year` of the document: what was over before it, or began after it, is left out.
 */
export function epithetFinder(
  epithets: readonly Epithet[],
): (words: string, year?: number) => ReadonlySet<string> | null {
  const compiled = epithets.map((epithet) => ({ ...epithet, pattern: wordPattern(epithet.words) }));
  return (words, year) => {
    const plain = unaccented(words);
    const found = compiled.filter(
      ({ pattern, from, to }) =>
        pattern.test(plain) &&
        (year === undefined || (year >= Number(from ?? year) && year <= Number(to ?? year))),
    );
    return found.length === 0 ? null : new Set(found.flatMap(({ actors }) => actors));
  };
}
