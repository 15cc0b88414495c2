/** The matrix: who acts on whom, all of it by keyboard too. */
import type { Page } from '@playwright/test';
import { graphOfChance } from '../../bench/graph-of-chance.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { expect, fileOf, openFiles, openGraph, test } from './explorer.ts';
import { actorsOf, counted, factsOf } from './facts.ts';

const grid = (page: Page) => page.getByRole('grid', { name: /^Matrix of / });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

async function openMatrix(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  // Once the blocs are known the order is final.
  await expect(grid(page).getByText('bloc 1', { exact: true })).toBeVisible();
}

test('has a cell for each pair of which one acts on the other, and says what it holds', async ({
  page,
  seeds,
}) => {
  const facts = factsOf(seeds.file);
  // High enough for every row: only what is in sight is drawn.
  await page.setViewportSize({ width: 1440, height: 1400 });
  await openMatrix(page, seeds.url);
  const pairs = new Set<string>();
  for (const { source, target, relation } of facts.ties) {
    pairs.add(`${facts.nameOf(source)} → ${facts.nameOf(target)}`);
    if (relationSpec(relation).symmetric) pairs.add(`${facts.nameOf(target)} → ${facts.nameOf(source)}`);
  }
  await expect(grid(page)).toHaveAccessibleName(`Matrix of ${counted(actorsOf(facts.ties).size, 'actor')}`);
  const labels = await grid(page)
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')!.split(':')[0]!));
  expect(labels.sort()).toEqual([...pairs].sort());
});

test('a click opens what is between the two, and marks the cell', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const tie = facts.ties.find(({ sign }) => sign === -1)!;
  const [row, column] = [facts.nameOf(tie.source), facts.nameOf(tie.target)];
  await openMatrix(page, seeds.url);
  const cell = grid(page).getByRole('gridcell', { name: `${row} → ${column}:` });
  await expect(cell).toHaveAccessibleName(/Conflict/);
  await cell.click();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(row);
  await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(column);
  await expect(cell).toHaveAttribute('aria-selected', 'true');
});

test('by keyboard: to a cell, into the inspector and back; empty cells say so', async ({ page, seeds }) => {
  await openMatrix(page, seeds.url);
  await page.getByRole('main').focus();
  await page.keyboard.press('Tab');
  const focused = grid(page).locator(':focus');
  await expect(focused).toHaveRole('rowheader');
  const name = (await focused.locator('.name').textContent())!;
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName(`${name} → ${name}: no tie`);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveRole('gridcell');
  const label = (await focused.getAttribute('aria-label'))!;
  expect(label.startsWith(`${name} → `)).toBe(true);
  await page.keyboard.press('Home');
  await expect(focused).toHaveRole('rowheader');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(focused).toHaveRole('rowheader');
  await page.keyboard.press('Control+End');
  const last = (await focused.getAttribute('aria-label'))!.split(':')[0]!.split(' → ');
  expect(last[0]).toBe(last[1]);
});

test('is led to by M, and by its link', async ({ page, seeds }) => {
  // A key that comes before the graph has nothing to show.
  await openGraph(page, seeds.url);
  await page.getByRole('main').focus();
  await page.keyboard.press('m');
  await expect(grid(page)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toContain('view=matrix');
  await page.reload();
  await expect(grid(page)).toBeVisible();
});

test('of a large graph shows the actors with most ties, and more when it is asked', async ({
  page,
  emptyUrl,
}) => {
  await page.goto(emptyUrl);
  await openFiles(page, [fileOf('large.json', JSON.stringify(graphOfChance(400, 2000)))]);
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  await expect(grid(page)).toHaveAccessibleName('Matrix of 120 actors');
  await expect(page.getByText(/^120 of \d+ actors/)).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(grid(page)).toHaveAccessibleName('Matrix of 240 actors');
  // Only what is on the screen is in the page.
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '241');
});
