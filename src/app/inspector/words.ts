/** Relations, ties, spells and statuses in the words of the person's language. */
import type { Actor, ActorType, Assertion, Sign, Spell, Status, Tie } from '../../model/index.ts';
import { relationSpec } from '../../ontology/relations/index.ts';
import { UNKNOWN_OUTLET } from '../data/corpus.ts';
import { datedPhrase, edtfInWords } from '../dates.ts';
import { m, maybe } from '../messages.ts';

/** `Cooperation`, `Conflict` or `Structure`. */
export function signWord(sign: Sign): string {
  return m(sign === 1 ? 'sign_cooperation' : sign === -1 ? 'sign_conflict' : 'sign_structure');
}

/** `Actual`, `Planned`, … */
export function statusWord(status: Status): string {
  return m(`status_${status}`);
}

/** `Country`, `Organisation`, … */
export function typeWord(type: ActorType): string {
  return m(`type_${type}`);
}

/** What kind of organisation it is; a person's office stays as the knowledge has it. */
export function subtypeWord({ type, subtype }: Pick<Actor, 'type' | 'subtype'>): string | null {
  if (subtype === null || type !== 'organisation') return subtype;
  return maybe(`subtype_${subtype.replaceAll('-', '_')}`) ?? subtype;
}

/** What an assertion is about; a topic of other people's stays as it is. */
export function topicWord(topic: string): string {
  return maybe(`topic_${topic.replaceAll('-', '_')}`) ?? topic;
}

/** The name of an outlet, which is a name, or that it is not known. */
export function outletWord(outlet: string | null | undefined): string {
  return outlet === null || outlet === undefined || outlet === UNKNOWN_OUTLET
    ? m('data_unknown_outlet')
    : outlet;
}

/** `expelled`: read from the source. Throws where the ontology has no such relation. */
export function relationLabel(relation: string): string {
  return maybe(`relation_${relation.replaceAll('-', '_')}`) ?? relationSpec(relation).label;
}

/** `left`, `is a member of`: read from the actor; the inverse label where the actor is the target. */
export function labelFrom(relation: string, outgoing: boolean): string {
  const { inverse } = relationSpec(relation);
  if (outgoing || inverse === undefined) return relationLabel(relation);
  return maybe(`relation_${relation.replaceAll('-', '_')}_inverse`) ?? inverse;
}

/** "Niger expelled France". */
export function sentenceOf(
  { source, relation, target }: Pick<Assertion | Tie, 'source' | 'relation' | 'target'>,
  name: (id: string) => string,
): string {
  return `${name(source)} ${relationLabel(relation)} ${name(target)}`;
}

/** "since March 2024", "2018 – by December 2023", "26 March 2024". */
export function spellInWords(spell: Spell, time: 'state' | 'event'): string {
  const { from, to } = spell;
  if (time === 'event' || (from !== null && from === to))
    return from === null ? m('spell_undated') : edtfInWords(from);
  if (to === null && spell.closedBy.length > 0) {
    return from === null ? m('spell_ended_undated') : datedPhrase('spell_from_ended', from);
  }
  if (from === null) return to === null ? m('spell_undated') : datedPhrase('date_until', to);
  if (to === null) return datedPhrase(from.startsWith('[') ? 'spell_in_force' : 'date_since', from);
  return `${edtfInWords(from)} – ${edtfInWords(to)}`;
}

/** All spells of a tie, or what stands in for them where it has none. */
export function datesInWords(tie: Tie): string {
  if (tie.spells.length === 0) return m('spell_none');
  const { time } = relationSpec(tie.relation);
  return tie.spells.map((spell) => spellInWords(spell, time)).join('; ');
}

/** A share of one as a percentage. */
export function percent(share: number): string {
  return m('percent', { value: Math.round(share * 100) });
}
