/** The timeline: spells and events in lanes, all of it by keyboard too. */
import type { Page } from '@playwright/test';
import type { Tie } from '../../src/model/index.ts';
import { expect, test } from './explorer.ts';
import { factsOf, sentenceOf, tiesAt } from './facts.ts';

const grid = (page: Page) => page.getByRole('grid', { name: /^Timeline of / });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** How many pairs of actors ties join. */
const pairsOf = (ties: readonly Tie[]) =>
  new Set(ties.map(({ source, target }) => [source, target].sort().join(' '))).size;

async function openTimeline(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(grid(page)).toBeVisible();
}

test('has a lane for each pair of actors', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const pairs = pairsOf(facts.ties);
  await openTimeline(page, seeds.url);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(pairs + 1));
  await expect(page.getByText(`${pairs} pairs of actors, `)).toBeVisible();
});

test('a click on an event opens its tie with its quote', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openTimeline(page, seeds.url);
  const item = grid(page).getByRole('gridcell').first();
  const label = (await item.getAttribute('aria-label'))!;
  const tie = facts.ties.find((one) => label.startsWith(`${sentenceOf(facts, one)}, `))!;
  await item.locator('.symbol').click();
  await expect(inspector(page).getByRole('button', { expanded: true })).toContainText(sentenceOf(facts, tie));
  await expect(inspector(page).getByRole('blockquote').first()).toBeVisible();
  await expect(grid(page).getByRole('gridcell', { selected: true }).first()).toHaveAccessibleName(
    new RegExp(`^${sentenceOf(facts, tie)}, `),
  );
});

test('by keyboard: along a lane, to another, into the inspector', async ({ page, seeds }) => {
  await openTimeline(page, seeds.url);
  await page.getByRole('main').focus();
  await page.keyboard.press('Tab');
  // Past the order of the lanes.
  await page.keyboard.press('Tab');
  const focused = grid(page).locator(':focus');
  await expect(focused).toHaveRole('rowheader');
  const first = await focused.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(focused).not.toHaveText(first!);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveRole('gridcell');
  const label = (await focused.getAttribute('aria-label'))!;
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toBeFocused();
  const open = inspector(page).getByRole('button', { expanded: true }).first();
  const sentence = (await open.getByRole('strong').textContent())!;
  expect(label.startsWith(`${sentence}, `)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName(label);
});

test('keeps to the lanes of an actor that is selected, until all are asked for', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const partners = new Set(
    facts.ties.flatMap(({ source, target }) =>
      source === 'country:ITA' ? [target] : target === 'country:ITA' ? [source] : [],
    ),
  );
  await page.goto(`${seeds.url}#v1&view=timeline&select=country:ITA`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(partners.size + 1));
  const names = await grid(page).locator('[role=rowheader] .text').allTextContents();
  expect([...names].sort()).toEqual([...partners].map(facts.nameOf).sort());
  await page.getByRole('button', { name: 'Around Italy Show all pairs' }).click();
  await expect(page.getByText(/^\d+ pairs of actors, /)).toBeVisible();
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', String(partners.size + 1));
});

test('can be ordered by name, and keeps to the date of the time bar', async ({ page, seeds }) => {
  await openTimeline(page, seeds.url);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('by name');
  const names = await grid(page).locator('[role=rowheader] .text').allTextContents();
  expect(names).toEqual([...names].sort(new Intl.Collator('en-GB', { numeric: true }).compare));
  const facts = factsOf(seeds.file);
  const [day, clock] = ['2023-12-31', 'reported'] as const;
  const there = pairsOf(tiesAt(facts, day, clock));
  // The articles have dates of their own, whatever is read in them.
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(pairsOf(facts.ties));
  await page.getByRole('textbox', { name: 'As of' }).fill(day);
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(pairsOf(tiesAt(facts, day, 'when')) + 1));
  await page.getByRole('combobox', { name: 'Clock' }).selectOption(clock);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(there + 1));
});

test('speaks French, dates too', async ({ page, seeds }) => {
  await page.addInitScript(() => localStorage.setItem('entente-language', 'fr'));
  await page.goto(`${seeds.url}#v1&view=timeline`);
  const french = page.getByRole('grid', { name: /^Chronologie de \d+ paires d’acteurs$/ });
  await expect(french).toBeVisible();
  const labels = await french
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')).join('\n'));
  expect(labels).toMatch(/mars 2024|décembre 2023/);
  expect(labels).toContain('source indépendante');
});
