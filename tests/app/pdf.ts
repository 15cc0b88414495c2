/** PDF files in tests: made without a browser, and read back by another program. */
import { extractText, getDocumentProxy } from 'unpdf';
import type { WordPainter } from '../../src/app/export/pdf/foreign.ts';

/** Stands in for the browser: every letter is half as wide as high. */
export const PAINTER: WordPainter = {
  widthOf: (words, _, size) => [...words].length * size * 0.5,
  paint: (words, face, size) => ({
    width: PAINTER.widthOf(words, face, size),
    ascent: size * 0.8,
    descent: size * 0.2,
    columns: 2,
    rows: 2,
    coverage: new Uint8Array([0, 255, 255, 0]),
  }),
};
/** What a file says, page by page. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}
