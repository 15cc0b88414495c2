/** The state of the view of changes: two dates, and what the filters show of the differences between them. */
import type { DiffFile } from '../../formats/diff.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { NO_FILTERS } from '../filters/filters.ts';
import { m } from '../messages.ts';
import { type ChangeGroup, changeGroups, diffBetween, toldGraph } from './between.ts';
import { daysOf, NO_PERIOD, periodInWords, type Period, reportedPeriod } from './period.ts';
import { changesInWords } from './words.ts';

export class Changes {
  period = $state.raw<Period>(NO_PERIOD);
  private readonly explorer: Pick<Explorer, 'corpus' | 'filters' | 'filtered' | 'time' | 'blocs'>;

  readonly days = $derived(daysOf(this.period));
  /** Apart from the other filters: folding anew is what takes long. */
  private readonly told = $derived.by(() => {
    const { corpus, filters } = this.explorer;
    return (
      corpus &&
      toldGraph(corpus, { ...NO_FILTERS, hidden: { ...NO_FILTERS.hidden, outlet: filters.hidden.outlet } })
    );
  });
  /** Null while there is no graph, or not two dates. */
  readonly diff = $derived.by((): DiffFile | null => {
    const { corpus, filters, time, blocs } = this.explorer;
    if (!corpus || !this.told || !this.days) return null;
    return diffBetween(corpus, this.told, filters, time, this.days, blocs);
  });
  readonly groups = $derived<readonly ChangeGroup[]>(this.diff ? changeGroups(this.diff) : []);
  readonly count = $derived(countOf(this.groups));
  /** How many there are without the filters; null where nothing is filtered. */
  readonly unfilteredCount = $derived.by(() => {
    const { corpus, filtered, time } = this.explorer;
    if (!corpus || !filtered || !this.days) return null;
    return countOf(changeGroups(diffBetween(corpus, corpus.file, NO_FILTERS, time, this.days)));
  });
  /** The sentence at the head of the view, also for those who do not see it. */
  readonly summary = $derived.by(() => {
    if (!this.diff || !this.days) return m('changes_give_dates');
    const period = periodInWords(this.days);
    return this.count === 0
      ? m('changes_nothing', { period })
      : changesInWords(this.diff, this.groups, period);
  });

  constructor(explorer: Changes['explorer']) {
    this.explorer = explorer;
  }

  /** Starts anew with the dates of the graph that is open. */
  reset(): void {
    this.period = reportedPeriod(this.explorer.corpus?.file.assertions ?? []);
  }

  swap(): void {
    this.period = { from: this.period.to, to: this.period.from };
  }
}

function countOf(groups: readonly ChangeGroup[]): number {
  return groups.reduce((sum, { lines }) => sum + lines.length, 0);
}
