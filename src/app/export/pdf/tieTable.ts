/** The table of ties of a report; its head stands on each page. */
import { m } from '../../messages.ts';
import type { ReportContent, ReportTie } from './content.ts';
import { type Flow, MARGIN, MUTED, WIDTH } from './flow.ts';
import type { Page } from './page.ts';
import type { Line, TextStyle } from './typeset.ts';

/** A row that leads to the quotes of its tie. */
export interface RowLink {
  readonly number: number;
  readonly page: Page;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STYLE: TextStyle = { face: 'regular', size: 9 };
const HEAD: TextStyle = { face: 'bold', size: 9 };
const LEADING = 12;
const GAP = 8;
/** Widths of the columns: number, tie, status, dates, sources. */
const COLUMNS = [26, 210, 84, 134, WIDTH - 26 - 210 - 84 - 134];

export async function writeTies(flow: Flow, groups: ReportContent['groups']): Promise<RowLink[]> {
  const links: RowLink[] = [];
  await writeHead(flow);
  for (const { title, ties } of groups) {
    await roomFor(flow, 2 * LEADING + 8);
    await flow.lineAt(flow.typesetter.line(title, HEAD), MARGIN, HEAD, MUTED);
    flow.y += LEADING + 3;
    for (const tie of ties) links.push(await writeRow(flow, tie));
  }
  return links;
}

async function writeHead(flow: Flow): Promise<void> {
  const titles = ['', m('report_tie'), m('report_status'), m('report_dates'), m('report_sources')];
  await writeCells(
    flow,
    titles.map((title) => [flow.typesetter.line(title, HEAD)]),
    HEAD,
  );
  flow.y += LEADING + 2;
  flow.page.rule(MARGIN, flow.y, WIDTH, 0.3);
  flow.y += 3;
}

async function writeRow(flow: Flow, tie: ReportTie): Promise<RowLink> {
  const texts = [String(tie.number), tie.sentence, tie.status, tie.dates, String(tie.sources)];
  const cells = texts.map((text, column) => flow.typesetter.lines(text, COLUMNS[column]! - GAP, STYLE));
  const height = Math.max(...cells.map((lines) => lines.length)) * LEADING + 4;
  await roomFor(flow, height);
  const link = {
    number: tie.number,
    page: flow.page,
    x: MARGIN,
    y: flow.y,
    width: COLUMNS[0]! + COLUMNS[1]!,
    height,
  };
  await writeCells(flow, cells, STYLE);
  flow.y += height;
  flow.page.rule(MARGIN, flow.y - 2, WIDTH, 0.88);
  return link;
}

/** A new page, with the head of the table, where there is no room. */
async function roomFor(flow: Flow, height: number): Promise<void> {
  if (flow.room >= height) return;
  flow.newPage();
  await writeHead(flow);
}

async function writeCells(flow: Flow, cells: readonly (readonly Line[])[], style: TextStyle): Promise<void> {
  let x = MARGIN;
  for (const [column, lines] of cells.entries()) {
    for (const [index, line] of lines.entries())
      await flow.page.write(line, x, flow.y + style.size + index * LEADING, style);
    x += COLUMNS[column]!;
  }
}
