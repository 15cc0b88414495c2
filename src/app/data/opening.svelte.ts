/**
 * Opening a graph or articles: what was served, what a person chose, what is waiting for a decision.
 * Whatever goes wrong, the graph that is open stays open.
 */
import type { GraphFile, Note } from '../../model/index.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { m } from '../messages.ts';
import { corpusOf } from './corpus.ts';
import { Extraction } from './extraction.svelte.ts';
import { type Opened, openFiles, servedGraph } from './load.ts';
import { mergeGraphs } from './merge.ts';
import { type PageReader, carefulReader } from './readers.ts';
import { sampleArticles } from './sample.ts';

export type Placement = 'replace' | 'add';

export class Opening {
  /** The page's own graph: being fetched, there, absent, or broken. */
  served = $state.raw<'loading' | 'ready' | 'absent' | 'failed'>('loading');
  /** What went wrong last, for people; empty: nothing. */
  problems = $state.raw<readonly string[]>([]);
  /** Opened files that wait for a decision: read them, and whether to replace or add. */
  waiting = $state.raw<Opened | null>(null);
  /** What the reader found doubtful in the articles read last. */
  notes = $state.raw<readonly Note[]>([]);
  /** The careful reader, where the page has it; the light one is always there. */
  careful = $state.raw<PageReader | null>(null);
  /** Whether to read with it. */
  readsCarefully = $state.raw(false);
  readonly extraction = new Extraction();
  private readonly explorer: Explorer;

  constructor(explorer: Explorer) {
    this.explorer = explorer;
  }

  /** Fetches the graph that the page was served with. */
  async fetchServed(): Promise<void> {
    this.served = 'loading';
    try {
      const corpus = await servedGraph();
      if (corpus && !this.explorer.corpus) this.explorer.open(corpus);
      this.served = corpus ? 'ready' : 'absent';
    } catch (error) {
      this.problems = [messageOf(error, 'graph.json')];
      this.served = 'failed';
    }
  }

  /** Takes files that a person chose or dropped. A single graph opens at once where none is open. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.extraction.state.kind === 'running') return;
    const opened = await openFiles(files);
    this.problems = opened.problems;
    if (opened.articles.length > 0 || (opened.graphs.length > 0 && this.explorer.corpus))
      this.waiting = opened;
    else this.place(opened, [], 'replace');
    if (opened.articles.length > 0) this.careful = await carefulReader();
  }

  /** Takes the articles that come with the page. */
  async takeSample(): Promise<void> {
    try {
      await this.take(await sampleArticles());
    } catch (error) {
      this.problems = [messageOf(error, m('data_sample'))];
    }
  }

  /** Goes on with the files that wait. */
  proceed(placement: Placement): void {
    const opened = this.waiting;
    this.waiting = null;
    if (!opened) return;
    if (opened.articles.length === 0) return this.place(opened, [], placement);
    const folder = this.readsCarefully && this.careful ? this.careful.folder : 'reader';
    this.extraction.start(opened.articles, folder, ({ graph, notes }) => {
      this.notes = notes;
      this.place(opened, [graph], placement);
      this.explorer.unsaved = true;
    });
  }

  dismiss(): void {
    this.waiting = null;
  }

  private place(opened: Opened, read: readonly GraphFile[], placement: Placement): void {
    const { corpus } = this.explorer;
    const kept = placement === 'add' && corpus ? [corpus.file] : [];
    const [first, ...rest] = [...kept, ...opened.graphs.map(({ file }) => file), ...read];
    if (!first) return;
    try {
      const [alone] = opened.graphs;
      // What was read and folded already is not folded again.
      if (alone?.file === first && rest.length === 0) this.explorer.open(alone);
      else this.explorer.open(corpusOf(rest.reduce(mergeGraphs, first), this.nameFor(opened, placement)));
      if (placement === 'replace' && read.length === 0) this.explorer.unsaved = false;
    } catch (error) {
      this.problems = [...this.problems, messageOf(error, m('data_the_graph'))];
    }
  }

  private nameFor(opened: Opened, placement: Placement): string {
    const { articles, graphs } = opened;
    const name =
      graphs[0]?.name ??
      (articles.length === 1 ? articles[0]!.path : m('data_articles_read', { count: articles.length }));
    return placement === 'add' && this.explorer.corpus ? `${this.explorer.corpus.name} + ${name}` : name;
  }
}

function messageOf(error: unknown, what: string): string {
  return error instanceof Error ? error.message : m('data_unreadable', { what });
}
