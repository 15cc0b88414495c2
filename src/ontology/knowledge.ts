/**
 * What Entente knows of actors before it reads: the tables of `data/`, which people edit. The core
 * gets their text from the shells, so that a test can use three lines and a user other tables.
 */
import type { ActorType } from '../model/index.ts';
import { type Epithet, readEpithets } from './epithets.ts';
import { describeProblem, linesOf, readTable, type Problem, type Row } from './table.ts';
import { readTopics, type Topic } from './topics.ts';

/** What a name is to its actor; best first: "Niger" is a better name of Niger than "Niamey". */
export const NAME_KINDS = ['name', 'short', 'seat', 'demonym', 'capital', 'former'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface KnownName {
  readonly words: string;
  readonly kind: NameKind;
}

/** A row of the tables of countries, organisations, groups and missions. */
export interface KnownActor {
  /** `country:NER`, `organisation:ecowas`, `mission:misin`. */
  readonly id: string;
  readonly name: string;
  readonly type: Exclude<ActorType, 'person'>;
  /** `igo`, `armed-group`, `company`, …; null for countries and missions. */
  readonly subtype: string | null;
  /** All names, the one above first. */
  readonly names: readonly KnownName[];
  /** ISO 3166-1, countries that have them. */
  readonly iso2?: string;
  readonly iso3?: string;
  /** Ids of the actors that it belongs to or that run it. */
  readonly parents: readonly string[];
  /** Missions: ids of the countries in which they work. */
  readonly hosts: readonly string[];
  /** First and last year, EDTF; null where unsure or not over. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A person who speaks and acts for an actor. */
export interface Official {
  readonly name: string;
  /** Id of the actor. */
  readonly actor: string;
  readonly office: string;
  /** EDTF years or months; null where unsure or still in office. */
  readonly from: string | null;
  readonly to: string | null;
  /** Other spellings; a single word is the surname. */
  readonly aliases: readonly string[];
}

export interface Knowledge {
  readonly actors: ReadonlyMap<string, KnownActor>;
  readonly officials: readonly Official[];
  /** Names that contain the name of an actor and mean another thing: "Gulf of Guinea". */
  readonly decoys?: readonly string[];
  /** Regions, peoples and other collectives, which are no actors: "sahel", "jihadists". */
  readonly collectives?: readonly string[];
  /** What sentences may be about. */
  readonly topics?: readonly Topic[];
  /** What countries are called without their name. */
  readonly epithets?: readonly Epithet[];
}

/** Where a row stands, for messages. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Knowledge with the places of its rows and what is wrong in them. */
export interface KnowledgeReading {
  readonly knowledge: Knowledge;
  /** By id of the actor. */
  readonly places: ReadonlyMap<string, Place>;
  /** In the order of `knowledge.officials`. */
  readonly officialPlaces: readonly Place[];
  readonly problems: readonly Problem[];
}

const ACTOR_COLUMNS = ['id', 'name', 'subtype', 'aliases', 'parents'];
/** Columns of each table, in order. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'countries.tsv': ['id', 'name', 'iso2', 'short', 'demonyms', 'capitals', 'seats', 'former'],
  'organisations.tsv': ACTOR_COLUMNS,
  'groups.tsv': ACTOR_COLUMNS,
  'missions.tsv': ['id', 'name', 'aliases', 'parents', 'hosts', 'from', 'to'],
  'officials.tsv': ['name', 'actor', 'office', 'from', 'to', 'aliases'],
};
export const DECOYS = 'decoys.txt';
export const COLLECTIVES = 'collectives.txt';
export const TOPICS = 'topics.tsv';
export const EPITHETS = 'epithets.tsv';
/** Names that may mean two actors, with the reason; only `checkKnowledge` reads it. */
export const AMBIGUOUS = 'ambiguous.txt';

/** Names, in the folder `data/`, of the files that `parseKnowledge` reads. */
export const KNOWLEDGE_FILES: readonly string[] = [
  ...Object.keys(COLUMNS),
  TOPICS,
  EPITHETS,
  DECOYS,
  COLLECTIVES,
];

const ID = /^(country:([A-Z]{3}|[a-z0-9-]{4,})|(organisation|mission):[a-z0-9]+(-[a-z0-9]+)*)$/;
const TYPE_OF: Readonly<Record<string, KnownActor['type']>> = {
  'countries.tsv': 'country',
  'organisations.tsv': 'organisation',
  'groups.tsv': 'organisation',
  'missions.tsv': 'mission',
};
/** A year or a month; the only dates of the tables. */
const YEAR = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/**
 * Knowledge from the texts of its files, by file name; a file may be missing.
 * Throws an `Error` that lists every bad row: `data/missions.tsv:212: …`.
 */
export function parseKnowledge(files: Readonly<Record<string, string>>): Knowledge {
  const { knowledge, problems } = readKnowledge(files);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  return knowledge;
}

/** As `parseKnowledge`, but bad rows are left out and reported. */
export function readKnowledge(files: Readonly<Record<string, string>>): KnowledgeReading {
  const actors = new Map<string, KnownActor>();
  const places = new Map<string, Place>();
  const officials: Official[] = [];
  const officialPlaces: Place[] = [];
  const problems: Problem[] = unknownFiles(files);
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const text = files[name];
    if (text === undefined) continue;
    const table = readTable(`data/${name}`, text, columns);
    problems.push(...table.problems);
    for (const row of table.rows) {
      const wrong = faults(row, name, places);
      problems.push(...wrong.map((message) => ({ file: row.file, line: row.line, message })));
      if (wrong.length > 0) continue;
      if (name === 'officials.tsv') {
        officials.push(officialOf(row));
        officialPlaces.push(row);
      } else {
        actors.set(row.cell('id'), actorOf(row, name));
        places.set(row.cell('id'), row);
      }
    }
  }
  const [decoys, collectives] = [DECOYS, COLLECTIVES].map((file) =>
    linesOf(files[file] ?? '').filter((line) => line !== '' && !line.startsWith('#')),
  ) as [string[], string[]];
  const { topics, problems: wrongTopics } = readTopics(`data/${TOPICS}`, files[TOPICS] ?? null);
  const told = readEpithets(`data/${EPITHETS}`, files[EPITHETS] ?? null, new Set(actors.keys()));
  problems.push(...wrongTopics, ...told.problems);
  const knowledge = { actors, officials, decoys, collectives, topics, epithets: told.epithets };
  return { knowledge, places, officialPlaces, problems };
}

function unknownFiles(files: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(files)
    .filter((name) => !KNOWLEDGE_FILES.includes(name) && name !== AMBIGUOUS)
    .map((name) => ({
      file: `data/${name}`,
      line: 0,
      message: `is no file of the knowledge; these are: ${KNOWLEDGE_FILES.join(', ')}, ${AMBIGUOUS}`,
    }));
}

/** What makes a row unusable. */
function faults(row: Row, table: string, places: ReadonlyMap<string, Place>): string[] {
  const wrong: string[] = [];
  if (row.cell('name').trim() === '') wrong.push('the name is empty');
  if (table !== 'officials.tsv') wrong.push(...idFaults(row, table, places));
  if (table === 'officials.tsv' || table === 'missions.tsv') {
    for (const column of ['from', 'to']) {
      const date = row.cell(column);
      if (date !== '' && !YEAR.test(date))
        wrong.push(`"${date}" in column ${column} is no year or month: 2024 or 2024-03`);
    }
  }
  return wrong;
}

function idFaults(row: Row, table: string, places: ReadonlyMap<string, Place>): string[] {
  const id = row.cell('id');
  const type = TYPE_OF[table]!;
  if (!ID.test(id) || !id.startsWith(`${type}:`)) {
    const example = { country: 'country:NER', organisation: 'organisation:ecowas', mission: 'mission:misin' }[
      type
    ];
    return [`"${id}" is no id of this table: write it like ${example}`];
  }
  const other = places.get(id);
  return other ? [`the id ${id} stands already at ${other.file}:${other.line}`] : [];
}

function actorOf(row: Row, table: string): KnownActor {
  const type = TYPE_OF[table]!;
  const id = row.cell('id');
  const base = { id, name: row.cell('name'), type };
  const timeless = { from: null, to: null };
  if (type === 'country') {
    const code = id.slice('country:'.length);
    return {
      ...base,
      ...timeless,
      subtype: null,
      names: namesOf(row, {
        short: 'short',
        seats: 'seat',
        demonyms: 'demonym',
        capitals: 'capital',
        former: 'former',
      }),
      ...(row.cell('iso2') === '' ? {} : { iso2: row.cell('iso2') }),
      ...(/^[A-Z]{3}$/.test(code) ? { iso3: code } : {}),
      parents: [],
      hosts: [],
    };
  }
  const names = namesOf(row, { aliases: 'short' });
  const parents = row.list('parents');
  if (type === 'organisation') {
    return { ...base, ...timeless, subtype: row.cell('subtype') || null, names, parents, hosts: [] };
  }
  const hosts = row.list('hosts');
  return {
    ...base,
    subtype: null,
    names,
    parents,
    hosts,
    from: row.cell('from') || null,
    to: row.cell('to') || null,
  };
}

function namesOf(row: Row, kinds: Readonly<Record<string, NameKind>>): KnownName[] {
  const names: KnownName[] = [{ words: row.cell('name'), kind: 'name' }];
  for (const [column, kind] of Object.entries(kinds)) {
    for (const words of row.list(column)) names.push({ words, kind });
  }
  return names;
}

function officialOf(row: Row): Official {
  return {
    name: row.cell('name'),
    actor: row.cell('actor'),
    office: row.cell('office'),
    from: row.cell('from') || null,
    to: row.cell('to') || null,
    aliases: row.list('aliases'),
  };
}
