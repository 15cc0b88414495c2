/** A diff in sentences: what came, ended and changed, each with the quotes behind it. */
import type { Assertion, SnapshotTie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import type { Change, ChangedField } from '../snapshots/diff.ts';
import type { Turn } from '../snapshots/turns.ts';
import { compareDates } from '../time/edtf.ts';
import { edtfInWords } from '../time/words.ts';
import type { DiffFile } from './diff.ts';

type Kind = DifferenceLine['kind'];

/** A quote and where it stands. */
export interface QuoteLine {
  readonly quote: string;
  /** "Outlet, title, date", as far as known. */
  readonly from: string;
  /** The assertion that rests on it, and which of its pieces of evidence it is. */
  readonly assertion: string;
  readonly evidence: number;
}

/** One difference in words. */
export interface DifferenceLine {
  readonly kind: 'added' | 'ended' | 'changed' | 'turned' | 'confirmed';
  /** The whole of it: what it is about, with its status where it is not plainly so, and the detail. */
  readonly sentence: string;
  /** What it is about: "Niger expelled France", or "France and Niger" of two that turned. */
  readonly subject: string;
  /** "December 2023, 2 documents", "until March 2023", "from possible to certain"; may be empty. */
  readonly detail: string;
  /** As it is after, or was before it ended; of two that turned, what most documents state after. */
  readonly tie: SnapshotTie;
  readonly quotes: readonly QuoteLine[];
  /** What the words are made of, for other languages than English: of what changed, and of two that turned. */
  readonly change: Change | null;
  readonly turn: Turn | null;
}

/**
 * All differences, in the order added, ended, changed, turned, and last confirmed: possible before, certain
 * after. These are often most, since what is only dated by its report may have been so long before.
 */
export function differenceLines(diff: DiffFile): DifferenceLine[] {
  const said = sayer(diff);
  const line = (
    kind: Kind,
    tie: SnapshotTie,
    detail: string,
    ids: readonly string[],
    change: Change | null = null,
  ): DifferenceLine => {
    const mark = kind === 'changed' ? ': ' : ', ';
    const sentence = `${said.tie(tie)}${detail === '' ? '' : `${mark}${detail}`}`;
    const quotes = said.quotes(ids);
    return { kind, sentence, subject: said.subject(tie), detail, tie, quotes, change, turn: null };
  };
  return [
    ...diff.added.map((tie) => line('added', tie, said.begun(tie), tie.openedBy)),
    ...diff.ended.map((tie) => line('ended', tie, ended(tie), [...tie.closedBy, ...tie.openedBy])),
    ...diff.changed
      .filter((change) => !isConfirmed(change))
      .map((change) =>
        line('changed', change.after, changesInWords(change, said.tie), newOf(change), change),
      ),
    ...diff.turns.map((turn) => turnLine(turn, said)),
    ...diff.changed
      .filter(isConfirmed)
      .map(({ after }) => line('confirmed', after, said.begun(after), after.openedBy)),
  ];
}

/** "2023-06 → 2024-06: 14 new, 6 ended, 3 changed, 1 turned; most change: Niger". */
export function summaryOf(diff: DiffFile): string {
  const { added, ended, changed, turns } = diff;
  const confirmed = changed.filter(isConfirmed).length;
  const counts = [`${added.length} new`, `${ended.length} ended`, `${changed.length - confirmed} changed`];
  if (turns.length > 0) counts.push(`${turns.length} turned`);
  if (confirmed > 0) counts.push(`${confirmed} confirmed`);
  const most = mostChanged(diff);
  return `${diff.a.name} → ${diff.b.name}: ${counts.join(', ')}${most === null ? '' : `; most change: ${most}`}`;
}

function turnLine(turned: Turn, said: Sayer): DifferenceLine {
  const {
    dyad: [a, b],
    turn,
    after,
  } = turned;
  const subject = `${said.name(a)} and ${said.name(b)}`;
  const detail = turn === 'to-cooperation' ? 'from conflict to cooperation' : 'from cooperation to conflict';
  const sign = turn === 'to-cooperation' ? 1 : -1;
  // A dyad that stands for a sign has a tie of it.
  const [tie] = after.filter((one) => one.sign === sign).sort((x, y) => y.sources - x.sources);
  const quotes = said.quotes(after.flatMap(({ openedBy }) => openedBy));
  const sentence = `${subject}: ${detail}`;
  return { kind: 'turned', sentence, subject, detail, tie: tie!, quotes, change: null, turn: turned };
}

function changesInWords(change: Change, say: (tie: SnapshotTie) => string): string {
  return toldFields(change)
    .map((field) => changeInWords(field, change, say))
    .join('; ');
}

/** What is said of a change: of another relation it goes without saying that its date and documents are others. */
export function toldFields({ what }: Change): readonly ChangedField[] {
  if (!what.includes('relation')) return what;
  return what.filter((field) => !['certainty', 'time', 'sources'].includes(field));
}

/** Nothing but our knowledge has changed: it may have been so before, now it is. */
function isConfirmed({ before, after, what }: Change): boolean {
  return what.length === 1 && before.certainty === 'possible' && after.certainty === 'certain';
}

/** The name of the actor with most changes. */
export function mostChanged(diff: DiffFile): string | null {
  const counts = new Map<string, number>();
  for (const { source, target } of [
    ...diff.added,
    ...diff.ended,
    ...diff.changed.map(({ after }) => after),
  ]) {
    for (const id of [source, target]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first ? sayer(diff).name(first[0]) : null;
}

type Sayer = ReturnType<typeof sayer>;

function sayer(diff: DiffFile) {
  const actors = new Map(diff.actors.map((actor) => [actor.id, actor.name]));
  const assertions = new Map(diff.assertions.map((assertion) => [assertion.id, assertion]));
  const documents = new Map(diff.documents.map((document) => [document.id, document]));
  const name = (id: string) => actors.get(id) ?? id;
  const subject = ({ source, relation, target }: SnapshotTie) =>
    `${name(source)} ${relationSpec(relation).label} ${name(target)}`;
  return {
    name,
    subject,
    tie: (tie: SnapshotTie) => `${subject(tie)}${tie.status === 'actual' ? '' : ` (${tie.status})`}`,
    begun: (tie: SnapshotTie) => begun(tie, (id) => assertions.get(id)),
    quotes: (ids: readonly string[]): QuoteLine[] =>
      withoutDoubles(
        [...new Set(ids)].flatMap((id) =>
          quotesOf(assertions.get(id), (document) => documents.get(document)),
        ),
      ),
  };
}

function withoutDoubles(lines: readonly QuoteLine[]): QuoteLine[] {
  const first = new Map<string, QuoteLine>();
  for (const line of lines) {
    const key = JSON.stringify([line.quote, line.from]);
    if (!first.has(key)) first.set(key, line);
  }
  return [...first.values()];
}

function quotesOf(
  assertion: Assertion | undefined,
  documentOf: (id: string) => DiffFile['documents'][number] | undefined,
): QuoteLine[] {
  if (!assertion) return [];
  return assertion.evidence.map(({ document, quote }, evidence) => {
    const { source = null, title = document, published = null } = documentOf(document) ?? {};
    return {
      quote,
      assertion: assertion.id,
      evidence,
      from: [source, title, published].filter((part) => part !== null && part !== '').join(', '),
    };
  });
}

/** Assertions that only the tie after rests on; where there is none, all of it. */
function newOf({ before, after }: Change): readonly string[] {
  const old = new Set([...before.openedBy, ...before.closedBy]);
  const all = [...after.closedBy, ...after.openedBy];
  const fresh = all.filter((id) => !old.has(id));
  return fresh.length > 0 ? fresh : all;
}

/** What has no date of its own, such as a plan, is dated by its first report. */
function begun(
  { from, openedBy, sources }: SnapshotTie,
  assertion: (id: string) => Assertion | undefined,
): string {
  // What is only denied has no source that states it.
  const counted = sources === 0 ? '' : `, ${countedSources(sources)}`;
  if (from !== null) return `${edtfInWords(from)}${counted}`;
  const [first = null] = openedBy.map((id) => assertion(id)?.reported ?? null).sort(compareDates);
  return `${first === null ? 'undated' : `reported ${edtfInWords(first)}`}${counted}`;
}

function countedSources(count: number): string {
  return `${count} independent source${count === 1 ? '' : 's'}`;
}

function ended({ to }: SnapshotTie): string {
  if (to === null) return '';
  const latest = /^\[\.\.(.+)\]$/.exec(to)?.[1];
  return latest === undefined ? `until ${edtfInWords(to)}` : `until ${edtfInWords(latest)} at the latest`;
}

function changeInWords(
  field: ChangedField,
  { before, after }: Change,
  say: (tie: SnapshotTie) => string,
): string {
  switch (field) {
    case 'relation':
      return `before, ${say(before)}`;
    case 'sign':
      return `from ${signInWords(before.sign)} to ${signInWords(after.sign)}`;
    case 'direction':
      return `before, ${say(before)}`;
    case 'status':
      return `from ${before.status} to ${after.status}`;
    case 'certainty':
      return `from ${before.certainty} to ${after.certainty}`;
    case 'time':
      return `dated ${spell(after)}, not ${spell(before)}`;
    case 'sources':
      return before.sources === after.sources
        ? 'other sources'
        : `from ${before.sources} to ${countedSources(after.sources)}`;
  }
}

function spell({ from, to }: SnapshotTie): string {
  const start = from === null ? 'an unknown date' : edtfInWords(from);
  if (from === to) return start;
  return to === null ? `since ${start}` : `${start} until ${edtfInWords(to)}`;
}

function signInWords(sign: SnapshotTie['sign']): string {
  return sign === 1 ? 'cooperation' : sign === -1 ? 'conflict' : 'structure';
}
