/**
 * The checks that keep the tables of `data/` fit to be edited by many: what the parser refuses,
 * and what it could read but a person would not want.
 */
import {
  AMBIGUOUS,
  COLLECTIVES,
  COLUMNS,
  DECOYS,
  readKnowledge,
  type KnowledgeReading,
  type Place,
} from './knowledge.ts';
import { checkList } from './check-lists.ts';
import { checkRelations } from './check-relations.ts';
import { plainName } from './plain-name.ts';
import { RELATIONS } from './relations/index.ts';
import { linesOf, readTable, type Problem, type Row } from './table.ts';

/** A name and one of the actors that bear it. */
interface Bearer extends Place {
  readonly id: string;
  readonly type: string;
  readonly words: string;
  readonly isMain: boolean;
}

/**
 * Everything wrong in the knowledge, from the texts of its files by file name, and in the
 * relations of the ontology. In order of files and lines; empty when all is well.
 */
export function checkKnowledge(files: Readonly<Record<string, string>>): Problem[] {
  const reading = readKnowledge(files);
  const order = Object.keys(COLUMNS).map((name) => `data/${name}`);
  const problems = [
    ...reading.problems,
    ...Object.keys(COLUMNS).flatMap((name) => checkRows(name, files[name])),
    ...checkReferences(reading),
    ...checkYears(reading),
    ...checkNames(reading, files[AMBIGUOUS] ?? ''),
    ...[DECOYS, COLLECTIVES].flatMap((name) => checkList(`data/${name}`, files[name] ?? '')),
    ...checkDecoys(reading, files[DECOYS] ?? ''),
    ...checkRelations(RELATIONS),
  ];
  const rank = (file: string): number => (order.includes(file) ? order.indexOf(file) : order.length);
  return problems.sort((a, b) => rank(a.file) - rank(b.file) || a.line - b.line);
}

/** Order of the rows, and blanks and empty items in cells. */
function checkRows(name: string, text: string | undefined): Problem[] {
  if (text === undefined) return [];
  const columns = COLUMNS[name]!;
  const problems: Problem[] = [];
  let before: Row | undefined;
  for (const row of readTable(`data/${name}`, text, columns).rows) {
    const report = (message: string): number => problems.push({ file: row.file, line: row.line, message });
    for (const column of columns) {
      const items = row.list(column);
      if (items.some((item) => item !== item.trim() || item === '')) {
        report(`column ${column} has a blank or an empty item at an end: "${row.cell(column)}"`);
      }
      if (new Set(items).size < items.length) report(`column ${column} says the same twice`);
    }
    if (before && isAfter(before, row, name)) {
      report(`stands behind "${before.cell(columns[0]!)}", but rows are sorted by ${columns[0]}`);
    }
    before = row;
  }
  return problems;
}

function isAfter(a: Row, b: Row, table: string): boolean {
  if (table !== 'officials.tsv') return a.cell('id') > b.cell('id');
  const [x, y] = [plainName(a.cell('name')), plainName(b.cell('name'))];
  return x > y || (x === y && a.cell('from') > b.cell('from'));
}

/** Parents, hosts and actors of officials that no row has. */
function checkReferences({ knowledge, places, officialPlaces }: KnowledgeReading): Problem[] {
  const problems: Problem[] = [];
  const check = ({ file, line }: Place, what: string, id: string): void => {
    if (!knowledge.actors.has(id)) problems.push({ file, line, message: `${what} "${id}" is in no table` });
  };
  for (const actor of knowledge.actors.values()) {
    const place = places.get(actor.id)!;
    for (const id of actor.parents) check(place, 'parent', id);
    for (const id of actor.hosts) {
      check(place, 'host', id);
      if (!id.startsWith('country:')) problems.push({ ...at(place), message: `host "${id}" is no country` });
    }
    if (actor.parents.includes(actor.id)) problems.push({ ...at(place), message: 'is its own parent' });
  }
  for (const [index, official] of knowledge.officials.entries()) {
    check(officialPlaces[index]!, 'actor', official.actor);
  }
  return problems;
}

