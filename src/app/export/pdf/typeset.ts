/** Breaks text into lines, and each line into stretches that are of the standard fonts and that are not. */
import type { WordPainter } from './foreign.ts';
import { type Face, latinCodes, latinWidth } from './latin.ts';

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
}

export interface Stretch {
  readonly text: string;
  readonly width: number;
  /** Whether the standard fonts lack a character of it. */
  readonly isForeign: boolean;
}

export interface Line {
  readonly stretches: readonly Stretch[];
  readonly width: number;
}

export class Typesetter {
  private readonly painter: WordPainter;

  constructor(painter: WordPainter) {
    this.painter = painter;
  }

  /** Lines no wider than `width`; of empty text none. Words that are wider are broken. */
  lines(text: string, width: number, style: TextStyle): Line[] {
    const lines: Line[] = [];
    let words: string[] = [];
    const end = () => {
      if (words.length > 0) lines.push(this.line(words.join(' '), style));
      words = [];
    };
    for (const word of text.split(/[^\S\u00a0\u202f]+/).filter((one) => one !== '')) {
      for (const piece of this.pieces(word, width, style)) {
        if (words.length > 0 && this.widthOf([...words, piece].join(' '), style) > width) end();
        words.push(piece);
      }
    }
    end();
    return lines;
  }

  /** All of a text in one line. */
  line(text: string, style: TextStyle): Line {
    const stretches: Stretch[] = [];
    for (const [words, isForeign] of stretchesOf(text))
      stretches.push({ text: words, isForeign, width: this.stretchWidth(words, isForeign, style) });
    return { stretches, width: stretches.reduce((sum, { width }) => sum + width, 0) };
  }

  private widthOf(text: string, style: TextStyle): number {
    return this.line(text, style).width;
  }

  private stretchWidth(words: string, isForeign: boolean, { face, size }: TextStyle): number {
    return isForeign
      ? this.painter.widthOf(words, face, size)
      : latinWidth(latinCodes(words) ?? [], face, size);
  }

  /** A word that is wider than the line, such as an address, in pieces that are not. */
  private pieces(word: string, width: number, style: TextStyle): string[] {
    if (this.widthOf(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const character of word) {
      if (piece !== '' && this.widthOf(piece + character, style) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
    }
    return [...pieces, piece];
  }
}

/** A text cut where words of the standard fonts and others meet; the space between goes with these fonts. */
function stretchesOf(text: string): [string, boolean][] {
  const stretches: [string, boolean][] = [];
  let space = '';
  for (const part of text.match(/ +|[^ ]+/g) ?? []) {
    if (part.startsWith(' ')) {
      space = part;
      continue;
    }
    const isForeign = latinCodes(part) === null;
    const last = stretches.at(-1);
    if (last?.[1] === isForeign) last[0] += space + part;
    else if (isForeign) {
      if (last) last[0] += space;
      stretches.push([part, true]);
    } else stretches.push([space + part, false]);
    space = '';
  }
  return stretches;
}
