/** What is typed into the search, and what it finds: actors at once, ties and quotes once their texts are at hand. */
import { untrack } from 'svelte';
import type { Corpus } from '../data/corpus.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { relationLabel } from '../inspector/words.ts';
import { language } from '../messages/language.svelte.ts';
import type { Tie } from '../../model/index.ts';
import { queryWords } from './fold.ts';
import { type ActorHit, findActors } from './search.ts';
import { type Found, type QuoteHit, SearchIndex } from './searchIndex.ts';

export type SearchHit =
  | ({ readonly kind: 'actor' } & ActorHit)
  | { readonly kind: 'tie'; readonly tie: Tie }
  | ({ readonly kind: 'quote' } & QuoteHit);

/** How many of each kind are listed. */
const MOST = { actors: 6, ties: 4, quotes: 5 };
const NOTHING: Found<never> = { best: [], count: 0 };

export class Searching {
  typed = $state('');
  /** Null until the texts of the graph are at hand. */
  private index = $state.raw<SearchIndex | null>(null);
  private of: readonly [Corpus, string] | null = null;
  private readonly explorer: Explorer;

  readonly words = $derived(queryWords(this.typed));
  readonly actors = $derived.by<readonly ActorHit[]>(() => {
    const { corpus, allDegrees } = this.explorer;
    return findActors(
      corpus?.actors.values() ?? [],
      this.typed,
      (id) => allDegrees.get(id) ?? 0,
      MOST.actors,
    );
  });
  readonly ties = $derived<Found<Tie>>(this.index?.findTies(this.words, MOST.ties) ?? NOTHING);
  readonly quotes = $derived<Found<QuoteHit>>(this.index?.findQuotes(this.words, MOST.quotes) ?? NOTHING);
  /** All that is listed, in order. */
  readonly hits = $derived<readonly SearchHit[]>([
    ...this.actors.map((hit) => ({ kind: 'actor' as const, ...hit })),
    ...this.ties.best.map((tie) => ({ kind: 'tie' as const, tie })),
    ...this.quotes.best.map((hit) => ({ kind: 'quote' as const, ...hit })),
  ]);
  readonly isReady = $derived(this.index !== null);

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  /** Gets the texts of the graph at hand, unless they are. Relations are searched in the person's language. */
  prepare(): void {
    const { corpus } = this.explorer;
    const { code } = language;
    if (!corpus || (this.of?.[0] === corpus && this.of[1] === code)) return;
    const wanted = (this.of = [corpus, code]);
    untrack(() => (this.index = null));
    void SearchIndex.make(corpus, relationLabel, nextTurn, () => this.of !== wanted).then((index) => {
      if (index) this.index = index;
    });
  }

  /** Shows a hit: an actor, a tie, or a quote with its tie beside it. */
  choose(hit: SearchHit): void {
    const { explorer } = this;
    this.typed = '';
    if (hit.kind === 'actor') explorer.selectActor(hit.actor.id, true);
    else if (hit.kind === 'tie') explorer.selectTie(hit.tie.id, true);
    else this.openQuote(hit);
  }

  private openQuote({ assertion, evidence, tie }: QuoteHit): void {
    const { explorer } = this;
    const document = explorer.corpus?.documents.get(assertion.evidence[evidence]!.document);
    if (tie !== null) explorer.selectTie(tie, true);
    else explorer.selectDyad(assertion.source, assertion.target, null, null, true);
    if (document?.text !== undefined) explorer.quote = { assertion: assertion.id, evidence };
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
