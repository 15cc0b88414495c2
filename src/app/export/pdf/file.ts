/**
 * A PDF file as it grows: numbered objects, streams compressed, and at the end the table of where each object
 * lies. Only what a report needs of ISO 32000-1.
 */

/** A reference to an object. */
export type Ref = `${number} 0 R`;

const encoder = new TextEncoder();

export class PdfFile {
  private readonly objects: (Uint8Array | null)[] = [];

  /** A place for an object that is written later, so that others may refer to it. */
  reserve(): Ref {
    this.objects.push(null);
    return `${this.objects.length} 0 R`;
  }

  /** Writes an object into its place. */
  put(ref: Ref, body: string): void {
    this.objects[indexOf(ref)] = encoder.encode(body);
  }

  add(body: string): Ref {
    const ref = this.reserve();
    this.put(ref, body);
    return ref;
  }

  /** Adds a stream; `entries`: what its dictionary says besides its length. */
  async addStream(content: string | Uint8Array<ArrayBuffer>, entries = ''): Promise<Ref> {
    const ref = this.reserve();
    const bytes = await deflated(typeof content === 'string' ? encoder.encode(content) : content);
    const head = encoder.encode(`<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`);
    this.objects[indexOf(ref)] = joined([head, bytes, encoder.encode('\nendstream')]);
    return ref;
  }

  /** The bytes of the file. Throws where an object that was reserved has not been written. */
  bytes(root: Ref, info: Ref): Uint8Array<ArrayBuffer> {
    // Four bytes above 127 tell programs that the file is not text.
    const parts: Uint8Array[] = [
      encoder.encode('%PDF-1.7\n%'),
      new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3, 0x0a]),
    ];
    let length = parts.reduce((sum, part) => sum + part.length, 0);
    const places = this.objects.map((body, index) => {
      if (body === null) throw new Error(`object ${index + 1} of the PDF file is not written`);
      const place = length;
      for (const part of [encoder.encode(`${index + 1} 0 obj\n`), body, encoder.encode('\nendobj\n')]) {
        parts.push(part);
        length += part.length;
      }
      return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const size = this.objects.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
    const trailer = `trailer\n<< /Size ${size} /Root ${root} /Info ${info} >>\nstartxref\n${length}\n%%EOF\n`;
    return joined([...parts, encoder.encode(table + trailer)]);
  }
}

/** Any text as a string of PDF, in UTF-16. */
export function pdfText(text: string): string {
  const units = [...Array(text.length).keys()].map((index) => text.charCodeAt(index));
  return `<FEFF${units.map((unit) => hex(unit, 4)).join('')}>`;
}

/** A number in hexadecimal, filled up with zeros. */
export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function indexOf(ref: Ref): number {
  return Number.parseInt(ref) - 1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
