/** The actors of a graph as they are drawn. */
import type { Explorer } from '../explorer.svelte.ts';
import { nodeSize, type NodeView } from './picture.ts';

/** Some actors as they are drawn; their sizes go by all their ties, whatever is shown, so that they stay. */
export function nodeViews(
  { allDegrees, corpus }: Pick<Explorer, 'allDegrees' | 'corpus'>,
  ids: Iterable<string>,
): NodeView[] {
  let most = 1;
  for (const degree of allDegrees.values()) most = Math.max(most, degree);
  return [...ids].flatMap((id) => {
    const actor = corpus?.actors.get(id);
    if (!actor) return [];
    const code = actor.iso3 !== undefined && /^[A-Z]{3}$/.test(actor.iso3) ? actor.iso3 : '';
    const size = nodeSize(allDegrees.get(id) ?? 0, most);
    return [{ id, label: shortened(actor.name), code, type: actor.type, size }];
  });
}

/** A name as it stands beside an actor; a name that goes on and on is cut. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
