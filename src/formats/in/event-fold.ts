/**
 * Coded events become assertions. Events of the same source, relation, target, status and month fold
 * into one assertion, so that a file of millions takes the memory of what it says, not of its rows.
 *
 * The data set's file is the document; its text is left out. Evidence is the first rows: `start` is
 * the row's place in the file (UTF-16 units), the quote its telling cells in their order, joined by " · ".
 * The number of rows stands with the reader: `gdelt/2 (57 rows)`. The confidence is the data set's
 * reputation, whatever the number of rows: they often copy one report.
 */
import type { Actor, ActorType, Assertion, Document, Span, Status } from '../../model/index.ts';
import type { CodedRelation } from '../../ontology/event-codes.ts';
import type { KnownActor } from '../../ontology/knowledge.ts';
import { STATUSES } from '../../model/index.ts';
import { type RelationId, relationSpec } from '../../ontology/relations/index.ts';
import { isoDay, monthOf } from './event-days.ts';
import { type KeptRow, type Quote, keptRow } from './event-quote.ts';
import { actorOf } from './known-actors.ts';
import { type Imported, dataDocument } from './imported.ts';
import type { Tally } from './tally.ts';

/** What is the same for all events of a file. */
export interface DataSet {
  /** Name of the file, without folders. */
  readonly file: string;
  /** "GDELT 2.0 Events". */
  readonly name: string;
  /** `gdelt/2`. */
  readonly reader: string;
  /** Share of coded events that are right, as far as is known. */
  readonly confidence: number;
  /** Assertions of fewer events are left out. */
  readonly minEvents: number;
  /** `document`: the data set dates events by their reports. */
  readonly whenBasis: Assertion['whenBasis'];
}

interface Group {
  readonly source: number;
  readonly target: number;
  readonly code: number;
  rows: number;
  firstDay: number;
  lastDay: number;
  /** 0: not known. */
  firstReport: number;
  readonly line: number;
  readonly kept: KeptRow[];
}

const KEPT_ROWS = 3;
/** Beyond this many assertions each new one keeps its first row only. */
const ROOMY = 100_000;
const MOST_ACTORS = 2 ** 13;
const MOST_CODES = 2 ** 7;
const MONTHS = 2 ** 13;
export const SELF_LOOP = 'source and target are the same actor (domestic)';
export const NOT_THE_STATE = 'an actor is of a country but does not act for it (rebels, media, citizens, …)';
export const WRONG_TYPES = 'the relation does not hold between actors of these types';

/** Collects the events of one file. */
export class EventFold {
  readonly #set: DataSet;
  readonly #tally: Tally;
  readonly #actors: KnownActor[] = [];
  readonly #actorIndex = new Map<string, number>();
  readonly #codes: { readonly relation: RelationId; readonly status: Status; readonly symmetric: boolean }[] =
    [];
  readonly #groups = new Map<number, Group>();
  rows = 0;

  constructor(set: DataSet, tally: Tally) {
    this.#set = set;
    this.#tally = tally;
  }

  /** A number that stands for the actor in `add`. */
  actor(known: KnownActor): number {
    let index = this.#actorIndex.get(known.id);
    if (index === undefined) {
      index = this.#actors.push(known) - 1;
      this.#actorIndex.set(known.id, index);
      if (index >= MOST_ACTORS) throw new RangeError(`More than ${MOST_ACTORS} actors in one file`);
    }
    return index;
  }

  /** A number that stands for the relation and status in `add`. */
  code({ relation, status }: Exclude<CodedRelation, { relation: null }>): number {
    const found = this.#codes.findIndex((code) => code.relation === relation && code.status === status);
    if (found >= 0) return found;
    return this.#codes.push({ relation, status, symmetric: relationSpec(relation).symmetric === true }) - 1;
  }

  /** Takes one event; days as numbers, 20240326, `reported` 0 where not known. `quote` is asked for the first rows only. */
  add(
    source: number,
    code: number,
    target: number,
    day: number,
    reported: number,
    at: Place,
    quote: () => Quote,
  ): void {
    if (source === target) return this.#tally.add(SELF_LOOP, at.line, () => quote().cells.join(' · '));
    if (!this.#fits(code, source, target)) {
      return this.#tally.add(WRONG_TYPES, at.line, () => quote().cells.join(' · '));
    }
    const swaps = this.#codes[code]!.symmetric && this.#actors[target]!.id < this.#actors[source]!.id;
    const [a, b] = swaps ? [target, source] : [source, target];
    const key = ((a * MOST_ACTORS + b) * MOST_CODES + code) * MONTHS + monthOf(day);
    let group = this.#groups.get(key);
    if (!group) {
      group = {
        source: a,
        target: b,
        code,
        rows: 0,
        firstDay: day,
        lastDay: day,
        firstReport: reported,
        line: at.line,
        kept: [],
      };
      this.#groups.set(key, group);
    }
    group.rows += 1;
    if (day < group.firstDay) group.firstDay = day;
    if (day > group.lastDay) group.lastDay = day;
    if (reported !== 0 && (group.firstReport === 0 || reported < group.firstReport))
      group.firstReport = reported;
    const room = this.#groups.size > ROOMY ? 1 : KEPT_ROWS;
    if (group.kept.length < room) group.kept.push(keptRow(quote(), at.offset, swaps));
  }

