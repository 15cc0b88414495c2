/** Movement that stays fluent: actors on their way to their places, and zooming. */
import type { Core } from 'cytoscape';
import type { Point } from '../../worker/layoutProtocol.ts';

/** How long they are on their way, in milliseconds. */
const DURATION = 450;

/** Moves all actors to their places; `animate`: so that the eye can follow. Gives back what ends it at once. */
export function glide(
  cy: Core,
  places: ReadonlyMap<string, Point>,
  animate: boolean,
  ondone: () => void,
): () => void {
  const to = (id: string) => places.get(id);
  const settle = () => {
    cy.batch(() =>
      cy.nodes().forEach((node) => void node.position({ ...(to(node.id()) ?? node.position()) })),
    );
    ondone();
  };
  if (!animate || cy.nodes().empty()) {
    settle();
    return () => undefined;
  }
  const starts = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  const begin = performance.now();
  let frame = requestAnimationFrame(function step(now) {
    const time = Math.min(1, Math.max(0, (now - begin) / DURATION));
    if (time === 1) return settle();
    const part = time * time * (3 - 2 * time);
    cy.batch(() =>
      cy.nodes().forEach((node) => {
        const [from, end] = [starts.get(node.id()), to(node.id())];
        if (from && end)
          node.position({ x: from.x + (end.x - from.x) * part, y: from.y + (end.y - from.y) * part });
      }),
    );
    frame = requestAnimationFrame(step);
  });
  return () => {
    cancelAnimationFrame(frame);
    settle();
  };
}

/** From this many elements on a zoom is drawn from a picture, and sharp again once it rests. */
const HEAVY = 400;

/** The part of Cytoscape's renderer that its typings leave out. */
interface Renderer {
  textureOnViewport: boolean;
  textureCache: unknown;
}

/**
 * Lets a large graph zoom as one picture. Cytoscape offers that for panning too, where the picture ends at
 * the edge of the screen; panning alone is fluent without. So it is on from the wheel to the next press.
 */
export function blurZooming(cy: Core, shown: () => number): void {
  const container = cy.container()?.parentElement;
  const renderer = (cy as unknown as { renderer: () => Renderer }).renderer();
  const start = () => {
    const heavy = shown() > HEAVY;
    if (heavy && !renderer.textureOnViewport) renderer.textureCache = null;
    renderer.textureOnViewport = heavy;
  };
  const stop = () => (renderer.textureOnViewport = false);
  container?.addEventListener('wheel', start, { capture: true, passive: true });
  container?.addEventListener('mousedown', stop, { capture: true });
  container?.addEventListener('touchstart', stop, { capture: true, passive: true });
}
