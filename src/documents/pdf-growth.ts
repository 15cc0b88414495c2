/**
 * How large a PDF grows when it is unpacked. A few megabytes may hold gigabytes of nothing, for which the
 * library would take all memory; so what is packed is unpacked once before, counted and thrown away.
 * Pictures are left out: they are not unpacked for the text.
 */

// The core is compiled without the DOM's and Node's types; both have it.
declare const DecompressionStream: new (format: 'deflate') => {
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
};

interface PackedStream {
  readonly filters: readonly string[];
  readonly data: Uint8Array;
}

/** Text packed in other ways than Deflate is taken to grow by this factor. */
const OTHER_GROWTH = 64;
const LONGEST_DICTIONARY = 2000;

/** Whether the text of a PDF unpacks to more than `most` bytes, or is packed several times over. */
export async function growsBeyond(bytes: Uint8Array, most: number): Promise<boolean> {
  let total = 0;
  for (const { filters, data } of packedStreams(bytes)) {
    if (filters.length > 1) return true;
    total += filters[0] === 'F' ? await inflatedSize(data, most - total) : data.length * OTHER_GROWTH;
    if (total > most) return true;
  }
  return false;
}

function* packedStreams(bytes: Uint8Array): Generator<PackedStream> {
  for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at)) {
    const dictionary = before(bytes, at);
    let start = at + 'stream'.length;
    if (bytes[start] === 13) start++;
    if (bytes[start] === 10) start++;
    const end = find(bytes, 'endstream', start);
    at = end < 0 ? bytes.length : end + 'endstream'.length;
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const packed = [...dictionary.matchAll(/\/(F)(?:late(?:Decode)|l)\b|\/(LZW|RunLength|RL)(?:Decode)?\b/g)];
    const data = bytes.subarray(start, end < 0 ? bytes.length : end);
    const filters = packed.map((match) => match[1] ?? match[2]!);
    // The filter may be written elsewhere: it is Deflate nearly always.
    if (filters.length === 0 && /\/Filter\s*\d/.test(dictionary)) filters.push('F');
    if (filters.length > 0) yield { filters, data };
  }
}

/** The dictionary that stands before a stream. */
function before(bytes: Uint8Array, at: number): string {
  const text = String.fromCharCode(...bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
  return text.slice(Math.max(0, text.lastIndexOf(' obj')));
}

/** Counts no further than `most`. What is damaged counts as far as it unpacks. */
async function inflatedSize(data: Uint8Array, most: number): Promise<number> {
  const { readable, writable } = new DecompressionStream('deflate');
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  // Both fail where the data is no Deflate or goes on after its end; the reader tells.
  const written = writer.write(data).then(() => writer.close());
  written.catch(() => undefined);
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done && size <= most; part = await reader.read()) {
      size += part.value?.length ?? 0;
    }
    if (size > most) await reader.cancel();
  } catch {
    return size;
  }
  return size;
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length++;
    if (length === word.length) return at;
  }
  return -1;
}
