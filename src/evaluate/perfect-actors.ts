/** The cast of a labelled text as its labels give it, to see what the steps before relations lose. */
import type { ActorInText } from '../actors/actor-in-text.ts';
import { slug } from '../actors/names.ts';
import type { Mention } from '../model/index.ts';
import type { Lookup } from '../ontology/lookup.ts';
import type { LabelledActor } from './labels.ts';

/** Finds every name and alias of the labelled actors in a text, the longest first. */
export function perfectActors(
  text: string,
  labelled: readonly LabelledActor[],
  lookup: Lookup,
): ActorInText[] {
  const names = labelled
    .flatMap((actor) => [actor.name, ...actor.aliases].map((words) => ({ actor, words })))
    .filter(({ words }) => words !== '')
    .sort((a, b) => b.words.length - a.words.length);
  const taken = new Uint8Array(text.length);
  const mentions = new Map<LabelledActor, Mention[]>(labelled.map((actor) => [actor, []]));
  for (const { actor, words } of names) {
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (!isWhole(text, at, end) || taken.subarray(at, end).includes(1)) continue;
      taken.fill(1, at, end);
      mentions.get(actor)!.push({ start: at, end, words, type: actor.type });
    }
  }
  return labelled.flatMap((actor): ActorInText[] => {
    const found = mentions.get(actor)!.sort((a, b) => a.start - b.start);
    if (found.length === 0) return [];
    const known = lookup.exact(actor.name).find((match) => match.actor?.type === actor.type)?.actor;
    const id = known?.id ?? `${actor.type}:${slug(actor.name)}`;
    return [{ id, name: actor.name, type: actor.type, known, mentions: found }];
  });
}

function isWhole(text: string, start: number, end: number): boolean {
  const isLetter = (i: number) => i >= 0 && i < text.length && /[\p{L}\p{N}]/u.test(text[i]!);
  return !(isLetter(start - 1) && isLetter(start)) && !(isLetter(end - 1) && isLetter(end));
}
