/** The state of the article that is read: its quotes, and the one that is marked. */
import type { Explorer } from '../explorer.svelte.ts';
import { blocksOf } from './article.ts';
import { actorsOf, actorSpans, type Passage, passagesOf } from './passages.ts';

export class Reading {
  private readonly explorer: Explorer;
  readonly document = $derived.by(() => {
    const { corpus, openDocument } = this.explorer;
    return openDocument === null ? undefined : corpus?.documents.get(openDocument);
  });
  readonly passages: readonly Passage[] = $derived.by(() =>
    this.document ? passagesOf(this.explorer.corpus!.file.assertions, this.document.id) : [],
  );
  /** Index of the quote that is read; -1: none. */
  readonly current = $derived.by(() => {
    const { quote } = this.explorer;
    return this.passages.findIndex(
      ({ assertion, index }) => assertion.id === quote?.assertion && index === quote.evidence,
    );
  });
  readonly passage: Passage | undefined = $derived(this.passages[this.current]);
  readonly actors = $derived(actorsOf(this.passages));
  private readonly spans = $derived.by(() => {
    const text = this.document?.text;
    const named = this.actors.flatMap((id) => this.explorer.corpus?.actors.get(id) ?? []);
    return text === undefined ? [] : actorSpans(text, this.passages, named);
  });
  readonly blocks = $derived.by(() => {
    const text = this.document?.text;
    return text === undefined ? [] : blocksOf(text, this.passages, this.spans, this.current);
  });

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  /** Reads a quote, and selects the tie that rests on it. */
  read(index: number): void {
    const passage = this.passages[index];
    if (!passage) return;
    const { id, source, relation, target } = passage.assertion;
    this.explorer.quote = { assertion: id, evidence: passage.index };
    this.explorer.selectTie(`${source} ${relation} ${target}`);
  }

  close(): void {
    this.explorer.quote = null;
    this.explorer.article = null;
  }
}
