/** A diff as text: plain, to be read aloud; Markdown, for a report; CSV, for a spreadsheet. */
import { csvTable } from './csv.ts';
import type { DiffFile } from './diff.ts';
import { type DifferenceLine, differenceLines, summaryOf } from './diff-words.ts';

const HEADINGS: Readonly<Record<DifferenceLine['kind'], string>> = {
  added: 'New',
  ended: 'Ended',
  changed: 'Changed',
  turned: 'Turned',
  confirmed: 'Confirmed: possible before, certain after',
};

/** Plain text, with a final newline. */
export function diffText(diff: DiffFile): string {
  const lines = [`${summaryOf(diff)}.`];
  for (const [heading, some] of grouped(diff)) {
    lines.push('', heading);
    for (const { sentence, quotes } of some) {
      lines.push(`  ${sentence}.`);
      for (const { quote, from } of quotes) lines.push(`      “${oneLine(quote)}” (${from})`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Markdown, with a final newline; what comes from documents is escaped. */
export function diffMarkdown(diff: DiffFile): string {
  const lines = [`# ${escaped(summaryOf(diff))}`];
  for (const [heading, some] of grouped(diff)) {
    lines.push('', `## ${heading}`, '');
    for (const { sentence, quotes } of some) {
      lines.push(`- **${escaped(sentence)}**`);
      for (const { quote, from } of quotes)
        lines.push(`  > ${escaped(oneLine(quote))}  `, `  > — ${escaped(from)}`, '');
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One row a difference and quote (RFC 4180). */
export function diffCsv(diff: DiffFile): string {
  const rows = differenceLines(diff).flatMap(({ kind, sentence, quotes }) =>
    (quotes.length > 0 ? quotes : [{ quote: '', from: '' }]).map(({ quote, from }) => [
      kind,
      sentence,
      quote,
      from,
    ]),
  );
  return csvTable(['difference', 'sentence', 'quote', 'from'], rows);
}

function grouped(diff: DiffFile): [string, DifferenceLine[]][] {
  const lines = differenceLines(diff);
  return (Object.keys(HEADINGS) as DifferenceLine['kind'][]).flatMap((kind): [string, DifferenceLine[]][] => {
    const some = lines.filter((line) => line.kind === kind);
    return some.length > 0 ? [[`${HEADINGS[kind]} (${some.length})`, some]] : [];
  });
}

function oneLine(quote: string): string {
  return quote.replace(/\s+/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replaceAll('&', '&amp;');
}
