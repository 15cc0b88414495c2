/** The hulls of blocs: bands around the lines that join their actors. */
import type { BlocMember, Blocs } from '../../graph/blocs.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import { distanceToLine, spanningTree } from './polygons.ts';

export interface Hull {
  /** The band around these lines is the hull. */
  readonly lines: readonly (readonly [Point, Point])[];
  readonly label: string;
  /** Above the highest actor, where the label stands if there is room. */
  readonly top: Point;
  /** Whether it is the bloc that the inspector shows. */
  readonly isChosen: boolean;
}

/** Blocs with fewer actors on the screen get no hull. */
const FEWEST = 2;
/** Room around the actors of a bloc, in graph units. */
export const ROOM = 44;
/** Width of the rim of a hull, in pixels. */
export const rimOf = ({ isChosen }: Hull): number => (isChosen ? 3 : 1.25);

/** The order in which hulls are drawn: the chosen one over all others, so that its rim is whole. */
export function chosenLast(hulls: readonly Hull[]): Hull[] {
  return [...hulls.filter(({ isChosen }) => !isChosen), ...hulls.filter(({ isChosen }) => isChosen)];
}

/**
 * The hulls of the blocs that are on the screen. `label`: of a bloc's number and its firmness in percent. `chosen`:
 * an actor of the bloc that is chosen.
 */
export function hullsOf(
  { blocs }: Blocs,
  points: ReadonlyMap<string, Point>,
  label: (number: number, firm: number) => string,
  chosen: string | null = null,
): Hull[] {
  return blocs.flatMap((members, index) => {
    const places = placesOf(members, points);
    if (places.length < FEWEST) return [];
    const firm = members.reduce((sum, { stability }) => sum + stability, 0) / members.length;
    const { x, y } = places.reduce((best, point) => (point.y < best.y ? point : best));
    return [
      {
        lines: spanningTree(places),
        top: { x, y: y - ROOM },
        label: label(index + 1, Math.round(100 * firm)),
        isChosen: members.some(({ actor }) => actor === chosen),
      },
    ];
  });
}

/** Of the bloc whose hull a point is in, the member that is nearest to it; of hulls that overlap, the nearer. */
export function memberAt({ blocs }: Blocs, points: ReadonlyMap<string, Point>, at: Point): string | null {
  const near = blocs
    .map((members) => ({ members, far: farFrom(placesOf(members, points), at) }))
    .filter(({ far }) => far <= ROOM)
    .sort((one, other) => one.far - other.far)[0];
  const ways = near?.members.flatMap(({ actor }) => {
    const place = points.get(actor);
    return place ? [{ actor, far: Math.hypot(place.x - at.x, place.y - at.y) }] : [];
  });
  return ways?.sort((one, other) => one.far - other.far)[0]?.actor ?? null;
}

function placesOf(members: readonly BlocMember[], points: ReadonlyMap<string, Point>): Point[] {
  return members.flatMap(({ actor }) => points.get(actor) ?? []);
}

/** How far a point is from the lines of a hull; infinitely where there is none. */
function farFrom(places: readonly Point[], at: Point): number {
  if (places.length < FEWEST) return Infinity;
  return Math.min(...spanningTree(places).map(([from, to]) => distanceToLine(from, to, at)));
}
