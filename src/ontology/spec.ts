import type { ActorType, Sign } from '../model/index.ts';

/** An example sentence of a relation; `[…]` is the source, `{…}` the target. It is also a test. */
export interface RelationExample {
  readonly text: string;
  /** A near miss: the relation must not be read from this sentence. */
  readonly none?: true;
  readonly status?: 'planned' | 'alleged' | 'denied';
}

/**
 * What an actual assertion of this relation does to the spells of other ties.
 * `same`: ties of the same source and target; `swapped`: roles exchanged; `either`: the two in any roles;
 */
export interface SpellEffect {
  readonly relations: readonly string[];
  readonly roles: 'same' | 'swapped' | 'either';
}

/** Everything that Entente knows of one type of relation. */
export interface RelationSpec {
  /** Read from source to target: "Niger expelled France". */
  readonly label: string;
  /** Read from target to source: "France was expelled by Niger". Symmetric relations have none. */
  readonly inverse?: string;
  readonly symmetric?: true;
  readonly sign: Sign;
  /** A state lasts until something closes it; an event has a date. */
  readonly time: 'state' | 'event';
  /** Said rather than done: its date stands close by, others in the sentence belong to what is spoken of. */
  readonly spoken?: true;
  /** It is done when something stops: "until March" tells its date. */
  readonly ending?: true;
  /**
   * Stems of words by which a sentence tells of it, as alternatives of a pattern. They find nothing: of several
   * dates in the sentence the one beside such a word is likelier that of the act.
   */
  readonly cues: string;
  readonly opens?: SpellEffect;
  readonly closes?: SpellEffect;
  /** Types of actors that may stand as source and as target; persons never do. */
  readonly source: readonly ActorType[];
  readonly target: readonly ActorType[];
  /** PLOVER event type, where one fits. */
  readonly plover?: string;
  /** CAMEO roots or codes that map to it. */
  readonly cameo?: readonly string[];
  readonly examples: readonly RelationExample[];
}

export const ANY: readonly ActorType[] = ['country', 'organisation', 'mission'];
export const BODIES: readonly ActorType[] = ['country', 'organisation'];
