/** What changed between two days, of what the filters show: the ties of either day are filtered, then compared. */
import { type ComparedSide, type DiffFile, makeDiff } from '../../formats/diff.ts';
import { type DifferenceLine, differenceLines } from '../../formats/diff-words.ts';
import type { Assertion, GraphFile, SnapshotTie, Status, Tie } from '../../model/index.ts';
import { heardAt, type Moment, tiesAt } from '../../snapshots/view.ts';
import { tiesOf } from '../../ties/fold.ts';
import { dateInWords } from '../../time/words.ts';
import { type Corpus, outletsOf } from '../data/corpus.ts';
import { type BlocIndex, NO_BLOCS } from '../filters/blocIndex.ts';
import type { Filters, TimeView } from '../filters/filters.ts';
import { sieveOf } from '../filters/sieve.ts';
import { shortDate } from '../timebar/asof.ts';

/** The two days that are compared, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export type ChangeKind = DifferenceLine['kind'];

/** The differences of one kind. */
export interface ChangeGroup {
  readonly kind: ChangeKind;
  readonly lines: readonly DifferenceLine[];
}

/** The graph as the outlets that are not hidden tell it. */
export function toldGraph(corpus: Corpus, { hidden }: Filters): GraphFile {
  if (hidden.outlet.size === 0) return corpus.file;
  const assertions = corpus.file.assertions.filter((assertion) =>
    [...outletsOf(corpus, assertion)].some((outlet) => !hidden.outlet.has(outlet)),
  );
  return { ...corpus.file, assertions };
}

/** Compares a graph, as `toldGraph` gives it, on two days. The days of the diff are named as they are typed. */
export function diffBetween(
  corpus: Corpus,
  told: GraphFile,
  filters: Filters,
  { clock, undated }: Pick<TimeView, 'clock' | 'undated'>,
  { from, to }: Days,
  blocs: BlocIndex = NO_BLOCS,
): DiffFile {
  const passes = passing(corpus, told, filters, blocs);
  const side = (day: string): ComparedSide => {
    const asOf = shortDate(day);
    return {
      side: { name: dateInWords(asOf), asOf, clock, ...sourcesOf(corpus, filters) },
      ties: passes({ asOf, clock }).filter((tie) => undated || !isUndated(tie)),
      graph: told,
    };
  };
  return makeDiff(side(from), side(to));
}

/** The differences by kind, in the order in which they are told; kinds without any are left out. */
export function changeGroups(diff: DiffFile): ChangeGroup[] {
  const groups = new Map<ChangeKind, DifferenceLine[]>();
  for (const line of differenceLines(diff)) {
    const group = groups.get(line.kind);
    if (group) group.push(line);
    else groups.set(line.kind, [line]);
  }
  return [...groups].map(([kind, lines]) => ({ kind, lines }));
}

/** The pieces of evidence that a difference rests on. */
export function evidenceOfLine(
  { assertions }: Pick<Corpus, 'assertions'>,
  { quotes }: DifferenceLine,
): { readonly assertion: Assertion; readonly index: number }[] {
  return quotes.flatMap(({ assertion: id, evidence: index }) => {
    const assertion = assertions.get(id);
    return assertion?.evidence[index] ? [{ assertion, index }] : [];
  });
}

function sourcesOf(corpus: Corpus, { hidden }: Filters): { readonly sources?: readonly string[] } {
  if (hidden.outlet.size === 0) return {};
  const all = new Set(corpus.file.assertions.flatMap((assertion) => [...outletsOf(corpus, assertion)]));
  return { sources: [...all].filter((outlet) => !hidden.outlet.has(outlet)).sort() };
}

function isUndated({ certainty }: SnapshotTie): boolean {
  return certainty === 'undated';
}

/** The ties of a moment that pass the filters, each with the strongest status that is not hidden. */
function passing(
  corpus: Corpus,
  told: GraphFile,
  filters: Filters,
  blocs: BlocIndex,
): (moment: Moment) => SnapshotTie[] {
  const { hidden, minimumSources } = filters;
  // Sources and statuses are those of the moment; all else is asked of the tie as a whole.
  const tests = sieveOf(corpus, filters, blocs).filter(({ part }) => part !== 'sources' && part !== 'status');
  const tieOf = tests.length > 0 ? tiesById(corpus.ties) : null;
  return (moment) => {
    const statusesOf = hidden.status.size === 0 ? null : statusesAt(told, moment);
    return tiesAt(told, moment).flatMap((tie) => {
      if (tie.sources < minimumSources && minimumSources > 1) return [];
      const whole = tieOf?.(tie);
      if (whole && !tests.every(({ passes }) => passes(whole))) return [];
      const status =
        statusesOf === null ? tie.status : statusesOf(tie).find((one) => !hidden.status.has(one));
      return status === undefined ? [] : [status === tie.status ? tie : { ...tie, status }];
    });
  };
}

function tiesById(ties: readonly Tie[]): (tie: SnapshotTie) => Tie | undefined {
  const byId = new Map(ties.map((tie) => [tie.id, tie]));
  return ({ source, relation, target }) => byId.get(`${source} ${relation} ${target}`);
}

/** All statuses that ties have at a moment: a snapshot names the strongest alone. */
function statusesAt(told: GraphFile, moment: Moment): (tie: SnapshotTie) => readonly Status[] {
  const ties = tiesOf({ assertions: heardAt(told, moment), documents: told.documents });
  const statuses = new Map(ties.map((tie) => [tie.id, tie.statuses]));
  return ({ source, relation, target }) => statuses.get(`${source} ${relation} ${target}`) ?? [];
}