  /** The graph of what was added. */
  finish(sha256: string): Imported {
    const document = dataDocument(this.#set, sha256);
    const { minEvents } = this.#set;
    const groups: Group[] = [];
    const taking = new Set<number>();
    let taken = 0;
    for (const group of this.#groups.values()) {
      if (group.rows < minEvents) {
        const reason = `fewer than ${minEvents} events of the kind in the month`;
        this.#tally.add(reason, group.line, () => this.#idOf(document, group), '', group.rows);
        continue;
      }
      taken += group.rows;
      taking.add(group.source).add(group.target);
      groups.push(group);
    }
    const place = this.#placeInOrder();
    const sorted = groups.map((group) => ({ group, at: place(group) })).sort((a, b) => a.at - b.at);
    return {
      documents: [document],
      actors: this.#takingPart(taking),
      assertions: { [Symbol.iterator]: () => this.#assertions(sorted, document) },
      rows: this.rows,
      taken,
      tally: this.#tally.entries(),
    };
  }

  #fits(code: number, source: number, target: number): boolean {
    const spec = relationSpec(this.#codes[code]!.relation);
    const has = (types: readonly ActorType[], actor: number) => types.includes(this.#actors[actor]!.type);
    return has(spec.source, source) && has(spec.target, target);
  }

  /** Numbers in the order of the ids: to compare so many strings that begin alike takes longer than to read them. */
  #placeInOrder(): (group: Group) => number {
    const actors = ranks(this.#actors.map(({ id }) => id));
    const relations = ranks(this.#codes.map(({ relation }) => relation));
    const statuses = ranks(this.#codes.map(({ status }) => status));
    return ({ source, code, target, firstDay }) => {
      const tie = (actors[source]! * MOST_CODES + relations[code]!) * MOST_ACTORS + actors[target]!;
      return (tie * STATUSES.length + statuses[code]!) * MONTHS + monthOf(firstDay);
    };
  }

  #takingPart(taking: ReadonlySet<number>): Actor[] {
    return [...taking].map((index) => actorOf(this.#actors[index]!)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #idOf(document: Document, { source, target, code, firstDay }: Group): string {
    const { relation, status } = this.#codes[code]!;
    const [a, b] = [this.#actors[source]!.id, this.#actors[target]!.id];
    return `${document.id}|${a}|${relation}|${b}|${status}|${isoDay(firstDay).slice(0, 7)}`;
  }

  *#assertions(sorted: readonly { readonly group: Group }[], document: Document): Generator<Assertion> {
    const { reader, confidence, whenBasis } = this.#set;
    for (const { group } of sorted) {
      const { relation, status } = this.#codes[group.code]!;
      yield {
        id: this.#idOf(document, group),
        source: this.#actors[group.source]!.id,
        relation,
        target: this.#actors[group.target]!.id,
        status,
        when: whenOf(group, relation),
        whenBasis,
        reported: group.firstReport === 0 ? null : isoDay(group.firstReport),
        topics: [],
        confidence,
        evidence: group.kept.map(({ offset, quote, source, target }) => ({
          document: document.id,
          start: offset,
          end: offset + quote.length,
          quote,
          source: [shifted(source, offset)],
          target: [shifted(target, offset)],
          reader: group.rows === 1 ? reader : `${reader} (${group.rows} rows)`,
          confidence,
        })),
      };
    }
  }
}

/** Where a row stands in the file: line from 1, offset in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly offset: number;
}

/** The place of each word among all, ordered as they are in ids: with a bar behind. */
function ranks(words: readonly string[]): number[] {
  const ordered = [...new Set(words.map((word) => `${word}|`))].sort();
  const rank = new Map(ordered.map((word, i) => [word, i]));
  return words.map((word) => rank.get(`${word}|`)!);
}

/** A state began on the first day; an event is dated as precisely as all its rows allow: the day or the month. */
function whenOf({ firstDay, lastDay }: Group, relation: RelationId): string {
  const day = isoDay(firstDay);
  return firstDay === lastDay || relationSpec(relation).time === 'state' ? day : day.slice(0, 7);
}

function shifted([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}
