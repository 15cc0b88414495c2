/**
 * Bytes to text. In order: byte order mark, UTF-16 by its zero bytes, the page's own charset, UTF-8,
 * and Windows-1252 (which holds Latin-1) where the bytes are no UTF-8.
 */
import { UnreadableDocument } from './input.ts';

/** The text, and what a person should know of the way it was read. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

// The core is compiled without the DOM's and Node's types; both have these.
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

const SIGNATURES: readonly (readonly [name: string, bytes: string, wayOut: string])[] = [
  ['a PDF file', '%PDF-', 'give it a name that ends in .pdf'],
  ['a ZIP or Office file', 'PK\x03\x04', 'unpack it, or save the document as text or HTML first'],
  ['an old Office file', '\xD0\xCF\x11\xE0', 'save the document as text or HTML first'],
  ['a gzip file', '\x1F\x8B', 'unpack it first'],
  ['a picture', '\x89PNG', 'give the text of the article'],
  ['a picture', '\xFF\xD8\xFF', 'give the text of the article'],
  ['a picture', 'GIF8', 'give the text of the article'],
];

/** Decodes a text file. Throws `UnreadableDocument` where it holds no text. `label`: a charset that the page declares. */
export function decode(bytes: Uint8Array, path: string, label?: string): Decoded {
  for (const [name, signature, wayOut] of SIGNATURES) {
    if ([...signature].every((char, at) => bytes[at] === char.charCodeAt(0))) {
      throw new UnreadableDocument(path, `this is ${name}, not text: ${wayOut}`);
    }
  }
  const decoded = withoutLoneSurrogates(decodeBytes(bytes, label));
  if (isBinary(decoded.text)) {
    throw new UnreadableDocument(path, 'a binary file, not text: give text, Markdown or HTML');
  }
  return decoded;
}

/** Replaces halves of surrogate pairs, which no encoder can write, by U+FFFD. */
export function withoutLoneSurrogates({ text, notes }: Decoded): Decoded {
  let count = 0;
  const whole = text.replace(/\p{Cs}/gu, () => (count++, '\uFFFD'));
  if (count === 0) return { text, notes };
  return {
    text: whole,
    notes: [...notes, `${count} lone surrogate(s) replaced by U+FFFD: check its encoding`],
  };
}

function decodeBytes(bytes: Uint8Array, label?: string): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: utf16(bytes.subarray(2), true), notes: [] };
  if (first === 0xfe && second === 0xff) return { text: utf16(bytes.subarray(2), false), notes: [] };
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(bytes.subarray(3));
  const order = utf16Order(bytes);
  if (order !== null) {
    const name = order === 'little' ? 'UTF-16LE' : 'UTF-16BE';
    return {
      text: utf16(bytes, order === 'little'),
      notes: [`read as ${name} without a byte order mark; save it as UTF-8 if the text looks wrong`],
    };
  }
  return declared(bytes, label) ?? utf8(bytes);
}

/** Surrogates stay as they are: a decoder would replace lone ones without a word. */
function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  const CHUNK = 8192;
  for (let at = 0; at + 1 < bytes.length; at += CHUNK * 2) {
    const count = Math.min(CHUNK, (bytes.length - at) >> 1);
    parts.push(
      String.fromCharCode(
        ...Array.from({ length: count }, (_, i) => view.getUint16(at + i * 2, littleEndian)),
      ),
    );
  }
  return parts.join('');
}

/** Text in a European language has a zero in nearly every second byte, and none in the others. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | null {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (bytes[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  const half = sample / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'little';
  if (even > half * 0.6 && odd < half * 0.05) return 'big';
  return null;
}

function declared(bytes: Uint8Array, label?: string): Decoded | null {
  // A page that says UTF-8 goes the way that finds out whether it is.
  if (label === undefined || /^(utf-?8|utf-?16.*)$/i.test(label)) return null;
  if (/^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(label)) {
    return { text: windows1252(bytes), notes: [] };
  }
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return null;
  }
}

function utf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return almostUtf8(bytes);
  }
}

function almostUtf8(bytes: Uint8Array): Decoded {
  const { valid, broken, surrogates } = countSequences(bytes);
  if (surrogates > 0 && broken === surrogates) {
    const text = new TextDecoder('utf-8').decode(bytes).replace(/\uFFFD{3}/g, '\uFFFD');
    return { text, notes: [`${surrogates} lone surrogate(s) replaced by U+FFFD: check its encoding`] };
  }
  if (valid > broken) {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, notes: [`${broken} broken byte(s) in its UTF-8 replaced by U+FFFD: check its encoding`] };
  }
  return {
    text: windows1252(bytes),
    notes: ['not UTF-8: read as Windows-1252 (Latin-1); save it as UTF-8 if letters look wrong'],
  };
}

// What Windows-1252 has at 0x80–0x9F. Node 20's decoder of that name gives control characters there.
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9F]/g, (char) => FROM_0X80[char.charCodeAt(0) - 0x80]!);
}

/** Each byte as the character of its number. */
function latin1(bytes: Uint8Array): string {
  const CHUNK = 8192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join('');
}

/** Counts characters of several bytes, whole and broken; broken ones that are coded surrogates also apart. */
function countSequences(bytes: Uint8Array): { valid: number; broken: number; surrogates: number } {
  let [valid, broken, surrogates] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    const isWhole = length > 1 && bytes.subarray(at + 1, at + length).every((next) => (next & 0xc0) === 0x80);
    if (!isWhole || at + length > bytes.length) {
      broken++;
      continue;
    }
    if (byte === 0xed && bytes[at + 1]! >= 0xa0) [broken, surrogates] = [broken + 1, surrogates + 1];
    else valid++;
    at += length - 1;
  }
  return { valid, broken, surrogates };
}

/** Control characters that no text editor writes. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\x00-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  return controls > 0 && (sample.includes('\0') || controls > sample.length / 100);
}
