/**
 * What is selected and read: `select=country:NER` an actor, `select=country:FRA,country:NER` a dyad, then the
 * lane that was chosen (`cooperation`, `conflict`, `structure`, or `all`) and the tie that is unfolded.
 */
import type { Sign } from '../../model/index.ts';
import type { OpenQuote, Selection } from '../explorer.svelte.ts';
import type { Field } from './field.ts';
import { unwords, words } from './text.ts';

const LANES = { cooperation: 1, conflict: -1, structure: 0, all: null } as const;

export const selectionField: Field<Selection | null> = {
  change: 'step',
  initial: () => null,
  write: (selection) => {
    if (selection === null) return '';
    if (selection.kind === 'actor') return words([selection.id]);
    const { a, b, sign, tie } = selection;
    if (sign === null && tie === null) return words([a, b]);
    return words([a, b, laneName(sign), ...(tie === null ? [] : [tie])]);
  },
  read: (text) => {
    const parts = unwords(text);
    if (parts === undefined || parts.length > 4) return undefined;
    const [a, b, lane = 'all', tie = null] = parts;
    if (a === undefined) return null;
    if (b === undefined) return { kind: 'actor', id: a };
    if (!Object.hasOwn(LANES, lane)) return undefined;
    return { kind: 'dyad', a, b, sign: LANES[lane as keyof typeof LANES], tie };
  },
  get: ({ explorer }) => explorer.selection,
  set: ({ explorer }, selection, corpus) => {
    const named = !selection ? [] : selection.kind === 'actor' ? [selection.id] : [selection.a, selection.b];
    const missing = named.filter((id) => !corpus.actors.has(id));
    explorer.selection = missing.length > 0 ? null : selection;
    if (missing.length > 0 || selection?.kind !== 'dyad' || selection.tie === null) return missing;
    if (corpus.ties.some(({ id }) => id === selection.tie)) return [];
    explorer.selection = { ...selection, tie: null };
    return [selection.tie];
  },
};

/** The quote that is open in its article: `quote=a-0be216036fdbba82`, from the second on with its number. */
export const quoteField: Field<OpenQuote | null> = {
  change: 'step',
  initial: () => null,
  write: (quote) => {
    if (quote === null) return '';
    return words([quote.assertion, ...(quote.evidence === 0 ? [] : [String(quote.evidence + 1)])]);
  },
  read: (text) => {
    const parts = unwords(text);
    if (parts === undefined || parts.length > 2) return undefined;
    const [assertion, number = '1'] = parts;
    if (assertion === undefined) return null;
    return /^[1-9]\d{0,3}$/.test(number) ? { assertion, evidence: Number(number) - 1 } : undefined;
  },
  get: ({ explorer }) => explorer.quote,
  set: ({ explorer }, quote, corpus) => {
    const isThere = quote === null || corpus.assertions.get(quote.assertion)?.evidence[quote.evidence];
    explorer.quote = isThere ? quote : null;
    return isThere ? [] : [quote.assertion];
  },
};

function laneName(sign: Sign | null): string {
  return sign === null ? 'all' : sign === 0 ? 'structure' : sign === 1 ? 'cooperation' : 'conflict';
}
