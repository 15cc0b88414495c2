/** The graph itself: focus, choice, paths, pins, layouts, blocs, the preview, and graphs too large to draw whole. */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { graphOfChance } from '../../bench/graph-of-chance.ts';
import { writeGraph } from '../../src/formats/json.ts';
import { diagram, expect, openFiles, openGraph, test } from './explorer.ts';
import { actorsOf, factsOf } from './facts.ts';

const actors = (page: Page) => diagram(page).getByRole('button');
const trail = (page: Page) => page.getByRole('navigation', { name: 'What is shown' });

/** Puts the focus of the keyboard on an actor of the graph. */
async function focusActor(page: Page, name: string): Promise<void> {
  await actors(page)
    .filter({ hasText: new RegExp(`^\\s*${name},`) })
    .focus();
}

/** Opens the graph with its most central actor in the middle of the canvas. Returns that point. */
async function openCentred(page: Page, url: string): Promise<{ x: number; y: number }> {
  await openGraph(page, `${url}#v1&layout=rings&camera=0,0,1`);
  await expect(page.getByLabel('Layout', { exact: true })).toHaveValue('rings');
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  // Actors may still be on their way from the first layout to this one.
  await expect(graph).toHaveAttribute('aria-busy', 'false');
  const box = (await graph.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('focuses on an actor and its neighbours by keyboard, wider and back', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  const near = new Set(
    ties.filter((t) => [t.source, t.target].includes('country:ITA')).flatMap((t) => [t.source, t.target]),
  );
  await openGraph(page, seeds.url);
  await focusActor(page, 'Italy');
  await page.keyboard.press('f');
  await expect(trail(page)).toContainText('Italy');
  await expect(trail(page)).toContainText('1 step');
  await expect(actors(page)).toHaveCount(near.size);
  await page.keyboard.press('+');
  await expect(trail(page)).toContainText('2 steps');
  await page.keyboard.press('-');
  await expect(actors(page)).toHaveCount(near.size);
  await page.keyboard.press('4');
  await expect(trail(page)).toContainText('4 steps');
  await page.keyboard.press('Escape');
  await expect(trail(page)).toHaveCount(0);
  await expect(actors(page)).toHaveCount(actorsOf(ties).size);
});

test('chooses two actors by keyboard and lists the shortest paths between them', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await focusActor(page, 'Russia');
  await page.keyboard.press(' ');
  await focusActor(page, 'ECOWAS');
  await page.keyboard.press(' ');
  const chosen = page.getByRole('group', { name: 'Chosen actors' });
  await expect(chosen.getByRole('status')).toHaveText('2 actors chosen');
  await chosen.getByRole('button', { name: 'Paths between two' }).press('Enter');
  const paths = page.getByRole('region', { name: 'Shortest paths: Russia – ECOWAS' });
  await expect(paths.getByRole('status')).toContainText(/^\s*\d+ paths? of 2 steps/);
  const first = paths.getByRole('listitem').first();
  await expect(first.getByRole('button')).toHaveCount(2);
  await expect(first).toContainText('Russia');
  await first.getByRole('button').first().press('Enter');
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).locator('blockquote').first(),
  ).toBeVisible();
  // Without any relation there is no way left.
  await paths.getByText('Relations on the way').click();
  for (const box of await paths.getByRole('checkbox').all()) await box.uncheck();
  await expect(paths.getByRole('status')).toContainText('No path leads');
  await paths.getByRole('button', { name: 'Close paths' }).click();
  await expect(paths).toHaveCount(0);
});

test('shows only what is chosen, and copies its names', async ({ page, seeds, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openGraph(page, seeds.url);
  for (const name of ['Niger', 'France', 'Russia']) {
    await focusActor(page, name);
    await page.keyboard.press(' ');
  }
  const chosen = page.getByRole('group', { name: 'Chosen actors' });
  await chosen.getByRole('button', { name: 'Copy names' }).click();
  await expect(chosen.getByRole('status')).toHaveText('3 names copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Niger\nFrance\nRussia');
  await chosen.getByRole('button', { name: 'Show only these' }).click();
  await expect(actors(page)).toHaveCount(3);
  await trail(page).getByRole('button', { name: 'All actors' }).click();
  await expect(trail(page)).toHaveCount(0);
});

test('pins by the menu and by keys; pins outlive the page, until the layout is reset', async ({
  page,
  seeds,
}) => {
  await openGraph(page, seeds.url);
  await focusActor(page, 'Mali');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Actions for Mali' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: 'Unpin' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openGraph(page, seeds.url);
  await focusActor(page, 'Mali');
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: 'Unpin' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset layout' }).click();
  await focusActor(page, 'Mali');
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: 'Pin in place' })).toBeVisible();
});

