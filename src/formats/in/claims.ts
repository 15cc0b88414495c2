/**
 * A graph from what another file claims of actors, ties and their dates. The file is the one document;
 * evidence is the row or element, by its place in the file. Claims of the same content become one
 * assertion; the first three stay as evidence, the number of all stands with the reader.
 */
import { idFromPath } from '../../documents/ids.ts';
import type { Actor, ActorType, Assertion, Document, Status } from '../../model/index.ts';
import { ACTOR_TYPES } from '../../model/index.ts';
import { RELATIONS, RELATION_IDS, type RelationId, relationSpec } from '../../ontology/relations/index.ts';
import { type Imported, dataDocument } from './imported.ts';
import { type KnownWorld, actorOf, actorOfName, countryOfCode } from './known-actors.ts';
import type { Tally } from './tally.ts';

/** One statement; ids of actors that were added before. */
export interface Claim {
  readonly source: string;
  readonly relation: RelationId;
  readonly target: string;
  readonly status: Status;
  /** EDTF. */
  readonly when: string | null;
  readonly reported: string | null;
  readonly confidence: number;
  readonly quote: string;
  /** Line and UTF-16 offset in the file. */
  readonly line: number;
  readonly offset: number;
  /** Rows that say so; 1 where absent. */
  readonly rows?: number;
}

interface Entry {
  readonly claim: Claim;
  readonly evidence: { readonly offset: number; readonly quote: string; readonly confidence: number }[];
  count: number;
}

/** Who made the file, and what it is called. */
export interface ClaimSource {
  readonly file: string;
  /** The data set or kind of file. */
  readonly name: string | null;
  readonly reader: string;
}

const KEPT = 3;

/** Collects actors and claims of one file. */
export class ClaimGraph {
  readonly #source: ClaimSource;
  readonly #tally: Tally;
  readonly #actors = new Map<string, Actor>();
  readonly #entries = new Map<string, Entry>();
  /** Rows or elements read, and those that stand behind the assertions. */
  rows = 0;
  taken = 0;

  constructor(source: ClaimSource, tally: Tally) {
    this.#source = source;
    this.#tally = tally;
  }

  /** Adds an actor, or what it adds to one that is there. Returns its id. */
  actor(actor: Actor): string {
    if (!this.#actors.has(actor.id)) this.#actors.set(actor.id, actor);
    return actor.id;
  }

  /** Adds a claim. Ties of an actor to itself are counted, not added. */
  add(claim: Claim): void {
    if (claim.source === claim.target) {
      return this.#tally.fault('source and target are the same actor', claim.line, claim.quote);
    }
    const swaps = relationSpec(claim.relation).symmetric === true && claim.target < claim.source;
    const [source, target] = swaps ? [claim.target, claim.source] : [claim.source, claim.target];
    const { file } = this.#source;
    const id = [
      idFromPath(file),
      source,
      claim.relation,
      target,
      claim.status,
      claim.when ?? claim.reported ?? 'undated',
    ].join('|');
    let entry = this.#entries.get(id);
    if (!entry)
      this.#entries.set(id, (entry = { claim: { ...claim, source, target }, evidence: [], count: 0 }));
    entry.count += claim.rows ?? 1;
    const { offset, quote, confidence } = claim;
    if (entry.evidence.length < KEPT)
      entry.evidence.push({ offset, quote: quote === '' ? '…' : quote, confidence });
  }

  /** The graph. `sha256`: of the file. Actors that take part in nothing are kept. */
  finish(sha256: string): Imported {
    const document = dataDocument(this.#source, sha256);
    const assertions = [...this.#entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, entry]) => this.#assertion(id, entry, document));
    return {
      documents: [document],
      actors: [...this.#actors.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      assertions,
      rows: this.rows,
      taken: this.taken,
      tally: this.#tally.entries(),
    };
  }

  #assertion(id: string, { claim, evidence, count }: Entry, document: Document): Assertion {
    const { source, relation, target, status, when, reported } = claim;
    const { reader } = this.#source;
    return {
      id,
      source,
      relation,
      target,
      status,
      when,
      whenBasis: when === null ? 'document' : 'text',
      reported,
      topics: [],
      confidence: Math.max(...evidence.map((one) => one.confidence)),
      evidence: evidence.map(({ offset, quote, confidence }) => ({
        document: document.id,
        start: offset,
        end: offset + quote.length,
        quote,
        source: [],
        target: [],
        reader: count === 1 ? reader : `${reader} (${count} rows)`,
        confidence,
      })),
    };
  }
}

/** The relation of an id, a label or an inverse-free form of it: `allied-with`, "is allied with", `ALLIED_WITH`. */
export function relationNamed(words: string): RelationId | undefined {
  const plain = plainRelation(words);
  return RELATION_IDS.find(
    (id) => plainRelation(id) === plain || plainRelation(RELATIONS[id].label) === plain,
  );
}

function plainRelation(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** What a file says of an actor. */
export interface ActorWords {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
}

/**
 * The actor of an id, a code or a name: one of the tables where it is known, else one of its own. What
 * has no type is taken for an organisation; the tally says so.
 */
export function actorNamed(
  world: KnownWorld,
  { id, name = id, type }: ActorWords,
  tally: Tally,
  line: number,
): Actor {
  const known =
    world.knowledge.actors.get(id) ??
    countryOfCode(world, id) ??
    countryOfCode(world, name) ??
    actorOfName(world, name);
  if (known) return actorOf(known);
  const given = ACTOR_TYPES.find((one) => one === type?.toLowerCase() || id.startsWith(`${one}:`));
  if (given === undefined) tally.add('not in the tables: taken for an organisation', line, name);
  const kind: ActorType = given ?? 'organisation';
  const words = name.trim() === '' ? id : name;
  return {
    id: id.startsWith(`${kind}:`) ? id : `${kind}:${slug(id)}`,
    name: words,
    type: kind,
    subtype: null,
    aliases: [],
  };
}

function slug(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? encodeURIComponent(words).toLowerCase() : plain;
}
