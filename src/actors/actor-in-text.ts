/** An actor as one document speaks of it. */
import type { ActorType, Mention } from '../model/index.ts';
import type { KnownActor, Official } from '../ontology/knowledge.ts';

/** A mention of an actor. */
export interface MentionOfActor extends Mention {
  /** How likely it is the actor's, as the network's links tell; left out: it is, by its name. */
  readonly chance?: number;
}

export interface ActorInText {
  /** Of the tables, or made from the name the text gives: `organisation:front-for-change`. */
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** The row of the tables, where there is one. */
  readonly known: KnownActor | undefined;
  /** In order of the text; pronouns and descriptions included. */
  readonly mentions: readonly MentionOfActor[];
}

/** A person of the tables that the document names, and whom the person acts for. */
export interface OfficialInText {
  readonly official: Official;
  readonly mention: Mention;
}

/** Who is spoken of in a document. */
export interface Cast {
  readonly actors: readonly ActorInText[];
  readonly officials: readonly OfficialInText[];
}
