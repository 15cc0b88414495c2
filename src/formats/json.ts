/**
 * The file format `entente/1`. What is written is canonical: records sorted by id, keys in the order
 * of the model, so that equal graphs give equal bytes. Everything read or written is checked by the
 * schema first and then for what a schema cannot say: see `meaning.ts`.
 */
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import type { Actor, Assertion, Document, Edit, Evidence, SnapshotTie, StoredGraph } from '../model/index.ts';
import schema from './entente-1.schema.json' with { type: 'json' };
import { checkMeaning } from './meaning.ts';

/** A graph file that cannot be used; the message names the file, the place and the way out. */
export class BrokenGraph extends Error {
  override readonly name = 'BrokenGraph';
}

const validator = new Validator(schema as unknown as Schema, '2020-12');

/** Reads a graph file. `path` is only for messages. Throws `BrokenGraph`. */
export function readGraph(text: string, path: string): StoredGraph {
  const value = parseJson(text.replace(/^\uFEFF/, ''), path);
  checkVersion(value, path);
  const problem = problemOf(value);
  if (problem !== null) throw new BrokenGraph(`${path}: ${problem}`);
  return value as StoredGraph;
}

/** The graph as text in canonical order, with a final newline. Throws `BrokenGraph` for what would not read back. */
export function writeGraph(graph: StoredGraph): string {
  const canonical = inOrder(graph);
  const problem = problemOf(canonical);
  if (problem !== null) throw new BrokenGraph(`the graph was not written: ${problem}`);
  return `${JSON.stringify(canonical, null, 1)}\n`;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrokenGraph(
      `${path}${placeOf(reason, text)}: not JSON: ${reason.replace(/ in JSON at .*$/, '')}; ` +
        'it may have been cut off or edited by hand: export or extract it again',
    );
  }
}

/** `:line:column` of a parser's message, in each of the ways that engines spell it. */
function placeOf(reason: string, text: string): string {
  const lineAndColumn = /line (\d+) column (\d+)/.exec(reason);
  if (lineAndColumn) return `:${lineAndColumn[1]}:${lineAndColumn[2]}`;
  const position = /position (\d+)/.exec(reason);
  // "Unexpected end of JSON input" names no place: it is the end.
  const at = position ? Number(position[1]) : /end of JSON|unterminated/i.test(reason) ? text.length : null;
  if (at === null) return '';
  const before = text.slice(0, at).split('\n');
  return `:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function checkVersion(value: unknown, path: string): void {
  const format = typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : null;
  const version = typeof format === 'string' ? /^entente\/(\d+)/.exec(format) : null;
  if (!version) {
    throw new BrokenGraph(
      `${path}: no Entente graph: "format" is not "entente/1"; make one with: entente extract`,
    );
  }
  if (Number(version[1]) > 1) {
    throw new BrokenGraph(
      `${path}: format ${version[0]}: made by a newer Entente; update Entente to open it`,
    );
  }
}

function problemOf(value: unknown): string | null {
  const result = validator.validate(value);
  if (result.valid) return checkMeaning(value as StoredGraph);
  // The last error is the innermost: the others only say that something within is wrong.
  const deepest = result.errors.reduce((a, b) =>
    b.instanceLocation.length >= a.instanceLocation.length ? b : a,
  );
  const place = jsonPath(deepest.instanceLocation);
  return `${place}: ${deepest.error.replace(/\.$/, '')} (schema entente/1)`;
}

/** `#/assertions/3/status` → `$.assertions[3].status`. */
function jsonPath(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  return `$${steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('')}`;
}

function inOrder(graph: StoredGraph): StoredGraph {
  const { format, generator, snapshot, documents, actors, assertions, edits, ties, ...unknown } = graph;
  return {
    format,
    generator: pick(generator, ['name', 'version', 'ontology']),
    ...(snapshot && { snapshot: pick(snapshot, ['asOf', 'clock', 'parent']) }),
    documents: byId(documents).map((one) => pick(one, DOCUMENT_KEYS)),
    actors: byId(actors).map((one) => pick(one, ACTOR_KEYS)),
    assertions: byId(assertions).map((one) => ({
      ...pick(one, ASSERTION_KEYS),
      evidence: one.evidence.map((evidence) => pick(evidence, EVIDENCE_KEYS)),
    })),
    edits: edits.map((edit) => deepSorted(edit) as Edit),
    ...(ties && { ties: ties.map((tie) => pick(tie, TIE_KEYS)) }),
    ...unknown,
  };
}

const DOCUMENT_KEYS: readonly (keyof Document)[] = [
  'id',
  'path',
  'title',
  'published',
  'publishedBasis',
  'source',
  'url',
  'language',
  'sha256',
  'copyOf',
  'text',
];
const ACTOR_KEYS: readonly (keyof Actor)[] = [
  'id',
  'name',
  'type',
  'subtype',
  'aliases',
  'iso3',
  'parents',
  'represents',
];
const ASSERTION_KEYS: readonly (keyof Assertion)[] = [
  'id',
  'source',
  'relation',
  'target',
  'status',
  'when',
  'whenBasis',
  'reported',
  'topics',
  'confidence',
  'evidence',
];
const EVIDENCE_KEYS: readonly (keyof Evidence)[] = [
  'document',
  'start',
  'end',
  'quote',
  'source',
  'target',
  'reader',
  'confidence',
  'speaker',
];
const TIE_KEYS: readonly (keyof SnapshotTie)[] = [
  'source',
  'relation',
  'target',
  'sign',
  'certainty',
  'status',
  'from',
  'to',
  'openedBy',
  'closedBy',
  'sources',
];

/** The named keys first, in that order; keys that the schema does not know stay, for it to complain of. */
function pick<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const known = keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]);
  return { ...(Object.fromEntries(known) as T), ...definedOf(value) };
}

function definedOf<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function deepSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deepSorted);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, field]) => [key, deepSorted(field)]));
}
