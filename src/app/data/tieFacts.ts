/** What the screen asks of a tie again and again, reckoned once: who tells it, and whether it has any date. */
import type { Clock, Tie } from '../../model/index.ts';
import { certaintyAt } from '../../ties/query.ts';
import { type Corpus, documentsOf, UNKNOWN_OUTLET } from './corpus.ts';

interface TieFacts {
  /** Those that deny it among them; each once. */
  readonly documents: readonly string[];
  readonly outlets: readonly string[];
  /** `a sign b`: see lanes.ts. */
  readonly lane: string;
}

const facts = new WeakMap<Tie, TieFacts>();
const dateless: Readonly<Record<Clock, WeakMap<Tie, boolean>>> = {
  when: new WeakMap(),
  reported: new WeakMap(),
};
const LAST_DAY = '9999-12-31';

/** Who tells a tie of a graph, and in which lane it lies. */
export function factsOf(corpus: Pick<Corpus, 'assertions'> & Partial<Corpus>, tie: Tie): TieFacts {
  const known = facts.get(tie);
  if (known) return known;
  const documents = [...documentsOf(corpus, tie)];
  const { source, target, sign } = tie;
  const made = {
    documents,
    outlets: distinct(documents.map((id) => corpus.documents?.get(id)?.source ?? UNKNOWN_OUTLET)),
    lane: source < target ? `${source} ${sign} ${target}` : `${target} ${sign} ${source}`,
  };
  // Without documents the outlets are not known: nobody who asks for them may get these.
  if (corpus.documents) facts.set(tie, made);
  return made;
}

/** Whether nothing tells when a tie stood, by a clock. */
export function isDateless({ assertions }: Pick<Corpus, 'assertions'>, tie: Tie, clock: Clock): boolean {
  const known = dateless[clock].get(tie);
  if (known !== undefined) return known;
  const made = certaintyAt(tie, LAST_DAY, clock, (id) => assertions.get(id)) === 'undated';
  dateless[clock].set(tie, made);
  return made;
}

function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}
