/** Nodes and edges of GEXF and GraphML files, whoever wrote them, as actors and claims. */
import type { Actor, ActorType, Status } from '../../model/index.ts';
import { ACTOR_TYPES, STATUSES } from '../../model/index.ts';
import type { RelationId } from '../../ontology/relations/index.ts';
import { ClaimGraph, actorNamed, relationNamed } from './claims.ts';
import { type Imported, NotThisFormat } from './imported.ts';
import type { KnownWorld } from './known-actors.ts';
import { type SpellDate, intervalDate, isInRange, spellDate, spellDates, tieClaims } from './spells-text.ts';
import { Tally } from './tally.ts';

/** A node or an edge: its attributes by their titles, in small letters. */
export interface GraphElement {
  readonly id: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, string>;
  readonly line: number;
  readonly offset: number;
}

export interface EdgeElement extends GraphElement {
  readonly source: string;
  readonly target: string;
  /** GEXF's `kind`. */
  readonly kind: string;
  /** `[start, end]` of each spell, '' where open. */
  readonly spells: readonly (readonly [start: string, end: string])[];
}

/** Collects the elements of one file. Edges may stand before their nodes. */
export class GraphElements {
  readonly #file: string;
  readonly #world: KnownWorld;
  readonly #map: ReadonlyMap<string, string>;
  readonly #tally = new Tally();
  readonly #graph: ClaimGraph;
  readonly #ids = new Map<string, string>();
  readonly #edges: EdgeElement[] = [];

  constructor(file: string, reader: string, world: KnownWorld, map: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#world = world;
    this.#map = map;
    this.#graph = new ClaimGraph({ file, name: null, reader }, this.#tally);
  }

  node(node: GraphElement): void {
    this.#ids.set(node.id, this.#graph.actor(this.#actorOf(node)));
  }

  edge(edge: EdgeElement): void {
    this.#edges.push(edge);
  }

  /** Throws `NotThisFormat` for a file without nodes. */
  finish(sha256: string): Imported {
    if (this.#ids.size === 0) throw new NotThisFormat(`${this.#file}: the graph has no nodes`);
    for (const edge of this.#edges) this.#add(edge);
    return this.#graph.finish(sha256);
  }

  #actorOf({ id, label, values, line }: GraphElement): Actor {
    const name = label || values.get('label') || values.get('name') || id;
    const type = values.get('type')?.toLowerCase();
    const own = ACTOR_TYPES.find((one) => one === type);
    // What Entente wrote is taken as it stands, whatever the tables say now.
    if (own && id.startsWith(`${own}:`)) return writtenActor(id, name, own, values);
    return actorNamed(this.#world, { id, name, ...(type === undefined ? {} : { type }) }, this.#tally, line);
  }

  #add(edge: EdgeElement): void {
    const { line, offset, values } = edge;
    const shown = `${edge.source} → ${edge.target} ${edge.label}`;
    this.#graph.rows += 1;
    const fault = (reason: string) => this.#tally.fault(reason, line, shown);
    const words = this.#relationWords(edge);
    const relation = words.map(relationNamed).find((one) => one !== undefined);
    if (!relation) return this.#tally.add('the relation is not in the ontology', line, shown, words[0] ?? '');
    const [source, target] = [this.#ids.get(edge.source), this.#ids.get(edge.target)];
    if (source === undefined || target === undefined) return fault('an edge of a node that is not there');
    const statuses = statusesOf(values.get('statuses') ?? values.get('status') ?? '');
    if (!statuses) return fault('the status is none of actual, planned, alleged, denied');
    const dates = datesOf(edge, relation);
    for (const date of dates) {
      if ('fault' in date) return fault(date.fault);
      if (date.when !== null && !isInRange(date.when)) return fault('the date is out of range');
    }
    this.#graph.taken += 1;
    const whens = dates.map((date) => (date as { when: string | null }).when);
    const confidence = shareOf(values.get('confidence'));
    const quote = values.get('quote') || edge.label || relation;
    for (const { status, when } of tieClaims(statuses, whens)) {
      this.#graph.add({
        source,
        relation,
        target,
        status,
        when,
        reported: null,
        confidence,
        quote,
        line,
        offset,
      });
    }
  }

  /** What may name the relation, best first. */
  #relationWords({ values, kind, label }: EdgeElement): string[] {
    const given = this.#map.get('relation');
    if (given?.startsWith(':')) return [given.slice(1)];
    if (given !== undefined) return [values.get(given.toLowerCase()) ?? ''];
    return [
      values.get('relation') ?? '',
      kind,
      label,
      values.get('type') ?? '',
      values.get('label') ?? '',
    ].filter((words) => words !== '');
  }
}

function writtenActor(id: string, name: string, type: ActorType, values: ReadonlyMap<string, string>): Actor {
  const iso3 = values.get('iso3') ?? '';
  return {
    id,
    name,
    type,
    subtype: values.get('subtype') || null,
    aliases: (values.get('aliases') ?? '').split('; ').filter((alias) => alias !== ''),
    ...(/^[A-Z]{3}$/.test(iso3) ? { iso3 } : {}),
  };
}

/** The dates in EDTF where the file has them, else the days of the spells. */
function datesOf({ values, spells }: EdgeElement, relation: RelationId): SpellDate[] {
  const written = values.get('dates') ?? values.get('spells') ?? '';
  if (written !== '') return spellDates(written, relation);
  if (spells.length > 0)
    return spells.map(([start, end]) => intervalDate(dayOf(start), dayOf(end), relation));
  const when = values.get('when') ?? values.get('date') ?? values.get('year') ?? '';
  if (when !== '') return [spellDate(dayOf(when))];
  const [start, end] = [values.get('start') ?? '', values.get('end') ?? ''];
  return [intervalDate(dayOf(start), dayOf(end), relation)];
}

/** Times of day go; years as numbers with a fraction of zero, as Gephi writes them, lose it. */
function dayOf(time: string): string {
  return time
    .trim()
    .replace(/T.*$/, '')
    .replace(/\.0+$/, '')
    .replace(/^-?Infinity$/, '');
}

function statusesOf(text: string): Status[] | null {
  if (text === '') return ['actual'];
  const words = text.split(';').map((word) => word.trim());
  const found = STATUSES.filter((status) => words.includes(status));
  return found.length === words.length ? found : null;
}

function shareOf(text: string | undefined): number {
  const share = Number(text);
  return text !== undefined && text !== '' && share >= 0 && share <= 1 ? share : 1;
}
