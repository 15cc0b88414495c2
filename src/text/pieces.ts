/**
 * Word pieces (WordPiece of BERT, lower case) with offsets into the text. The tokenisers on npm give
 * no offsets; the rules here are those of the published algorithm (Devlin et al. 2019, `uncased`):
 * control characters dropped, ideographs and punctuation apart, accents stripped, longest piece first.
 */

/** Pieces of a text; all arrays are of one length. Offsets are UTF-16 into the text, end exclusive. */
export interface Pieces {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface WordPieces {
  readonly cut: (text: string) => Pieces;
  /** The id of a piece that the vocabulary must have. Throws where it has not. */
  readonly id: (piece: string) => number;
  /** Number of pieces: ids are smaller. */
  readonly count: number;
}

/** A longer word is one unknown piece, as in the reference. */
const LONGEST_WORD = 100;

/** Builds the cutter from the lines of `vocab.txt`. Throws where the vocabulary lacks `[UNK]`. */
export function createWordPieces(vocabulary: string): WordPieces {
  const ids = new Map<string, number>();
  let count = 0;
  vocabulary.split('\n').forEach((line, index) => {
    if (line === '' && index > 0) return;
    ids.set(line.replace(/\r$/, ''), index);
    count = index + 1;
  });
  const id = (piece: string) => {
    const found = ids.get(piece);
    if (found === undefined) throw new RangeError(`The vocabulary has no piece "${piece}"`);
    return found;
  };
  const unknown = id('[UNK]');
  return { id, count, cut: (text) => cutText(text, ids, unknown) };
}

/** A word in its normal form, with the source span of each of its UTF-16 units. */
interface Word {
  letters: string;
  starts: number[];
  ends: number[];
}

function cutText(text: string, ids: ReadonlyMap<string, number>, unknown: number): Pieces {
  const out = { ids: [] as number[], starts: [] as number[], ends: [] as number[] };
  let word: Word = { letters: '', starts: [], ends: [] };
  const flush = () => {
    if (word.letters !== '') cutWord(word, ids, unknown, out);
    word = { letters: '', starts: [], ends: [] };
  };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const code = character.codePointAt(0)!;
    if (isSpace(character)) flush();
    else if (!isControl(character, code)) {
      const alone = isPunctuation(character, code) || isIdeograph(code);
      if (alone) flush();
      append(word, character, at, end);
      if (alone) flush();
    }
    at = end;
  }
  flush();
  return out;
}

function append(word: Word, character: string, start: number, end: number): void {
  const normal = plainLetters(character);
  word.letters += normal;
  for (let i = 0; i < normal.length; i++) {
    word.starts.push(start);
    word.ends.push(end);
  }
}

const plainCache = new Map<string, string>();

function plainLetters(character: string): string {
  let plain = plainCache.get(character);
  if (plain === undefined) {
    plain = character
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
    plainCache.set(character, plain);
  }
  return plain;
}

function cutWord(
  word: Word,
  ids: ReadonlyMap<string, number>,
  unknown: number,
  out: { ids: number[]; starts: number[]; ends: number[] },
): void {
  const { letters, starts, ends } = word;
  const found: [number, number, number][] = [];
  let from = 0;
  let whole = [...letters].length <= LONGEST_WORD;
  while (whole && from < letters.length) {
    let to = letters.length;
    let piece: number | undefined;
    for (; to > from; to--) {
      piece = ids.get((from > 0 ? '##' : '') + letters.slice(from, to));
      if (piece !== undefined) break;
    }
    if (piece === undefined) whole = false;
    else found.push([piece, starts[from]!, ends[to - 1]!]);
    from = to;
  }
  const pieces: [number, number, number][] = whole ? found : [[unknown, starts[0]!, ends.at(-1)!]];
  for (const [piece, start, end] of pieces) {
    out.ids.push(piece);
    out.starts.push(start);
    out.ends.push(end);
  }
}

function isSpace(character: string): boolean {
  return /^[\t\n\r\p{Zs}\u2028\u2029\u0085\v\f]$/u.test(character);
}

function isControl(character: string, code: number): boolean {
  return code === 0 || code === 0xfffd || /^\p{C}$/u.test(character);
}

function isPunctuation(character: string, code: number): boolean {
  const ascii =
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126);
  return ascii || /^\p{P}$/u.test(character);
}

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x2a6df) ||
    (code >= 0x2a700 && code <= 0x2ceaf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  );
}
