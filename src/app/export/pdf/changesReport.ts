/** The report of the changes between two dates as a PDF file. */
import type { ChangesContent } from './changesContent.ts';
import { Flow, MUTED } from './flow.ts';
import type { WordPainter } from './foreign.ts';
import {
  beginEntry,
  finishReport,
  heading,
  type ReportFacts,
  SMALL,
  writeEntry,
  writeHead,
  writeShown,
} from './sections.ts';

export async function writeChangesReport(
  content: ChangesContent,
  painter: WordPainter,
  facts: ReportFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const flow = new Flow(painter);
  await writeHead(flow, content);
  await writeShown(flow, content.shown);
  for (const { title, what, changes } of content.groups) {
    // A group does not begin at the foot of a page, without its first change.
    flow.need(120);
    await heading(flow, title);
    await flow.text(what, SMALL, { colour: MUTED });
    for (const change of changes) {
      beginEntry(flow);
      await writeEntry(flow, change, 'H3');
    }
  }
  if (content.left !== '') {
    flow.y += 14;
    await flow.text(content.left, SMALL, { colour: MUTED });
  }
  return finishReport(flow, content, facts);
}
