/**
 * CSV edge lists: one row a tie or a claim. The columns are named by `--map source=COL,target=COL,…` or
 * guessed from their names; `relation=:allied-with` gives all rows one relation. The tables of edges and
 * of evidence that `writeCsv` makes are read without a map, with the table of nodes where it is at hand.
 *
 * A table of edges does not hold: documents and evidence (the row itself becomes the quote), the number
 * of sources, what closed a spell; what is planned, alleged or denied beside what is actual has no date.
 */
import type { Actor, Status } from '../../model/index.ts';
import { STATUSES } from '../../model/index.ts';
import type { RelationId } from '../../ontology/relations/index.ts';
import { ClaimGraph, actorNamed, relationNamed } from './claims.ts';
import { CsvReader, type CsvRow } from './csv-rows.ts';
import { EvidenceRows, isEvidenceHeader, namedBy, plainCell, readNodeTable } from './csv-tables.ts';
import { plainColumn } from './header.ts';
import { type Imported, NotThisFormat, type TextReader } from './imported.ts';
import type { KnownWorld } from './known-actors.ts';
import { type SpellDate, intervalDate, isInRange, spellDate, spellDates, tieClaims } from './spells-text.ts';
import { Tally } from './tally.ts';

/** Our columns, and the names that they are guessed by, best first. */
const GUESSES = {
  source: [
    'source',
    'source_id',
    'source_name',
    'src',
    'actor',
    'actor1',
    'sender',
    'node1',
    'from_id',
    'from',
  ],
  target: [
    'target',
    'target_id',
    'target_name',
    'dst',
    'recipient',
    'actor2',
    'receiver',
    'node2',
    'to_id',
    'to',
  ],
  relation: ['relation', 'relation_type', 'rel', 'kind', 'edge_type', 'type', 'label'],
  status: ['status', 'statuses'],
  when: ['when', 'date', 'day', 'year'],
  from: ['start', 'start_date', 'valid_from', 'begin', 'start_year', 'from'],
  to: ['end', 'end_date', 'valid_to', 'end_year', 'to'],
  spells: ['spells', 'dates'],
  reported: ['reported', 'published'],
  confidence: ['confidence'],
  quote: ['quote', 'evidence', 'text', 'note', 'description'],
} as const;

type Ours = keyof typeof GUESSES;

/** What an edge list is read with. */
export interface EdgeListSettings {
  readonly file: string;
  readonly world: KnownWorld;
  readonly map: ReadonlyMap<string, string>;
  /** Text of the table of nodes that belongs to it. */
  readonly nodes?: string;
}

/** Reads an edge list. Throws `NotThisFormat` where source, target or relation have no column. */
export function edgeListReader(settings: EdgeListSettings): TextReader {
  const reader = new EdgeListReader(settings);
  return {
    push: (text) => reader.push(text),
    finish: (sha256, isCut) => reader.finish(sha256, isCut),
  };
}

