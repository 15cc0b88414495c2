/** The panes beside the view: their width, by mouse and keys, is kept; the left one folds; on paper they are gone. */
import type { Page } from '@playwright/test';
import { diagram, expect, openGraph, test } from './explorer.ts';

const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const separator = (page: Page, of: string) => page.getByRole('separator', { name: `Width of the ${of}` });
const widthOf = async (pane: ReturnType<typeof filters>) => Math.round((await pane.boundingBox())!.width);

async function selectFirst(page: Page): Promise<void> {
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toBeVisible();
}

test('the filters are made wider by mouse, and a double click takes it back', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  expect(await widthOf(filters(page))).toBe(272);
  const box = (await separator(page, 'filters').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + 200];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 3 });
  await page.mouse.up();
  await expect(separator(page, 'filters')).toHaveAttribute('aria-valuenow', '332');
  expect(await widthOf(filters(page))).toBe(332);
  await page.reload();
  await expect(diagram(page)).toBeAttached();
  expect(await widthOf(filters(page)), 'it is kept').toBe(332);
  await separator(page, 'filters').dblclick({ position: { x: 5, y: 200 } });
  expect(await widthOf(filters(page))).toBe(272);
});

test('both panes are sized by keyboard, within bounds', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await selectFirst(page);
  await separator(page, 'inspector').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(separator(page, 'inspector')).toHaveAttribute('aria-valuenow', '400');
  expect(await widthOf(inspector(page))).toBe(400);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await widthOf(inspector(page))).toBe(320);
  await separator(page, 'filters').focus();
  await page.keyboard.press('ArrowRight');
  expect(await widthOf(filters(page))).toBe(288);
});

test('the filters fold away and stay so', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const button = page.getByRole('banner').getByRole('button', { name: 'Filters', exact: true });
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(filters(page)).toBeHidden();
  await expect(separator(page, 'filters')).toHaveCount(0);
  await page.reload();
  await expect(diagram(page)).toBeAttached();
  await expect(filters(page)).toBeHidden();
  await button.click();
  await expect(filters(page)).toBeVisible();
});

test.describe('at 900 px', () => {
  test.use({ viewport: { width: 900, height: 800 } });

  test('the filters are a drawer that Escape closes, the inspector lies over the view', async ({
    page,
    seeds,
  }) => {
    await openGraph(page, seeds.url);
    await expect(filters(page)).toBeHidden();
    const button = page.getByRole('button', { name: 'Filters', exact: true });
    await button.click();
    await expect(filters(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(filters(page)).toBeHidden();
    await selectFirst(page);
    await expect(page.getByRole('separator')).toHaveCount(0);
    expect(await widthOf(inspector(page))).toBe(384);
  });
});

test('on paper there is the graph with its legend, without colours and panes', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await selectFirst(page);
  const legend = page.locator('.print-legend');
  await expect(legend).toBeHidden();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(legend).toBeVisible();
  await expect(legend).toContainText('Cooperation');
  await expect(legend).toContainText('Planned');
  for (const hidden of [filters(page), inspector(page), page.locator('.timebar'), page.locator('header')])
    await expect(hidden).toBeHidden();
  await expect(page.locator('.canvas')).toBeVisible();
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(colour).toBe('rgb(255, 255, 255)');
});

test('in forced colours what is pressed is still told apart', async ({ page, seeds }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openGraph(page, seeds.url);
  const time = page.getByRole('region', { name: 'Time' });
  const backgroundOf = (name: string) =>
    time
      .getByRole('button', { name, exact: true })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await backgroundOf('All time')).not.toBe(await backgroundOf('Between'));
});
