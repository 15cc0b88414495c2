/** Text that flows down pages of A4: what has no room any more starts the next page. */
import { PdfFile, pdfText, type Ref } from './file.ts';
import { ForeignFonts, type WordPainter } from './foreign.ts';
import { Page, PAGE, type PageParts } from './page.ts';
import { type Element, type Tag, Tags } from './tags.ts';
import { type Line, type TextStyle, Typesetter } from './typeset.ts';

export const MARGIN = 48;
export const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - 56;
const LEADING = 1.35;
const FOOT: TextStyle = { face: 'regular', size: 8 };
export const MUTED = '0.34 0.36 0.41';

/** Where something lies, for links and bookmarks. */
export interface Place {
  readonly page: Ref;
  readonly y: number;
}

/** How a text stands, and what it is. */
export interface TextPlace {
  readonly tag?: Tag;
  /** Red, green and blue, 0–1. */
  readonly colour?: string;
  readonly x?: number;
  readonly width?: number;
}

export interface FileFacts {
  readonly title: string;
  /** The language of the report, such as `fr`. */
  readonly language: string;
  readonly made: Date;
  /** What stands at the foot of each page: on the left, and as the number of a page. */
  readonly foot: string;
  readonly pageWords: (page: number, pages: number) => string;
}

export class Flow {
  readonly typesetter: Typesetter;
  /** How far down the page is written. */
  y = MARGIN;
  private readonly parts: PageParts;
  private readonly pages: Page[] = [];
  private readonly bookmarks: { readonly title: string; readonly place: Place }[] = [];

  constructor(painter: WordPainter) {
    const file = new PdfFile();
    this.parts = { file, painter, tags: new Tags(), fonts: new ForeignFonts(file), images: new Map() };
    this.typesetter = new Typesetter(painter);
    this.newPage();
  }

  get page(): Page {
    return this.pages.at(-1)!;
  }

  /** How far it is to the end of the page. */
  get room(): number {
    return BOTTOM - this.y;
  }

  get place(): Place {
    return { page: this.page.ref, y: this.y };
  }

  newPage(): void {
    this.pages.push(new Page(this.parts));
    this.y = MARGIN;
  }

  /** Starts a new page where there is less room than this. */
  need(height: number): void {
    if (this.room < height) this.newPage();
  }

  /** Notes a place for the list of contents that readers show beside the pages. */
  bookmark(title: string): void {
    this.bookmarks.push({ title, place: this.place });
  }

  /** An element of the report, after those that there are. */
  element(tag: Tag, entries = ''): Element {
    return this.parts.tags.root.add(tag, entries);
  }

  /** Writes text, as a paragraph over the width of the page where nothing else is said. */
  async text(
    text: string,
    style: TextStyle,
    { tag = 'P', colour = '0 0 0', x = MARGIN, width = WIDTH }: TextPlace = {},
  ): Promise<void> {
    const element = this.element(tag);
    for (const line of this.typesetter.lines(text, width, style)) {
      this.need(style.size * LEADING);
      await this.page.mark(element, () => this.lineAt(line, x, style, colour));
      this.y += style.size * LEADING;
    }
  }

  /** Writes a line where the text is, without going on. */
  async lineAt(line: Line, x: number, style: TextStyle, colour = '0 0 0'): Promise<void> {
    await this.page.write(line, x, this.y + style.size, style, colour);
  }

  /** The bytes of the file, with the foot of each page. */
  async finish(facts: FileFacts): Promise<Uint8Array<ArrayBuffer>> {
    const { file, fonts, images } = this.parts;
    for (const [index, page] of this.pages.entries()) await this.writeFoot(page, index + 1, facts);
    await fonts.finish();
    const standard = (name: string) =>
      file.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
    const pictures = [...images.values()].map(({ name, ref }) => `/${name} ${ref}`).join(' ');
    const resources = file.add(
      `<< /Font << /FR ${standard('Helvetica')} /FB ${standard('Helvetica-Bold')} ${fonts.resources} >> /XObject << ${pictures} >> >>`,
    );
    const structure = this.parts.tags.finish(file);
    const tree = file.reserve();
    for (const page of this.pages) await page.finish(tree, resources);
    const kids = this.pages.map(({ ref }) => ref).join(' ');
    file.put(tree, `<< /Type /Pages /Kids [${kids}] /Count ${this.pages.length} >>`);
    const root = file.add(
      `<< /Type /Catalog /Pages ${tree} /Lang ${pdfText(facts.language)} /MarkInfo << /Marked true >> /StructTreeRoot ${structure} /Outlines ${this.outlines()} /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> >>`,
    );
    const made = `${facts.made.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
    const info = file.add(
      `<< /Title ${pdfText(facts.title)} /Creator (Entente) /Producer (Entente) /CreationDate (D:${made}) >>`,
    );
    return file.bytes(root, info);
  }

  private async writeFoot(page: Page, number: number, { foot, pageWords }: FileFacts): Promise<void> {
    const y = PAGE.height - 30;
    page.rule(MARGIN, y - 12, WIDTH);
    const right = this.typesetter.line(pageWords(number, this.pages.length), FOOT);
    const [left] = this.typesetter.lines(foot, WIDTH - right.width - 12, FOOT);
    await page.artifact(async () => {
      if (left) await page.write(left, MARGIN, y, FOOT, MUTED);
      await page.write(right, MARGIN + WIDTH - right.width, y, FOOT, MUTED);
    });
  }

  private outlines(): Ref {
    const { file } = this.parts;
    const root = file.reserve();
    const items = this.bookmarks.map(() => file.reserve());
    for (const [index, { title, place }] of this.bookmarks.entries()) {
      const next = items[index + 1] ? ` /Next ${items[index + 1]}` : '';
      const previous = index > 0 ? ` /Prev ${items[index - 1]}` : '';
      file.put(
        items[index]!,
        `<< /Title ${pdfText(title)} /Parent ${root} /Dest [${place.page} /XYZ null ${Math.round(PAGE.height - place.y)} null]${previous}${next} >>`,
      );
    }
    const ends = items.length > 0 ? `/First ${items[0]} /Last ${items.at(-1)}` : '';
    file.put(root, `<< /Type /Outlines ${ends} /Count ${items.length} >>`);
    return root;
  }
}