class EdgeListReader {
  readonly #settings: EdgeListSettings;
  readonly #tally = new Tally();
  readonly #actors: Map<string, Actor>;
  readonly #edges: ClaimGraph;
  readonly #evidence: EvidenceRows;
  readonly #resolved = new Map<string, string>();
  readonly #csv = new CsvReader(
    (row) => this.#row(row),
    (raw, line) => this.#tally.fault('the row is no CSV', line, raw),
  );
  #width = 0;
  #take: ((row: CsvRow) => void) | undefined;
  #isEvidence = false;

  constructor(settings: EdgeListSettings) {
    this.#settings = settings;
    const { file, world, nodes } = settings;
    this.#actors = nodes === undefined ? new Map<string, Actor>() : readNodeTable(nodes, this.#tally);
    this.#edges = new ClaimGraph({ file, name: null, reader: 'csv/1' }, this.#tally);
    for (const actor of this.#actors.values()) this.#edges.actor(actor);
    this.#evidence = new EvidenceRows(world, this.#actors, this.#tally);
  }

  push(text: string): void {
    this.#csv.push(text);
  }

  finish(sha256: string, isCut = false): Imported {
    if (!isCut) this.#csv.finish();
    if (!this.#take) throw new NotThisFormat(`${this.#settings.file}: the file is empty`);
    return this.#isEvidence ? this.#evidence.finish(sha256) : this.#edges.finish(sha256);
  }

  #row(row: CsvRow): void {
    if (!this.#take) return this.#begin(row.cells);
    if (row.cells.length === this.#width) return this.#take(row);
    this.#tally.fault(`the row has not ${this.#width} columns`, row.line, row.raw);
  }

  #begin(header: readonly string[]): void {
    this.#width = header.length;
    this.#isEvidence = isEvidenceHeader(header) && this.#settings.map.size === 0;
    if (this.#isEvidence) {
      const name = namedBy(header);
      this.#take = (row) => this.#evidence.add(name(row.cells), row);
      return;
    }
    const cellOf = columnsOf(header, this.#settings);
    this.#take = (row) => this.#edge((ours) => cellOf(row.cells, ours), row);
  }

  #edge(cell: (ours: Ours) => string, { line, offset, raw }: CsvRow): void {
    this.#edges.rows += 1;
    const relation = relationNamed(cell('relation'));
    if (!relation) return this.#tally.add('the relation is not in the ontology', line, raw, cell('relation'));
    if (cell('source') === '' || cell('target') === '')
      return this.#tally.fault('an actor is missing', line, raw);
    const statuses = statusesOf(cell('status'));
    const confidence = cell('confidence') === '' ? 1 : Number(cell('confidence'));
    const dates = datesOf(cell, relation);
    const reported = spellDate(cell('reported'));
    const fault = faultOf(statuses, confidence, [...dates, reported]);
    if (fault !== null) return this.#tally.fault(fault, line, raw);
    this.#edges.taken += 1;
    const whens = dates.map((date) => (date as { when: string | null }).when);
    for (const { status, when } of tieClaims(statuses!, whens)) {
      this.#edges.add({
        source: this.#actorOf(cell('source'), line),
        relation,
        target: this.#actorOf(cell('target'), line),
        status,
        when,
        reported: (reported as { when: string | null }).when,
        confidence,
        quote: cell('quote') || raw,
        line,
        offset,
      });
    }
  }

  #actorOf(words: string, line: number): string {
    let id = this.#resolved.get(words);
    if (id === undefined) {
      const actor =
        this.#actors.get(words) ?? actorNamed(this.#settings.world, { id: words }, this.#tally, line);
      id = this.#edges.actor(actor);
      this.#resolved.set(words, id);
    }
    return id;
  }
}

/** A function that finds our columns in a row. */
function columnsOf(
  header: readonly string[],
  { file, map }: EdgeListSettings,
): (row: readonly string[], ours: Ours) => string {
  const found = header.map(plainColumn);
  const unknown = [...map.keys()].filter((ours) => !Object.hasOwn(GUESSES, ours));
  if (unknown.length > 0)
    throw new NotThisFormat(`--map knows ${Object.keys(GUESSES).join(', ')}, not ${unknown.join(', ')}`);
  const taken = new Set<number>();
  const at = new Map<Ours, number>();
  for (const ours of Object.keys(GUESSES) as Ours[]) {
    const given = map.get(ours);
    if (given?.startsWith(':')) continue;
    const names: readonly string[] = given === undefined ? GUESSES[ours] : [given];
    const index = names
      .map((name) => found.indexOf(plainColumn(name)))
      .find((one) => one >= 0 && !taken.has(one));
    if (given !== undefined && index === undefined)
      throw new NotThisFormat(`${file}: no column "${given}"; found: ${header.join(', ')}`);
    if (index === undefined) continue;
    taken.add(index);
    at.set(ours, index);
  }
  const missing = (['source', 'target', 'relation'] as const).filter(
    (ours) => !at.has(ours) && !map.get(ours)?.startsWith(':'),
  );
  if (missing.length > 0) {
    throw new NotThisFormat(
      `${file}: no column for ${missing.join(', ')}; found: ${header.join(', ')}; name them with --map ${missing.map((ours) => `${ours}=COLUMN`).join(',')}`,
    );
  }
  return (row, ours) => {
    const given = map.get(ours);
    return given?.startsWith(':') ? given.slice(1) : plainCell(row[at.get(ours) ?? -1] ?? '').trim();
  };
}

function statusesOf(cell: string): Status[] | null {
  const words = cell.split(';').map((word) => word.trim().toLowerCase());
  if (cell === '') return ['actual'];
  const statuses = STATUSES.filter((status) => words.includes(status));
  return statuses.length === words.length ? statuses : null;
}

function datesOf(cell: (ours: Ours) => string, relation: RelationId): SpellDate[] {
  if (cell('spells') !== '') return spellDates(cell('spells'), relation);
  if (cell('when') !== '') return [spellDate(cell('when'))];
  return [intervalDate(cell('from'), cell('to'), relation)];
}

function faultOf(statuses: Status[] | null, confidence: number, dates: readonly SpellDate[]): string | null {
  if (!statuses) return 'the status is none of actual, planned, alleged, denied';
  if (!(confidence >= 0 && confidence <= 1)) return 'the confidence is no number from 0 to 1';
  for (const date of dates) {
    if ('fault' in date) return date.fault;
    if (date.when !== null && !isInRange(date.when)) return 'the date is out of range';
  }
  return null;
}
