/** The map: where actors stand, and what is between them; its list has all of it for the keyboard. */
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { actorsOf, counted, type Facts, factsOf } from './facts.ts';

const places = (page: Page) => page.getByRole('list', { name: 'Actors on the map' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** The actors from which ties, or the actors that they belong to, lead to a country. */
function placedActors({ file, ties }: Facts): Set<string> {
  const joined = actorsOf(ties);
  const steps = [
    ...ties.flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ]),
    ...file.actors.flatMap(({ id, parents = [] }) => parents.map((parent) => [parent, id])),
  ];
  const placed = new Set(
    file.actors.filter(({ id, type }) => type === 'country' && joined.has(id)).map(({ id }) => id),
  );
  for (let before = -1; before < placed.size;) {
    before = placed.size;
    for (const [from, to] of steps) if (placed.has(from!) && joined.has(to!)) placed.add(to!);
  }
  return placed;
}

async function openMap(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(places(page)).toBeVisible();
}

test('marks the countries that take part, and lists every actor that has a place', async ({
  page,
  seeds,
}) => {
  const facts = factsOf(seeds.file);
  await openMap(page, seeds.url);
  const names = await places(page).locator('.name').allTextContents();
  const placed = placedActors(facts);
  expect([...names].sort()).toEqual([...placed].map(facts.nameOf).sort());
  const left = actorsOf(facts.ties).size - placed.size;
  const leftOut = page.getByText(`${counted(left, 'actor')} ${left === 1 ? 'is' : 'are'} left out`);
  await expect(leftOut).toHaveCount(left > 0 ? 1 : 0);
  const lands = await page
    .locator('[data-land].part')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-land')));
  expect(lands).toContain('Niger');
  // Countries that the map names as the reader does.
  for (const land of ['Italy', 'Mali', 'France', 'Russia', 'Iran', 'Brazil', 'Japan'])
    expect(lands.includes(land), land).toBe(names.includes(land));
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
