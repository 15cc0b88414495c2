/**
 * Text that the standard fonts lack — Polish, Cyrillic, Arabic, … — as a picture that the browser draws with the
 * fonts that it has, under letters that are not seen: what is selected, copied, searched and read out is text.
 * The letters are of fonts without outlines, whose only content is which character each code stands for.
 */
import { hex, type PdfFile, type Ref } from './file.ts';
import type { Face } from './latin.ts';

/** A picture of some words. Lengths are in the unit of their size. */
export interface WordPicture {
  readonly width: number;
  /** From the base line up and down. */
  readonly ascent: number;
  readonly descent: number;
  readonly columns: number;
  readonly rows: number;
  /** How much of each pixel is covered, 0–255, row by row from the top. */
  readonly coverage: Uint8Array<ArrayBuffer>;
}

/** Draws words; null where it cannot. */
export interface WordPainter {
  readonly widthOf: (words: string, face: Face, size: number) => number;
  readonly paint: (words: string, face: Face, size: number) => WordPicture | null;
}

/** Codes of one font: 0 is left out, since some programs end text with it. */
const MOST_CODES = 255;

interface Glyphless {
  readonly ref: Ref;
  readonly characters: string[];
}

export class ForeignFonts {
  private readonly file: PdfFile;
  private readonly fonts: Glyphless[] = [];
  private readonly places = new Map<string, { readonly font: number; readonly code: number }>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  /** Names and references, for the resources of pages. */
  get resources(): string {
    return this.fonts.map(({ ref }, index) => `/U${index} ${ref}`).join(' ');
  }

  /** Stretches of a text, each with the name of its font and its codes. */
  stretches(text: string): { readonly font: string; readonly codes: readonly number[] }[] {
    const stretches: { font: string; codes: number[] }[] = [];
    for (const character of asShown(text)) {
      const { font, code } = this.placeOf(character);
      const last = stretches.at(-1);
      if (last?.font === `U${font}`) last.codes.push(code);
      else stretches.push({ font: `U${font}`, codes: [code] });
    }
    return stretches;
  }

  /** Writes the fonts. To be called once, when all text is there. */
  async finish(): Promise<void> {
    for (const font of this.fonts) {
      const map = await this.file.addStream(characterMap(font.characters));
      const empty = await this.file.addStream('1000 0 d0');
      const count = font.characters.length;
      this.file.put(
        font.ref,
        `<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 1000 900] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${count} /Widths [${Array(count).fill(1000).join(' ')}] /Resources << >> /CharProcs << /e ${empty} >> /Encoding << /Type /Encoding /Differences [1 ${Array(count).fill('/e').join(' ')}] >> /ToUnicode ${map} >>`,
      );
    }
  }

  private placeOf(character: string): { readonly font: number; readonly code: number } {
    const known = this.places.get(character);
    if (known) return known;
    let font = this.fonts.at(-1);
    if (!font || font.characters.length === MOST_CODES) {
      font = { ref: this.file.reserve(), characters: [] };
      this.fonts.push(font);
    }
    font.characters.push(character);
    const place = { font: this.fonts.length - 1, code: font.characters.length };
    this.places.set(character, place);
    return place;
  }
}

/** In PDF letters stand from left to right as they are seen: text that runs the other way is turned round. */
function asShown(text: string): string[] {
  const characters = [...text];
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
    ? characters.reverse()
    : characters;
}

/** Which character each code from 1 on stands for. */
function characterMap(characters: readonly string[]): string {
  const lines = characters.map((character, index) => {
    const units = [...Array(character.length).keys()].map((at) => hex(character.charCodeAt(at), 4));
    return `<${hex(index + 1, 2)}> <${units.join('')}>`;
  });
  // A block may have 100 lines at most.
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => {
    const part = lines.slice(block * 100, block * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Entente def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}
