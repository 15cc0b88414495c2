/** What follows from what a person does to the canvas. */
import type { Explorer } from '../explorer.svelte.ts';
import { memberAt } from './hulls.ts';
import type { CanvasEvents, CanvasTarget } from './canvasEvents.ts';
import type { GraphStage } from './stage.svelte.ts';

/** The camera is written down once it has come to rest, in milliseconds. */
const REST = 250;

/** The events of a stage's canvas, as changes of the state of the screen. */
export function eventsFor(stage: GraphStage, explorer: Explorer): CanvasEvents {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const { graphState } = explorer;
  return {
    onopen: (target) => open(explorer, target),
    onenter: (target) => {
      if (target.kind === 'actor') graphState.focusOn(target.id);
    },
    onground: (at) => {
      stage.menu = null;
      const { blocs, canvas } = stage;
      const member = blocs && canvas && memberAt(blocs, canvas.points(), at);
      if (member !== null) explorer.selectBloc(member);
      else {
        graphState.chosen = [];
        explorer.clear();
      }
    },
    onhover: (target, at) => stage.hover(target && { target, at }),
    onmenu: (target, at) => {
      stage.hovered = null;
      stage.menu = { target, at };
    },
    ondrag: (id, at) => {
      if (graphState.layout !== 'map') graphState.pin(id, at);
    },
    onrender: () => stage.drawFrame(),
    oncamera: () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (stage.canvas && stage.status === 'drawn') graphState.camera = stage.canvas.camera;
      }, REST);
    },
  };
}

/** Opens what was clicked in the inspector. */
export function open(explorer: Explorer, target: CanvasTarget): void {
  if (target.kind === 'actor') explorer.selectActor(target.id);
  else if (target.tie !== null) explorer.selectTie(target.tie);
  else explorer.selectLane(target.a, target.b, target.sign);
}
