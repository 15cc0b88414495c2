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
import { pdfText } from './file.ts';
import { Flow, MARGIN, MUTED, type Place, WIDTH } from './flow.ts';
import type { WordPainter } from './foreign.ts';
import { writeLegend } from './legend.ts';
import {
  beginEntry,
  finishReport,
  heading,
  type ReportFacts,
  SMALL,
  SUBHEAD,
  writeEntry,
  writeHead,
  writeShown,
} from './sections.ts';
import { writeTies } from './tieTable.ts';

export interface ReportPicture {
  readonly picture: Picture;
  readonly backdrop: Backdrop | null;
  /** Said under the picture where it does not show all; empty otherwise. */
  readonly note: string;
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
/** Most of the page that a picture takes, in points. */
const PICTURE_HEIGHT = 430;

/** Makes the file. `picture`: null where no graph is drawn. */
export async function writeReport(
  content: ReportContent,
  picture: ReportPicture | null,
  painter: WordPainter,
  facts: ReportFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const flow = new Flow(painter);
  await writeHead(flow, content);
  if (picture) await writePicture(flow, picture, content.summary);
  await writeShown(flow, content.shown);
  await heading(flow, m('report_ties'));
  const links = await writeTies(flow, content.groups);
  if (content.left !== '') await flow.text(content.left, SMALL, { colour: MUTED });
  const places = await writeQuotes(flow, content);
  for (const { number, page, box, words, element } of links) {
    const to = places.get(number);
    if (to) page.link(box, to, words, element);
  }
  return finishReport(flow, content, facts);
}

/** `summary`: read out in place of the picture. */
async function writePicture(
  flow: Flow,
  { picture, backdrop, note }: ReportPicture,
  summary: string,
): Promise<void> {
  await heading(flow, m('report_graph'));
  const frame = frameOf(picture, backdrop);
  const box = { x: MARGIN, y: flow.y, width: WIDTH, height: Math.min(PICTURE_HEIGHT, flow.room - 90) };
  const placing = placeIn(frame, box);
  const clip = { ...box, height: placing.height };
  const figure = flow.element('Figure', ` /Alt ${pdfText(summary)}`);
  await flow.page.mark(figure, () =>
    drawShapes(flow.page, shapesOf(picture, PAPER, backdrop), placing, clip, flow.typesetter),
  );
  flow.y += placing.height + 6;
  if (note !== '') await flow.text(note, SMALL, { colour: MUTED });
  flow.need(60);
  await flow.text(m('report_legend'), SUBHEAD, { tag: 'H3' });
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
    await flow.text(title, SUBHEAD, { tag: 'H3', colour: rgb(colour) });
    for (const tie of ties) {
      beginEntry(flow);
      places.set(tie.number, flow.place);
      await writeTie(flow, tie);
    }
  }
  return places;
}

async function writeTie(flow: Flow, { number, sentence, dates, status, evidence }: ReportTie): Promise<void> {
  await writeEntry(
    flow,
    { sentence: `${number}  ${sentence}`, note: `${dates} · ${status}`, evidence },
    'H4',
  );
}
