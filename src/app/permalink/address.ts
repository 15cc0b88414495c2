/**
 * The state of the screen as the part of the address behind `#`, and back. Readable, and only what differs from
 * the graph as it opens:
 *
 *   #v1&view=graph&day=2024-03&relation=not;accuses&select=country:NER&graph=seeds.json,3fa2b1c9
 *
 * `graph` names the graph and starts its SHA-256, so that a link to another graph, or to an older state of this
 * one, is noticed. Whatever is in an address, it gives a valid state; what is not understood is left out and
 * named.
 */
import type { Corpus } from '../data/corpus.ts';
import { ALL_FIELDS, FIELDS, type FieldName, type ScreenState } from './fields.ts';
import { unwords, words } from './text.ts';

const VERSION = 'v1';

/** Which graph an address is of. `sha256`: its first digits; empty where the graph was not served. */
export interface GraphName {
  readonly name: string;
  readonly sha256: string;
}

export interface Decoded {
  readonly state: ScreenState;
  /** The fields that the address says. */
  readonly said: ReadonlySet<FieldName>;
  readonly graph: GraphName | null;
  /** Parts that were not understood, as they stand in the address. */
  readonly dropped: readonly string[];
}

/** The state of a graph that was just opened. */
export function initialState(corpus: Corpus): ScreenState {
  return Object.fromEntries(ALL_FIELDS.map(([name, field]) => [name, field.initial(corpus)])) as ScreenState;
}

/** Writes a state; empty where it is that of a graph that was just opened. */
export function encode(state: ScreenState, corpus: Corpus, graph: GraphName): string {
  const initial = initialState(corpus);
  const parts = ALL_FIELDS.flatMap(([name, field]) => {
    const text = field.write(state[name], corpus);
    return text === field.write(initial[name], corpus) ? [] : [[name, text]];
  });
  if (parts.length === 0) return '';
  // How a graph opens hangs on the width of the window, so the view is always said.
  if (parts[0]![0] !== 'view') parts.unshift(['view', state.view]);
  const name = words(graph.sha256 === '' ? [graph.name] : [graph.name, graph.sha256]);
  return [VERSION, ...parts.map(([key, text]) => `${key}=${text}`), `graph=${name}`].join('&');
}

/** Reads an address, with or without its `#`. */
export function decode(hash: string, corpus: Corpus): Decoded {
  const state: Record<string, unknown> = { ...initialState(corpus) };
  const [version, ...parts] = hash.replace(/^#/, '').split('&');
  if (version !== VERSION) {
    const dropped = version === '' && parts.length === 0 ? [] : [hash.replace(/^#/, '')];
    return { state: state as unknown as ScreenState, said: new Set(), graph: null, dropped };
  }
  const said = new Set<FieldName>();
  const dropped: string[] = [];
  let graph: GraphName | null = null;
  for (const part of parts) {
    const [, key = '', text = ''] = /^([a-z]+)=(.*)$/s.exec(part) ?? [];
    const name = Object.hasOwn(FIELDS, key) ? (key as FieldName) : null;
    const named: GraphName | null = key === 'graph' && graph === null ? graphNameOf(text) : null;
    const value = name === null || said.has(name) ? undefined : FIELDS[name].read(text, corpus);
    if (name !== null && value !== undefined) {
      state[name] = value;
      said.add(name);
    } else if (named) graph = named;
    else if (part !== '') dropped.push(part);
  }
  return { state: state as unknown as ScreenState, said, graph, dropped };
}

/** The names of the fields in which two states differ. */
export function differences(a: ScreenState, b: ScreenState, corpus: Corpus): FieldName[] {
  return ALL_FIELDS.filter(
    ([name, field]) => field.write(a[name], corpus) !== field.write(b[name], corpus),
  ).map(([name]) => name);
}

function graphNameOf(text: string): GraphName | null {
  const [name, sha256 = '', ...more] = unwords(text) ?? [];
  return name === undefined || more.length > 0 ? null : { name, sha256 };
}
