/**
 * The words of Entente as types, and nothing else. Everything is read-only: new values are made
 * from old ones.
 *
 * Frames of reference, everywhere: offsets are UTF-16 code units into `Document.text`, end
 * exclusive. Dates are EDTF strings (ISO 8601-2: `2024`, `2024-03`, `2018/..`, `2023-07~`), as
 * precise as the source and no more.
 */

export type ActorType = 'country' | 'organisation' | 'mission' | 'person';
export type Status = 'actual' | 'planned' | 'alleged' | 'denied';
/** +1 cooperation, -1 conflict, 0 structure. */
export type Sign = 1 | -1 | 0;

export const ACTOR_TYPES: readonly ActorType[] = ['country', 'organisation', 'mission', 'person'];
export const STATUSES: readonly Status[] = ['actual', 'planned', 'alleged', 'denied'];

/** Start and end in UTF-16 code units, end exclusive. */
export type Span = readonly [start: number, end: number];

/** One article: text as cleaned, title, publication date, source. */
export interface Document {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** EDTF; null where nothing tells. */
  readonly published: string | null;
  /** Who says so: the input's metadata, the page itself, an inference from the text, or nobody. */
  readonly publishedBasis: 'given' | 'page' | 'inferred' | 'none';
  /** The outlet. */
  readonly source: string | null;
  readonly url: string | null;
  /** ISO 639-1. */
  readonly language: string;
  /** Of the input's bytes, hexadecimal. */
  readonly sha256: string;
  /** The cleaned text that all offsets count in; absent after `--no-text`. */
  readonly text?: string;
  /** A wire copy: id of the document, earlier or of the same day, whose text it repeats. It may be in another file. */
  readonly copyOf?: string | null;
}

/** A span of a document that names or stands for an actor. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly type: ActorType;
}

/** Country, organisation, mission or person. */
export interface Actor {
  /** `country:NER`, `organisation:ecowas`, `mission:misin`, `person:antonio-tajani`. */
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** `igo`, `armed-group`, `company`, … where known. */
  readonly subtype: string | null;
  /** Other names, those of the tables and those seen in the documents; sorted. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3, countries only. */
  readonly iso3?: string;
  /** Ids of the actors that this one belongs to: a mission's owners, a branch's parent. */
  readonly parents?: readonly string[];
  /** Persons only: the id of the country, organisation or mission that the person acts for. */
  readonly represents?: string | null;
}

/** The span that an assertion rests on. `text.slice(start, end) === quote`. */
export interface Evidence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Where source and target are mentioned: in the quote or shortly before it. */
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  /** Which reader found it, with its version. */
  readonly reader: string;
  /** Of assertions with confidence c, about c are right. 0–1. */
  readonly confidence: number;
  /** Who says it, where the text does not say it in its own voice. */
  readonly speaker?: Speaker;
}

/** Who says what a sentence states: the words for the speaker, in the sentence or next to it. */
export interface Speaker {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Id of the actor for whom the speaker speaks; null for others. It need not take part in any assertion. */
  readonly actor: string | null;
}

/** "source – relation – target", with status, time and evidence, as one document states it. */
export interface Assertion {
  readonly id: string;
  readonly source: string;
  /** Id of a relation of the ontology. */
  readonly relation: string;
  readonly target: string;
  readonly status: Status;
  /** True in the world: EDTF, null where nothing tells. */
  readonly when: string | null;
  /** `text`: a time expression says it; `document`: no more is known than the reporting date. */
  readonly whenBasis: 'text' | 'document';
  /** Date of the document: EDTF, null where unknown. */
  readonly reported: string | null;
  readonly topics: readonly string[];
  readonly confidence: number;
  /** At least one, in order of the text. */
  readonly evidence: readonly Evidence[];
}

/** An interval in which a tie is in force. */
export interface Spell {
  /** EDTF date or interval in which it began; null: not known. */
  readonly from: string | null;
  /** EDTF date or interval in which it ended; null: not known to have ended. */
  readonly to: string | null;
  /** Ids of the assertions that opened and closed it. */
  readonly openedBy: readonly string[];
  readonly closedBy: readonly string[];
}

/** What all documents together say of (source, relation, target). */
export interface Tie {
  /** `source relation target`, joined by spaces. */
  readonly id: string;
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly sign: Sign;
  readonly spells: readonly Spell[];
  /** Statuses that occur, in the order of `STATUSES`. */
  readonly statuses: readonly Status[];
  /** Ids of assertions that state it (actual, planned, alleged) and that deny it. */
  readonly supporting: readonly string[];
  readonly opposing: readonly string[];
  /** Number of independent documents that state it: wire copies count as one. */
  readonly sources: number;
  /** Highest confidence among the supporting assertions. */
  readonly confidence: number;
}

/** A correction by a person, kept apart from what was extracted. */
export interface Edit {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The content of one graph file. */
export interface GraphFile {
  readonly format: 'entente/1';
  readonly generator: { readonly name: string; readonly version: string; readonly ontology: string };
  readonly documents: readonly Document[];
  readonly actors: readonly Actor[];
  readonly assertions: readonly Assertion[];
  readonly edits: readonly Edit[];
}

/** `when`: true in the world; `reported`: what documents had said. */
export type Clock = 'when' | 'reported';

/** What makes a file a snapshot: the date it shows, and the graph it was taken from. */
export interface SnapshotMark {
  /** EDTF; a year or a month stands for its last day. */
  readonly asOf: string;
  readonly clock: Clock;
  /** SHA-256 of the graph's file, hexadecimal. */
  readonly parent: string;
}

/** A tie as it stands at a date, spelt out for other programs. */
export interface SnapshotTie {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly sign: Sign;
  /** Whether it stands at the date for certain, possibly, or without any date. */
  readonly certainty: 'certain' | 'possible' | 'undated';
  /** The strongest status that documents give it, in the order of `STATUSES`. */
  readonly status: Status;
  /** The spell that stands at the date: when it began and, where known, when it ended. EDTF. */
  readonly from: string | null;
  readonly to: string | null;
  /** Ids of the assertions that opened the spell, or state the tie where it has none. */
  readonly openedBy: readonly string[];
  readonly closedBy: readonly string[];
  /** Number of independent documents that state it: wire copies count as one. */
  readonly sources: number;
}

/** All that a file of the format may hold. */
export interface StoredGraph extends GraphFile {
  readonly snapshot?: SnapshotMark;
  /** Derived from the assertions, in snapshots. */
  readonly ties?: readonly SnapshotTie[];
}

/** Something doubtful about an input that a person should know; the run goes on. */
export interface Note {
  /** The file or document. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}
