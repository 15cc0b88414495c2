/** What a report says, as plain texts in the language of the person: it is laid out elsewhere. */
import type { Sign } from '../../../model/index.ts';
import { dateInWords } from '../../dates.ts';
import type { Explorer } from '../../explorer.svelte.ts';
import { chipsOf } from '../../filters/chips.ts';
import type { ShownTie } from '../../filters/filters.ts';
import { evidenceOf } from '../../inspector/evidence.ts';
import { datesInWords, sentenceOf, signWord, statusWord } from '../../inspector/words.ts';
import { m } from '../../messages.ts';
import { type QuoteSection, reportQuote } from './quotes.ts';
import { MOST_ENTRIES, type ReportHead } from './sections.ts';

export interface ReportTie {
  /** From 1 on, through the whole report. */
  readonly number: number;
  readonly sentence: string;
  readonly status: string;
  readonly dates: string;
  readonly sources: number;
  /** What states it, what denies it, what ended it; the title is empty for the first. */
  readonly evidence: readonly QuoteSection[];
}

export interface ReportContent extends ReportHead {
  /** Cooperation, conflict, structure; those that there are. */
  readonly groups: readonly {
    readonly sign: Sign;
    readonly title: string;
    readonly ties: readonly ReportTie[];
  }[];
}

const SIGNS: readonly Sign[] = [1, -1, 0];

/** What is on the screen, for a report of a day (`2024-03-26`). */
export function reportContent(explorer: Explorer, today: string): ReportContent {
  const ordered = [...explorer.shown].sort(
    (a, b) => b.tie.sources - a.tie.sources || (a.tie.id < b.tie.id ? -1 : 1),
  );
  const listed = ordered.slice(0, MOST_ENTRIES);
  let number = 0;
  const groups = SIGNS.map((sign) => ({
    sign,
    title: signWord(sign),
    ties: listed.filter(({ tie }) => tie.sign === sign).map((item) => tieContent(explorer, item, ++number)),
  }));
  const left = ordered.length - listed.length;
  return {
    title: graphName(explorer),
    made: m('report_made', { date: dateInWords(today) }),
    summary: explorer.summary,
    shown: shownInWords(explorer, explorer.time.day !== null),
    groups: groups.filter(({ ties }) => ties.length > 0),
    left: left === 0 ? '' : m('report_left', { count: left }),
  };
}

/** The name of the graph's file. */
export function graphName({ corpus }: Explorer): string {
  return (corpus?.name ?? 'Entente').replace(/\.(json|html)$/i, '');
}

/** What the clock, where dates count, and the filters show. */
export function shownInWords(explorer: Explorer, isDated: boolean): string[] {
  const { filters, counts, time } = explorer;
  const chips = chipsOf(filters, counts, explorer).map(({ label }) => label);
  return [
    ...(isDated ? [m('report_clock', { clock: time.clock })] : []),
    ...(time.undated ? [] : [m('report_undated_hidden')]),
    ...(chips.length === 0 ? [m('report_no_filter')] : chips),
  ];
}

function tieContent(explorer: Explorer, { tie }: ShownTie, number: number): ReportTie {
  return {
    number,
    sentence: sentenceOf(tie, explorer.nameOf),
    status: tie.statuses.map((status) => statusWord(status).toLowerCase()).join(', '),
    dates: datesInWords(tie),
    sources: tie.sources,
    evidence: evidenceOf(explorer.corpus!, tie).map(({ title, items }) => ({
      title,
      quotes: items.map(({ assertion, index }) => reportQuote(explorer.corpus!, assertion, index)),
    })),
  };
}
