/** What is selected: the inspector tells of it, every view marks it. */
import type { Sign } from '../model/index.ts';

export type Selection =
  | { readonly kind: 'actor'; readonly id: string }
  /** `tie`: the one that is unfolded; `sign`: the lane that was chosen. */
  | {
      readonly kind: 'dyad';
      readonly a: string;
      readonly b: string;
      readonly sign: Sign | null;
      readonly tie: string | null;
    }
  /** The bloc, as reckoned of what is shown, that an actor is in. */
  | { readonly kind: 'bloc'; readonly actor: string }
  | { readonly kind: 'document'; readonly id: string };

/** An actor of the bloc that is chosen; null where none is. */
export function chosenBloc(selection: Selection | null): string | null {
  return selection?.kind === 'bloc' ? selection.actor : null;
}

/** The ids of the actors that a selection names. */
export function actorsNamed(selection: Selection | null): readonly string[] {
  if (selection === null) return [];
  switch (selection.kind) {
    case 'actor':
      return [selection.id];
    case 'dyad':
      return [selection.a, selection.b];
    case 'bloc':
      return [selection.actor];
    case 'document':
      return [];
  }
}
