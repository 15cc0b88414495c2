/** The screen at three widths: nothing is cut off, nothing lies on anything, everything can be hit. */
import type { Page } from '@playwright/test';
import { type Box, overlaps } from './boxes.ts';
import { diagram, expect, test } from './explorer.ts';

const WIDTHS = [1440, 900, 390] as const;
const THEMES = ['light', 'dark'] as const;
/** Least width and height of a control (WCAG 2.5.8). */
const LEAST = 24;

/** What can be pressed or typed into within a part of the page, and is seen there. */
function controlsIn(page: Page, selector: string): Promise<Box[]> {
  return page.evaluate((within) => {
    const boxes: { name: string; left: number; top: number; right: number; bottom: number }[] = [];
    for (const element of document.querySelectorAll(
      `${within} :is(button, input, select, summary, a[href])`,
    )) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      // What lies outside the window, or is there for screen readers only, is hit by nobody.
      const hit = document.elementFromPoint(x, y);
      if (hit === null || !(element.contains(hit) || hit.contains(element))) continue;
      if (element.closest('.unseen')) continue;
      boxes.push({ name, left, top, right, bottom });
    }
    return boxes;
  }, selector);
}

/** All controls with their size; those within a sentence are exempt, labels and rows count as a whole. */
function sizes(page: Page): Promise<{ name: string; width: number; height: number }[]> {
  return page.evaluate(() => {
    const all: { name: string; width: number; height: number }[] = [];
    for (const element of document.querySelectorAll('button, input, select, summary, a[href]')) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('.unseen, [inert], [aria-hidden=true], p') !== null) continue;
      const { width, height, left, right } = (
        element.closest('label, tbody tr') ?? element
      ).getBoundingClientRect();
      if (right <= 0 || left >= innerWidth) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      all.push({ name: `${element.tagName.toLowerCase()} ${name}`, width, height });
    }
    return all;
  });
}

async function expectInOrder(page: Page, width: number, state: string): Promise<void> {
  const scrolled = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    body: document.body.scrollWidth,
  }));
  expect(scrolled, `${state}: the page scrolls sideways`).toEqual({ wide: width, body: width });
  const bar = await controlsIn(page, 'header');
  expect(bar.length, `${state}: the top bar has controls`).toBeGreaterThan(3);
  expect(overlaps(bar), `${state}: controls of the top bar overlap`).toEqual([]);
  for (const { name, left, right } of bar) {
    expect(left, `${state}: ${name} begins within the window`).toBeGreaterThanOrEqual(0);
    expect(right, `${state}: ${name} ends within the window`).toBeLessThanOrEqual(width);
  }
  const controls = await sizes(page);
  expect(controls.length).toBeGreaterThan(bar.length);
  const small = controls.filter(({ width: w, height: h }) => w < LEAST || h < LEAST);
  expect(small, `${state}: controls that are too small`).toEqual([]);
}

for (const width of WIDTHS) {
  for (const theme of THEMES) {
    test.describe(`at ${width} px, ${theme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme: theme });

      test('all states stay in order', async ({ page, seeds }) => {
        await page.goto(seeds.url);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await page.getByRole('button', { name: 'Graph', exact: true }).click();
        await expect(diagram(page)).toBeAttached();
        await expectInOrder(page, width, 'graph');
        await page.getByRole('button', { name: 'Table', exact: true }).click();
        await expectInOrder(page, width, 'table');
        await page.getByRole('button', { name: /^\d+ actors?$/ }).click();
        await page
          .getByRole('table', { name: 'Actors' })
          .getByRole('button', { name: 'Niger', exact: true })
          .click();
        const inspector = page.getByRole('complementary', { name: 'Inspector' });
        await expect(inspector).toBeInViewport();
        await expectInOrder(page, width, 'actor');
        await inspector.getByRole('button', { name: 'Close inspector' }).click();
        await page.getByRole('textbox', { name: 'As of' }).fill('2023-12-04');
        await page.getByRole('textbox', { name: 'As of' }).press('Enter');
        await expectInOrder(page, width, 'at a date');
        await page.getByRole('button', { name: 'Help' }).click();
        await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 0.9 });
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Export' }).click();
        await expect(page.getByRole('button', { name: /^JSON graph/ })).toBeInViewport({ ratio: 1 });
        await expectInOrder(page, width, 'export');
      });
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('opens in the table', async ({ page, seeds }) => {
    await page.goto(seeds.url);
    await expect(page.getByRole('table', { name: 'Ties' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Table', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(diagram(page)).toHaveCount(0);
  });
});

for (const width of [390, 320]) {
  for (const theme of THEMES) {
    test.describe(`the time bar on a phone of ${width} px, ${theme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme: theme });

      test('plays, and none of its controls lies on another', async ({ page, fixedUrl }) => {
        await page.goto(`${fixedUrl}#v1&view=graph&day=2023-06`);
        await expect(diagram(page)).toBeAttached();
        const bar = page.getByRole('region', { name: 'Time', exact: true });
        for (const mode of ['As of', 'Between']) {
          await bar.getByRole('button', { name: mode, exact: true }).click();
          const boxes = await controlsIn(page, '.timebar .controls');
          expect(boxes.map(({ name }) => name)).toContain('Play through time');
          expect(overlaps(boxes)).toEqual([]);
          expect(boxes.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
        }
        await bar.getByRole('button', { name: 'Play through time', exact: true }).click();
        await bar.getByRole('button', { name: 'Pause', exact: true }).click();
        await expect(bar.getByRole('button', { name: 'Play through time', exact: true })).toBeVisible();
      });
    });
  }
}

test.describe('at 320 px, as at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('does not scroll sideways', async ({ page, seeds }) => {
    await page.goto(seeds.url);
    await expect(page.getByRole('table', { name: 'Ties' })).toBeVisible();
    await expectInOrder(page, 320, 'table');
  });
});

test('opens in the graph on a wide screen', async ({ page, seeds }) => {
  await page.goto(seeds.url);
  await expect(diagram(page)).toBeAttached();
  await expect(page.getByRole('button', { name: 'Graph', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the theme can be chosen, and is remembered', async ({ page, seeds }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(seeds.url);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: /^Theme: system/ }).click();
  await page.getByRole('button', { name: /^Theme: light/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Theme: dark/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
