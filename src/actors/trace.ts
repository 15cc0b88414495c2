/** What is kept of the way from tagged words to actors, where somebody asks why. Nothing is kept by default. */
import type { KnownActor, Official } from '../ontology/knowledge.ts';
import type { LinkedMention } from '../reader/mentions.ts';

/** How a mention came to the others of its actor. Numbers are places in `mended`. */
export type Joining =
  /** Its words name an actor of the tables. */
  | { readonly kind: 'known'; readonly actor: KnownActor; readonly official: Official | undefined }
  /** An unknown name that was there before; `earlier`: the mentions it joins. */
  | { readonly kind: 'same-name'; readonly earlier: readonly number[] }
  /** The network's links to those mentions, together above the bar. */
  | { readonly kind: 'link'; readonly earlier: readonly number[] }
  /** A capital after "in", "from" and the like, in a text that does not speak of its country. */
  | { readonly kind: 'place'; readonly actor: KnownActor }
  /** It stands for itself. */
  | { readonly kind: 'alone' };

export interface CastTrace {
  /** Mentions as the network tagged them. */
  readonly tagged: LinkedMention[];
  /** The mentions after `repairMentions`, and how each was joined to others. */
  readonly mended: LinkedMention[];
  readonly joinings: Joining[];
}
