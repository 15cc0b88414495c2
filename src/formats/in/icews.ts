/**
 * ICEWS coded events: a table with tabs and, mostly, a header. CAMEO codes may have lost their leading
 * zeros; event ids are unique only with their date. The event's date is that of the story, so it is
 * also when it was reported. One row for each direction of a mutual act: for symmetric relations both
 * fold into one assertion.
 *
 * An actor is what the tables know by its name, else the country, where one of the sectors is of the state.
 */
import { cameoRelation } from '../../ontology/event-codes.ts';
import type { KnownActor } from '../../ontology/knowledge.ts';
import { NOT_THE_STATE } from './event-fold.ts';
import { type EventTable, eventTableReader } from './event-table.ts';
import type { TextReader, Unmapped } from './imported.ts';
import { type KnownWorld, actorOfName } from './known-actors.ts';

const COLUMNS = {
  id: ['Event ID'],
  day: ['Event Date'],
  sourceName: ['Source Name'],
  sourceSectors: ['Source Sectors'],
  sourceCountry: ['Source Country'],
  text: ['Event Text'],
  code: ['CAMEO Code', 'CAMEO'],
  targetName: ['Target Name'],
  targetSectors: ['Target Sectors'],
  targetCountry: ['Target Country'],
  publisher: ['Publisher'],
} as const;

type Column = keyof typeof COLUMNS;

const ORDER =
  'Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude'.split(
    '|',
  );

/** Sectors that act for their state. */
const STATE = new Set(
  'Government|Executive|Legislative / Parliamentary|Judicial|Military|Police|Foreign Ministry'.split('|'),
);

const IGO = 'International Government Organization';

/** The data set's own evaluation: about three of four events are right. */
const CONFIDENCE = 0.75;

/** Reads an ICEWS file. */
export function icewsReader(file: string, world: KnownWorld, minEvents: number): TextReader {
  const table: EventTable<Column> = {
    set: {
      file,
      name: 'ICEWS Coded Event Data',
      reader: 'icews/1',
      confidence: CONFIDENCE,
      minEvents,
      whenBasis: 'document',
    },
    columns: COLUMNS,
    required: ['day', 'sourceName', 'sourceCountry', 'code', 'targetName', 'targetCountry'],
    order: ORDER,
    day: 'day',
    reported: 'day',
    code: (cell) => cameoRelation(cell('code')),
    actorCells: (cell, side) =>
      side === 'source'
        ? [cell('sourceName'), cell('sourceSectors'), cell('sourceCountry')]
        : [cell('targetName'), cell('targetSectors'), cell('targetCountry')],
    actor: ([name, sectors, country]) => actorOfRow(world, name, sectors, country),
    quote: (cell) => ({
      cells: [
        cell('id'),
        cell('sourceName'),
        cell('text'),
        cell('code'),
        cell('targetName'),
        cell('publisher'),
      ],
      source: 1,
      target: 4,
    }),
  };
  return eventTableReader(table);
}

function actorOfRow(
  world: KnownWorld,
  name: string,
  sectors: string,
  country: string,
): KnownActor | Unmapped {
  if (name === '') return { reason: 'an actor is missing', detail: '' };
  // "Foreign Affairs (Bangladesh)": the bracket only repeats the country.
  const known = actorOfName(world, name) ?? actorOfName(world, name.replace(/\s*\([^()]*\)$/, ''));
  if (known) return known;
  // "Secretariat (Organization of American States)"
  const body = /\(([^()]+)\)$/.exec(name)?.[1] ?? '';
  const organisation = country === '' && sectors.includes(IGO) ? actorOfName(world, body) : undefined;
  if (organisation) return organisation;
  if (country === '') return { reason: 'an actor has no country and is no organisation', detail: name };
  const state = actorOfName(world, country);
  if (!state) return { reason: 'the country is a region or not in the tables', detail: country };
  if (sectors.split(',').some((sector) => STATE.has(sector.trim()))) return state;
  return { reason: NOT_THE_STATE, detail: sectors.split(',', 1)[0]! || name };
}
