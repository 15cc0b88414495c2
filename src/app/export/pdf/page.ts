/** One page of a report: what is drawn on it. Lengths are in points, y from the top downwards. */
import { hex, type PdfFile, type Ref } from './file.ts';
import type { ForeignFonts, WordPainter, WordPicture } from './foreign.ts';
import { type Face, latinCodes } from './latin.ts';
import type { Line, Stretch, TextStyle } from './typeset.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** What all pages of a file share: pictures of words are made once. */
export interface PageParts {
  readonly file: PdfFile;
  readonly fonts: ForeignFonts;
  readonly painter: WordPainter;
  readonly images: Map<string, { readonly name: string; readonly ref: Ref; readonly picture: WordPicture }>;
}

export class Page {
  readonly ref: Ref;
  private readonly parts: PageParts;
  private readonly operators: string[] = [];
  private readonly links: string[] = [];

  constructor(parts: PageParts) {
    this.parts = parts;
    this.ref = parts.file.reserve();
  }

  /** Operators of PDF as they are; their y goes upwards. */
  draw(...operators: readonly string[]): void {
    this.operators.push(...operators);
  }

  /** Writes a line of text; `y`: its base line. `colour`: red, green and blue, 0–1. */
  async write(line: Line, x: number, y: number, style: TextStyle, colour = '0 0 0'): Promise<void> {
    let left = x;
    for (const stretch of line.stretches) {
      if (stretch.isForeign) await this.writeForeign(stretch, left, y, style, colour);
      else this.writeLatin(stretch.text, left, y, style, colour);
      left += stretch.width;
    }
  }

  /** A horizontal line. */
  rule(x: number, y: number, width: number, grey = 0.75): void {
    this.draw(`q ${grey} G 0.5 w ${at(x, y)} m ${at(x + width, y)} l S Q`);
  }

  /** Makes a stretch of the page lead to a place of another. */
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    to: { readonly page: Ref; readonly y: number },
  ): void {
    const box = `[${at(x, y + height)} ${at(x + width, y)}]`;
    this.links.push(
      `<< /Type /Annot /Subtype /Link /Rect ${box} /Border [0 0 0] /Dest [${to.page} /XYZ null ${round(PAGE.height - to.y)} null] >>`,
    );
  }

  /** Writes the page into its file. `resources`: the fonts and pictures of all pages. */
  async finish(parent: Ref, resources: Ref): Promise<void> {
    const { file } = this.parts;
    const content = await file.addStream(this.operators.join('\n'));
    const annotations = this.links.length === 0 ? '' : ` /Annots [${this.links.join(' ')}]`;
    file.put(
      this.ref,
      `<< /Type /Page /Parent ${parent} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources ${resources} /Contents ${content}${annotations} >>`,
    );
  }

  private writeLatin(text: string, x: number, y: number, { face, size }: TextStyle, colour: string): void {
    const codes = (latinCodes(text) ?? []).map((code) => hex(code, 2)).join('');
    this.draw(`BT ${colour} rg /${fontName(face)} ${round(size)} Tf ${at(x, y)} Td <${codes}> Tj ET`);
  }

  /** A picture of the words, and over it the letters that are not seen, as wide as it. */
  private async writeForeign(
    { text, width }: Stretch,
    x: number,
    y: number,
    style: TextStyle,
    colour: string,
  ): Promise<void> {
    const image = await this.imageOf(text, style, colour);
    if (image) {
      const { picture, name } = image;
      const height = picture.ascent + picture.descent;
      this.draw(
        `q ${round(picture.width)} 0 0 ${round(height)} ${at(x, y + picture.descent)} cm /${name} Do Q`,
      );
    }
    const scale = (100 * width) / ([...text].length * style.size);
    const shown = this.parts.fonts
      .stretches(text)
      .map(
        ({ font, codes }) =>
          `/${font} ${round(style.size)} Tf <${codes.map((code) => hex(code, 2)).join('')}> Tj`,
      );
    this.draw(`BT ${round(scale)} Tz ${at(x, y)} Td ${shown.join(' ')} 100 Tz ET`);
  }

  private async imageOf(text: string, { face, size }: TextStyle, colour: string) {
    const { images, painter, file } = this.parts;
    const key = `${face} ${size} ${colour} ${text}`;
    const known = images.get(key);
    if (known) return known;
    const picture = painter.paint(text, face, size);
    if (!picture) return null;
    const kind = '/Type /XObject /Subtype /Image /BitsPerComponent 8';
    const mask = await file.addStream(
      picture.coverage,
      `${kind} /Width ${picture.columns} /Height ${picture.rows} /ColorSpace /DeviceGray`,
    );
    const ink = new Uint8Array(colour.split(' ').map((part) => Math.round(255 * Number(part))));
    const ref = await file.addStream(ink, `${kind} /Width 1 /Height 1 /ColorSpace /DeviceRGB /SMask ${mask}`);
    const image = { name: `W${images.size}`, ref, picture };
    images.set(key, image);
    return image;
  }
}

/** The name of a standard font in the resources. */
export function fontName(face: Face): string {
  return face === 'bold' ? 'FB' : 'FR';
}

/** A point of a page as PDF has it. */
export function at(x: number, y: number): string {
  return `${round(x)} ${round(PAGE.height - y)}`;
}

/** A number as it may stand in a PDF file: never with an exponent. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