test('has five layouts of the same actors, and the hulls of blocs', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const count = await actors(page).count();
  const layout = page.getByLabel('Layout', { exact: true });
  for (const name of [
    'Central in the middle',
    'Blocs apart',
    'Missions under owners',
    'World map',
    'By ties',
  ]) {
    await layout.selectOption({ label: name });
    await expect(actors(page)).toHaveCount(count);
  }
  await page.getByRole('button', { name: 'Blocs', exact: true }).click();
  await expect(page.getByText(/^\d+ blocs? found \(computed\)$/)).toBeAttached();
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('tells by the pointer what is there, with its best quote, until Escape', async ({ page, seeds }) => {
  const { x, y } = await openCentred(page, seeds.url);
  await page.mouse.move(x - 200, y - 60);
  await page.mouse.move(x, y, { steps: 5 });
  const card = page.getByRole('tooltip');
  await expect(card).toContainText('Niger');
  await expect(card.locator('blockquote')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('has the same menu by the pointer, for an actor and for the canvas', async ({ page, seeds }) => {
  const { x, y } = await openCentred(page, seeds.url);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menu', { name: 'Actions for Niger' }).getByText('Focus on its neighbours').click();
  await expect(trail(page)).toContainText('Niger');
  // At its left edge the canvas has neither actors nor lanes, whatever the articles say.
  const { x: left } = (await page.getByRole('region', { name: 'Graph', exact: true }).boundingBox())!;
  await page.mouse.click(left + 8, y, { button: 'right' });
  await expect(page.getByRole('menu', { name: 'Actions', exact: true })).toBeVisible();
});

test('has menus of lanes and of the canvas by keyboard', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await focusActor(page, 'Niger');
  await page.keyboard.press('e');
  const ties = page.getByRole('group', { name: 'Ties of Niger' });
  await expect(ties.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: /^Actions for .*Niger/ });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ties.getByRole('button').first()).toBeFocused();
  await page.getByRole('button', { name: 'Fit graph', exact: true }).focus();
  await page.keyboard.press('Shift+F10');
  const canvas = page.getByRole('menu', { name: 'Actions', exact: true });
  await canvas.getByRole('menuitem', { name: 'Choose all that is drawn' }).press('Enter');
  await expect(canvas).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Chosen actors' })).toBeVisible();
});

test('chooses in a box, by Shift and drag, and one by Shift and click', async ({ page, seeds }) => {
  const { x, y } = await openCentred(page, seeds.url);
  await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  const told = page.getByRole('group', { name: 'Chosen actors' }).getByRole('status');
  await expect(told).toHaveText('1 actor chosen');
  await page.mouse.move(x - 300, y - 250);
  await page.mouse.down();
  await page.mouse.move(x + 300, y + 200, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(told).toHaveText(/^([2-9]|\d\d) actors chosen$/);
});

test('draws the strongest of a large graph, and whoever is looked for', async ({
  page,
  emptyUrl,
  folder,
}) => {
  const path = join(folder, 'large.json');
  writeFileSync(path, writeGraph(graphOfChance(1000, 5000)));
  await page.goto(emptyUrl);
  await openFiles(page, [path]);
  await expect(page.getByText(/400 of 999 actors drawn/)).toBeVisible({ timeout: 60_000 });
  const hidden = 'Organisation 997';
  await expect(actors(page).filter({ hasText: `${hidden},` })).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type(hidden);
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toContainText(
    hidden,
  );
  await page.keyboard.press('Enter');
  await expect(actors(page).filter({ hasText: `${hidden},` })).toHaveCount(1);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText(/400 of 999 actors drawn/)).toHaveCount(0);
});

test('the drawn graph takes the colours of another theme', async ({ page, seeds }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openGraph(page, seeds.url);
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect.poll(() => hasActorColour(page)).toBe(true);
  }
});

/** Whether the canvas has points of the colour that the style sheet gives to actors now. */
function hasActorColour(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const colour = getComputedStyle(document.documentElement).getPropertyValue('--node').trim();
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join();
    return [...document.querySelectorAll<HTMLCanvasElement>('.canvas canvas')].some((canvas) => {
      // From a copy that is made to be read.
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4)
        if (data.slice(i, i + 3).join() === wanted && data[i + 3] === 255) return true;
      return false;
    });
  });
}
