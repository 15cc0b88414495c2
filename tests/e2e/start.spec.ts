/** Opening the explorer: what is drawn, what is loaded, and what stands there without a graph. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { actorsOf, counted, factsOf } from './facts.ts';

const MOST_BYTES = 350_000;

test('draws the graph of the seeds, and says what is in it', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const actors = actorsOf(ties);
  const summary = `All of time: ${actors.size} of ${counted(actors.size, 'actor')}, ${counted(ties.length, 'tie')}.`;
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`^${summary}`));
  await expect(diagram(page).getByRole('button')).toHaveCount(actors.size);
  await expect(page.getByRole('complementary', { name: 'Filters' })).toContainText(
    `${ties.length} of ${ties.length} ties shown`,
  );
  await expect(page.getByRole('status').filter({ hasText: summary })).toBeAttached();
});

test('names each actor by its type and number of ties', async ({ page, seeds }) => {
  const { file, ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  for (const id of actorsOf(ties)) {
    const actor = file.actors.find((one) => one.id === id)!;
    const degree = ties.flatMap((tie) => [tie.source, tie.target]).filter((end) => end === id).length;
    const name = `${actor.name}, ${actor.type}, ${counted(degree, 'tie')}`;
    await expect(diagram(page).getByRole('button', { name, exact: true })).toHaveCount(1);
  }
});

test('draws more than a blank canvas', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const colours = await page.getByRole('region', { name: 'Graph' }).evaluate((region) => {
    const painted = new Set<number>();
    for (const canvas of region.querySelectorAll('canvas')) {
      const context = canvas.getContext('2d');
      if (!context || canvas.width === 0) continue;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (const pixel of new Uint32Array(data.buffer)) painted.add(pixel);
    }
    return painted.size;
  });
  expect(colours).toBeGreaterThan(50);
});

test('asks no other host, and loads at most 350 kB before an article is opened', async ({ page, seeds }) => {
  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await openGraph(page, seeds.url);
  const remote = requested.filter((url) => !url.startsWith(seeds.url) && !/^(data|blob):/.test(url));
  expect(remote).toEqual([]);
  const loaded = new Set(requested.filter((url) => url.startsWith(seeds.url)));
  // The code that draws and the worker that lays out are among it, or the sum would say nothing.
  for (const part of [/canvas/, /cytoscape/, /layout/, /graph\.json$/]) {
    expect([...loaded].filter((url) => part.test(url))).toHaveLength(1);
  }
  expect([...loaded].filter((url) => /\.css$/.test(url))).not.toHaveLength(0);
  expect([...loaded].filter((url) => /\.(onnx|wasm)$|extraction|vocab/.test(url))).toEqual([]);
  expect(await gzippedSize(page, loaded)).toBeLessThanOrEqual(MOST_BYTES);
});

async function gzippedSize(page: Page, urls: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const url of urls) sum += gzipSync(await (await page.request.get(url)).body()).length;
  return sum;
}

test.describe('without a graph', () => {
  test('says what to do', async ({ page, emptyUrl }) => {
    await page.goto(emptyUrl);
    await expect(page.getByRole('heading', { name: 'No graph is open yet' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open graph or articles' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('entente extract');
    await expect(page.getByRole('main')).toContainText('nothing is uploaded');
    await expect(page.getByRole('combobox', { name: 'Search actors, ties and quotes' })).toHaveCount(0);
  });

  test('opens a graph that a person chooses', async ({ page, emptyUrl, seeds }) => {
    const { ties } = factsOf(seeds.file);
    await page.goto(emptyUrl);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open graph or articles' }).click();
    await (await choosing).setFiles(seeds.path);
    await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(ties.length, 'tie')}\\.`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('seeds.json');
  });

  test('offers the sample articles', async ({ page, emptyUrl }) => {
    await page.goto(emptyUrl);
    await page.getByRole('button', { name: 'Try it with sample articles' }).click();
    await expect(page.getByRole('heading', { name: 'Read 5 articles' })).toBeVisible();
  });

  test.describe('on another server', () => {
    test.use({ expectedMessages: [/404 \(Not Found\)/] });

    test('says so where the server lost the graph', async ({ page, seeds }) => {
      await page.route('**/graph.json', (route) => route.fulfill({ status: 404, body: 'Not here.' }));
      await page.goto(seeds.url);
      await expect(page.getByRole('heading', { name: 'No graph is open yet' })).toBeVisible();
    });
  });
});

test('a served graph that is broken is named, with the place and the way out', async ({ page, seeds }) => {
  await page.route('**/graph.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"format": "entente/1", ' }),
  );
  await page.goto(seeds.url);
  await expect(
    page.getByRole('alert').filter({ hasText: /graph\.json:1:\d+: not JSON.*extract it again/ }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The graph could not be opened' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open graph or articles' })).toBeVisible();
});
