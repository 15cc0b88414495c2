/** What a report tells of a tie or a change: in a sentence, with the quotes behind it and their sources. */
import type { Assertion } from '../../../model/index.ts';
import type { Corpus } from '../../data/corpus.ts';
import { publishedInWords } from '../../inspector/citation.ts';
import { outletWord, percent, statusWord } from '../../inspector/words.ts';
import { m } from '../../messages.ts';

export interface ReportQuote {
  readonly quote: string;
  /** Outlet, title, date, address, who says it, status and confidence. */
  readonly source: string;
}

export interface QuoteSection {
  /** How these stand to the entry, such as what denies it; empty for what plainly states it. */
  readonly title: string;
  readonly quotes: readonly ReportQuote[];
}

export interface ReportEntry {
  readonly sentence: string;
  /** Under the sentence: its dates, its status. */
  readonly note: string;
  readonly evidence: readonly QuoteSection[];
}

/** A piece of evidence of an assertion, by its index. */
export function reportQuote(
  { documents }: Pick<Corpus, 'documents'>,
  assertion: Assertion,
  index: number,
): ReportQuote {
  const evidence = assertion.evidence[index]!;
  const document = documents.get(evidence.document);
  const speaker = evidence.speaker;
  const source = [
    outletWord(document?.source),
    document?.title ? m('inspector_citation_title', { title: document.title }) : null,
    document ? publishedInWords(document) : null,
    speaker ? `${m('inspector_said_by')} ${m('inspector_said_words', { words: speaker.words })}` : null,
    statusWord(assertion.status).toLowerCase(),
    m('inspector_confidence', { percent: percent(evidence.confidence) }),
    document?.url,
  ];
  return {
    quote: m('inspector_citation_quote', { quote: evidence.quote }),
    source: source.filter(Boolean).join(' · '),
  };
}
