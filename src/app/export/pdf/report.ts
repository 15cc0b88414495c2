/**
 * The report of what is on the screen as a PDF file: the picture with its legend, what is shown, the ties in a
 * table, and for each its quotes with their sources. All text can be selected, in any script.
 */
import type { GraphColours, Picture } from '../../graph/picture.ts';
import { m } from '../../messages.ts';
import type { Backdrop } from '../backdrop.ts';
import { frameOf, shapesOf } from '../drawing.ts';
import type { ReportContent, ReportTie } from './content.ts';
import { drawShapes, placeIn, rgb } from './drawShapes.ts';
import { type FileFacts, Flow, MARGIN, MUTED, type Place, WIDTH } from './flow.ts';
import type { WordPainter } from './foreign.ts';
import { writeLegend } from './legend.ts';
import { writeTies } from './tieTable.ts';
import type { TextStyle } from './typeset.ts';

export interface ReportPicture {
  readonly picture: Picture;
  readonly backdrop: Backdrop | null;
  /** Said under the picture where it does not show all; empty otherwise. */
  readonly note: string;
}

export interface ReportFacts {
  readonly language: string;
  readonly made: Date;
}

/** The colours of paper: those of the light theme. */
export const PAPER: GraphColours = {
  background: '#ffffff',
  text: '#1b2028',
  node: '#e9edf3',
  nodeBorder: '#5f6672',
  accent: '#5b3fb8',
  cooperation: '#0072b2',
  conflict: '#b8480b',
  structure: '#5f6672',
};
/** Of the land on a map. */
export const PAPER_LAND = '#f6f7f9';
const TITLE: TextStyle = { face: 'bold', size: 20 };
const HEAD: TextStyle = { face: 'bold', size: 13 };
const SUBHEAD: TextStyle = { face: 'bold', size: 10 };
const TEXT: TextStyle = { face: 'regular', size: 10 };
const SMALL: TextStyle = { face: 'regular', size: 8.5 };
/** Most of the page that a picture takes, in points. */
const PICTURE_HEIGHT = 430;

/** Makes the file. `picture`: null where no graph is drawn. */
export async function writeReport(
  content: ReportContent,
  picture: ReportPicture | null,
  painter: WordPainter,
  { language, made }: ReportFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const flow = new Flow(painter);
  await flow.text(content.title, TITLE);
  await flow.text(content.made, SMALL, MUTED);
  flow.y += 6;
  await flow.text(content.summary, TEXT);
  if (picture) await writePicture(flow, picture);
  await heading(flow, m('report_shown'));
  for (const line of content.shown) await flow.text(line, TEXT);
  await heading(flow, m('report_ties'));
  const links = await writeTies(flow, content.groups);
  if (content.left !== '') await flow.text(content.left, SMALL, MUTED);
  const places = await writeQuotes(flow, content);
  for (const { number, page, x, y, width, height } of links) {
    const to = places.get(number);
    if (to) page.link(x, y, width, height, to);
  }
  const facts: FileFacts = {
    title: content.title,
    language,
    made,
    foot: `${content.title} · ${content.made}`,
    pageWords: (page, pages) => m('report_page', { page, pages }),
  };
  return flow.finish(facts);
}

async function heading(flow: Flow, title: string): Promise<void> {
  flow.need(70);
  flow.y += 14;
  flow.bookmark(title);
  await flow.text(title, HEAD);
  flow.y += 4;
}

async function writePicture(flow: Flow, { picture, backdrop, note }: ReportPicture): Promise<void> {
  await heading(flow, m('report_graph'));
  const frame = frameOf(picture, backdrop);
  const box = { x: MARGIN, y: flow.y, width: WIDTH, height: Math.min(PICTURE_HEIGHT, flow.room - 90) };
  const placing = placeIn(frame, box);
  const clip = { ...box, height: placing.height };
  await drawShapes(flow.page, shapesOf(picture, PAPER, backdrop), placing, clip, flow.typesetter);
  flow.y += placing.height + 6;
  if (note !== '') await flow.text(note, SMALL, MUTED);
  flow.need(60);
  await flow.text(m('report_legend'), SUBHEAD);
  await writeLegend(flow, picture, (backdrop?.hulls.length ?? 0) > 0, PAPER);
}

/** Returns where the quotes of each tie begin. */
async function writeQuotes(flow: Flow, { groups }: ReportContent): Promise<ReadonlyMap<number, Place>> {
  const places = new Map<number, Place>();
  await heading(flow, m('report_quotes'));
  for (const { sign, title, ties } of groups) {
    flow.need(60);
    flow.y += 4;
    const colour = sign === 1 ? PAPER.cooperation : sign === -1 ? PAPER.conflict : PAPER.structure;
    await flow.text(title, SUBHEAD, rgb(colour));
    for (const tie of ties) {
      flow.need(56);
      flow.y += 6;
      places.set(tie.number, flow.place);
      await writeTie(flow, tie);
    }
  }
  return places;
}

async function writeTie(flow: Flow, tie: ReportTie): Promise<void> {
  await flow.text(`${tie.number}  ${tie.sentence}`, SUBHEAD);
  await flow.text(`${tie.dates} · ${tie.status}`, SMALL, MUTED, MARGIN + 12, WIDTH - 12);
  for (const { title, quotes } of tie.evidence) {
    if (title !== '') await flow.text(title, { face: 'bold', size: 9 }, '0 0 0', MARGIN + 12, WIDTH - 12);
    for (const { quote, source } of quotes) {
      flow.y += 3;
      await flow.text(quote, { face: 'regular', size: 9.5 }, '0 0 0', MARGIN + 12, WIDTH - 12);
      await flow.text(source, { face: 'regular', size: 8 }, MUTED, MARGIN + 12, WIDTH - 12);
    }
  }
}
