/** What is kept of the way from tagged words to actors, where somebody asks why. Nothing is kept by default. */
import type { KnownActor, Official } from '../ontology/knowledge.ts';
import type { LinkedMention } from '../reader/mentions.ts';

/** How a mention came to the others of its actor. Numbers are places in `mended`. */
export type Joining =
  /** Its words name an actor of the tables. */
  | { readonly kind: 'known'; readonly actor: KnownActor; readonly official: Official | undefined }
  /** The text says that this person has an office of the actor, here or elsewhere. */
  | { readonly kind: 'office'; readonly actor: KnownActor }
  /** Those who act for a state, behind the mention that says whose they are: "Modi's government", "Modi said that his country". */
  | { readonly kind: 'owned'; readonly owner: number }
  /** An unknown name that was there before; `earlier`: the mentions it joins. */
  | { readonly kind: 'same-name'; readonly earlier: readonly number[] }
  /** The network's links lead to those mentions, most likely. */
  | { readonly kind: 'link'; readonly earlier: readonly number[]; readonly chance: number }
  /** A capital after "in", "from" and the like, in a text that does not speak of its country. */
  | { readonly kind: 'place'; readonly actor: KnownActor }
  /** It stands for itself; the likeliest of those before it, too unlikely. */
  | { readonly kind: 'alone'; readonly nearest: Likely | null };

/** An actor by its first mention, and the chance that another mention is its. */
export interface Likely {
  readonly mention: number;
  readonly chance: number;
}

export interface CastTrace {
  /** Mentions as the network tagged them. */
  readonly tagged: LinkedMention[];
  /** The mentions after `repairMentions`, and how each was joined to others. */
  readonly mended: LinkedMention[];
  readonly joinings: Joining[];
}
