/** Actors by what a person types. */
import type { Actor } from '../model/index.ts';
import { NothingDone } from './command.ts';

/**
 * The actor with this id, else with this name, else with this alias; capitals do not matter. Throws
 * `NothingDone` where there is none, or more than one.
 */
export function findActor(actors: readonly Actor[], words: string): Actor {
  const wanted = fold(words);
  const readings = [
    actors.filter(({ id }) => fold(id) === wanted),
    actors.filter(({ name }) => fold(name) === wanted),
    actors.filter(({ iso3, aliases }) => [iso3 ?? '', ...aliases].some((alias) => fold(alias) === wanted)),
  ];
  const found = readings.find((some) => some.length > 0) ?? [];
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new NothingDone(`"${words}" may be any of ${ids}: name it by its id`);
  }
  if (found[0]) return found[0];
  const near = actors.filter(({ name }) => fold(name).includes(wanted)).slice(0, 5);
  const hint = near.length > 0 ? `did you mean ${near.map(({ name }) => name).join(', ')}?` : 'entente export --format csv lists all'; // prettier-ignore
  throw new NothingDone(`no actor "${words}" in this graph; ${hint}`);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
