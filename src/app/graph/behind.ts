/** What lies behind the graph as it is now, ready to be drawn on any canvas. */
import { m } from '../messages.ts';
import { type BackdropColours, drawBackdrop } from './backdrop.ts';
import type { PaintBehind } from './canvasPng.ts';
import { hullsOf } from './hulls.ts';
import type { GraphStage } from './stage.svelte.ts';

/** On a canvas of fewer pixels, labels of blocs are short: the legend says the rest. */
const NARROW = 600;

/** Null where nothing lies behind it. `chosen`: an actor of the bloc that is chosen. */
export function behindGraph(
  { blocs, canvas, world }: Pick<GraphStage, 'blocs' | 'canvas' | 'world'>,
  colours: BackdropColours,
  chosen: string | null,
): PaintBehind | null {
  if (!canvas || (!blocs && !world)) return null;
  const land = world ? new Path2D(world.land) : null;
  return (context, view, ratio, covered = 0) => {
    const isNarrow = view.width * view.zoom < NARROW;
    const label = (number: number, firm: number) =>
      m(isNarrow ? 'graph_bloc_short' : 'graph_bloc', { number, firm });
    const points = canvas.points();
    const hulls = blocs ? hullsOf(blocs, points, label, chosen) : [];
    drawBackdrop(context, view, ratio, { land, hulls, actors: [...points.values()], colours, covered });
  };
}

/** Colours of what lies behind the graph as the style sheet of the page has them now. */
export function backdropColours(element: Element): BackdropColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    land: colour('--panel'),
    line: colour('--line-strong'),
    text: colour('--text'),
    background: colour('--background'),
    accent: colour('--accent'),
  };
}
