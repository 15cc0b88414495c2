/** The world as it is drawn: each country as a path, and which of them take part. Loaded with the map. */
import { geoBounds, geoContains, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import type { Actor } from '../../model/index.ts';
import type { Positions } from '../../worker/layoutProtocol.ts';
import { CAPITALS } from '../graph/capitals.ts';
import type { Lane } from '../graph/lanes.ts';
import { capitalIn, worldProjection } from '../graph/worldMap.ts';
import { placesInWorld } from '../graph/worldPlaces.ts';

export interface Land {
  /** An SVG path, in graph units. */
  readonly path: string;
  /** The country's name in English, as the map has it. */
  readonly name: string;
}

const topology = countries as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const projection = worldProjection();
const toPath = geoPath(projection).digits(1);
const { features } = feature(topology, topology.objects.countries);
const boxes = features.map((one) => geoBounds(one));

/** All countries, drawn once. */
export const LANDS: readonly Land[] = features.map((one) => ({
  path: toPath(one) ?? '',
  name: one.properties.name,
}));

/**
 * Where actors stand: countries at their capitals, missions at their hosts, organisations among their members.
 * Those without any tie that leads to a country are left out.
 */
export function placesOf(
  actors: ReadonlyMap<string, Actor>,
  ids: readonly string[],
  lanes: readonly Lane[],
): Positions {
  return placesInWorld(actors, ids, lanes, (country) => capitalIn(projection, country), 'nowhere');
}

/** The indexes of the lands that some actors are. */
export function landsOf(actors: readonly string[]): ReadonlySet<number> {
  return new Set(actors.map(landOf));
}

const found = new Map<string, number>();

/** The index of the land that an actor is, by its capital; -1: it is none, or too small for this map. */
export function landOf(actor: string): number {
  const country = actor.replace('country:', '');
  const place = CAPITALS.get(country);
  if (!place) return -1;
  const known = found.get(country);
  if (known !== undefined) return known;
  const { longitude, latitude } = place;
  const index = features.findIndex(
    (one, at) => isNear(boxes[at]!, longitude, latitude) && geoContains(one, [longitude, latitude]),
  );
  found.set(country, index);
  return index;
}

/** To look closely at all lands for each capital would take long. Boxes across the date line hold everything. */
function isNear(
  [[west, south], [east, north]]: [[number, number], [number, number]],
  longitude: number,
  latitude: number,
): boolean {
  if (latitude < south || latitude > north) return false;
  return west > east || (longitude >= west && longitude <= east);
}
