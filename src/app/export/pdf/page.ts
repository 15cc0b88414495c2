/** One page of a report: what is drawn on it. Lengths are in points, y from the top downwards. */
import { hex, pdfText, type PdfFile, type Ref } from './file.ts';
import type { ForeignFonts, WordPainter, WordPicture } from './foreign.ts';
import { type Face, latinCodes } from './latin.ts';
import type { Element, Tags } from './tags.ts';
import type { Line, Stretch, TextStyle } from './typeset.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** What all pages of a file share: pictures of words are made once. */
export interface PageParts {
  readonly file: PdfFile;
  readonly tags: Tags;
  readonly fonts: ForeignFonts;
  readonly painter: WordPainter;
  readonly images: Map<string, { readonly name: string; readonly ref: Ref; readonly picture: WordPicture }>;
}

/** A part of a page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Goal {
  readonly page: Ref;
  readonly y: number;
}

export class Page {
  readonly ref: Ref;
  private readonly parts: PageParts;
  private readonly operators: string[] = [];
  private readonly links: Ref[] = [];
  private readonly key: number;
  private marks = 0;

  constructor(parts: PageParts) {
    this.parts = parts;
    this.ref = parts.file.reserve();
    this.key = parts.tags.newKey();
  }

  /** Operators of PDF as they are; their y goes upwards. */
  draw(...operators: readonly string[]): void {
    this.operators.push(...operators);
  }

  /** Draws what an element owns: it is read out as a part of it. */
  async mark(element: Element, draw: () => Promise<void>): Promise<void> {
    const id = this.marks++;
    this.draw(`/${element.tag} << /MCID ${id} >> BDC`);
    await draw();
    this.draw('EMC');
    element.kids.push({ page: this.ref, key: this.key, id });
  }

  /** Draws what is not read out. */
  async artifact(draw: () => Promise<void>): Promise<void> {
    this.draw('/Artifact BMC');
    await draw();
    this.draw('EMC');
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

  /** A horizontal line. It is not read out. */
  rule(x: number, y: number, width: number, grey = 0.75): void {
    this.draw('/Artifact BMC', `q ${grey} G 0.5 w ${at(x, y)} m ${at(x + width, y)} l S Q`, 'EMC');
  }

  /** Makes a box of the page lead to a place of another. `words`: where it leads; `element`: which owns it. */
  link({ x, y, width, height }: Box, to: Goal, words: string, element: Element): void {
    const rectangle = `[${at(x, y + height)} ${at(x + width, y)}]`;
    const key = this.parts.tags.newKey();
    const annotation = this.parts.file.add(
      `<< /Type /Annot /Subtype /Link /Rect ${rectangle} /Border [0 0 0] /Contents ${pdfText(words)} /StructParent ${key} /Dest [${to.page} /XYZ null ${round(PAGE.height - to.y)} null] >>`,
    );
    this.links.push(annotation);
    element.kids.push({ page: this.ref, key, annotation });
  }

  /** Writes the page into its file. `resources`: the fonts and pictures of all pages. */
  async finish(parent: Ref, resources: Ref): Promise<void> {
    const { file } = this.parts;
    const content = await file.addStream(this.operators.join('\n'));
    const annotations = this.links.length === 0 ? '' : ` /Annots [${this.links.join(' ')}]`;
    file.put(
      this.ref,
      `<< /Type /Page /Parent ${parent} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources ${resources} /Contents ${content} /StructParents ${this.key} /Tabs /S${annotations} >>`,
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
