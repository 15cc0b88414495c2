/** Ties, spells and statuses in words. */
import type { Assertion, Sign, Spell, Status, Tie } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { edtfInWords } from '../../time/words.ts';

export const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  1: 'Cooperation',
  [-1]: 'Conflict',
  0: 'Structure',
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  actual: 'Actual',
  planned: 'Planned',
  alleged: 'Alleged',
  denied: 'Denied',
};

export const TYPE_WORDS = {
  country: 'Country',
  organisation: 'Organisation',
  mission: 'Mission',
  person: 'Person',
} as const;

/** `left`, `is a member of`: read from the actor; the inverse label where the actor is the target. */
export function labelFrom(relation: string, outgoing: boolean): string {
  const spec = relationSpec(relation);
  return outgoing ? spec.label : (spec.inverse ?? spec.label);
}

/** "Niger expelled France". */
export function sentenceOf(
  { source, relation, target }: Pick<Assertion | Tie, 'source' | 'relation' | 'target'>,
  name: (id: string) => string,
): string {
  return `${name(source)} ${relationSpec(relation).label} ${name(target)}`;
}

/** "since March 2024", "2018 – by December 2023", "26 March 2024". */
export function spellInWords(spell: Spell, time: 'state' | 'event'): string {
  const { from, to } = spell;
  if (time === 'event' || (from !== null && from === to))
    return from === null ? 'undated' : edtfInWords(from);
  if (to === null && spell.closedBy.length > 0) {
    return from === null ? 'ended, undated' : `from ${edtfInWords(from)}, since ended`;
  }
  if (from === null) return to === null ? 'undated' : `until ${edtfInWords(to)}`;
  if (to === null)
    return from.startsWith('[') ? `in force ${edtfInWords(from)}` : `since ${edtfInWords(from)}`;
  return `${edtfInWords(from)} – ${edtfInWords(to)}`;
}

/** All spells of a tie, or what stands in for them where it has none. */
export function datesInWords(tie: Tie): string {
  if (tie.spells.length === 0) return 'no date of its own';
  const { time } = relationSpec(tie.relation);
  return tie.spells.map((spell) => spellInWords(spell, time)).join('; ');
}
