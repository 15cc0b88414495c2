/**
 * The state of the screen: one graph, what is filtered out, which date, what is selected. Everything
 * shown is derived from these. The graph itself is a plain value (`$state.raw`), never a proxy.
 */
import type { Sign } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { Changes } from './changes/changes.svelte.ts';
import { assertionsOf, type Corpus } from './data/corpus.ts';
import { type BlocIndex, NO_BLOCS } from './filters/blocIndex.ts';
import { countFacets, type FacetCounts, facetValues, NO_COUNTS } from './filters/counts.ts';
import {
  ALL_TIME,
  type Filters,
  isFiltered,
  NO_FILTERS,
  openingTime,
  shownTies,
  type Standing,
  standingAt,
  type TimeView,
  toldTies,
} from './filters/filters.ts';
import { GraphState } from './graph/graphState.svelte.ts';
import { laneId, lanesOf } from './graph/lanes.ts';
import { Scene } from './graph/scene.svelte.ts';
import { degreesOf, summaryOf } from './graph/summary.ts';
import { everyLane, everyTie } from './graph/whole.ts';
import { changeFrom, changePointsOf } from './timebar/changePoints.ts';
import type { Selection } from './selection.ts';
import { Tables } from './table/tables.svelte.ts';
import { barsOf, scaleOf } from './timebar/histogram.ts';
import { Player } from './timebar/player.svelte.ts';
import { movedByMonths, withDay } from './timebar/window.ts';
import { openingView, type View } from './views.ts';

/** Where "Show in text" leads: one piece of evidence of one assertion. */
export interface OpenQuote {
  readonly assertion: string;
  readonly evidence: number;
}

const signOf = (relation: string): Sign => relationSpec(relation).sign;

function sameTime(a: TimeView, b: TimeView): boolean {
  return a.day === b.day && a.since === b.since && a.clock === b.clock && a.undated === b.undated;
}

/** Before there is a graph. */
const NOTHING: Standing = () => 'absent';

export class Explorer {
  corpus = $state.raw<Corpus | null>(null);
  filters = $state.raw<Filters>(NO_FILTERS);
  time = $state.raw<TimeView>(ALL_TIME);
  /** The blocs of the whole graph, once somebody has asked for them. */
  blocs = $state.raw<BlocIndex>(NO_BLOCS);
  selection = $state.raw<Selection | null>(null);
  quote = $state.raw<OpenQuote | null>(null);
  /** The document that is read without any of its quotes. */
  article = $state.raw<string | null>(null);
  view = $state.raw<View>(openingView());
  /** Counts up each time the keyboard asks to go to the inspector. */
  inspectorCalls = $state.raw(0);
  /** Whether the graph holds readings that are in no file yet. */
  unsaved = $state.raw(false);

  readonly changes = new Changes(this);
  readonly tables = new Tables();
  /** How the graph is looked at. */
  readonly graphState = new GraphState();
  /** What of the shown lanes is on the canvas. */
  readonly scene = new Scene(this);
  readonly told = $derived(this.corpus ? toldTies(this.corpus, this.filters) : []);
  /** Apart from `time`, so that what hangs on the clock alone is not reckoned anew for each date. */
  private readonly clock = $derived(this.time.clock);
  /** Changes are between two dates of their own: beside them stand ties of all of time. */
  private readonly dated = $derived(
    this.view === 'changes' && this.time.day !== null ? { ...this.time, day: null, since: null } : this.time,
  );
  private readonly standing = $derived(this.corpus ? standingAt(this.corpus, this.dated) : NOTHING);
  private readonly everStanding = $derived(
    this.corpus ? standingAt(this.corpus, { ...ALL_TIME, clock: this.clock }) : NOTHING,
  );
  /** Whether the whole graph is on the screen: what is reckoned for all of it is then not reckoned twice. */
  private readonly whole = $derived(!isFiltered(this.filters) && sameTime(this.dated, ALL_TIME));
  /** Every tie and lane there is, for the layout and for search. */
  readonly all = $derived(this.corpus ? everyTie(this.corpus) : []);
  readonly allLanes = $derived(this.corpus ? everyLane(this.corpus) : []);
  readonly allDegrees: ReadonlyMap<string, number> = $derived(degreesOf(this.all));
  readonly shown = $derived(
    this.whole
      ? this.all
      : this.corpus
        ? shownTies(this.corpus, this.told, this.filters, this.standing, this.blocs)
        : [],
  );
  readonly lanes = $derived(
    this.whole ? this.allLanes : this.corpus ? lanesOf(this.corpus, this.shown, this.allLanes) : [],
  );
  readonly degrees = $derived(this.whole ? this.allDegrees : degreesOf(this.shown));
  readonly summary = $derived(
    this.corpus ? summaryOf(this.corpus, this.shown, this.dated, this.degrees) : '',
  );
  readonly filtered = $derived(isFiltered(this.filters));
  /** What the filters leave over all of time: the histogram and the chip count these. */
  readonly filteredEver = $derived(
    !isFiltered(this.filters) && this.clock === ALL_TIME.clock
      ? this.all
      : this.corpus
        ? shownTies(this.corpus, this.told, this.filters, this.everStanding, this.blocs)
        : [],
  );
  readonly undatedCount = $derived(this.filteredEver.filter((item) => item.certainty === 'undated').length);
  readonly scale = $derived(this.corpus ? scaleOf(this.corpus.file.assertions, this.clock) : null);
  readonly bars = $derived(this.barsFor(() => true));
  readonly selectedBars = $derived(this.selection ? this.barsFor((id) => this.isSelected(id)) : null);
  /** Plays the time bar. */
  readonly player = new Player(this);
  private readonly changePoints = $derived.by(() => {
    const { corpus, clock, filteredEver } = this;
    const ties = filteredEver.map((item) => item.tie);
    return corpus ? changePointsOf(ties, clock, (id) => corpus.assertions.get(id)) : [];
  });
  /** The days of the nearest changes before and after the date; null: there is none. */
  readonly changeBefore = $derived(changeFrom(this.changePoints, this.time.day, false));
  readonly changeAfter = $derived(changeFrom(this.changePoints, this.time.day, true));
  /** The values that each facet has, whatever is shown. */
  readonly values: FacetCounts = $derived(this.corpus ? facetValues(this.corpus, this.blocs) : NO_COUNTS);
  /** How many ties, or actors, each value of each facet has. */
  readonly counts: FacetCounts = $derived(
    this.whole || !this.corpus
      ? this.values
      : countFacets(this.corpus, this.told, this.filters, this.standing, this.blocs),
  );
  /** The id of the document that is read. */
  readonly openDocument = $derived(
    this.quote
      ? (this.corpus?.assertions.get(this.quote.assertion)?.evidence[this.quote.evidence]?.document ?? null)
      : this.article,
  );
  /** The id of the lane that is selected, if one is. */
  readonly selectedLane = $derived(
    this.selection?.kind === 'dyad' && this.selection.sign !== null
      ? laneId(this.selection.a, this.selection.b, this.selection.sign)
      : null,
  );

