/** What time is shown, in words. */
import { datedPhrase } from '../dates.ts';
import type { TimeView } from '../filters/filters.ts';
import { m } from '../messages.ts';
import { shortDate } from './asof.ts';

/** "As of March 2024", "Between March 2022 and 2024"; empty for all of time. */
export function timeInWords({ day, since }: Pick<TimeView, 'day' | 'since'>): string {
  if (day === null) return '';
  if (since === null) return datedPhrase('date_as_of', shortDate(day));
  return m('date_between', {
    from: datedPhrase('date_within', shortDate(since, 'first')),
    to: datedPhrase('date_within', shortDate(day)),
  });
}
