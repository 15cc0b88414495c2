/** Small PDF files for tests, written by hand: one page after another, lines at places. */

import { deflateSync } from 'node:zlib';

export interface PdfLine {
  readonly text: string;
  /** From the left and the bottom of the page, in points. */
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

/** Lines of text below each other; an empty one leaves a gap. */
export function column(lines: readonly string[], top = 720): PdfLine[] {
  return lines.flatMap((text, i) => (text === '' ? [] : [{ text, y: top - i * 14 }]));
}

/** How the text of a page is packed: the filter's name, and the packing. */
export type Packing = readonly [filter: string, pack: (text: Buffer) => Buffer];
export const PLAIN: Packing = ['', (text) => text];
export const DEFLATED: Packing = ['/Filter /FlateDecode', (text) => deflateSync(text)];

/** A PDF of pages in Helvetica; `info` are entries of the information dictionary. */
export function pdfOf(
  pages: readonly (readonly PdfLine[])[],
  info = '',
  [filter, pack]: Packing = PLAIN,
): Uint8Array {
  const ids = pages.map((_, i) => 4 + i * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, i) => {
      const content = pack(Buffer.from(lines.map(drawn).join('\n'), 'latin1')).toString('latin1');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${ids[i]! + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< ${info} >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info ${size - 1} 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

function drawn({ text, x = 72, y, size = 12 }: PdfLine): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}
