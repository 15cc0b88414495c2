/** Pairs of states by their COW codes over years: which actors they are, where that changes on the way. */
import type { Actor } from '../../model/index.ts';
import { nameOfCow } from '../cow-codes.ts';
import type { Unmapped } from './imported.ts';
import { type KnownWorld, actorOf, actorOfCowCode } from './known-actors.ts';

/** Some years of a pair in which both codes mean the same actors; first and last inclusive. */
export interface PairYears {
  readonly source: Actor;
  readonly target: Actor;
  readonly first: number;
  readonly last: number;
}

/**
 * The actors of two codes from one year to another: the Soviet Union until 1991, then Russia. Years in
 * which a state was not in the system, as in an occupation, count for the actor before them, else after.
 */
export function pairYears(
  world: KnownWorld,
  codes: readonly [number, number],
  first: number,
  last: number,
): readonly PairYears[] | Unmapped {
  const present = codes.map((code) => firstActor(world, code, first, last));
  const lacking = codes.find((_, i) => !present[i]);
  if (lacking !== undefined) {
    return { reason: 'the state is not in the tables', detail: nameOfCow(lacking) ?? String(lacking) };
  }
  const pairs: PairYears[] = [];
  for (let year = first; year <= last; year++) {
    codes.forEach((code, i) => {
      const known = actorOfCowCode(world, code, year);
      if (known && known.id !== present[i]!.id) present[i] = actorOf(known);
    });
    const [source, target] = present as [Actor, Actor];
    const before = pairs.at(-1);
    if (before?.source === source && before.target === target)
      pairs[pairs.length - 1] = { ...before, last: year };
    else pairs.push({ source, target, first: year, last: year });
  }
  return pairs;
}

function firstActor(world: KnownWorld, code: number, first: number, last: number): Actor | undefined {
  for (let year = first; year <= last; year++) {
    const known = actorOfCowCode(world, code, year);
    if (known) return actorOf(known);
  }
  return undefined;
}
