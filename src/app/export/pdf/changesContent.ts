/** What the report of the changes between two dates says: what the view lists, in its order and its words. */
import type { DifferenceLine } from '../../../formats/diff-words.ts';
import { evidenceOfLine } from '../../changes/between.ts';
import { periodInWords } from '../../changes/period.ts';
import { detailOf, groupInWords, subjectOf } from '../../changes/words.ts';
import { dateInWords } from '../../dates.ts';
import type { Explorer } from '../../explorer.svelte.ts';
import { sentenceOf, signWord, statusWord } from '../../inspector/words.ts';
import { m } from '../../messages.ts';
import { graphName, shownInWords } from './content.ts';
import { type ReportEntry, reportQuote } from './quotes.ts';
import { MOST_ENTRIES, type ReportHead } from './sections.ts';

export interface ChangesContent extends ReportHead {
  readonly groups: readonly {
    readonly title: string;
    readonly what: string;
    readonly changes: readonly ReportEntry[];
  }[];
}

/** The changes that the view lists, for a report of a day (`2024-03-26`). There must be two dates. */
export function changesContent(explorer: Explorer, today: string): ChangesContent {
  const { changes, time } = explorer;
  let room = MOST_ENTRIES;
  const groups = changes.groups.map((group) => {
    const told = group.lines.slice(0, room);
    room -= told.length;
    const { title, what } = groupInWords(group);
    return { title, what, changes: told.map((line) => entryOf(explorer, line)) };
  });
  const left = changes.count - (MOST_ENTRIES - room);
  return {
    title: m('report_changes_title', {
      name: graphName(explorer),
      period: periodInWords(changes.days!),
      clock: time.clock,
    }),
    made: m('report_made', { date: dateInWords(today) }),
    summary: changes.summary,
    shown: [...shownInWords(explorer, true), ...hiddenInWords(explorer)],
    groups: groups.filter((group) => group.changes.length > 0),
    left: left === 0 ? '' : m('report_changes_left', { count: left }),
  };
}

/** What the head of the view says of the dates and the filters. */
function hiddenInWords({ changes }: Explorer): string[] {
  const { days, count, unfilteredCount: unfiltered } = changes;
  return [
    ...(days && days.from > days.to ? [m('changes_backwards')] : []),
    ...(unfiltered !== null && unfiltered !== count ? [m('changes_filtered', { count, unfiltered })] : []),
  ];
}

function entryOf({ corpus, nameOf }: Explorer, line: DifferenceLine): ReportEntry {
  const { tie } = line;
  const detail = detailOf(line, nameOf, (id) => corpus!.assertions.get(id));
  return {
    sentence: subjectOf(line, nameOf),
    note: [signWord(tie.sign), statusWord(tie.status).toLowerCase(), detail].filter(Boolean).join(' · '),
    evidence: evidenceOfLine(corpus!, line).map(({ assertion, index }) => ({
      // As in the view: what states another relation says which.
      title: assertion.relation === tie.relation ? '' : sentenceOf(assertion, nameOf),
      quotes: [reportQuote(corpus!, assertion, index)],
    })),
  };
}
