/**
 * How fast the screen is: made-up graphs of three sizes in Chromium without a graphics card, on the built
 * page (`npm run build` first). Each figure stands beside its target; long tasks are those of the whole visit.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';
import { writeGraph } from '../src/formats/json.ts';
import { graphOfChance } from './graph-of-chance.ts';

interface Size {
  readonly actors: number;
  readonly ties: number;
  readonly targets: Readonly<Record<string, number>>;
}

const SIZES: readonly Size[] = [
  { actors: 400, ties: 2000, targets: { drawn: 1500, pan: 50, zoom: 50, step: 50, filter: 100 } },
  { actors: 1000, ties: 5000, targets: { pan: 45, step: 120 } },
  { actors: 10_000, ties: 50_000, targets: { opened: 5000, longest: 200, memory: 500 } },
];

/** What is measured, its unit, and whether more is better. */
const FIGURES: readonly (readonly [name: string, words: string, unit: string, more: boolean])[] = [
  ['opened', 'page asked for until the graph is drawn', 'ms', false],
  ['drawn', 'graph arrived until it is drawn', 'ms', false],
  ['pan', 'panning', 'frames/s', true],
  ['zoom', 'zooming', 'frames/s', true],
  ['step', 'a step of time', 'ms', false],
  ['filter', 'a change of filters', 'ms', false],
  ['longest', 'longest task', 'ms', false],
  ['memory', 'heap after all that', 'MB', false],
];

/** Prints the figures of all sizes, or of the one with so many actors. */
export async function benchScreen([only]: readonly string[]): Promise<void> {
  const main = join('dist', 'cli', 'main.js');
  if (!existsSync(main)) throw new Error('dist/cli/main.js is not there: run npm run build first');
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    for (const size of SIZES.filter(({ actors }) => only === undefined || actors === Number(only))) {
      const path = join(folder, `${size.actors}.json`);
      writeFileSync(path, writeGraph(graphOfChance(size.actors, size.ties)));
      report(size, await visit(main, path));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report({ actors, ties, targets }: Size, figures: Readonly<Record<string, number>>): void {
  console.log(`\n${actors.toLocaleString('en')} actors, ${ties.toLocaleString('en')} assertions`);
  for (const [name, words, unit, more] of FIGURES) {
    const [figure, target] = [figures[name]!, targets[name]];
    const met = target === undefined || (more ? figure >= target : figure <= target);
    const beside = target === undefined ? '' : `  ${more ? '≥' : '≤'} ${target}${met ? '' : '  MISSED'}`;
    console.log(`${words.padEnd(42)}${figure.toFixed(0).padStart(7)} ${unit.padEnd(9)}${beside}`);
  }
}

async function visit(main: string, graph: string): Promise<Record<string, number>> {
  const server = spawn(process.execPath, [main, 'explore', graph, '--port', '0', '--no-open']);
  const path = findChromium();
  const browser = await chromium.launch({
    ...(path !== null && { executablePath: path }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchLongTasks);
    await page.addInitScript(watchDrawing);
    // The tour of the first visit would stand before the graph.
    await page.addInitScript(() => localStorage.setItem('entente-tour', 'seen'));
    const session = await page.context().newCDPSession(page);
    return await measure(page, session, await addressOf(server));
  } finally {
    await browser.close();
    server.kill();
  }
}

async function measure(page: Page, session: CDPSession, url: string): Promise<Record<string, number>> {
  await page.goto(url);
  const opened = await page.waitForFunction(
    () => performance.getEntriesByName('graph-drawn')[0]?.startTime,
    null,
    {
      timeout: 120_000,
    },
  );
  const drawnAt = Number(await opened.jsonValue());
  const arrived = await page.evaluate(() => {
    const [graph] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('graph.json'));
    return (graph as PerformanceResourceTiming).responseEnd;
  });
  // What is refined after the first picture must not count as the work of a step.
  await page.waitForTimeout(4000);
  const figures = {
    opened: drawnAt,
    drawn: drawnAt - arrived,
    pan: await panning(page),
    zoom: await zooming(page),
    step: await page.evaluate(timeStep),
    filter: await page.evaluate(filterChange),
    longest: await page.evaluate(() => Math.max(0, ...(window as unknown as Watched).longTasks)),
  };
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { ...figures, memory: usedSize / 1e6 };
}

interface Watched {
  longTasks: number[];
  frames: number[];
  drawnAt: number;
  untilDrawn: (act: () => void) => Promise<number>;
}

function watchLongTasks(): void {
  const watched = window as unknown as Watched;
  watched.longTasks = [];
  new PerformanceObserver((list) => {
    watched.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });
}

/** Frames a second while something is done to the page. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.frames = [];
    const frame = (now: number) => {
      watched.frames.push(now);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(() => {
    const { frames } = window as unknown as Watched;
    return ((frames.length - 1) * 1000) / (frames.at(-1)! - frames[0]!);
  });
}

async function panning(page: Page): Promise<number> {
  const box = (await page.locator('#content').boundingBox())!;
  // A corner without actors: a drag there moves the canvas.
  const [x, y] = [box.x + 60, box.y + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const rate = await framesDuring(page, async () => {
    for (let step = 0; step < 90; step++) {
      await page.mouse.move(x + 200 * Math.sin(step / 10), y + 100 * Math.sin(step / 15));
      await page.waitForTimeout(8);
    }
  });
  await page.mouse.up();
  return rate;
}

async function zooming(page: Page): Promise<number> {
  const box = (await page.locator('#content').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return framesDuring(page, async () => {
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, step % 40 < 20 ? -60 : 60);
      await page.waitForTimeout(12);
    }
  });
}

/** Times are taken until the canvas is drawn anew: what clears it is drawn upon in the same task. */
function watchDrawing(): void {
  const watched = window as unknown as Watched;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the context below
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    watched.drawnAt = performance.now();
    clear.apply(this, box);
  };
  watched.untilDrawn = async (act) => {
    const start = performance.now();
    act();
    while (watched.drawnAt < start && performance.now() - start < 5000)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const time = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return time;
  };
}

/** Median time from a step on the slider of the time bar until its frame is drawn. */
async function timeStep(): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>('.plot input[type=range]')!;
  const times: number[] = [];
  for (let step = 1; step <= 7; step++) {
    const move = () => {
      slider.valueAsNumber = Number(slider.max) - 2 * step;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    };
    times.push(await (window as unknown as Watched).untilDrawn(move));
  }
  return times.sort((a, b) => a - b)[3]!;
}

/** Median time from a click on a box of the legend until its frame is drawn. */
async function filterChange(): Promise<number> {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('aside input[type=checkbox]')].slice(2, 9);
  const times: number[] = [];
  for (const box of boxes) times.push(await (window as unknown as Watched).untilDrawn(() => box.click()));
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url) resolve(url);
    };
    server.stdout!.on('data', look);
    server.stderr!.on('data', look);
    server.once('close', (code) => reject(new Error(`entente explore ended with ${code}: ${output}`)));
  });
}
