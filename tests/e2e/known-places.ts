/** The graph that was written by hand with its actors in known places. */
import { expect, type Page } from '@playwright/test';
import { openGraph } from './explorer.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** From the middle of the canvas, in pixels. */
const PLACES: Readonly<Record<string, readonly [name: string, x: number, y: number]>> = {
  'country:KEN': ['Kenya', -120, -60],
  'country:UGA': ['Uganda', -120, 60],
  'country:ETH': ['Ethiopia', 0, -60],
  'country:DJI': ['Djibouti', 0, 60],
  'country:SOM': ['Somalia', 130, 0],
  'country:EGY': ['Egypt', 130, -140],
  'country:TUR': ['Türkiye', 130, 130],
  'country:ERI': ['Eritrea', 0, -150],
  'organisation:african-union': ['African Union', -60, 150],
  'organisation:igad': ['Intergovernmental Authority on Development', -120, -150],
  'organisation:united-nations': ['United Nations', 60, 160],
  'mission:atmis': ['African Union Transition Mission in Somalia', -130, 150],
};

/** Opens the graph so; `more`: what else the address says. Returns where an actor, or a point, is in the window. */
export async function openPlaced(
  page: Page,
  url: string,
  more = '',
): Promise<{ readonly at: (name: string) => Place; readonly point: (x: number, y: number) => Place }> {
  const pins = Object.entries(PLACES).map(([id, [, x, y]]) => `${id},${x},${y}`);
  await openGraph(page, `${url}#v1&view=graph&camera=0,0,1&pins=${pins.join(';')}${more}`);
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  await expect(graph).toHaveAttribute('aria-busy', 'false');
  const box = (await graph.boundingBox())!;
  const point = (x: number, y: number) => ({ x: box.x + box.width / 2 + x, y: box.y + box.height / 2 + y });
  const at = (name: string) => {
    const [, x, y] = Object.values(PLACES).find(([known]) => known === name)!;
    return point(x, y);
  };
  return { at, point };
}
