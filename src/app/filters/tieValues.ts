/** What the filters ask of a tie that is in its assertions; reckoned once. */
import type { Assertion, Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import { folded, queryWords, wordStart } from '../topbar/fold.ts';

/** The value of the filter for ties about no topic. */
export const WITHOUT_TOPIC = 'none';

type Assertions = Pick<Corpus, 'assertions'>;

const topics = new WeakMap<Tie, readonly string[]>();
const quotes = new WeakMap<Assertion, string>();

/** What the assertions of a tie are about; `WITHOUT_TOPIC` alone where nothing tells. */
export function topicsOf(corpus: Assertions, tie: Tie): readonly string[] {
  const known = topics.get(tie);
  if (known) return known;
  const found = new Set(assertionsOfTie(corpus, tie).flatMap((assertion) => assertion.topics));
  const made = found.size === 0 ? [WITHOUT_TOPIC] : [...found].sort();
  topics.set(tie, made);
  return made;
}

/** A test of whether the quotes of one of a tie's assertions have all the words that are typed. */
export function hasWords(corpus: Assertions, typed: string): (tie: Tie) => boolean {
  const words = queryWords(typed);
  return (tie) =>
    assertionsOfTie(corpus, tie).some((assertion) => {
      const text = quotesOf(assertion);
      return words.every((word) => wordStart(text, word) >= 0);
    });
}

function assertionsOfTie({ assertions }: Assertions, { supporting, opposing }: Tie): Assertion[] {
  return [...supporting, ...opposing].flatMap((id) => assertions.get(id) ?? []);
}

/** All quotes of an assertion, folded. */
function quotesOf(assertion: Assertion): string {
  const known = quotes.get(assertion);
  if (known !== undefined) return known;
  const made = folded(assertion.evidence.map(({ quote }) => quote).join('\n'));
  quotes.set(assertion, made);
  return made;
}
