/** Draws words with the fonts of the browser. */
import type { WordPainter } from './foreign.ts';
import type { Face } from './latin.ts';

/** Pixels for each point: 288 to the inch, as sharp as print. */
const SCALE = 4;
const FAMILY = 'Helvetica, Arial, system-ui, sans-serif';

export function browserPainter(): WordPainter {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const set = (face: Face, size: number) => {
    if (!context) return;
    context.font = `${face === 'bold' ? 700 : 400} ${size * SCALE}px ${FAMILY}`;
    context.textBaseline = 'alphabetic';
  };
  return {
    widthOf: (words, face, size) => {
      set(face, size);
      return (context?.measureText(words).width ?? words.length * size * 2) / SCALE;
    },
    paint: (words, face, size) => {
      if (!context) return null;
      set(face, size);
      const measured = context.measureText(words);
      const ascent = Math.ceil(Math.max(measured.actualBoundingBoxAscent, 0)) + 1;
      const descent = Math.ceil(Math.max(measured.actualBoundingBoxDescent, 0)) + 1;
      const [columns, rows] = [Math.max(1, Math.ceil(measured.width)), ascent + descent];
      canvas.width = columns;
      canvas.height = rows;
      // A canvas that gets another size forgets its font.
      set(face, size);
      context.fillText(words, 0, ascent);
      const pixels = context.getImageData(0, 0, columns, rows).data;
      const coverage = new Uint8Array(columns * rows).map((_, at) => pixels[4 * at + 3]!);
      return {
        width: columns / SCALE,
        ascent: ascent / SCALE,
        descent: descent / SCALE,
        columns,
        rows,
        coverage,
      };
    },
  };
}
