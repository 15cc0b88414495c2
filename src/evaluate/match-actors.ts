/** Which labelled actor each actor that was read is: the same row of the tables, else the same name. */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { isProperName } from '../actors/names.ts';
import { type Lookup, plainName } from '../ontology/lookup.ts';
import type { LabelledActor } from './labels.ts';

/** Maps ids of actors that were read to names of labelled actors. */
export function matchActors(
  actors: readonly ActorInText[],
  labelled: readonly LabelledActor[],
  lookup: Lookup,
): Map<string, string> {
  const byId = new Map<string, string>();
  for (const { name, type } of labelled) {
    for (const { actor } of lookup.exact(name)) {
      if (actor?.type === type && !byId.has(actor.id)) byId.set(actor.id, name);
    }
  }
  const matched = new Map<string, string>();
  for (const actor of actors) {
    const name = byId.get(actor.id) ?? sameName(actor, labelled);
    if (name !== undefined) matched.set(actor.id, name);
  }
  return matched;
}

/** The labelled actor whose name or alias the text uses most for this actor. */
function sameName(actor: ActorInText, labelled: readonly LabelledActor[]): string | undefined {
  const words = [actor.name, ...actor.mentions.map((mention) => mention.words)]
    .filter(isProperName)
    .map(plainName);
  let best: string | undefined;
  let most = 0;
  for (const { name, aliases, type } of labelled) {
    if (type === 'person' || (type === 'country') !== (actor.type === 'country')) continue;
    const known = new Set([name, ...aliases.filter(isProperName)].map(plainName));
    const shared = words.filter((word) => known.has(word)).length;
    if (shared > most) [best, most] = [name, shared];
  }
  return best;
}
