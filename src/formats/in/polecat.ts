/**
 * POLECAT events: a table with tabs whose header some files have malformed. Types, modes and contexts
 * are those of PLOVER. Actors are named, with the country by code or name and a sector; several
 * countries in one cell are no actor.
 */
import { ploverRelation } from '../../ontology/event-codes.ts';
import type { KnownActor } from '../../ontology/knowledge.ts';
import { NOT_THE_STATE } from './event-fold.ts';
import { type EventTable, eventTableReader } from './event-table.ts';
import type { TextReader, Unmapped } from './imported.ts';
import { type KnownWorld, actorOfName, countryOfCode } from './known-actors.ts';

const COLUMNS = {
  id: ['Event ID'],
  day: ['Event Date'],
  type: ['Event Type'],
  mode: ['Event Mode'],
  contexts: ['Contexts', 'Context', 'Event Contexts'],
  sourceName: ['Actor Name', 'Actor'],
  sourceCountry: ['Actor Country', 'Actor ISO'],
  sourceSector: ['Actor Primary Sector', 'Actor Sectors', 'Actor Sector'],
  targetName: ['Recipient Name', 'Recipient'],
  targetCountry: ['Recipient Country', 'Recipient ISO'],
  targetSector: ['Recipient Primary Sector', 'Recipient Sectors', 'Recipient Sector'],
  source: ['Source', 'Publisher'],
  published: ['Publication Date', 'Published'],
} as const;

type Column = keyof typeof COLUMNS;

const STATE_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY']);

/** No evaluation is published; that of ICEWS, its forerunner. */
const CONFIDENCE = 0.75;

/** Reads a POLECAT file. */
export function polecatReader(file: string, world: KnownWorld, minEvents: number): TextReader {
  const table: EventTable<Column> = {
    set: { file, name: 'POLECAT', reader: 'polecat/1', confidence: CONFIDENCE, minEvents, whenBasis: 'text' },
    columns: COLUMNS,
    required: ['day', 'type', 'sourceName', 'sourceCountry', 'targetName', 'targetCountry'],
    day: 'day',
    reported: 'published',
    code: (cell) => ploverRelation(cell('type'), cell('mode'), listOf(cell('contexts'))),
    actorCells: (cell, side) =>
      side === 'source'
        ? [cell('sourceName'), cell('sourceSector'), cell('sourceCountry')]
        : [cell('targetName'), cell('targetSector'), cell('targetCountry')],
    actor: ([name, sector, country]) => actorOfRow(world, name, sector, country),
    quote: (cell) => ({
      cells: [
        cell('id'),
        cell('type'),
        cell('mode'),
        cell('sourceName') || cell('sourceCountry'),
        cell('targetName') || cell('targetCountry'),
        cell('source'),
      ],
      source: 3,
      target: 4,
    }),
  };
  return eventTableReader(table);
}

function actorOfRow(world: KnownWorld, name: string, sector: string, country: string): KnownActor | Unmapped {
  const known = name === '' ? undefined : actorOfName(world, name);
  if (known) return known;
  if (country === '') {
    return name === ''
      ? { reason: 'an actor is missing', detail: '' }
      : { reason: 'an actor has no country and is no organisation', detail: name };
  }
  if (listOf(country).length > 1) return { reason: 'an actor has several countries', detail: country };
  const state = countryOfCode(world, country) ?? actorOfName(world, country);
  if (!state) return { reason: 'the country is a region or not in the tables', detail: country };
  const sectors = listOf(sector);
  if (sectors.some((one) => STATE_SECTORS.has(one.toUpperCase()))) return state;
  return name === '' && sectors.length === 0 ? state : { reason: NOT_THE_STATE, detail: sectors[0] ?? name };
}

function listOf(cell: string): string[] {
  return cell
    .split(/[;,|]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
