/** The map: where actors stand, and what is between them; its list has all of it for the keyboard. */
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { actorsOf, factsOf } from './facts.ts';

const places = (page: Page) => page.getByRole('list', { name: 'Actors on the map' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

async function openMap(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(places(page)).toBeVisible();
}

test('marks the countries that take part, and lists every actor', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openMap(page, seeds.url);
  const names = await places(page).locator('.name').allTextContents();
  expect([...names].sort()).toEqual([...actorsOf(facts.ties)].map(facts.nameOf).sort());
  const lands = await page
    .locator('[data-land].part')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-land')));
  expect(lands).toEqual(expect.arrayContaining(['Niger', 'Italy', 'Mali']));
  expect(lands).not.toContain('Brazil');
  await expect(page.getByText('Natural Earth, public domain')).toBeVisible();
});

test('a click on an actor selects it; a click on an arc opens the tie', async ({ page, seeds }) => {
  await openMap(page, seeds.url);
  await page.locator('[data-map] [data-actor="country:RUS"]').click();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Russia');
  await expect(places(page).getByRole('button', { pressed: true })).toContainText('Russia');
  const arc = page.locator('[data-lane="country:NER 1 country:RUS"] .reach');
  // The middle of its box may lie beside the arc.
  await arc.dispatchEvent('click');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText('Niger');
  await expect(inspector(page).getByRole('blockquote').first()).toBeVisible();
});

test('by keyboard: from place to place, into the inspector and back', async ({ page, seeds }) => {
  await openMap(page, seeds.url);
  await page.getByRole('main').focus();
  await page.keyboard.press('Tab');
  const focused = places(page).locator(':focus');
  await expect(focused).toContainText('Niger');
  await page.keyboard.press('ArrowDown');
  await expect(focused).not.toContainText('Niger');
  const name = (await focused.locator('.name').textContent())!;
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(focused.locator('.name')).toHaveText(name);
});

test('zooms and pans, and fits again', async ({ page, seeds }) => {
  await openMap(page, seeds.url);
  const world = page.locator('[data-map] svg > g');
  const start = (await world.getAttribute('transform'))!;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(world).not.toHaveAttribute('transform', start);
  const zoomed = (await world.getAttribute('transform'))!;
  const box = (await page.locator('[data-map]').boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 90, { steps: 4 });
  await page.mouse.up();
  await expect(world).not.toHaveAttribute('transform', zoomed);
  // What was dragged over is not selected.
  await expect(inspector(page)).toBeHidden();
  await page.getByRole('button', { name: 'Show all places' }).click();
  await expect(world).toHaveAttribute('transform', start);
});
