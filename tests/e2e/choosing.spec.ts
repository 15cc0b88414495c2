/** Several actors are chosen at once: in a box or a lasso, by the mouse or by a finger. */
import type { CDPSession, Page } from '@playwright/test';
import { diagram, expect, test } from './explorer.ts';
import { openPlaced, type Place } from './known-places.ts';

const chosen = (page: Page) => page.getByRole('group', { name: 'Chosen actors' });
const tools = (page: Page) => page.getByRole('group', { name: 'Choice', exact: true });

/** The names of the chosen actors, as their copy has them. */
async function namesChosen(page: Page): Promise<string[]> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await chosen(page).getByRole('button', { name: 'Copy names' }).click();
  await expect(chosen(page).getByRole('status')).toContainText('copied');
  return (await page.evaluate(() => navigator.clipboard.readText())).split('\n').sort();
}

/** Where the view is, as the address has it once it has come to rest. */
const camera = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(4)).get('camera');

async function drag(page: Page, [first, ...more]: readonly Place[]): Promise<void> {
  await page.mouse.move(first!.x, first!.y);
  await page.mouse.down();
  for (const { x, y } of more) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** Fingers on the screen, as the browser tells of them. */
async function touch(client: CDPSession, type: string, fingers: readonly Place[]): Promise<void> {
  await client.send('Input.dispatchTouchEvent', {
    type: type as 'touchStart',
    touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
  });
}

/** One finger goes from point to point. */
async function swipe(page: Page, points: readonly Place[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await touch(client, 'touchStart', [points[0]!]);
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!;
    for (const share of [0.25, 0.5, 0.75, 1])
      await touch(client, 'touchMove', [
        { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
      ]);
  }
  await touch(client, 'touchEnd', []);
  await client.detach();
}

test('Shift and drag chooses those in the box, and nobody else', async ({ page, fixedUrl }) => {
  const { point } = await openPlaced(page, fixedUrl);
  await page.keyboard.down('Shift');
  await drag(page, [point(-160, -100), point(40, 100)]);
  await page.keyboard.up('Shift');
  expect(await namesChosen(page)).toEqual(['Djibouti', 'Ethiopia', 'Kenya', 'Uganda']);
});

test('Alt and drag chooses those in the lasso, and not those its bend leaves out', async ({
  page,
  fixedUrl,
}) => {
  const { point } = await openPlaced(page, fixedUrl);
  await page.keyboard.down('Alt');
  // Around Uganda, Kenya and Ethiopia: the box around these three has Djibouti in it.
  await drag(page, [
    point(-160, 100),
    point(-160, -100),
    point(40, -100),
    point(40, -20),
    point(-80, -20),
    point(-80, 100),
  ]);
  await page.keyboard.up('Alt');
  expect(await namesChosen(page)).toEqual(['Ethiopia', 'Kenya', 'Uganda']);
  // Another lasso adds to the choice.
  await page.keyboard.down('Alt');
  await drag(page, [point(100, -40), point(180, -40), point(180, 40), point(100, 40)]);
  await page.keyboard.up('Alt');
  expect(await namesChosen(page)).toEqual(['Ethiopia', 'Kenya', 'Somalia', 'Uganda']);
});

test('with a tool the mouse needs no key; without it a drag moves the view', async ({ page, fixedUrl }) => {
  const { at, point } = await openPlaced(page, fixedUrl);
  const box = tools(page).getByRole('button', { name: /^Draw a box/ });
  const lasso = tools(page).getByRole('button', { name: /^Draw a lasso/ });
  await lasso.click();
  await expect(lasso).toHaveAttribute('aria-pressed', 'true');
  await drag(page, [point(-160, -100), point(-80, -100), point(-80, 100), point(-160, 100)]);
  expect(await namesChosen(page)).toEqual(['Kenya', 'Uganda']);
  await box.click();
  await expect(lasso).toHaveAttribute('aria-pressed', 'false');
  await drag(page, [point(40, 40), point(-40, 90)]);
  expect(await namesChosen(page)).toEqual(['Djibouti', 'Kenya', 'Uganda']);
  // A press on one adds it, or takes it out.
  const { x, y } = at('Kenya');
  await page.mouse.click(x, y);
  expect(await namesChosen(page)).toEqual(['Djibouti', 'Uganda']);
  expect(camera(page)).toBe('0,0,1');
  // While a card lies over the graph, Escape closes that.
  await box.hover();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await box.press('Escape');
  await expect(box).toHaveAttribute('aria-pressed', 'false');
  await drag(page, [point(60, -100), point(100, -100)]);
  await expect.poll(() => camera(page)).toBe('-40,0,1');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a finger draws a lasso or a box with a tool, and moves the view without', async ({
    page,
    fixedUrl,
  }) => {
    const { at, point } = await openPlaced(page, fixedUrl);
    await tools(page)
      .getByRole('button', { name: /^Draw a lasso/ })
      .tap();
    await swipe(page, [point(-160, -100), point(-60, -100), point(-60, 100), point(-160, 100)]);
    expect(await namesChosen(page)).toEqual(['Kenya', 'Uganda']);
    await tools(page)
      .getByRole('button', { name: /^Draw a box/ })
      .tap();
    await swipe(page, [point(-40, -90), point(40, -30)]);
    expect(await namesChosen(page)).toEqual(['Ethiopia', 'Kenya', 'Uganda']);
    const { x, y } = at('Kenya');
    await page.touchscreen.tap(x, y);
    expect(await namesChosen(page)).toEqual(['Ethiopia', 'Uganda']);
    expect(camera(page)).toBe('0,0,1');
    await tools(page)
      .getByRole('button', { name: /^Draw a box/ })
      .tap();
    await swipe(page, [point(60, -100), point(100, -100)]);
    await expect.poll(() => camera(page)).toMatch(/^-(3|4)\d,0,1$/);
    await expect(chosen(page).getByRole('status')).toHaveText('2 names copied');
  });

  test('two fingers zoom while a tool is taken, and choose nobody', async ({ page, fixedUrl }) => {
    const { point } = await openPlaced(page, fixedUrl);
    await tools(page)
      .getByRole('button', { name: /^Draw a box/ })
      .tap();
    const client = await page.context().newCDPSession(page);
    await touch(client, 'touchStart', [point(-110, 0)]);
    await touch(client, 'touchStart', [point(-110, 0), point(110, 0)]);
    for (const far of [118, 126, 134, 142, 150])
      await touch(client, 'touchMove', [point(-far, 0), point(far, 0)]);
    await touch(client, 'touchEnd', []);
    await expect.poll(() => Number(camera(page)?.split(',')[2])).toBeGreaterThan(1.1);
    await expect(chosen(page)).toHaveCount(0);
    await expect(diagram(page)).toBeAttached();
  });
});
