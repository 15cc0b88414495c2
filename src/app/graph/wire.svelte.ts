/** Keeps the canvas in line with the state of the screen, for as long as the component that calls it lives. */
import { untrack } from 'svelte';
import type { Explorer } from '../explorer.svelte.ts';
import { relationLabel } from '../inspector/words.ts';
import { language } from '../messages/language.svelte.ts';
import { actorsNamed } from '../selection.ts';
import { fanOf } from './fan.ts';
import { nodeViews } from './nodeViews.ts';
import { keepPins, keptPins } from './pins.ts';
import type { GraphStage } from './stage.svelte.ts';

/** Blocs are found once filters and date have come to rest, in milliseconds. */
const REST = 200;

interface Parts {
  readonly explorer: Explorer;
  readonly stage: GraphStage;
}

export function wireStage(parts: () => Parts): void {
  const { explorer, stage } = parts();
  const { graphState, scene } = explorer;
  const isDrawn = () => stage.status === 'drawn' && stage.canvas !== null;
  let laidOut: unknown = null;

  $effect(() => {
    const [{ corpus }, { layout }] = [explorer, graphState];
    if (!corpus || Object.keys(untrack(() => graphState.pins)).length > 0) return;
    graphState.pins = keptPins(corpus, layout);
  });
  $effect(() => {
    const [{ corpus }, { layout, pins }] = [explorer, graphState];
    if (corpus && isDrawn()) keepPins(corpus, layout, pins);
  });
  $effect(() => {
    if (!stage.canvas || !explorer.corpus) return;
    // Read, so that the layout is made again when somebody asks.
    void stage.resets;
    stage.canvas.movable = graphState.layout !== 'map';
    const fresh = laidOut !== explorer.corpus;
    laidOut = explorer.corpus;
    untrack(() => void stage.arrange(explorer, fresh));
  });
  $effect(() => {
    // Another language has other letters at its lanes.
    if (!isDrawn() || !language.code) return;
    const { drawn } = scene;
    stage.canvas!.show(nodeViews(explorer, drawn.actors), drawn.lanes, explorer.time.day !== null);
  });
  wireMarks(explorer, stage, isDrawn);
  $effect(() => {
    const { camera } = graphState;
    if (!isDrawn()) return;
    const { canvas } = stage;
    if (JSON.stringify(camera) === JSON.stringify(canvas!.camera)) return;
    if (camera) canvas!.look(camera);
    else canvas!.fit();
  });
  $effect(() => {
    const wanted = graphState.blocs && isDrawn() && explorer.lanes;
    if (!wanted) {
      stage.blocs = null;
      return;
    }
    const timer = setTimeout(() => void stage.findBlocs(explorer), REST);
    return () => clearTimeout(timer);
  });
}

/** What is selected, chosen, pinned, on a path; and the lane that is unfolded. */
function wireMarks(explorer: Explorer, stage: GraphStage, isDrawn: () => boolean): void {
  const { graphState, scene } = explorer;
  $effect(() => {
    const { selection, selectedLane } = explorer;
    const { pins, chosen, found } = graphState;
    if (!isDrawn() || !scene.drawn) return;
    stage.canvas!.mark({
      selected: actorsNamed(selection),
      lane: selectedLane,
      chosen,
      pinned: Object.keys(pins),
      hits: found,
      paths: scene.onPaths,
    });
  });
  $effect(() => {
    if (!isDrawn()) return;
    const lane = scene.drawn.lanes.find(({ id }) => id === explorer.selectedLane);
    const unfolds = lane !== undefined && lane.ties.length > 1;
    const curves = unfolds ? fanOf(lane, relationLabel, explorer.time.day !== null) : [];
    stage.canvas!.fan(unfolds ? lane.id : null, curves);
  });
}
