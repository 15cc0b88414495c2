/**
 * Dyad-years, the table that studies of international relations work on: one row for each pair of actors
 * and year in which any tie between them stands, as a fact. The pair is unordered, in order of ids.
 *
 * A state stands in each year from its start to its end; an open one until the last year that the caller
 * names, as the alliance data of the Correlates of War do. An act stands in the years of its date. What is
 * only known to be "on or before" a date stands from the year of that date.
 *
 * It cannot hold: dates within the year, direction, plans and claims, ties without a date (`leftOut`
 * counts the last two), quotes. COW codes are of the year; empty where the state was no member of the system.
 */
import type { Actor, GraphFile, Sign, Spell, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { type Originals, countSources, originalsAmong } from '../ties/sources.ts';
import { bounds } from '../time/edtf.ts';
import { cowCodeOf } from './cow-codes.ts';
import { csvTable } from './csv.ts';

export interface DyadYearOptions {
  /** Organisations, missions and persons too; their ISO and COW codes are empty. */
  readonly all?: boolean;
  /** The last year of the table, and of ties without an end; default: the last of any date in the graph. */
  readonly lastYear?: number;
}

export interface DyadYears {
  readonly csv: string;
  /** Ties between the actors asked for that no row tells of. */
  readonly leftOut: number;
}

const HEADER = [
  'actor_1',
  'name_1',
  'iso3_1',
  'cow_1',
  'actor_2',
  'name_2',
  'iso3_2',
  'cow_2',
  'year',
  'cooperation',
  'conflict',
  'structure',
  'relations',
  'min_confidence',
  'max_confidence',
  'sources',
];

/** A tie in a year, with the assertions that put it there. */
interface Standing {
  readonly tie: Tie;
  readonly openedBy: readonly string[];
}

/** Writes the table; by default of all ties of the graph. */
export function writeDyadYears(
  graph: GraphFile,
  ties: readonly Tie[] = tiesOf(graph),
  options: DyadYearOptions = {},
): DyadYears {
  const actors = new Map(graph.actors.map((actor) => [actor.id, actor]));
  const isWanted = (id: string) => options.all === true || actors.get(id)?.iso3 !== undefined;
  const wanted = ties.filter(
    ({ source, target }) => source !== target && isWanted(source) && isWanted(target),
  );
  const lastYear = options.lastYear ?? lastYearOf(graph, wanted);
  const rows = new Map<string, Standing[]>();
  let leftOut = 0;
  for (const tie of wanted) {
    const years = standingYears(tie, lastYear);
    if (years.size === 0) leftOut++;
    const pair = tie.source < tie.target ? `${tie.source} ${tie.target}` : `${tie.target} ${tie.source}`;
    for (const [year, openedBy] of years) {
      const key = `${pair} ${String(year).padStart(4, '0')}`;
      rows.set(key, [...(rows.get(key) ?? []), { tie, openedBy }]);
    }
  }
  const assertions = new Map(graph.assertions.map((assertion) => [assertion.id, assertion]));
  const originals = originalsAmong(graph.documents);
  const written = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, standing]) => rowOf(key, standing, actors, assertions, originals));
  return { csv: csvTable(HEADER, written), leftOut };
}

function rowOf(
  key: string,
  standing: readonly Standing[],
  actors: ReadonlyMap<string, Actor>,
  assertions: ReadonlyMap<string, GraphFile['assertions'][number]>,
  originals: Originals,
): (string | number | null)[] {
  const [a, b, year] = key.split(' ') as [string, string, string];
  const stated = standing.flatMap(({ openedBy }) => openedBy.flatMap((id) => assertions.get(id) ?? []));
  const confidences = stated.map(({ confidence }) => confidence);
  const count = (sign: Sign) => standing.filter(({ tie }) => tie.sign === sign).length;
  return [
    ...actorCells(a, actors, Number(year)),
    ...actorCells(b, actors, Number(year)),
    Number(year),
    count(1),
    count(-1),
    count(0),
    [...new Set(standing.map(({ tie }) => tie.relation))].sort().join('; '),
    confidences.length === 0 ? null : Math.min(...confidences),
    confidences.length === 0 ? null : Math.max(...confidences),
    countSources(stated, originals),
  ];
}

function actorCells(
  id: string,
  actors: ReadonlyMap<string, Actor>,
  year: number,
): (string | number | null)[] {
  const actor = actors.get(id);
  const iso3 = actor?.iso3 ?? null;
  return [id, actor?.name ?? id, iso3, iso3 === null ? null : (cowCodeOf(iso3, year) ?? null)];
}

/** The years in which a tie stands, with the assertions that opened its spells there. */
function standingYears({ relation, spells }: Tie, lastYear: number): Map<number, string[]> {
  const isState = relationSpec(relation).time === 'state';
  const years = new Map<number, string[]>();
  for (const spell of spells) {
    const span = isState ? stateYears(spell, lastYear) : eventYears(spell.from, lastYear);
    if (!span) continue;
    for (let year = span[0]; year <= Math.min(span[1], lastYear); year++)
      years.set(year, [...(years.get(year) ?? []), ...spell.openedBy]);
  }
  return years;
}

function stateYears({ from, to }: Spell, lastYear: number): [number, number] | null {
  const start = from === null ? null : firstYear(from);
  const end = to === null ? null : yearOf(bounds(to).latest);
  // Of a state without a start only its end is known to be in force.
  if (start === null) return end === null ? null : [end, end];
  return [start, Math.max(start, end ?? lastYear)];
}

function eventYears(date: string | null, lastYear: number): [number, number] | null {
  if (date === null) return null;
  const start = firstYear(date);
  if (start === null) return null;
  return [start, yearOf(bounds(date).latest) ?? Math.max(start, lastYear)];
}

function firstYear(date: string): number | null {
  const { earliest, latest } = bounds(date);
  return yearOf(earliest ?? latest);
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}

function lastYearOf({ documents, assertions }: GraphFile, ties: readonly Tie[]): number {
  const dates = [
    ...documents.map(({ published }) => published),
    ...assertions.map(({ reported }) => reported),
    ...ties.flatMap(({ spells }) => spells.flatMap(({ from, to }) => [from, to])),
  ];
  let last = 0;
  for (const date of dates) {
    if (date === null) continue;
    const { earliest, latest } = bounds(date);
    last = Math.max(last, yearOf(latest ?? earliest) ?? 0);
  }
  return last;
}
