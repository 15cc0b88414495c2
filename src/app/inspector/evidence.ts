/** What a tie rests on, in the order in which it is read. */
import type { Assertion, Tie } from '../../model/index.ts';
import { effectiveDate } from '../../ties/fold.ts';
import { compareDates } from '../../time/edtf.ts';
import type { Corpus } from '../data/corpus.ts';
import { m } from '../messages.ts';

export interface EvidenceSection {
  /** Empty for what plainly states the tie. */
  readonly title: string;
  /** An assertion with the index of one of its pieces of evidence. */
  readonly items: readonly { readonly assertion: Assertion; readonly index: number }[];
}

/** The evidence of a tie: what states it, what denies it, what ended it. Sections without any are left out. */
export function evidenceOf(corpus: Pick<Corpus, 'assertions'>, tie: Tie): EvidenceSection[] {
  const closing = [...new Set(tie.spells.flatMap((spell) => spell.closedBy))];
  return [
    { title: '', items: itemsOf(corpus, tie.supporting) },
    { title: m('inspector_denied'), items: itemsOf(corpus, tie.opposing) },
    { title: m('inspector_ended_by'), items: itemsOf(corpus, closing) },
  ].filter((section) => section.items.length > 0);
}

/** How many quotes stand behind some ties, for and against. */
export function quoteCount(
  corpus: Pick<Corpus, 'assertions'> | null,
  ties: readonly { readonly tie: Tie }[],
): number {
  if (!corpus) return 0;
  const sections = ties.flatMap(({ tie }) => evidenceOf(corpus, tie));
  return sections.reduce((sum, { items }) => sum + items.length, 0);
}

function itemsOf(corpus: Pick<Corpus, 'assertions'>, ids: readonly string[]): EvidenceSection['items'] {
  return ids
    .flatMap((id) => corpus.assertions.get(id) ?? [])
    .sort((a, b) => compareDates(effectiveDate(a), effectiveDate(b)) || (a.id < b.id ? -1 : 1))
    .flatMap((assertion) => assertion.evidence.map((_, index) => ({ assertion, index })));
}
