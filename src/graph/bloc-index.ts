/** Who is in which bloc; apart from `blocs.ts`, so that a page that only asks loads nothing that finds blocs. */
import type { Blocs } from './blocs.ts';

/** Which bloc each actor is in, as an index into `blocs`. */
export function blocIndex({ blocs }: Pick<Blocs, 'blocs'>): ReadonlyMap<string, number> {
  return new Map(blocs.flatMap((members, index) => members.map(({ actor }) => [actor, index] as const)));
}
