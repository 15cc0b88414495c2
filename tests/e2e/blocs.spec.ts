/** The hulls of blocs: what a press on them opens, and where their labels stand. */
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { openPlaced } from './known-places.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const blocsFound = (page: Page) => expect(page.getByText(/^\d+ blocs? found/)).toBeAttached();

test('a click within a hull opens its bloc, one outside of all closes it', async ({ page, fixedUrl }) => {
  const { point } = await openPlaced(page, fixedUrl, '&blocs=yes&chosen=country:KEN');
  await blocsFound(page);
  // Between Somalia and Türkiye, beside their line.
  const within = point(160, 80);
  await page.mouse.click(within.x, within.y);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Bloc of Türkiye');
  await expect(inspector(page).getByRole('listitem')).toContainText(['Somalia']);
  const chosen = page.getByRole('group', { name: 'Chosen actors' });
  await expect(chosen).toBeVisible();
  const outside = point(-300, 0);
  await page.mouse.click(outside.x, outside.y);
  await expect(inspector(page)).toHaveCount(0);
  await expect(chosen).toHaveCount(0);
});

test('the hull of the chosen bloc has a rim of the colour of what is chosen', async ({ page, fixedUrl }) => {
  const { point } = await openPlaced(page, fixedUrl, '&blocs=yes');
  await blocsFound(page);
  const rim = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[aria-hidden="true"]')!;
      const copy = Object.assign(document.createElement('canvas'), {
        width: canvas.width,
        height: canvas.height,
      });
      const probe = copy.getContext('2d', { willReadFrequently: true })!;
      probe.fillStyle = getComputedStyle(canvas).getPropertyValue('--accent').trim();
      probe.fillRect(0, 0, 1, 1);
      const accent = probe.getImageData(0, 0, 1, 1).data.join(' ');
      probe.clearRect(0, 0, 1, 1);
      probe.drawImage(canvas, 0, 0);
      const { data } = probe.getImageData(0, 0, canvas.width, canvas.height);
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4) if (data.slice(i, i + 4).join(' ') === accent) pixels += 1;
      return pixels;
    });
  expect(await rim()).toBe(0);
  const within = point(160, 80);
  await page.mouse.click(within.x, within.y);
  await expect.poll(rim).toBeGreaterThan(500);
});

test('the legend says that what is outlined is computed, while it is outlined', async ({
  page,
  fixedUrl,
}) => {
  await openPlaced(page, fixedUrl, '&blocs=yes');
  await blocsFound(page);
  const legend = page.getByText('outline: bloc (computed), % of runs that agree');
  await expect(legend).toBeVisible();
  await page.getByRole('button', { name: 'Blocs', exact: true }).click();
  await expect(legend).toHaveCount(0);
});

test('without hulls a click there closes what is open', async ({ page, fixedUrl }) => {
  const { point } = await openPlaced(page, fixedUrl, '&chosen=country:KEN');
  const { x, y } = point(160, 80);
  await page.mouse.click(x, y);
  await expect(page.getByRole('group', { name: 'Chosen actors' })).toHaveCount(0);
  await expect(inspector(page)).toHaveCount(0);
});

test('by keyboard an actor leads to its bloc', async ({ page, fixedUrl }) => {
  await openPlaced(page, fixedUrl, '&select=country:SOM');
  await inspector(page).getByRole('button', { name: 'Bloc (computed)' }).press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Bloc of Somalia');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a tap within a hull opens its bloc', async ({ page, fixedUrl }) => {
    const { point } = await openPlaced(page, fixedUrl, '&blocs=yes');
    await blocsFound(page);
    const { x, y } = point(160, 80);
    await page.touchscreen.tap(x, y);
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Bloc of Türkiye');
  });
});

test('labels stay clear of the tools when the view moves up', async ({ page, fixedUrl }) => {
  await page.addInitScript(watchLabels);
  const { point } = await openPlaced(page, fixedUrl, '&blocs=yes');
  await blocsFound(page);
  const [from, to] = [point(-300, 100), point(-300, -20)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.url()).toContain('camera=0,120,1');
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const tools = (await page.getByRole('group', { name: 'Graph tools' }).boundingBox())!;
  const below = tools.y + tools.height - (await graph.boundingBox())!.y;
  const labels = await page.evaluate(() => Object.entries((globalThis as unknown as Watching).labels));
  expect(labels.length).toBeGreaterThan(1);
  for (const [label, { top, left }] of labels) {
    expect(top, label).toBeGreaterThanOrEqual(below);
    expect(left, label).toBeGreaterThanOrEqual(0);
  }
});

interface Watching {
  labels: Record<string, { readonly top: number; readonly left: number }>;
}

/** Runs in the page: notes where labels of blocs were last written, in pixels from the corner of the canvas. */
function watchLabels(): void {
  const watching = globalThis as unknown as Watching;
  watching.labels = {};
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its context
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
    if (text.startsWith('Bloc ')) {
      const at = this.getTransform().transformPoint({ x, y });
      const { actualBoundingBoxAscent: ascent, width } = this.measureText(text);
      const { a } = this.getTransform();
      watching.labels[text] = { top: at.y - ascent * a, left: at.x - (width * a) / 2 };
    }
    fillText.call(this, text, x, y, ...more);
  };
}
