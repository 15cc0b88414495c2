/**
 * Wire copies: articles whose text is nearly that of another. Each article is a set of shingles, the
 * runs of five words in it; two are copies where the sets share at least 0.6 of their union (Jaccard;
 * Broder, "On the resemblance and containment of documents", 1997). Exact, not estimated: articles
 * that reach this share must also share one of their rarest shingles, so only those that do are
 * compared (prefix filter; Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007).
 *
 * Articles are taken by date, then id. Each is a copy of the first before it that is no copy itself and
 * near enough, so no chain of small changes makes copies of texts that differ.
 */
import type { Document } from '../model/index.ts';
import { compareDates } from '../time/edtf.ts';

const SHINGLE = 5;
const LEAST_SHARED = 0.6;

/**
 * Sets `copyOf` of wire copies, whatever the order of the documents, and takes it from those that are
 * none. Documents without text keep what they have. Returns them in the order given.
 */
export function withCopiesMarked<T extends Document>(documents: readonly T[]): T[] {
  const readable = documents.filter(({ text }) => text !== undefined).sort(earliestFirst);
  const originals = originalsOf(readable.map(({ text }) => shinglesOf(text!)));
  const copyOf = new Map(
    readable.flatMap(({ id }, index) => {
      const original = originals[index];
      return original === undefined ? [] : [[id, readable[original]!.id] as const];
    }),
  );
  return documents.map((document) => {
    if (document.text === undefined) return document;
    const { copyOf: _, ...rest } = document;
    const original = copyOf.get(document.id);
    return (original === undefined ? rest : { ...rest, copyOf: original }) as T;
  });
}

function earliestFirst(a: Document, b: Document): number {
  return compareDates(a.published, b.published) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** For each set the index of the first that it is a copy of; undefined: it is none. */
function originalsOf(sets: readonly Uint32Array[]): (number | undefined)[] {
  const rarity = rarityOf(sets);
  const withRare = new Map<number, number[]>();
  return sets.map((set, index) => {
    const rare = [...set].sort((a, b) => rarity(a) - rarity(b) || a - b).slice(0, prefixLength(set.length));
    const candidates = new Set(rare.flatMap((shingle) => withRare.get(shingle) ?? []));
    const original = [...candidates]
      .sort((a, b) => a - b)
      .find((candidate) => areCopies(sets[candidate]!, set));
    if (original !== undefined) return original;
    for (const shingle of rare) {
      const others = withRare.get(shingle);
      if (others) others.push(index);
      else withRare.set(shingle, [index]);
    }
    return undefined;
  });
}

/** Sets that lack each other's first so many cannot share enough of the rest. */
function prefixLength(size: number): number {
  return size - Math.ceil(LEAST_SHARED * size) + 1;
}

/** How many sets hold a shingle, at least: counted in a table of fixed size, where several may meet. */
function rarityOf(sets: readonly Uint32Array[]): (shingle: number) => number {
  const counts = new Uint32Array(1 << 18);
  for (const set of sets) for (const shingle of set) counts[shingle & (counts.length - 1)]!++;
  return (shingle) => counts[shingle & (counts.length - 1)]!;
}

function areCopies(a: Uint32Array, b: Uint32Array): boolean {
  if (Math.min(a.length, b.length) < LEAST_SHARED * Math.max(a.length, b.length)) return false;
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared >= LEAST_SHARED * (a.length + b.length - shared);
}

/** Hashes of all runs of five words, sorted, each once. A shorter text is one run. */
function shinglesOf(text: string): Uint32Array {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const runs = new Set<number>();
  for (let from = 0; from === 0 || from + SHINGLE <= hashes.length; from++) {
    let run = 0x811c9dc5;
    for (const hash of hashes.slice(from, from + SHINGLE))
      run = Math.imul(run ^ hash, 0x01000193) ^ (run >>> 15);
    runs.add(run >>> 0);
  }
  return Uint32Array.from(runs).sort();
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
