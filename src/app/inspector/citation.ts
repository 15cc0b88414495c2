/** A piece of evidence as a citation in plain text: what is said, where, when, and a link to it in the graph. */
import type { Assertion, Document, Evidence } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { edtfInWords } from '../dates.ts';
import { m } from '../messages.ts';
import { encode, initialState } from '../permalink/address.ts';
import { reachOf } from '../topbar/share.ts';

/** As many digits of a SHA-256 as links carry. */
const DIGITS = 8;

/**
 * The quote on one line, under it outlet, title, date and address as far as they are known, and the link where
 * there is one.
 */
export function citationOf(
  evidence: Pick<Evidence, 'quote' | 'speaker'>,
  document: Pick<Document, 'source' | 'title' | 'published' | 'publishedBasis' | 'url'> | undefined,
  link: string | null,
): string {
  const quote = oneLine(evidence.quote);
  const speaker = evidence.speaker?.words;
  const said =
    speaker === undefined
      ? m('inspector_citation_quote', { quote })
      : m('inspector_citation_quote_said', { quote, speaker: oneLine(speaker) });
  const source = [
    document?.source,
    document?.title ? m('inspector_citation_title', { title: oneLine(document.title) }) : null,
    document && publishedInWords(document),
  ].filter(Boolean);
  const from = source.length > 0 ? `${source.join(', ')}.` : '';
  return [said, [from, document?.url].filter(Boolean).join(' '), link].filter(Boolean).join('\n');
}

/**
 * The address that opens this quote in its article; null where it would lead nobody else there: the graph is
 * only in this tab, or on this machine.
 */
export function linkToQuote(
  corpus: Corpus,
  assertion: Pick<Assertion, 'id' | 'source' | 'target'>,
  evidence: number,
  { href, protocol, hostname }: Pick<Location, 'href' | 'protocol' | 'hostname'>,
): string | null {
  if (reachOf(corpus, { protocol, hostname }) !== 'link') return null;
  const [a, b] = [assertion.source, assertion.target].sort() as [string, string];
  const state = {
    ...initialState(corpus),
    select: { kind: 'dyad' as const, a, b, sign: null, tie: null },
    quote: { assertion: assertion.id, evidence },
  };
  const graph = { name: corpus.name, sha256: corpus.served?.sha256.slice(0, DIGITS) ?? '' };
  return `${href.replace(/#.*$/s, '')}#${encode(state, corpus, graph)}`;
}

/** The date of a document, and whether it is only inferred. */
export function publishedInWords({
  published,
  publishedBasis,
}: Pick<Document, 'published' | 'publishedBasis'>): string {
  if (published === null) return m('inspector_citation_undated');
  const date = edtfInWords(published);
  return publishedBasis === 'inferred' ? m('inspector_citation_inferred', { date }) : date;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
