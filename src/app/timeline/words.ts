/** What is on the timeline, in words: for screen readers, and where the pointer is. */
import { edtfInWords } from '../dates.ts';
import { sentenceOf, spellInWords, statusWord } from '../inspector/words.ts';
import { m } from '../messages.ts';
import type { Scale } from '../timebar/histogram.ts';
import type { HeatCell } from './heat.ts';
import type { TimelineItem } from './items.ts';

/** "Niger expelled France, 26 December 2023, Actual, 2 documents". */
export function itemInWords(
  { tie, status, dated }: Pick<TimelineItem, 'tie' | 'status' | 'dated'>,
  name: (id: string) => string,
): string {
  const date = typeof dated === 'string' ? edtfInWords(dated) : spellInWords(dated, 'state');
  return m('timeline_item', {
    sentence: sentenceOf(tie, name),
    date,
    status: statusWord(status),
    documents: tie.sources,
  });
}

/** "March 2024: 12 cooperation, 3 conflict, 0 structure". */
export function heatInWords(
  { bins }: Pick<Scale, 'bins'>,
  { bin, cooperation, conflict, structure }: HeatCell,
): string {
  return m('timeline_heat', { date: edtfInWords(bins[bin]!), cooperation, conflict, structure });
}
