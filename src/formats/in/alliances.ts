/**
 * Alliances of states: COW Formal Alliances 4.1 (a row for each dyad and spell, or for each dyad and
 * year) and ATOP 5 (a row for each directed dyad and year). Consecutive years fold into spells; both
 * directions and rows that repeat count once.
 *
 * A promise of defence (ATOP: or of offence) is `allied-with`; an agreement on neutrality, non-aggression,
 * consultation or an entente without it is `signed-agreement`. COW leaves the end of an alliance empty
 * that was in force when the data end, on 2012-12-31: its spell ends on that day, and the tally says that
 * its end is not known.
 */
import type { RelationId } from '../../ontology/relations/index.ts';
import { isEdtf } from '../../time/edtf.ts';
import { ClaimGraph } from './claims.ts';
import { CsvReader, type CsvRow } from './csv-rows.ts';
import { namedBy, type Named } from './csv-tables.ts';
import { type Header, findColumns } from './header.ts';
import { type Imported, NotThisFormat, type TextReader } from './imported.ts';
import type { KnownWorld } from './known-actors.ts';
import { REVERSED } from './spells-text.ts';
import { type PairYears, pairYears } from './state-pairs.ts';
import { Tally } from './tally.ts';

/** What is different between the data sets. */
interface AllianceSet {
  readonly name: string;
  readonly reader: string;
  /** Columns of promises to fight for each other, and of lesser ones. */
  readonly strong: readonly (readonly string[])[];
  readonly weak: readonly (readonly string[])[];
}

const COW: AllianceSet = {
  name: 'COW Formal Alliances 4.1',
  reader: 'cow-alliances/4.1',
  strong: [['defense', 'cow_defense']],
  weak: [
    ['neutrality', 'cow_neutral'],
    ['nonaggression', 'cow_nonagg'],
    ['entente', 'cow_entente'],
  ],
};
const ATOP: AllianceSet = {
  name: 'ATOP 5',
  reader: 'atop/5',
  strong: [
    ['defense', 'atop_defense'],
    ['offense', 'atop_offense'],
  ],
  weak: [
    ['neutral', 'atop_neutral'],
    ['nonagg', 'atop_nonagg'],
    ['consul', 'atop_consul'],
  ],
};

/** The last day of COW Formal Alliances 4.1, and its first. */
const COW_END = '2012-12-31';
const COW_START = '1816-01-01';
const CENSORED = `in force when the data end (${COW_END}): the end is not known`;
const LEFT_CENSORED = `in force when the data begin (${COW_START}): the start is not known`;
const LAST_YEAR = 'in force in the last year of the data: the end is not known';
const [MIN_YEAR, MAX_YEAR] = [1800, 2199];

const COLUMNS = {
  one: ['ccode1', 'stateA', 'state1', 'stateabb1'],
  two: ['ccode2', 'stateB', 'state2', 'stateabb2'],
  year: ['year'],
  startYear: ['dyad_st_year'],
} as const;

/** Reads COW Formal Alliances, by dyad or by dyad and year. */
export function cowAlliancesReader(file: string, world: KnownWorld): TextReader {
  return allianceReader(file, world, COW);
}

/** Reads ATOP dyad-years. */
export function atopReader(file: string, world: KnownWorld): TextReader {
  return allianceReader(file, world, ATOP);
}

function allianceReader(file: string, world: KnownWorld, set: AllianceSet): TextReader {
  const reader = new AllianceReader(file, world, set);
  return { push: (text) => reader.push(text), finish: (sha256, isCut) => reader.finish(sha256, isCut) };
}

/** The years of one dyad and relation; the raw row where a spell may begin. */
interface DyadYears {
  readonly codes: readonly [number, number];
  readonly relation: RelationId;
  readonly years: Map<number, { readonly row: CsvRow | null; rows: number }>;
}

