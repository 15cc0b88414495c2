/** FollowTheMoney knows countries by two letters (ISO 3166-1 alpha-2), in lower case. */
import table from '../../data/countries.tsv?raw';
import { readTable } from '../ontology/table.ts';

const COLUMNS = ['id', 'name', 'iso2', 'short', 'demonyms', 'capitals', 'seats', 'former'];
const codes = new Map(
  readTable('data/countries.tsv', table, COLUMNS).rows.map(({ cell }) => [cell('id'), cell('iso2')]),
);

/** The code of a country by its id; undefined where it has none. */
export function ftmCountry(id: string): string | undefined {
  return codes.get(id)?.toLowerCase() || undefined;
}
