/** Text as it is compared in searches: accents, case and the kind of quotation marks do not matter. */

/** Text without accents, in small letters. Its length may differ from the text's. */
export function folded(text: string): string {
  // Most text has no accent, and this is asked of every quote of a graph.
  if (!HAS_OTHER.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/g, "'").toLowerCase();
}

/** A stretch of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** The words of a query, folded. */
export function queryWords(typed: string): readonly string[] {
  return folded(typed)
    .split(/[\s,;:.!?"“”«»()]+/)
    .filter((word) => word !== '');
}

/** Where a word starts in folded text, at the start of one of the text's words; -1: nowhere. */
export function wordStart(text: string, word: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !IN_WORD.test(text[at - 1]!)) return at;
  return -1;
}

/** Cuts text into what was searched for and the rest. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const [plain, origins] = foldedWithOrigins(text);
  const isFound = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = wordStart(plain, word); at >= 0; at = wordStart(plain, word, at + 1))
      isFound.fill(1, origins[at], origins[at + word.length] ?? text.length);
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isFound[at] === isFound[start]) continue;
    pieces.push({ text: text.slice(start, at), found: isFound[start] === 1 });
    start = at;
  }
  return text === '' ? [] : pieces;
}

/** As much of a long text as fits one or two lines, around the first word that was searched for. */
export function excerpt(text: string, words: readonly string[], most = 150): string {
  if (text.length <= most) return text;
  const [plain, origins] = foldedWithOrigins(text);
  const first = Math.min(
    ...words.map((word) => wordStart(plain, word)).map((at) => (at < 0 ? Infinity : at)),
  );
  const at = Number.isFinite(first) ? origins[first]! : 0;
  const wanted = Math.max(0, Math.min(at - Math.floor(most / 3), text.length - most));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const end =
    start + most >= text.length ? text.length : Math.max(start + 1, text.lastIndexOf(' ', start + most));
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

// eslint-disable-next-line no-control-regex -- all of ASCII
const HAS_OTHER = /[^\u0000-\u007f]/;
const IN_WORD = /[\p{L}\p{N}]/u;

/** Folded text, and for each of its characters, and its end, where it comes from. */
function foldedWithOrigins(text: string): [string, readonly number[]] {
  let plain = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const one = folded(character);
    plain += one;
    for (let i = 0; i < one.length; i++) origins.push(at);
    at += character.length;
  }
  origins.push(text.length);
  return [plain, origins];
}