class AllianceReader {
  readonly #file: string;
  readonly #world: KnownWorld;
  readonly #set: AllianceSet;
  readonly #tally = new Tally();
  readonly #graph: ClaimGraph;
  readonly #dyads = new Map<string, DyadYears>();
  readonly #csv = new CsvReader(
    (row) => this.#row(row),
    (raw, line) => this.#tally.fault('the row is no CSV', line, raw),
  );
  #header: Header<keyof typeof COLUMNS> | undefined;
  #name: ((row: readonly string[]) => Named) | undefined;

  constructor(file: string, world: KnownWorld, set: AllianceSet) {
    this.#file = file;
    this.#world = world;
    this.#set = set;
    this.#graph = new ClaimGraph({ file, name: set.name, reader: set.reader }, this.#tally);
  }

  push(text: string): void {
    this.#csv.push(text);
  }

  finish(sha256: string, isCut = false): Imported {
    if (!isCut) this.#csv.finish();
    if (!this.#header) throw new NotThisFormat(`${this.#file}: the file is empty`);
    this.#addYears();
    return this.#graph.finish(sha256);
  }

  #row(row: CsvRow): void {
    if (!this.#header || !this.#name) return this.#begin(row.cells);
    const { line, raw, cells } = row;
    this.#graph.rows += 1;
    const { at, width } = this.#header;
    if (cells.length !== width) return this.#tally.fault(`the row has not ${width} columns`, line, raw);
    const cell = this.#name(cells);
    const [one, two] = [cells[at.one] ?? '', cells[at.two] ?? ''];
    const codes: readonly [number, number] = [Number(one), Number(two)];
    if (!/^\d+$/.test(one) || !/^\d+$/.test(two))
      return this.#tally.fault('a state code is no number', line, raw);
    if (codes[0] === codes[1]) return this.#tally.fault('source and target are the same state', line, raw);
    const relation = this.#relationOf(cell);
    if (relation === undefined) return this.#tally.fault('a flag is neither 0 nor 1', line, raw);
    if (relation === null) return this.#tally.add('no alliance: all flags are 0', line, raw);
    if (at.startYear >= 0) this.#dyad(codes, relation, cell, row);
    else this.#dyadYear(codes, relation, cells[at.year] ?? '', row);
  }

  #begin(header: readonly string[]): void {
    const isDyad = header.some((name) => name.toLowerCase() === 'dyad_st_year');
    this.#header = findColumns(this.#file, header, COLUMNS, ['one', 'two', isDyad ? 'startYear' : 'year']);
    const flags = [...this.#set.strong, ...this.#set.weak];
    const lower = header.map((name) => name.toLowerCase());
    const lacking = flags
      .filter((names) => !names.some((name) => lower.includes(name)))
      .map(([name]) => name);
    if (lacking.length === flags.length) {
      throw new NotThisFormat(
        `${this.#file}: the header has no ${lacking.join(', ')}; found: ${header.join(', ')}`,
      );
    }
    this.#name = namedBy(header);
  }

  /** Null: no promise at all; undefined: a flag that is none. */
  #relationOf(cell: Named): RelationId | null | undefined {
    const valueOf = (names: readonly string[]) => names.map(cell).find((value) => value !== '') ?? '';
    const flagsOf = (columns: readonly (readonly string[])[]) => columns.map(valueOf);
    const [strong, weak] = [flagsOf(this.#set.strong), flagsOf(this.#set.weak)];
    if ([...strong, ...weak].some((flag) => !['0', '1', '', 'NA', '.'].includes(flag))) return undefined;
    if (strong.includes('1')) return 'allied-with';
    return weak.includes('1') ? 'signed-agreement' : null;
  }

  /** A row of a spell. */
  #dyad(
    codes: readonly [number, number],
    relation: RelationId,
    cell: Named,
    { line, raw, offset }: CsvRow,
  ): void {
    const start = dateOf(cell('dyad_st_year'), cell('dyad_st_month'), cell('dyad_st_day'));
    const given = dateOf(cell('dyad_end_year'), cell('dyad_end_month'), cell('dyad_end_day'));
    const end = given === '' ? COW_END : given;
    if (start === null || start === '' || end === null)
      return this.#tally.fault('the date is no day, month or year', line, raw);
    const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
    if (first < MIN_YEAR || last > MAX_YEAR) return this.#tally.fault('the year is out of range', line, raw);
    if (!isEdtf(`${start}/${end}`)) return this.#tally.fault(REVERSED, line, raw);
    const pairs = pairYears(this.#world, codes, first, last);
    if ('reason' in pairs) return this.#tally.add(pairs.reason, line, raw, pairs.detail);
    if (given === '' || cell('right_censor') === '1') this.#tally.add(CENSORED, line, raw);
    if (cell('left_censor') === '1') this.#tally.add(LEFT_CENSORED, line, raw);
    this.#graph.taken += 1;
    for (const pair of pairs) {
      const from = pair.first === first ? start : `${pair.first}-01-01`;
      const to = pair.last === last ? end : `${pair.last}-12-31`;
      this.#add(pair, relation, `${from}/${to}`, { line, offset, raw }, 1);
    }
  }

  #dyadYear([one, two]: readonly [number, number], relation: RelationId, written: string, row: CsvRow): void {
    const year = Number(written);
    if (!/^\d{4}$/.test(written) || year < MIN_YEAR || year > MAX_YEAR) {
      return this.#tally.fault('the year is out of range', row.line, row.raw);
    }
    const codes: readonly [number, number] = one < two ? [one, two] : [two, one];
    const key = `${codes[0]} ${codes[1]} ${relation}`;
    let dyad = this.#dyads.get(key);
    if (!dyad) this.#dyads.set(key, (dyad = { codes, relation, years: new Map() }));
    this.#graph.taken += 1;
    const present = dyad.years.get(year);
    if (present) present.rows += 1;
    // Only the row that a spell begins with is quoted.
    else dyad.years.set(year, { row: dyad.years.has(year - 1) ? null : row, rows: 1 });
  }

  /** Consecutive years of a dyad are one spell. */
  #addYears(): void {
    let end = 0;
    for (const { years } of this.#dyads.values()) for (const year of years.keys()) end = Math.max(end, year);
    for (const dyad of this.#dyads.values()) {
      for (const [first, { row }] of dyad.years)
        if (row && !dyad.years.has(first - 1)) this.#addSpell(dyad, first, row, end);
    }
  }

  #addSpell({ codes, relation, years }: DyadYears, first: number, row: CsvRow, end: number): void {
    const { line, raw } = row;
    let last = first;
    let rows = years.get(first)!.rows;
    while (years.has(last + 1)) rows += years.get(++last)!.rows;
    const pairs = pairYears(this.#world, codes, first, last);
    if ('reason' in pairs) {
      this.#graph.taken -= rows;
      return this.#tally.add(pairs.reason, line, raw, pairs.detail);
    }
    if (last === end) this.#tally.add(LAST_YEAR, line, raw);
    for (const pair of pairs) this.#add(pair, relation, `${pair.first}/${pair.last}`, row, rows);
  }

  #add(
    pair: PairYears,
    relation: RelationId,
    when: string,
    at: Pick<CsvRow, 'line' | 'offset' | 'raw'>,
    rows: number,
  ): void {
    const [source, target] = [this.#graph.actor(pair.source), this.#graph.actor(pair.target)];
    const { line, offset, raw } = at;
    const claim = { source, relation, target, when, line, offset, quote: raw, rows } as const;
    this.#graph.add({ ...claim, status: 'actual', reported: null, confidence: 1 });
  }
}

/** As precise as the cells are; '' where there is no year, null where it is no date. */
function dateOf(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map((cell) => (['NA', '.', '-9'].includes(cell) ? '' : cell));
  if (y === '') return '';
  const two = (cell: string) => cell.padStart(2, '0');
  const date = [y!, ...(m === '' ? [] : [two(m!)]), ...(m === '' || d === '' ? [] : [two(d!)])].join('-');
  return isEdtf(date) ? date : null;
}
