/** The graph in the world: countries where they lie, all others by those they belong to. Loaded when asked for. */
import { geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';
import type { Actor } from '../../model/index.ts';
import type { Point, Positions } from '../../worker/layoutProtocol.ts';
import type { Lane } from './lanes.ts';
import { CAPITALS } from './capitals.ts';
import { placesInWorld } from './worldPlaces.ts';

export interface WorldMap {
  readonly positions: Positions;
  /** The outline of the land as an SVG path, in graph units. */
  readonly land: string;
}

/** Width of the world, in graph units: the small states of Europe must not lie upon each other. */
const WIDTH = 5200;

/** The projection Natural Earth, in graph units; its edge runs through the Bering Strait. */
export function worldProjection(): GeoProjection {
  return geoNaturalEarth1()
    .scale(WIDTH / 5.4)
    .translate([0, 0])
    .rotate([-11, 0]);
}

/** Where the capital of a country lies; null: not known. */
export function capitalIn(projection: GeoProjection, country: string): Point | null {
  const place = CAPITALS.get(country);
  const projected = place ? projection([place.longitude, place.latitude]) : null;
  return projected && { x: Math.round(projected[0]), y: Math.round(projected[1]) };
}

/** Places for some actors, in the projection Natural Earth. */
export function worldMap(
  actors: ReadonlyMap<string, Actor>,
  ids: readonly string[],
  lanes: readonly Lane[],
): WorldMap {
  const projection = worldProjection();
  const topology = land as unknown as Topology<{ land: GeometryCollection }>;
  return {
    positions: placesInWorld(actors, ids, lanes, (country) => capitalIn(projection, country)),
    land: geoPath(projection).digits(1)(feature(topology, topology.objects.land)) ?? '',
  };
}
