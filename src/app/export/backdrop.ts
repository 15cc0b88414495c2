/** What lies behind the drawn graph: the land of the map, and the hulls of blocs where they are shown. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { LABEL_LINE } from '../graph/backdrop.ts';
import { labelPlaces } from '../graph/hullLabels.ts';
import { chosenLast, type Hull, hullsOf, rimOf, ROOM } from '../graph/hulls.ts';
import { type GraphColours, mixed } from '../graph/picture.ts';
import type { GraphStage } from '../graph/stage.svelte.ts';
import { m } from '../messages.ts';
import { chosenBloc } from '../selection.ts';
import { filled, type Move, type Shape } from './shapes.ts';

/** Width of a character of a label, in graph units. */
const CHARACTER = 6.6;

export interface Backdrop {
  readonly hulls: readonly Hull[];
  /** Where all actors are. */
  readonly actors: readonly Point[];
  /** The outline of the land as an SVG path of straight lines; null: there is no map. */
  readonly land: string | null;
  readonly landColour: string;
}

/** Null where nothing lies behind the graph. */
export function backdropOf(
  { graphState, selection }: Explorer,
  stage: GraphStage,
  landColour: string,
): Backdrop | null {
  const { blocs, canvas, world } = stage;
  const land = world?.land ?? null;
  const points = canvas?.points() ?? new Map<string, Point>();
  const label = (number: number, firm: number) => m('graph_bloc', { number, firm });
  const hulls = graphState.blocs && blocs ? hullsOf(blocs, points, label, chosenBloc(selection)) : [];
  return land === null && hulls.length === 0
    ? null
    : { hulls, actors: [...points.values()], land, landColour };
}

/** The land, then the hulls, then their labels. */
export function backdropShapes(
  { hulls, actors, land, landColour }: Backdrop,
  colours: GraphColours,
): Shape[] {
  const ground = { ...filled(landColour), stroke: colours.nodeBorder, width: 0.8 };
  return [
    ...(land === null ? [] : [{ kind: 'path' as const, moves: movesOf(land), paint: ground }]),
    ...chosenLast(hulls).flatMap((hull) => bandOf(hull, colours)),
    ...labelsOf(hulls, actors).map(({ at, label }): Shape => {
      const halo = { colour: colours.background, width: 4 };
      return { kind: 'text', at, lines: [label], size: 12, weight: 600, colour: colours.text, halo };
    }),
  ];
}

/** The labels of hulls with the middle of their foot, and about how wide they are: exports know no font. */
function labelsOf(hulls: readonly Hull[], actors: readonly Point[]) {
  const widths = hulls.map(({ label }) => label.length * CHARACTER);
  const places = labelPlaces(hulls, widths, LABEL_LINE, actors, null);
  return hulls.map(({ label }, index) => ({ label, at: places[index]!, width: widths[index]! }));
}

/** Points that enclose the hulls with their labels; land may be cut. */
export function cornersOf({ hulls, actors }: Backdrop): Point[] {
  return [
    ...labelsOf(hulls, actors).flatMap(({ at: { x, y }, width }) => [
      { x: x - width / 2, y: y - LABEL_LINE },
      { x: x + width / 2, y: y + 4 },
    ]),
    ...hulls.flatMap(({ lines }) =>
      lines.flat().flatMap(({ x, y }) => [
        { x: x - ROOM, y: y - ROOM },
        { x: x + ROOM, y: y + ROOM },
      ]),
    ),
  ];
}

/** A hull is a wide line with a rim, which is a wider line below it. */
function bandOf(hull: Hull, { text, background, accent }: GraphColours): Shape[] {
  const moves = hull.lines.flatMap(([from, to]): Move[] => [
    ['M', from],
    ['L', to],
  ]);
  const line = (stroke: string, width: number): Shape => ({
    kind: 'path',
    moves,
    paint: { fill: null, stroke, width, dash: [], cap: 'round' },
  });
  const rim = hull.isChosen ? accent : mixed(text, background, 0.75);
  return [line(rim, 2 * ROOM + 2 * rimOf(hull)), line(mixed(text, background, 0.07), 2 * ROOM)];
}

/** The moves of an SVG path of straight lines. */
function movesOf(path: string): Move[] {
  return [...path.matchAll(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g)].map(([, letter, x, y]): Move =>
    letter === 'Z' ? ['Z'] : [letter as 'M' | 'L', { x: Number(x), y: Number(y) }],
  );
}
