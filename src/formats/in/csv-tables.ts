/** The tables of actors and of evidence that `writeCsv` makes, read back. */
import type { Actor, Assertion, Document, Evidence, Status } from '../../model/index.ts';
import { ACTOR_TYPES, STATUSES } from '../../model/index.ts';
import { relationNamed } from './claims.ts';
import { CsvReader, type CsvRow } from './csv-rows.ts';
import { plainColumn } from './header.ts';
import type { Imported } from './imported.ts';
import { type KnownWorld, actorOf } from './known-actors.ts';
import { NO_DATE, REVERSED, spellDate } from './spells-text.ts';
import type { Tally } from './tally.ts';

/** A row by the names of its columns. */
export type Named = (column: string) => string;

/** The cell without the apostrophe that keeps spreadsheets from running it as a formula. */
export function plainCell(cell: string): string {
  return /^'[\s]*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** A function that names the cells of rows under a header. */
export function namedBy(header: readonly string[]): (row: readonly string[]) => Named {
  const at = new Map(header.map((name, index) => [plainColumn(name), index]));
  return (row) => (column) => plainCell(row[at.get(plainColumn(column)) ?? -1] ?? '');
}

/** Actors by id, of a table of nodes. Rows without an id or a name are counted. */
export function readNodeTable(text: string, tally: Tally): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  let name: ((row: readonly string[]) => Named) | undefined;
  const reader = new CsvReader(
    ({ cells, line, raw }) => {
      if (!name) return void (name = namedBy(cells));
      const actor = actorOfRow(name(cells));
      if (actor) actors.set(actor.id, actor);
      else tally.fault('an actor without id, name or type', line, raw);
    },
    (raw, line) => tally.fault('the row is no CSV', line, raw),
  );
  reader.push(text);
  reader.finish();
  return actors;
}

function actorOfRow(cell: Named): Actor | undefined {
  const [id, name, iso3] = [cell('id'), cell('name'), cell('iso3')];
  const type = ACTOR_TYPES.find((one) => one === cell('type'));
  if (id === '' || name === '' || !type) return undefined;
  return {
    id,
    name,
    type,
    subtype: cell('subtype') || null,
    aliases: cell('aliases')
      .split('; ')
      .filter((alias) => alias !== ''),
    ...(/^[A-Z]{3}$/.test(iso3) ? { iso3 } : {}),
    ...(cell('represents') === '' ? {} : { represents: cell('represents') }),
  };
}

/** Whether a header is that of a table of evidence. */
export function isEvidenceHeader(cells: readonly string[]): boolean {
  return ['assertion', 'document', 'quote', 'whenBasis', 'reader'].every((name) => cells.includes(name));
}

/**
 * Collects the rows of a table of evidence. The table does not hold: dates and hashes of documents (the
 * hash is the table's), places of the actors and the speaker in the text, topics; the confidence of an assertion is
 * that of its surest evidence.
 */
export class EvidenceRows {
  readonly #tally: Tally;
  readonly #world: KnownWorld;
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #documents = new Map<string, Omit<Document, 'sha256'>>();
  readonly #assertions = new Map<string, Omit<Assertion, 'evidence'> & { evidence: Evidence[] }>();
  rows = 0;
  taken = 0;

  constructor(world: KnownWorld, actors: ReadonlyMap<string, Actor>, tally: Tally) {
    this.#world = world;
    this.#actors = actors;
    this.#tally = tally;
  }

  add(cell: Named, { line, raw }: CsvRow): void {
    this.rows += 1;
    const fault = (reason: string) => this.#tally.fault(reason, line, raw);
    const relation = relationNamed(cell('relation'));
    if (!relation) return this.#tally.add('the relation is not in the ontology', line, raw, cell('relation'));
    const status = STATUSES.find((one) => one === cell('status'));
    if (!status) return fault('the status is none of actual, planned, alleged, denied');
    const [when, reported] = [spellDate(cell('when')), spellDate(cell('reported'))];
    if ('fault' in when) return fault(when.fault);
    if ('fault' in reported) return fault(reported.fault === REVERSED ? REVERSED : NO_DATE);
    const evidence = evidenceOf(cell);
    if (!evidence || cell('assertion') === '') return fault('the evidence has no document, quote or place');
    if (cell('source') === cell('target')) return fault('source and target are the same actor');
    this.taken += 1;
    this.#document(cell);
    const found = this.#assertions.get(cell('assertion'));
    if (found) found.evidence.push(evidence);
    else
      this.#assertions.set(cell('assertion'), {
        ...assertionOf(cell, relation, status),
        when: when.when,
        reported: reported.when,
        evidence: [evidence],
      });
  }

  finish(sha256: string): Imported {
    const assertions = [...this.#assertions.values()].map((one): Assertion => ({
      ...one,
      confidence: Math.max(...one.evidence.map((e) => e.confidence)),
    }));
    const taking = new Set(assertions.flatMap(({ source, target }) => [source, target]));
    const lacking = [...taking].filter((id) => !this.#actors.has(id)).map((id) => this.#actorOf(id));
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
    return {
      documents: [...this.#documents.values()].map((document) => ({ ...document, sha256 })).sort(byId),
      actors: [...this.#actors.values(), ...lacking].sort(byId),
      assertions: assertions.sort(byId),
      rows: this.rows,
      taken: this.taken,
      tally: this.#tally.entries(),
    };
  }

  #document(cell: Named): void {
    const id = cell('document');
    if (this.#documents.has(id)) return;
    const [source, url] = [cell('outlet') || null, cell('url') || null];
    this.#documents.set(id, {
      id,
      path: id,
      title: cell('title'),
      published: null,
      publishedBasis: 'none',
      source,
      url,
      language: 'en',
    });
  }

  #actorOf(id: string): Actor {
    const known = this.#world.knowledge.actors.get(id);
    if (known) return actorOf(known);
    const type = ACTOR_TYPES.find((one) => id.startsWith(`${one}:`)) ?? 'organisation';
    return { id, name: id.replace(/^[a-z]+:/, '') || id, type, subtype: null, aliases: [] };
  }
}

function assertionOf(
  cell: Named,
  relation: string,
  status: Status,
): Omit<Assertion, 'evidence' | 'when' | 'reported'> {
  return {
    id: cell('assertion'),
    source: cell('source'),
    relation,
    target: cell('target'),
    status,
    whenBasis: cell('whenBasis') === 'text' ? 'text' : 'document',
    topics: [],
    confidence: 0,
  };
}

function evidenceOf(cell: Named): Evidence | undefined {
  const [start, end, confidence] = [Number(cell('start')), Number(cell('end')), Number(cell('confidence'))];
  const isPlaced = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= 1;
  const [document, quote, reader] = [cell('document'), cell('quote'), cell('reader')];
  if (
    !isPlaced ||
    !(confidence >= 0 && confidence <= 1) ||
    document === '' ||
    quote === '' ||
    reader === ''
  ) {
    return undefined;
  }
  return { document, start, end, quote, source: [], target: [], reader, confidence };
}
