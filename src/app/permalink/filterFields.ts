/** Filters in an address: `relation=not;accuses` hides one relation, `outlet=only;Reuters` all outlets but one. */
import type { Corpus } from '../data/corpus.ts';
import { UNKNOWN_OUTLET } from '../data/corpus.ts';
import { WITHOUT_BLOC } from '../filters/blocIndex.ts';
import { type Facet, NO_FILTERS } from '../filters/filters.ts';
import { WITHOUT_TOPIC } from '../filters/tieValues.ts';
import type { Field } from './field.ts';
import { unword, unwords, word, words } from './text.ts';

/** What a facet hides, sorted; written by what it shows where that is less. */
export function facetField(facet: Facet): Field<readonly string[]> {
  return {
    change: 'settled',
    initial: () => [],
    write: (hidden, corpus) => {
      const known = valuesOf(corpus, facet);
      const shown = known.filter((value) => !hidden.includes(value));
      const isShorter = shown.length < hidden.length && hidden.length + shown.length === known.length;
      return isShorter ? `only;${words(shown)}` : `not;${words(hidden)}`;
    },
    read: (text, corpus) => {
      const [how, listed, ...more] = text.split(';');
      const named = listed === undefined || more.length > 0 ? undefined : unwords(listed);
      if (named === undefined) return undefined;
      if (how === 'not') return [...new Set(named)].sort();
      return how === 'only' ? valuesOf(corpus, facet).filter((value) => !named.includes(value)) : undefined;
    },
    get: ({ explorer }) => [...explorer.filters.hidden[facet]].sort(),
    set: ({ explorer }, hidden, corpus) => {
      const known = new Set(valuesOf(corpus, facet));
      const values = new Set(hidden.filter((value) => known.has(value)));
      const { filters } = explorer;
      explorer.filters = { ...filters, hidden: { ...filters.hidden, [facet]: values } };
      return hidden.filter((value) => !known.has(value));
    },
  };
}

export const minimumSourcesField: Field<number> = {
  change: 'settled',
  initial: () => NO_FILTERS.minimumSources,
  write: String,
  read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
  get: ({ explorer }) => explorer.filters.minimumSources,
  set: ({ explorer }, minimumSources) => {
    explorer.filters = { ...explorer.filters, minimumSources };
    return [];
  },
};

/** `confidence=60`: in percent. */
export const minimumConfidenceField: Field<number> = {
  change: 'settled',
  initial: () => NO_FILTERS.minimumConfidence,
  write: (confidence) => String(Math.round(confidence * 100)),
  read: (text) => (/^(\d{1,2}|100)$/.test(text) ? Number(text) / 100 : undefined),
  get: ({ explorer }) => explorer.filters.minimumConfidence,
  set: ({ explorer }, minimumConfidence) => {
    explorer.filters = { ...explorer.filters, minimumConfidence };
    return [];
  },
};

/** `words=grain+deal`: words that quotes must have. */
export const wordsField: Field<string> = {
  change: 'settled',
  initial: () => NO_FILTERS.words,
  write: word,
  read: unword,
  get: ({ explorer }) => explorer.filters.words,
  set: ({ explorer }, typed) => {
    explorer.filters = { ...explorer.filters, words: typed };
    return [];
  },
};

const known = new WeakMap<Corpus, Map<Facet, readonly string[]>>();

/** All values of a facet that a graph has, sorted. */
function valuesOf(corpus: Corpus, facet: Facet): readonly string[] {
  const facets = known.get(corpus) ?? new Map<Facet, readonly string[]>();
  known.set(corpus, facets);
  const values = facets.get(facet) ?? [...new Set(listValues(corpus, facet))].sort();
  facets.set(facet, values);
  return values;
}

function listValues(corpus: Corpus, facet: Facet): readonly string[] {
  const { ties, actors, documents } = corpus;
  switch (facet) {
    case 'relation':
      return ties.map(({ relation }) => relation);
    case 'status':
      return ties.flatMap(({ statuses }) => statuses);
    case 'type':
      return ties.flatMap(({ source, target }) => [actors.get(source)!.type, actors.get(target)!.type]);
    case 'topic':
      return [WITHOUT_TOPIC, ...corpus.file.assertions.flatMap(({ topics }) => topics)];
    case 'bloc':
      // Which there are takes long to find; each is named by one of its actors.
      return [WITHOUT_BLOC, ...actors.keys()];
    case 'outlet':
      return [...documents.values()].map(({ source }) => source ?? UNKNOWN_OUTLET);
  }
}
