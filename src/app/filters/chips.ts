/** What the filters hide, as a short list of removable chips. */
import { relationSpec } from '../../ontology/relations/index.ts';
import { signWord } from '../inspector/words.ts';
import { m } from '../messages.ts';
import type { FacetCounts } from './counts.ts';
import { type Facet, FACETS, type Filters, NO_FILTERS, toggle } from './filters.ts';
import { SIGNS } from './groups.ts';
import { facetWord, type Named, valueWord } from './labels.ts';

export interface Chip {
  readonly id: string;
  readonly label: string;
  /** The filters once it is taken away. */
  readonly without: Filters;
}

/** More values than these are counted, not named. */
const MOST_NAMED = 3;

export function chipsOf(filters: Filters, counts: FacetCounts, named: Named): Chip[] {
  return [
    ...FACETS.flatMap((facet) => chipsOfFacet(filters, facet, valuesOf(filters, counts, facet), named)),
    ...otherChips(filters),
  ];
}

function chipsOfFacet(filters: Filters, facet: Facet, values: readonly string[], named: Named): Chip[] {
  const hidden = filters.hidden[facet];
  if (hidden.size === 0) return [];
  const all = { ...filters, hidden: { ...filters.hidden, [facet]: NO_FILTERS.hidden[facet] } };
  const chip = (label: string): Chip[] => [{ id: facet, label, without: all }];
  const word = facetWord(facet);
  const groups = groupsOf(facet, values, named);
  const each = singles(facet, values, named);
  const only = fewShown(groups, hidden) ?? fewShown(each, hidden);
  if (only) return chip(m('chip_only', { facet: word, list: only.map(({ label }) => label).join(', ') }));
  const gone = wholesFirst(groups, each, hidden);
  if (gone.length > MOST_NAMED) {
    const left = values.filter((value) => !hidden.has(value)).length;
    return chip(m('chip_some', { facet: word, shown: left, total: values.length }));
  }
  return gone.map((group) => ({
    id: `${facet} ${group.values.join(' ')}`,
    label: m('chip_without', { facet: word, value: group.label }),
    without: toggle(filters, facet, group.values, true),
  }));
}

/** What is shown, where that is a few whole groups, and less than half of all. */
function fewShown(groups: readonly Group[], hidden: ReadonlySet<string>): Group[] | null {
  const shown = groups.filter(({ values }) => !values.every((value) => hidden.has(value)));
  const isWhole = shown.every(({ values }) => !values.some((value) => hidden.has(value)));
  const isFew = shown.length > 0 && shown.length <= MOST_NAMED && shown.length < groups.length / 2;
  return isWhole && isFew ? shown : null;
}

interface Group {
  readonly label: string;
  readonly values: readonly string[];
}

/** Relations by sign, where a sign has several; all else one by one. */
function groupsOf(facet: Facet, values: readonly string[], named: Named): Group[] {
  if (facet !== 'relation') return singles(facet, values, named);
  return SIGNS.map((sign) => ({
    label: signWord(sign),
    values: values.filter((value) => relationSpec(value).sign === sign),
  })).filter((group) => group.values.length > 0);
}

function singles(facet: Facet, values: readonly string[], named: Named): Group[] {
  return values.map((value) => ({ label: valueWord(facet, value, named), values: [value] }));
}

/** What is hidden: groups that are hidden as a whole, then the values of the others. */
function wholesFirst(groups: readonly Group[], each: readonly Group[], hidden: ReadonlySet<string>): Group[] {
  const isHidden = ({ values }: Group) => values.every((value) => hidden.has(value));
  const wholes = groups.filter((group) => group.values.length > 1 && isHidden(group));
  const told = new Set(wholes.flatMap((group) => group.values));
  return [...wholes, ...each.filter((group) => isHidden(group) && !told.has(group.values[0]!))];
}

function otherChips(filters: Filters): Chip[] {
  const { minimumSources, minimumConfidence, words } = filters;
  const chips: Chip[] = [];
  const add = (id: string, label: string, without: Partial<Filters>) =>
    chips.push({ id, label, without: { ...filters, ...without } });
  if (minimumSources > 1) add('sources', m('chip_sources', { count: minimumSources }), { minimumSources: 1 });
  if (minimumConfidence > 0) {
    const percent = Math.round(minimumConfidence * 100);
    add('confidence', m('chip_confidence', { percent }), { minimumConfidence: 0 });
  }
  if (words.trim() !== '') add('words', m('chip_words', { words: words.trim() }), { words: '' });
  return chips;
}

/** All values; those that are hidden before they are known (blocs are found late) among them. */
function valuesOf({ hidden }: Filters, counts: FacetCounts, facet: Facet): readonly string[] {
  return [...new Set([...counts[facet].map(({ value }) => value), ...hidden[facet]])];
}
