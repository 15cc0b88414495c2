/**
 * What is selected and read: `select=country:NER` an actor, `select=country:FRA,country:NER` a dyad, then the
 * lane that was chosen (`cooperation`, `conflict`, `structure`, or `all`) and the tie that is unfolded;
 * `select=country:FRA,in,bloc` the bloc that an actor is in, `select=seeds-1,as,document` a document.
 */
import type { Sign } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import type { OpenQuote } from '../explorer.svelte.ts';
import { actorsNamed, type Selection } from '../selection.ts';
import type { Field } from './field.ts';
import { unwords, words } from './text.ts';

const BLOC = ['in', 'bloc'] as const;
const DOCUMENT = ['as', 'document'] as const;
const LANES = { cooperation: 1, conflict: -1, structure: 0, all: null } as const;

export const selectionField: Field<Selection | null> = {
  change: 'step',
  initial: () => null,
  write: (selection) => {
    if (selection === null) return '';
    if (selection.kind === 'actor') return words([selection.id]);
    if (selection.kind === 'bloc') return words([selection.actor, ...BLOC]);
    if (selection.kind === 'document') return words([selection.id, ...DOCUMENT]);
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
    // Lanes have other names.
    if (b === BLOC[0] && lane === BLOC[1] && tie === null) return { kind: 'bloc', actor: a };
    if (b === DOCUMENT[0] && lane === DOCUMENT[1] && tie === null) return { kind: 'document', id: a };
    if (!Object.hasOwn(LANES, lane)) return undefined;
    return { kind: 'dyad', a, b, sign: LANES[lane as keyof typeof LANES], tie };
  },
  get: ({ explorer }) => explorer.selection,
  set: ({ explorer }, selection, corpus) => {
    const missing = missingFrom(selection, corpus);
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

/** What a selection names and the graph does not have. */
function missingFrom(selection: Selection | null, { actors, documents }: Corpus): string[] {
  if (selection?.kind === 'document') return documents.has(selection.id) ? [] : [selection.id];
  return actorsNamed(selection).filter((id) => !actors.has(id));
}

/** The document that is read at none of its quotes: `article=d-0be216036fdbba82`. */
export const articleField: Field<string | null> = {
  change: 'step',
  initial: () => null,
  write: (article) => (article === null ? '' : words([article])),
  read: (text) => {
    const parts = unwords(text);
    return parts === undefined || parts.length > 1 ? undefined : (parts[0] ?? null);
  },
  get: ({ explorer }) => explorer.article,
  set: ({ explorer }, article, corpus) => {
    const isThere = article === null || corpus.documents.has(article);
    explorer.article = isThere ? article : null;
    return isThere ? [] : [article];
  },
};

function laneName(sign: Sign | null): string {
  return sign === null ? 'all' : sign === 0 ? 'structure' : sign === 1 ? 'cooperation' : 'conflict';
}
