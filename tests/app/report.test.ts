/** A report as a PDF file, read back by another program. */
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/app/export/drawing.ts';
import type { ReportContent } from '../../src/app/export/pdf/content.ts';
import { placeIn, rgb } from '../../src/app/export/pdf/drawShapes.ts';
import { latinCodes, latinWidth } from '../../src/app/export/pdf/latin.ts';
import { PAPER, type ReportPicture, writeReport } from '../../src/app/export/pdf/report.ts';
import { Typesetter } from '../../src/app/export/pdf/typeset.ts';
import { readFileSync } from 'node:fs';
import { PAINTER, pagesOf } from './pdf.ts';

const FACTS = { language: 'fr', made: new Date('2024-03-26T08:00:00Z') };

function content(quotes: readonly string[], more: Partial<ReportContent> = {}): ReportContent {
  const ties = quotes.map((quote, index) => ({
    number: index + 1,
    sentence: `Niger expelled nobody ${index + 1}`,
    status: 'actual',
    dates: 'August 2023',
    sources: 2,
    evidence: [{ title: '', quotes: [{ quote, source: 'Reuters · 26 March 2024' }] }],
  }));
  return {
    title: 'Sahel',
    made: 'Made on 26 March 2024',
    summary: 'All of time: 2 actors.',
    shown: ['No filter hides anything.'],
    groups: [{ sign: -1, title: 'Conflict', ties }],
    left: '',
    ...more,
  };
}

const PICTURE: ReportPicture = {
  picture: {
    nodes: [
      {
        id: 'a',
        label: 'Niger',
        code: 'NER',
        type: 'country',
        size: 40,
        x: 0,
        y: 0,
        labelled: true,
        fontSize: 12,
      },
      {
        id: 'b',
        label: 'Łódź',
        code: '',
        type: 'organisation',
        size: 40,
        x: 300,
        y: 40,
        labelled: true,
        fontSize: 12,
      },
    ],
    lanes: [
      {
        sign: -1,
        status: 'planned',
        hollow: true,
        width: 3,
        letter: 'P',
        from: { x: 20, y: 0 },
        control: { x: 150, y: 20 },
        to: { x: 280, y: 40 },
        forward: true,
        backward: false,
      },
    ],
  },
  backdrop: {
    hulls: [
      {
        lines: [
          [
            { x: 0, y: 0 },
            { x: 300, y: 40 },
          ],
        ],
        label: 'Bloc 1',
        top: { x: 0, y: -44 },
        isChosen: false,
      },
    ],
    land: 'M0.5,1L10,-20L30,40Z',
    actors: [],
    landColour: '#f6f7f9',
  },
  note: '',
};

interface Read {
  readonly role?: string;
  readonly type?: string;
  readonly alt?: string;
  readonly children?: readonly Read[];
}

/** The elements of a page of a report, in the order in which they are read out. */
async function readOut(bytes: Uint8Array, page = 1): Promise<Read[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const flat = (one: Read): Read[] => (one.role ? [one, ...(one.children ?? []).flatMap(flat)] : []);
  return flat(await (await document.getPage(page)).getStructTree());
}

