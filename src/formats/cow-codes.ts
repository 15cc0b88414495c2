/**
 * State codes of the Correlates of War project. They name states, not territories: Germany is 255,
 * West Germany 260; Yugoslavia was what Serbia is now, 345. So each code goes with years. Where two
 * states fit a code and a year (Russia and the Soviet Union), the one is meant that began later, or that
 * stands later in the table.
 */
import table from '../../data/cow-codes.tsv?raw';
import { readTable } from '../ontology/table.ts';

interface CowState {
  readonly code: number;
  readonly name: string;
  /** ISO 3166-1 or, of former states, ISO 3166-3; '' where there never was one. */
  readonly iso3: string;
  /** Id of the actor; '' where the tables have none. */
  readonly actor: string;
  /** First and last year in the state system, both inclusive. */
  readonly from: number;
  readonly to: number;
}

const COLUMNS = ['cow', 'abbreviation', 'name', 'iso3', 'actor', 'from', 'to'];
const states = readStates();
const byCode = grouped((state) => state.code);
const byIso = grouped((state) => state.iso3);

/** The COW code of a state in a year, undefined where it had none. */
export function cowCodeOf(iso3: string, year: number): number | undefined {
  return stateIn(byIso.get(iso3), year)?.code;
}

/** The ISO 3166 alpha-3 code of the state that a COW code meant in a year; `SUN`, `YUG` for former ones. */
export function isoOfCow(code: number, year: number): string | undefined {
  return stateIn(byCode.get(code), year)?.iso3 || undefined;
}

/** The id of the actor that a COW code meant in a year. */
export function actorOfCow(code: number, year: number): string | undefined {
  return stateIn(byCode.get(code), year)?.actor || undefined;
}

/** The name of the state that a code stands for, in any year. */
export function nameOfCow(code: number): string | undefined {
  return byCode.get(code)?.[0]?.name;
}

function stateIn(candidates: readonly CowState[] | undefined, year: number): CowState | undefined {
  let found: CowState | undefined;
  for (const state of candidates ?? []) {
    if (state.from <= year && year <= state.to && (!found || state.from >= found.from)) found = state;
  }
  return found;
}

function grouped<K>(key: (state: CowState) => K): Map<K, CowState[]> {
  const groups = new Map<K, CowState[]>();
  for (const state of states) {
    const group = groups.get(key(state));
    if (group) group.push(state);
    else groups.set(key(state), [state]);
  }
  return groups;
}

function readStates(): CowState[] {
  return readTable('data/cow-codes.tsv', table, COLUMNS).rows.map(({ cell }) => ({
    code: Number(cell('cow')),
    name: cell('name'),
    iso3: cell('iso3'),
    actor: cell('actor'),
    from: Number(cell('from')),
    to: cell('to') === '' ? Infinity : Number(cell('to')),
  }));
}
