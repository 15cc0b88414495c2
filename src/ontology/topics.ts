/** What sentences are about: topics of `data/topics.tsv`, found by their words. */
import { readTable, type Problem } from './table.ts';
import { unaccented, wordPattern } from './word-pattern.ts';

/** A row of the table of topics. */
export interface Topic {
  /** `military`, `human-rights`. */
  readonly id: string;
  /** For people: "Human rights and courts". */
  readonly name: string;
  /** Words that tell it; `weapon*` also stands for every longer word. */
  readonly words: readonly string[];
}

const COLUMNS = ['id', 'name', 'words'];

/** Topics of a table (`file` for messages; null: there is none), and what is wrong in it. */
export function readTopics(file: string, text: string | null): { topics: Topic[]; problems: Problem[] } {
  if (text === null) return { topics: [], problems: [] };
  const { rows, problems } = readTable(file, text, COLUMNS);
  const topics: Topic[] = [];
  const wrong = rows.flatMap((row) => {
    const topic: Topic = { id: row.cell('id'), name: row.cell('name'), words: row.list('words') };
    const message = topicFault(topic, topics);
    if (message === null) topics.push(topic);
    return message === null ? [] : [{ file: row.file, line: row.line, message }];
  });
  return { topics, problems: [...problems, ...wrong] };
}

function topicFault({ id, name, words }: Topic, earlier: readonly Topic[]): string | null {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) return `"${id}" is no id of a topic: small letters and hyphens`;
  if (earlier.some((topic) => topic.id === id)) return `the topic ${id} stands here twice`;
  if (name.trim() === '' || words.length === 0) return 'a topic needs a name and words';
  const twice = words.find((word, i) => words.indexOf(word) !== i);
  return twice === undefined ? null : `the word "${twice}" stands here twice`;
}

/** Compiles the topics; the function gives the ids of those that a text is about, sorted. */
export function topicFinder(topics: readonly Topic[]): (text: string) => readonly string[] {
  const compiled = topics
    .filter(({ words }) => words.length > 0)
    .map(({ id, words }) => ({ id, pattern: wordPattern(words) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return (text) => {
    const plain = unaccented(text);
    return compiled.filter(({ pattern }) => pattern.test(plain)).map(({ id }) => id);
  };
}
