/** Pins outlive the page: they are kept in the browser, for each graph apart. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Corpus } from '../data/corpus.ts';
import type { LayoutName } from './graphState.svelte.ts';

export type Pins = Readonly<Record<string, Point>>;

/** The pins that were kept for a layout of a graph; those of actors that it does not have are left out. */
export function keptPins(
  corpus: Corpus,
  layout: LayoutName,
  storage: Pick<Storage, 'getItem'> | null = browserStorage(),
): Pins {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(corpus, layout)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const entries: [string, unknown][] = Object.entries(kept);
    return Object.fromEntries(
      entries.flatMap(([id, at]) => (corpus.actors.has(id) && isPoint(at) ? [[id, at]] : [])),
    );
  } catch {
    return {};
  }
}

/** Keeps the pins of a layout of a graph; none: forgets it. */
export function keepPins(
  corpus: Corpus,
  layout: LayoutName,
  pins: Pins,
  storage: Pick<Storage, 'setItem' | 'removeItem'> | null = browserStorage(),
): void {
  try {
    if (Object.keys(pins).length === 0) storage?.removeItem(keyOf(corpus, layout));
    else storage?.setItem(keyOf(corpus, layout), JSON.stringify(pins));
  } catch {
    // A browser that keeps nothing still has the pins until the page is closed.
  }
}

/** Names a graph by its content: the hashes of its documents and its actors. */
function keyOf({ file }: Corpus, layout: LayoutName): string {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  for (const { sha256 } of file.documents) add(sha256.slice(0, 16));
  for (const { id } of file.actors) add(id);
  return `entente-pins-${layout}-${(hash >>> 0).toString(16)}-${file.assertions.length}`;
}

function isPoint(value: unknown): value is Point {
  const { x, y } = (value ?? {}) as Partial<Point>;
  return Number.isFinite(x) && Number.isFinite(y);
}

function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