describe('a PDF report', () => {
  it.each([
    ['English', '“We have had enough” – the junta’s words, €5…'],
    ['French', 'L’été, l’œuvre, Noël : « ça et là » à Nîmes'],
    ['Italian', 'Perché così? Città, più, già, È'],
    ['Polish', 'Zażółć gęślą jaźń w Łodzi'],
    ['Romanian', 'Președintele țării și știri'],
    ['Russian', 'Россия поставила оружие Мали'],
    ['Greek', 'Η Ελλάδα συμφώνησε'],
    ['Arabic', 'جامعة الدول العربية'],
    ['Chinese', '中国与俄罗斯签署协议'],
    ['mixed', 'Россия and Łódź signed in 2022'],
    ['of signs beyond 16 bits', 'a dove 🕊 flies'],
  ])('keeps %s text as text', async (_, quote) => {
    const pages = await pagesOf(await writeReport(content([quote]), null, PAINTER, FACTS));
    expect(pages.join(' ').normalize('NFC')).toContain(quote);
  });

  it('says title, date, what is shown, the tie with its status and dates, the quote with its source', async () => {
    const text = (await pagesOf(await writeReport(content(['Out.']), PICTURE, PAINTER, FACTS))).join(' ');
    for (const words of [
      'Sahel',
      'Made on 26 March 2024',
      'All of time: 2 actors.',
      'No filter hides anything.',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/1 Niger expelled nobody 1 actual August 2023 2/);
    expect(text).toMatch(/Out\. Reuters · 26 March 2024/);
  });

  it('draws the picture, with names that can be selected once', async () => {
    const text = (await pagesOf(await writeReport(content([]), PICTURE, PAINTER, FACTS))).join(' ');
    for (const words of ['NER', 'Bloc 1', 'Łódź']) expect(text.split(words)).toHaveLength(2);
  });

  it('numbers its pages and heads each page of the table', async () => {
    const quotes = Array.from({ length: 120 }, (_, index) => `Quote number ${index + 1} says it.`);
    const pages = await pagesOf(await writeReport(content(quotes), PICTURE, PAINTER, FACTS));
    expect(pages.length).toBeGreaterThan(6);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    const all = pages.join(' ');
    for (const quote of quotes) expect(all).toContain(quote);
    expect(pages.filter((page) => /Tie Status Dates Sources/.test(page)).length).toBeGreaterThan(2);
  });

  it('carries its title, language and date, bookmarks, and links from rows to quotes', async () => {
    const bytes = await writeReport(
      content(['One.', 'Two.'], { title: 'Łódź & Sahel' }),
      null,
      PAINTER,
      FACTS,
    );
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Łódź & Sahel', Language: 'fr' });
    expect((await document.getOutline()).map(({ title }) => title)).toContain('Ties');
    const links = await (await document.getPage(1)).getAnnotations();
    expect(links.filter(({ subtype }) => subtype === 'Link')).toHaveLength(2);
  });

  it('can be read out: headings, paragraphs, the table with its heads, and words in place of the picture', async () => {
    const read = await readOut(await writeReport(content(['Out.']), PICTURE, PAINTER, FACTS));
    expect(read.map(({ role }) => role).join(' ')).toMatch(
      /^Root Document H1 P P H2 Figure H3 (?:P )+H2 P H2 Table TR TH TH TH TH TH TR TH TR TD Link TD TD TD TD H2 H3 H4 P P P$/,
    );
    expect(read.find(({ role }) => role === 'Figure')?.alt).toBe('All of time: 2 actors.');
  });

  it('reads the heads of its table out once, on however many pages they stand', async () => {
    const quotes = Array.from({ length: 120 }, (_, index) => `Quote number ${index + 1} says it.`);
    const bytes = await writeReport(content(quotes), null, PAINTER, FACTS);
    const [first, second] = [await readOut(bytes), await readOut(bytes, 2)];
    const heads = (read: readonly Read[]) =>
      read.filter(({ role, children }) => role === 'TH' && children?.some(({ type }) => type === 'content'));
    expect([heads(first).length, heads(second).length]).toEqual([6, 0]);
    expect(second.filter(({ role }) => role === 'Link').length).toBeGreaterThan(20);
  });

  it('is the same file for the same report', async () => {
    const make = () => writeReport(content(['Россия.']), PICTURE, PAINTER, FACTS);
    expect(await make()).toEqual(await make());
  });

  it('never lets text become operators', async () => {
    const nasty = ') Tj ET Q << /JS (app.alert(1)) >> endstream endobj <00>';
    const text = (
      await pagesOf(await writeReport(content([nasty], { title: nasty }), null, PAINTER, FACTS))
    ).join(' ');
    expect(text).toContain(nasty);
  });
});

describe('setting text', () => {
  const setter = new Typesetter(PAINTER);
  const style = { face: 'regular', size: 10 } as const;

  it('breaks lines between words, and words that are too long', () => {
    const words = 'The quick brown fox https://example.org/a/very/long/address/without/any/space end';
    const lines = setter.lines(words, 90, style);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(90);
    const text = lines.map((line) => line.stretches.map((one) => one.text).join('')).join('');
    expect(text.replace(/ /g, '')).toBe(words.replace(/ /g, ''));
  });

  it('keeps words that the fonts lack together', () => {
    expect(
      setter.line('In Łódź, Россия и Мали met', style).stretches.map((one) => [one.text, one.isForeign]),
    ).toEqual([
      ['In ', false],
      ['Łódź, Россия и Мали', true],
      [' met', false],
    ]);
  });

  it('knows the widths of the standard fonts', () => {
    expect(latinWidth(latinCodes('Aé')!, 'regular', 1000)).toBe(667 + 556);
    expect(latinWidth(latinCodes('A')!, 'bold', 1000)).toBe(722);
    expect(latinCodes('e\u0301')).toEqual([0xe9]);
    expect(latinCodes('–’œ')).toEqual([0x96, 0x92, 0x9c]);
    expect(latinCodes('ł')).toBeNull();
  });
});

describe('the picture of a report', () => {
  it('fits into its box and is not enlarged', () => {
    const frame = { x: -50, y: 10, width: 1000, height: 200 };
    const box = { x: 48, y: 100, width: 500, height: 400 };
    const { x, y, scale, height } = placeIn(frame, box);
    expect([scale, height]).toEqual([0.5, 100]);
    expect([x + frame.x * scale, y + frame.y * scale]).toEqual([48, 100]);
    expect(placeIn({ ...frame, width: 100 }, box).scale).toBe(1);
    expect(frameOf(PICTURE.picture, PICTURE.backdrop).x).toBeLessThan(-44);
    // A long label is in it too, wider than its hull.
    const label = 'Bloc 1 (computed), 100 % stable in all of the runs that were made for it';
    const { hulls } = PICTURE.backdrop!;
    const long = { ...PICTURE.backdrop!, hulls: hulls.map((hull) => ({ ...hull, label })) };
    expect(frameOf(PICTURE.picture, long).x).toBeLessThan(frameOf(PICTURE.picture, PICTURE.backdrop).x - 50);
  });

  it('has the colours of the light theme', () => {
    const css = readFileSync('src/app/app.css', 'utf8');
    const [, light] = /^:root \{([^}]*)\}/m.exec(css)!;
    for (const [name, colour] of Object.entries(PAPER))
      expect(light).toContain(
        `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour};`,
      );
    expect(() => rgb('rebeccapurple')).toThrow(/#rrggbb/);
  });
});
