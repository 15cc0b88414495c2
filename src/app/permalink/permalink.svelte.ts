/**
 * Keeps the address of the page and the screen together. Deliberate steps — a selection, a view, filters and
 * dates once they have settled — are steps of the browser's history, so that back and forward go through them;
 * dragging and zooming only bring the address up to date.
 */
import { tick, untrack } from 'svelte';
import type { Corpus } from '../data/corpus.ts';
import { m } from '../messages.ts';
import type { Screen } from '../screen.ts';
import { decode, differences, encode, type GraphName } from './address.ts';
import { type FieldName, FIELDS, type ScreenState } from './fields.ts';
import { show, stateOf } from './show.ts';

/** Milliseconds without a further change after which a filter or a date has settled. */
const SETTLED = 600;
/** As many digits of a SHA-256 as tell two graphs of one person apart. */
const DIGITS = 8;

export class Permalink {
  /** What of the address could not be shown, in words; empty: nothing. */
  notices = $state.raw<readonly string[]>([]);
  private readonly screen: Screen;
  private corpus: Corpus | null = null;
  /** The state of the step of the history that is shown. */
  private step: ScreenState | null = null;
  /** Whether changes join the step that the first of them made. */
  private isSettling = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(screen: Screen) {
    this.screen = screen;
  }

  /** Follows the screen and the browser's back and forward. To be called while a component is made. */
  start(): void {
    $effect(() => {
      const { corpus } = this.screen.explorer;
      const state = corpus && stateOf(this.screen);
      // What plays has not settled until it stops.
      if (this.screen.explorer.player.playing) return;
      untrack(() => corpus && state && this.follow(corpus, state));
    });
    $effect(() => {
      const onpopstate = () => this.corpus && void this.goTo(this.corpus);
      const onhide = () => this.flush();
      addEventListener('popstate', onpopstate);
      addEventListener('pagehide', onhide);
      return () => {
        removeEventListener('popstate', onpopstate);
        removeEventListener('pagehide', onhide);
      };
    });
  }

  /** The address that shows just what is on the screen now. */
  link(): string {
    this.flush();
    return location.href;
  }

  /** What the address says, for a page that carries it within: its graph needs no check. */
  state(): string {
    const { corpus } = this.screen.explorer;
    return corpus ? encode(stateOf(this.screen), corpus, { name: corpus.name, sha256: '' }) : '';
  }

  /** Writes now what waits to settle. */
  flush(): void {
    const state = this.corpus && stateOf(this.screen);
    if (!state || this.changed(state).length === 0) return;
    if (this.isSettling) this.replace(state);
    else this.write(state);
  }

  private follow(corpus: Corpus, state: ScreenState): void {
    if (corpus !== this.corpus) {
      const isFirst = this.corpus === null;
      this.corpus = corpus;
      this.step = state;
      // An address that was opened is of the graph that the page brings; any other graph starts anew.
      if (isFirst) return this.restore(corpus, corpus.served?.state);
      this.notices = [];
      return this.replace(state);
    }
    const changed = this.changed(state);
    clearTimeout(this.timer);
    const isStep = changed.some((name) => FIELDS[name].change === 'step');
    const isQuiet = changed.every((name) => FIELDS[name].change === 'quiet');
    // The first of a run of changes is a step at once, so that the address is never behind; the rest join it.
    if (isStep || (!isQuiet && !this.isSettling)) this.write(state);
    if (isStep) this.isSettling = false;
    else if (changed.length > 0 || this.isSettling) this.settleLater(isQuiet);
  }

  private settleLater(isQuiet: boolean): void {
    this.isSettling ||= !isQuiet;
    this.timer = setTimeout(() => {
      this.isSettling = false;
      this.replace(stateOf(this.screen));
    }, SETTLED);
  }

  private changed(state: ScreenState): FieldName[] {
    return differences(state, this.step ?? state, this.corpus!);
  }

  private write(state: ScreenState): void {
    clearTimeout(this.timer);
    const isQuiet = this.changed(state).every((name) => FIELDS[name].change === 'quiet');
    if (isQuiet) return this.replace(state);
    this.step = state;
    history.pushState(null, '', this.addressOf(state));
  }

  private replace(state: ScreenState): void {
    this.step = state;
    if (this.addressOf(state) !== location.pathname + location.search + location.hash)
      history.replaceState(null, '', this.addressOf(state));
  }

  private addressOf(state: ScreenState): string {
    const hash = encode(state, this.corpus!, graphNameOf(this.corpus!));
    return location.pathname + location.search + (hash === '' ? '' : `#${hash}`);
  }

  /** Back or forward. */
  private async goTo(corpus: Corpus): Promise<void> {
    this.restore(corpus);
    await tick();
    // What had the focus may be gone with the step before.
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }

  /** Shows what the address says. */
  private restore(corpus: Corpus, opening = ''): void {
    clearTimeout(this.timer);
    this.isSettling = false;
    const { state, said, graph, dropped } = decode(location.hash || opening, corpus);
    const missing = show(this.screen, state, said, corpus);
    this.notices = noticesOf(corpus, graph, missing, dropped);
    this.replace(stateOf(this.screen));
  }
}

function graphNameOf({ name, served }: Corpus): GraphName {
  return { name, sha256: served?.sha256.slice(0, DIGITS) ?? '' };
}

function noticesOf(
  corpus: Corpus,
  link: GraphName | null,
  missing: readonly string[],
  dropped: readonly string[],
): string[] {
  const { name, sha256 } = graphNameOf(corpus);
  const notices: string[] = [];
  if (link && link.name !== name) notices.push(m('permalink_other_graph', { linked: link.name, name }));
  else if (link && sha256 !== '' && link.sha256 !== '' && link.sha256 !== sha256)
    notices.push(m('permalink_other_version', { name }));
  if (missing.length > 0) notices.push(m('permalink_missing', { list: listed(missing) }));
  if (dropped.length > 0) notices.push(m('permalink_dropped', { list: listed(dropped) }));
  return notices;
}

/** A few of many, each cut where it goes on and on. */
function listed(items: readonly string[]): string {
  const few = items.slice(0, 5).map((item) => (item.length > 60 ? `${item.slice(0, 59)}…` : item));
  return few.join(', ') + (items.length > few.length ? ', …' : '');
}
