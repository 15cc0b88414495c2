/** Differences in the words of the person's language; `formats/diff-words.ts` has them in English for files. */
import type { DiffFile } from '../../formats/diff.ts';
import { type DifferenceLine, mostChanged, toldFields } from '../../formats/diff-words.ts';
import type { Assertion, SnapshotTie } from '../../model/index.ts';
import type { Change, ChangedField } from '../../snapshots/diff.ts';
import { compareDates } from '../../time/edtf.ts';
import { datedPhrase, edtfInWords } from '../dates.ts';
import { sentenceOf, signWord, statusWord } from '../inspector/words.ts';
import { m, number } from '../messages.ts';
import type { ChangeGroup } from './between.ts';

type Name = (actor: string) => string;
type Find = (assertion: string) => Assertion | undefined;

/** "2023 → March 2024: 14 new, 6 ended; most change: Niger." */
export function changesInWords(
  diff: DiffFile,
  groups: readonly Pick<ChangeGroup, 'kind' | 'lines'>[],
  period: string,
): string {
  const countOf = (kind: ChangeGroup['kind']) =>
    groups.find((group) => group.kind === kind)?.lines.length ?? 0;
  const always = (['added', 'ended', 'changed'] as const).map((kind) => [kind, countOf(kind)] as const);
  const some = (['turned', 'confirmed'] as const)
    .map((kind) => [kind, countOf(kind)] as const)
    .filter(([, count]) => count > 0);
  const counts = [...always, ...some]
    .map(([kind, count]) => m(`changes_count_${kind}`, { count }))
    .join(', ');
  const name = mostChanged(diff);
  return name === null
    ? m('changes_summary', { period, counts })
    : m('changes_summary_most', { period, counts, most: m('changes_most', { name }) });
}

/** A group's name "New", its title "New (14)", and what it means: "not there at the first date". */
export function groupInWords({ kind, lines }: ChangeGroup) {
  const name = m(`changes_${kind}`);
  return { name, title: `${name} (${number(lines.length)})`, what: m(`changes_${kind}_what`) };
}

/** What a difference is about: "Niger expelled France", or "France and Niger" of two that turned. */
export function subjectOf({ tie, turn }: DifferenceLine, name: Name): string {
  return turn ? m('changes_pair', { a: name(turn.dyad[0]), b: name(turn.dyad[1]) }) : sentenceOf(tie, name);
}

/** "December 2023, 2 documents", "until March 2023", "from possible to certain"; may be empty. */
export function detailOf({ kind, tie, change, turn }: DifferenceLine, name: Name, find: Find): string {
  switch (kind) {
    case 'added':
    case 'confirmed':
      return begun(tie, find);
    case 'ended':
      return ended(tie);
    case 'changed':
      return change
        ? toldFields(change)
            .map((field) => changeInWords(field, change, name))
            .join('; ')
        : '';
    case 'turned':
      return m(turn?.turn === 'to-cooperation' ? 'changes_to_cooperation' : 'changes_to_conflict');
  }
}

/** What has no date of its own, such as a plan, is dated by its first report. */
function begun({ from, openedBy, sources }: SnapshotTie, find: Find): string {
  // What is only denied has no source that states it.
  const counted = sources === 0 ? '' : `, ${m('count_independent_sources', { count: sources })}`;
  if (from !== null) return `${edtfInWords(from)}${counted}`;
  const [first = null] = openedBy.map((id) => find(id)?.reported ?? null).sort(compareDates);
  const date = first === null ? m('changes_undated') : m('inspector_reported', { date: edtfInWords(first) });
  return `${date}${counted}`;
}

function ended({ to }: SnapshotTie): string {
  if (to === null) return '';
  const latest = /^\[\.\.(.+)\]$/.exec(to)?.[1];
  return latest === undefined ? datedPhrase('date_until', to) : datedPhrase('changes_until_latest', latest);
}

function changeInWords(field: ChangedField, { before, after }: Change, name: Name): string {
  const fromTo = (word: (tie: SnapshotTie) => string) =>
    m('changes_from_to', { before: word(before), after: word(after) });
  switch (field) {
    case 'relation':
    case 'direction':
      return m('changes_before', { sentence: withStatus(before, name) });
    case 'sign':
      return fromTo((tie) => signWord(tie.sign).toLowerCase());
    case 'status':
      return fromTo((tie) => statusWord(tie.status).toLowerCase());
    case 'certainty':
      return fromTo((tie) => m(`changes_${tie.certainty}`));
    case 'time':
      return m('changes_dated', { before: spell(before), after: spell(after) });
    case 'sources':
      return before.sources === after.sources
        ? m('changes_other_documents')
        : m('changes_documents', { before: before.sources, after: after.sources });
  }
}

function withStatus(tie: SnapshotTie, name: Name): string {
  const sentence = sentenceOf(tie, name);
  return tie.status === 'actual' ? sentence : `${sentence} (${statusWord(tie.status).toLowerCase()})`;
}

function spell({ from, to }: SnapshotTie): string {
  const start = from === null ? m('changes_unknown_date') : edtfInWords(from);
  if (from === to) return start;
  if (to !== null) return `${start} ${datedPhrase('date_until', to)}`;
  return from === null ? m('changes_since_unknown') : datedPhrase('date_since', from);
}