  /** Shows another graph; the filters, the date and the selection start anew. A snapshot opens at its date. */
  open(corpus: Corpus): void {
    this.player.stop();
    this.corpus = corpus;
    this.filters = NO_FILTERS;
    this.blocs = NO_BLOCS;
    this.time = openingTime(corpus.file);
    this.selection = null;
    this.quote = null;
    this.article = null;
    this.tables.shown = 'ties';
    this.changes.reset();
    this.graphState.reset();
  }

  /** The name of an actor; its id where the graph has none. */
  readonly nameOf = (id: string): string => this.corpus?.actors.get(id)?.name ?? id;

  selectActor(id: string, go = false): void {
    this.selection = { kind: 'actor', id };
    if (go) this.inspectorCalls++;
  }

  /** Selects a lane, with its best attested tie unfolded: one click from a line to a sentence. */
  selectLane(x: string, y: string, sign: Sign, go = false): void {
    const ties = this.lanes.find((lane) => lane.id === laneId(x, y, sign))?.ties ?? [];
    const best = [...ties].sort((p, q) => q.tie.sources - p.tie.sources)[0];
    this.selectDyad(x, y, sign, best?.tie.id ?? null, go);
  }

  /** Selects all that is between two actors, with one tie unfolded where one is named. */
  selectDyad(x: string, y: string, sign: Sign | null, tie: string | null = null, go = false): void {
    const [a, b] = x < y ? [x, y] : [y, x];
    this.selection = { kind: 'dyad', a, b, sign, tie };
    if (go) this.inspectorCalls++;
  }

  selectTie(id: string, go = false): void {
    const tie = this.corpus?.ties.find((t) => t.id === id);
    if (tie) this.selectDyad(tie.source, tie.target, tie.sign, tie.id, go);
  }

  /** Selects the bloc, reckoned of what is shown, that an actor is in. */
  selectBloc(actor: string, go = false): void {
    this.selection = { kind: 'bloc', actor };
    if (go) this.inspectorCalls++;
  }

  selectDocument(id: string, go = false): void {
    this.selection = { kind: 'document', id };
    if (go) this.inspectorCalls++;
  }

  /** Opens a document, at none of its quotes. */
  readDocument(id: string): void {
    this.quote = null;
    this.article = id;
  }

  clear(): void {
    this.selection = null;
  }

  /** Goes to the nearest change; of a window its end goes there. */
  goToChange(forward: boolean): void {
    const day = forward ? this.changeAfter : this.changeBefore;
    if (day !== null) this.time = withDay(this.time, day);
  }

  /** Goes some months later or earlier. */
  goByMonths(months: number): void {
    if (this.scale) this.time = movedByMonths(this.time, this.scale, months);
  }

  showAll(): void {
    this.filters = NO_FILTERS;
  }

  private barsFor(wanted: (tie: string) => boolean) {
    const { corpus, scale, filteredEver } = this;
    if (!corpus || !scale) return [];
    const ties = filteredEver.map((item) => item.tie).filter((tie) => wanted(tie.id));
    return barsOf(scale, assertionsOf(corpus, ties), this.clock, signOf);
  }

  private isSelected(tieId: string): boolean {
    const selection = this.selection;
    const [source, , target] = tieId.split(' ');
    if (selection?.kind === 'actor') return source === selection.id || target === selection.id;
    return (
      selection?.kind === 'dyad' &&
      ((source === selection.a && target === selection.b) ||
        (source === selection.b && target === selection.a))
    );
  }
}
