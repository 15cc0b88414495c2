/** The table of ties of a report; its head stands on each page. */
import { m } from '../../messages.ts';
import type { ReportContent, ReportTie } from './content.ts';
import { type Flow, MARGIN, MUTED, WIDTH } from './flow.ts';
import type { Box, Page } from './page.ts';
import type { Element } from './tags.ts';
import type { Line, TextStyle } from './typeset.ts';

/** A row that leads to the quotes of its tie. */
export interface RowLink {
  readonly number: number;
  readonly page: Page;
  readonly box: Box;
  /** Where it leads. */
  readonly words: string;
  readonly element: Element;
}

const STYLE: TextStyle = { face: 'regular', size: 9 };
const HEAD: TextStyle = { face: 'bold', size: 9 };
const LEADING = 12;
const GAP = 8;
/** Widths of the columns: number, tie, status, dates, sources. */
const COLUMNS = [26, 210, 84, 134, WIDTH - 26 - 210 - 84 - 134];

export async function writeTies(flow: Flow, groups: ReportContent['groups']): Promise<RowLink[]> {
  const links: RowLink[] = [];
  const table = flow.element('Table');
  await writeHead(flow, table);
  for (const { title, ties } of groups) {
    await roomFor(flow, 2 * LEADING + 8);
    const head = table.add('TR').add('TH', ` /A << /O /Table /ColSpan ${COLUMNS.length} /Scope /Row >>`);
    await flow.page.mark(head, () => flow.lineAt(flow.typesetter.line(title, HEAD), MARGIN, HEAD, MUTED));
    flow.y += LEADING + 3;
    for (const tie of ties) links.push(await writeRow(flow, tie, table));
  }
  return links;
}

/** `table`: null where the head is repeated, so that it is not read out again. */
async function writeHead(flow: Flow, table: Element | null): Promise<void> {
  const titles = ['', m('report_tie'), m('report_status'), m('report_dates'), m('report_sources')];
  const row = table?.add('TR');
  const cells = titles.map((title) => ({
    lines: [flow.typesetter.line(title, HEAD)],
    element: row?.add('TH', ' /A << /O /Table /Scope /Column >>') ?? null,
  }));
  await writeCells(flow, cells, HEAD);
  flow.y += LEADING + 2;
  flow.page.rule(MARGIN, flow.y, WIDTH, 0.3);
  flow.y += 3;
}

async function writeRow(flow: Flow, tie: ReportTie, table: Element): Promise<RowLink> {
  const texts = [String(tie.number), tie.sentence, tie.status, tie.dates, String(tie.sources)];
  const columns = texts.map((text, column) => flow.typesetter.lines(text, COLUMNS[column]! - GAP, STYLE));
  const height = Math.max(...columns.map((lines) => lines.length)) * LEADING + 4;
  await roomFor(flow, height);
  const row = table.add('TR');
  const cells = columns.map((lines) => ({ lines, element: row.add('TD') }));
  const element = cells[0]!.element.add('Link');
  const box = { x: MARGIN, y: flow.y, width: COLUMNS[0]! + COLUMNS[1]!, height };
  const link = { number: tie.number, page: flow.page, box, words: tie.sentence, element };
  await writeCells(flow, [{ lines: cells[0]!.lines, element }, ...cells.slice(1)], STYLE);
  flow.y += height;
  flow.page.rule(MARGIN, flow.y - 2, WIDTH, 0.88);
  return link;
}

/** A new page, with the head of the table, where there is no room. */
async function roomFor(flow: Flow, height: number): Promise<void> {
  if (flow.room >= height) return;
  flow.newPage();
  await writeHead(flow, null);
}

interface Cell {
  readonly lines: readonly Line[];
  /** Null where it is not read out. */
  readonly element: Element | null;
}

async function writeCells(flow: Flow, cells: readonly Cell[], style: TextStyle): Promise<void> {
  let x = MARGIN;
  for (const [column, { lines, element }] of cells.entries()) {
    const [left, { page }] = [x, flow];
    const write = async () => {
      for (const [index, line] of lines.entries())
        await page.write(line, left, flow.y + style.size + index * LEADING, style);
    };
    await (element ? page.mark(element, write) : page.artifact(write));
    x += COLUMNS[column]!;
  }
}
