/** The drawn graph and its state: being laid out, drawn, or failed. Exports take their picture from it. */
import type { Sign } from '../../model/index.ts';
import type { Positions } from '../../worker/layoutProtocol.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { CanvasEvents, GraphCanvas } from './canvas.ts';
import { m } from '../messages.ts';
import { layOutInWorker } from './layout.ts';
import type { Lane } from './lanes.ts';
import { type GraphColours, nodeSize, type NodeView } from './picture.ts';

export class GraphStage {
  status = $state.raw<'starting' | 'drawn' | 'failed'>('starting');
  problem = $state.raw('');
  /** Kept out of deep state: Cytoscape owns what is inside. */
  canvas = $state.raw<GraphCanvas | null>(null);
  private drawing = 0;

  /** Starts the canvas in an element of the page. */
  async start(container: HTMLElement, explorer: Explorer): Promise<void> {
    try {
      const { GraphCanvas } = await import('./canvas.ts');
      this.canvas = await GraphCanvas.start(container, coloursOf(container), eventsFor(explorer));
    } catch (error) {
      this.fail(error);
    }
  }

  /** Lays out and draws all there is. A newer call makes an older one void. */
  async draw(nodes: readonly NodeView[], lanes: readonly Lane[]): Promise<void> {
    const turn = ++this.drawing;
    this.status = 'starting';
    try {
      const positions: Positions = await layOutInWorker(nodes, lanes);
      if (turn !== this.drawing || !this.canvas) return;
      this.canvas.draw(nodes, lanes, positions);
      this.status = 'drawn';
      performance.mark('graph-drawn');
    } catch (error) {
      if (turn === this.drawing) this.fail(error);
    }
  }

  recolour(container: HTMLElement): void {
    this.canvas?.recolour(coloursOf(container));
  }

  stop(): void {
    this.drawing++;
    this.canvas?.destroy();
    this.canvas = null;
    this.status = 'starting';
  }

  private fail(error: unknown): void {
    this.status = 'failed';
    this.problem = error instanceof Error ? error.message : m('graph_not_drawn');
  }
}

/** The actors of the graph as they are drawn. */
export function nodeViews(explorer: Explorer): NodeView[] {
  const { allDegrees, corpus } = explorer;
  const most = Math.max(1, ...allDegrees.values());
  return [...allDegrees].map(([id, degree]) => {
    const actor = corpus!.actors.get(id)!;
    const code = actor.iso3 !== undefined && /^[A-Z]{3}$/.test(actor.iso3) ? actor.iso3 : '';
    return { id, label: shortened(actor.name), code, type: actor.type, size: nodeSize(degree, most) };
  });
}

/** A name as it stands beside an actor; a name that goes on and on is cut. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

/** Colours of the graph as the style sheet of the page has them now. */
export function coloursOf(element: Element): GraphColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    background: colour('--background'),
    text: colour('--text'),
    node: colour('--node'),
    nodeBorder: colour('--node-border'),
    accent: colour('--accent'),
    cooperation: colour('--cooperation'),
    conflict: colour('--conflict'),
    structure: colour('--structure'),
  };
}

function eventsFor(explorer: Explorer): CanvasEvents {
  return {
    onactor: (id) => explorer.selectActor(id),
    onlane: (a: string, b: string, sign: Sign) => explorer.selectLane(a, b, sign),
    onclear: () => explorer.clear(),
  };
}
