/**
 * Search for ties and quotes. Each is one folded string, and a search walks them all: a graph of 50,000 quotes
 * takes a few milliseconds, so that no index has to be kept. Folding them is the slow part: it is done once,
 * when somebody first searches, a slice at a time so that the page never stands still.
 */
import type { Assertion, Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { folded, wordStart } from './fold.ts';

export interface QuoteHit {
  readonly assertion: Assertion;
  readonly evidence: number;
  /** The tie that rests on it; null where none does. */
  readonly tie: string | null;
}

/** The best of all that was found. */
export interface Found<T> {
  readonly best: readonly T[];
  readonly count: number;
}

interface Quote extends QuoteHit {
  readonly text: string;
}

interface TieText {
  readonly tie: Tie;
  readonly source: string;
  readonly relation: string;
  readonly target: string;
}

/** Milliseconds of folding before the page gets its turn. */
const SLICE = 8;

export class SearchIndex {
  /** The newest first. */
  private readonly quotes: readonly Quote[];
  private readonly ties: readonly TieText[];

  private constructor(quotes: readonly Quote[], ties: readonly TieText[]) {
    this.quotes = quotes;
    this.ties = ties;
  }

  /** Folds all texts of a graph. `pause` gives the page its turn; `isVoid`: no longer wanted, then null. */
  static async make(
    corpus: Corpus,
    relationWord: (relation: string) => string,
    pause: () => Promise<void>,
    isVoid: () => boolean = () => false,
  ): Promise<SearchIndex | null> {
    const ties = tieTexts(corpus, relationWord);
    await pause();
    const tieOf = tiesByAssertion(corpus.ties);
    await pause();
    const quotes = new Map<string, Quote>();
    let started = performance.now();
    for (const assertion of newestFirst(corpus.file.assertions)) {
      assertion.evidence.forEach(({ quote }, evidence) => {
        const text = folded(quote);
        // A sentence that says several things is found once.
        if (!quotes.has(text))
          quotes.set(text, { assertion, evidence, tie: tieOf.get(assertion.id) ?? null, text });
      });
      if (performance.now() - started < SLICE) continue;
      await pause();
      if (isVoid()) return null;
      started = performance.now();
    }
    return new SearchIndex([...quotes.values()], ties);
  }

  /** Ties whose sentence has all words; not those in which one actor's name alone has them. */
  findTies(words: readonly string[], most: number): Found<Tie> {
    if (words.join('').length < 2) return NOTHING;
    const found = this.ties.filter(
      ({ source, relation, target }) =>
        words.every((word) => [source, relation, target].some((text) => wordStart(text, word) >= 0)) &&
        ![source, target].some((text) => words.every((word) => wordStart(text, word) >= 0)),
    );
    const best = found.map(({ tie }) => tie).sort((a, b) => b.sources - a.sources || (a.id < b.id ? -1 : 1));
    return { best: best.slice(0, most), count: found.length };
  }

  /** Quotes that have all words; first those that have them in a row, then the newest. */
  findQuotes(words: readonly string[], most: number): Found<QuoteHit> {
    if (words.join('').length < 2) return NOTHING;
    const phrase = words.join(' ');
    const [inRow, strewn]: [Quote[], Quote[]] = [[], []];
    let count = 0;
    for (const quote of this.quotes) {
      if (!words.every((word) => wordStart(quote.text, word) >= 0)) continue;
      count++;
      if (inRow.length === most) continue;
      if (wordStart(quote.text, phrase) >= 0) inRow.push(quote);
      else if (strewn.length < most) strewn.push(quote);
    }
    return { best: [...inRow, ...strewn].slice(0, most), count };
  }
}

const NOTHING = { best: [], count: 0 } as const;

function tieTexts(corpus: Corpus, relationWord: (relation: string) => string): TieText[] {
  const names = new Map([...corpus.actors].map(([id, { name }]) => [id, folded(name)]));
  const labels = new Map<string, string>();
  const labelOf = (relation: string) => {
    const label = labels.get(relation) ?? folded(relationWord(relation));
    labels.set(relation, label);
    return label;
  };
  return corpus.ties.map((tie) => ({
    tie,
    source: names.get(tie.source)!,
    relation: labelOf(tie.relation),
    target: names.get(tie.target)!,
  }));
}

/** Those whose report has no date come last; the graph's order is kept among equals. */
function newestFirst(assertions: readonly Assertion[]): readonly Assertion[] {
  return [...assertions].sort(({ reported: a }, { reported: b }) =>
    (a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1,
  );
}

/** Of several ties that rest on an assertion, such as one that it opens and one that it closes, the first. */
function tiesByAssertion(ties: readonly Tie[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { id, supporting, opposing } of ties)
    for (const assertion of [...supporting, ...opposing]) if (!known.has(assertion)) known.set(assertion, id);
  return known;
}
