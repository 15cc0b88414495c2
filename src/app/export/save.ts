/** Writes what is on the screen to a file of the person's. */
import { writeDiff } from '../../formats/diff.ts';
import { diffCsv, diffMarkdown } from '../../formats/diff-text.ts';
import { writeGraph } from '../../formats/json.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { backdropColours, behindGraph } from '../graph/behind.ts';
import { coloursOf, type GraphStage } from '../graph/stage.svelte.ts';
import { language } from '../messages/language.svelte.ts';
import { m } from '../messages.ts';
import { chosenBloc } from '../selection.ts';
import { backdropOf } from './backdrop.ts';
import type { DataFormat } from './dataFormats.ts';
import { subsetOf } from './subset.ts';
import { writeSvg } from './svg.ts';

export type Save = (explorer: Explorer, stage: GraphStage, stem: string) => Promise<void> | void;

export const savePng: Save = async ({ selection }, stage, stem) => {
  const { background } = coloursOf(document.documentElement);
  const behind = behindGraph(stage, backdropColours(document.documentElement), chosenBloc(selection));
  const png = await stage.canvas?.png(background, behind);
  if (!png) throw new Error(m('export_not_drawn'));
  offer(png, `${stem}.png`);
};

export const saveSvg: Save = (explorer, stage, stem) => {
  const picture = stage.canvas?.picture();
  if (!picture) throw new Error(m('export_not_drawn'));
  const meta = { title: explorer.corpus?.name ?? 'Entente', description: explorer.summary };
  const backdrop = backdropOf(explorer, stage, landColour());
  const svg = writeSvg(picture, coloursOf(document.documentElement), meta, backdrop);
  offer(new Blob([svg], { type: 'image/svg+xml' }), `${stem}.svg`);
};

/** The report is made on paper's colours, whatever the theme; what makes it is loaded when it is asked for. */
export const savePdf: Save = async (explorer, stage, stem) => {
  const [{ reportContent }, { PAPER_LAND, writeReport }, { browserPainter }] = await Promise.all([
    import('./pdf/content.ts'),
    import('./pdf/report.ts'),
    import('./pdf/wordPainter.ts'),
  ]);
  const now = new Date();
  const picture = stage.status === 'drawn' ? stage.canvas?.picture() : undefined;
  const drawn = picture?.nodes.length ?? 0;
  const all = explorer.degrees.size;
  const bytes = await writeReport(
    reportContent(explorer, now.toLocaleDateString('sv')),
    picture && drawn > 0
      ? {
          picture,
          backdrop: backdropOf(explorer, stage, PAPER_LAND),
          note: drawn < all ? m('report_drawn_of', { drawn, all }) : '',
        }
      : null,
    browserPainter(),
    { language: language.code, made: now },
  );
  offer(new Blob([bytes], { type: 'application/pdf' }), `${stem}.pdf`);
};

export const saveJson: Save = (explorer, _, stem) => {
  const { corpus } = explorer;
  if (!corpus) return;
  const json = writeGraph(subsetOf(corpus, explorer.shown));
  offer(new Blob([json], { type: 'application/json' }), `${stem}.json`);
  // A filtered file does not hold all that was read.
  if (explorer.shown.length === explorer.all.length) explorer.unsaved = false;
};

/** Writes what is shown in a format for other programs. */
export function saveData({ extension, mediaType, load }: DataFormat): Save {
  return async ({ corpus, shown }, _, stem) => {
    if (!corpus) return;
    const write = await load();
    const written = write(
      subsetOf(corpus, shown),
      shown.map(({ tie }) => tie),
    );
    const files = typeof written === 'string' ? { '': written } : written;
    for (const [part, text] of Object.entries(files)) {
      const name = [stem, part].filter(Boolean).join('-');
      offer(new Blob([text], { type: mediaType }), `${name}.${extension}`);
    }
  };
}

export const saveChangesPdf: Save = async (explorer, _, stem) => {
  if (!explorer.changes.diff) return;
  const [{ changesContent }, { writeChangesReport }, { browserPainter }] = await Promise.all([
    import('./pdf/changesContent.ts'),
    import('./pdf/changesReport.ts'),
    import('./pdf/wordPainter.ts'),
  ]);
  const now = new Date();
  const bytes = await writeChangesReport(
    changesContent(explorer, now.toLocaleDateString('sv')),
    browserPainter(),
    { language: language.code, made: now },
  );
  offer(new Blob([bytes], { type: 'application/pdf' }), `${stem}.pdf`);
};

export const saveChangesMarkdown: Save = ({ changes }, _, stem) => {
  if (changes.diff) offer(new Blob([diffMarkdown(changes.diff)], { type: 'text/markdown' }), `${stem}.md`);
};

export const saveChangesCsv: Save = ({ changes }, _, stem) => {
  if (changes.diff) offer(new Blob([diffCsv(changes.diff)], { type: 'text/csv' }), `${stem}.csv`);
};

export const saveChangesJson: Save = ({ changes }, _, stem) => {
  if (changes.diff) offer(new Blob([writeDiff(changes.diff)], { type: 'application/json' }), `${stem}.json`);
};

/** Of the map behind the graph, in the colours of the page. */
function landColour(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--panel').trim();
}

/** A file name for an export: the graph's name, and the date, or of changes both dates, where there is one. */
export function fileStem({ corpus, time, view, changes }: Explorer): string {
  const name = (corpus?.name ?? 'graph').replace(/\.json$/i, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  if (view === 'changes') {
    return changes.days ? `${name}-changes-${changes.days.from}-${changes.days.to}` : `${name}-changes`;
  }
  return time.day === null ? name : `${name}-${time.day}`;
}

/** Gives a file to the person, as a download. */
export function offer(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser needs the address until it has started to write.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