function checkYears({ knowledge, places, officialPlaces }: KnowledgeReading): Problem[] {
  const spans = [
    ...[...knowledge.actors.values()].map((actor) => ({ ...actor, place: places.get(actor.id)! })),
    ...knowledge.officials.map((official, index) => ({ ...official, place: officialPlaces[index]! })),
  ];
  return spans
    .filter(({ from, to }) => from !== null && to !== null && isReversed(from, to))
    .map(({ from, to, place }) => ({ ...at(place), message: `ends in ${to} before it begins in ${from}` }));
}

/** Compares as far as both are precise: 2019 is not before 2019-07. */
function isReversed(from: string, to: string): boolean {
  const length = Math.min(from.length, to.length);
  return to.slice(0, length) < from.slice(0, length);
}

/** Names that two actors bear, unless `ambiguous.txt` says why; and lines there that are no more needed. */
function checkNames(reading: KnowledgeReading, ambiguous: string): Problem[] {
  const bearers = namesOf(reading);
  const { allowed, problems } = readAmbiguous(ambiguous);
  for (const [name, list] of bearers) {
    const actors = [...new Set(list.map(({ id }) => id))];
    if (actors.length < 2) continue;
    const last = list.at(-1)!;
    const mains = list.filter((bearer) => bearer.isMain && bearer.type === last.type);
    if (last.isMain && new Set(mains.map(({ id }) => id)).size > 1) {
      problems.push({
        ...at(last),
        message: `the name "${last.words}" stands already at ${whereOf(mains[0]!)}`,
      });
    } else if (!allowed.has(name)) {
      problems.push({
        ...at(last),
        message: `"${last.words}" also means ${actors.filter((id) => id !== last.id).join(', ')}: give it to one, or say why in data/${AMBIGUOUS}`,
      });
    }
  }
  for (const [name, line] of allowed) {
    if (new Set((bearers.get(name) ?? []).map(({ id }) => id)).size > 1) continue;
    problems.push({
      file: `data/${AMBIGUOUS}`,
      line,
      message: `"${name}" means fewer than two actors: remove the line`,
    });
  }
  return problems;
}

/** Decoys that are names themselves: the lookup would never find their actor. */
function checkDecoys(reading: KnowledgeReading, text: string): Problem[] {
  const bearers = namesOf(reading);
  return linesOf(text).flatMap((name, index) => {
    const bearer = bearers.get(plainName(name))?.[0];
    if (name === '' || name.startsWith('#') || !bearer) return [];
    const message = `"${name}" is a name of ${bearer.id}: remove one of them`;
    return [{ file: `data/${DECOYS}`, line: index + 1, message }];
  });
}

function namesOf({ knowledge, places }: KnowledgeReading): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const { id, type, names } of knowledge.actors.values()) {
    for (const { words, kind } of names) {
      const name = plainName(words);
      const bearer = { ...at(places.get(id)!), id, type, words, isMain: kind === 'name' };
      bearers.set(name, [...(bearers.get(name) ?? []), bearer]);
    }
  }
  return bearers;
}

function readAmbiguous(text: string): { allowed: Map<string, number>; problems: Problem[] } {
  const allowed = new Map<string, number>();
  const problems: Problem[] = [];
  const file = `data/${AMBIGUOUS}`;
  for (const [index, content] of linesOf(text).entries()) {
    if (content === '' || content.startsWith('#')) continue;
    const line = index + 1;
    const [name, why, ...rest] = content.split('\t');
    if (!name || !why?.trim() || rest.length > 0) {
      problems.push({ file, line, message: 'must be a name, a tab and the reason' });
    } else if (allowed.has(plainName(name))) {
      problems.push({
        file,
        line,
        message: `"${name}" stands already at line ${allowed.get(plainName(name))}`,
      });
    } else allowed.set(plainName(name), line);
  }
  return { allowed, problems };
}

function at({ file, line }: Place): Place {
  return { file, line };
}

function whereOf({ file, line }: Place): string {
  return `${file}:${line}`;
}
