/** On paper: lists go over as many pages as it takes, the graph and the map are one page each. */
import type { Page } from '@playwright/test';
import { graphOfChance } from '../../bench/graph-of-chance.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { pagesOf } from '../app/pdf.ts';
import { diagram, expect, fileOf, openFiles, openGraph, test } from './explorer.ts';
import { actorsOf, type Facts, factsOf } from './facts.ts';

type ViewName = 'Table' | 'Matrix' | 'Timeline' | 'Map' | 'Changes';

/** What the paper says, page by page. */
async function printed(page: Page, landscape = false): Promise<string[]> {
  return pagesOf(await page.pdf({ format: 'A4', landscape }));
}

async function goTo(page: Page, view: ViewName): Promise<void> {
  await page.getByRole('button', { name: view, exact: true }).click();
  const shown = page.getByRole('region', { name: view, exact: true });
  await expect(shown).toBeVisible();
  await expect(shown.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
}

async function openMade(page: Page, url: string, graph: GraphFile, view: ViewName): Promise<void> {
  await page.goto(url);
  await openFiles(page, [fileOf('made.json', JSON.stringify(graph))]);
  await goTo(page, view);
}

const table = (page: Page) => page.getByRole('table', { name: 'Ties' });

/** How many rows of the table of ties there are: each says its sign, and so does the legend. */
function rowsIn(pages: readonly string[]): number {
  const signs = pages.join(' ').match(/\b(?:Cooperation|Conflict|Structure)\b/g) ?? [];
  return signs.length - 3;
}

/** The pairs of actors as lanes are named, whichever comes first. */
function pairsOf({ ties, nameOf }: Facts): [string, string][] {
  return ties.map(({ source, target }) => [
    `${nameOf(source)} – ${nameOf(target)}`,
    `${nameOf(target)} – ${nameOf(source)}`,
  ]);
}

test('the table has every tie, and its heads on each page', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await goTo(page, 'Table');
  await expect(table(page)).toBeVisible();
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThan(1);
  for (const text of pages) expect(text).toContain('Independent sources');
  expect(rowsIn(pages)).toBe(facts.ties.length);
  const all = pages.join(' ');
  for (const { relation, target } of facts.ties)
    expect(all).toContain(`${relationSpec(relation).label} ${facts.nameOf(target)}`);
  expect(all, 'what is counted is said').toContain(`${facts.ties.length} ties`);
  for (const tool of ['Copy as CSV', 'Columns', 'documents']) expect(all).not.toContain(tool);
});

test('the table says which words its rows were found by', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await goTo(page, 'Table');
  await page.getByRole('textbox', { name: 'Find rows' }).fill('france');
  const pages = await printed(page);
  const [, found] = /Rows with “france”: (\d+) of \d+/.exec(pages.join(' '))!;
  expect(rowsIn(pages)).toBe(Number(found));
});

test('a table of which only a part is in the page has all rows on paper, then stands where it stood', async ({
  page,
  emptyUrl,
}) => {
  const graph = graphOfChance(200, 500);
  await openMade(page, emptyUrl, graph, 'Table');
  const rows = table(page).locator('tbody tr:not([aria-hidden])');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(80);
  const box = page.getByRole('region', { name: 'Ties' });
  await box.evaluate((element) => (element.scrollTop = 5000));
  await expect(rows.first()).not.toHaveAttribute('aria-rowindex', '2');
  const shown = await rows.first().getAttribute('aria-rowindex');
  expect(rowsIn(await printed(page))).toBe(factsOf(graph).ties.length);
  await expect.poll(() => rows.count()).toBeLessThan(80);
  expect(await box.evaluate((element) => element.scrollTop)).toBe(5000);
  await expect(rows.first()).toHaveAttribute('aria-rowindex', shown!);
});

test('of more rows than a printer should be given, the paper says how many are left out', async ({
  page,
  emptyUrl,
}) => {
  const graph = graphOfChance(400, 2500);
  await openMade(page, emptyUrl, graph, 'Table');
  await expect(table(page)).toBeVisible();
  const pages = await printed(page);
  expect(rowsIn(pages)).toBe(2000);
  const left = factsOf(graph).ties.length - 2000;
  expect(pages.at(-1)).toContain(`${left} more rows are not printed: at most 2,000 are. “Copy as CSV” has`);
});

test('the timeline has every pair of actors, and the years on each page', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await goTo(page, 'Timeline');
  const grid = page.getByRole('grid', { name: /^Timeline/ });
  await expect(grid).toBeVisible();
  const pages = await printed(page, true);
  expect(pages.length).toBeGreaterThan(1);
  for (const text of pages) expect(text).toMatch(/Actors .*\b2024\b/);
  const all = pages.join(' ');
  for (const names of pairsOf(facts))
    expect(
      names.some((name) => all.includes(name)),
      names[0],
    ).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(grid.getByRole('rowheader')).toHaveCount(Number(await grid.getAttribute('aria-rowcount')) - 1);
});

test('the matrix names every actor in a row and a column', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await goTo(page, 'Matrix');
  await expect(
    page.getByRole('grid', { name: /^Matrix/ }).getByText('bloc 1', { exact: true }),
  ).toBeVisible();
  const pages = await printed(page, true);
  for (const text of pages) expect(text).toContain('acted on ↓');
  const all = pages.join(' ');
  // Longer names are shortened.
  const names = [...actorsOf(facts.ties)].map(facts.nameOf).filter((name) => name.length < 14);
  for (const name of names) expect(all.split(name).length - 1, name).toBeGreaterThanOrEqual(2);
});

test('a matrix that is wider than the page is made smaller', async ({ page, emptyUrl }) => {
  await openMade(page, emptyUrl, graphOfChance(400, 2000), 'Matrix');
  const grid = page.getByRole('grid', { name: 'Matrix of 120 actors' });
  await expect(grid).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(grid.getByRole('rowheader')).toHaveCount(120);
  const last = grid.getByRole('columnheader').last();
  const { x, width } = (await last.boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(page.viewportSize()!.width + 1);
});

test('changes are listed with their quotes, without buttons', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await goTo(page, 'Changes');
  const view = page.getByRole('region', { name: 'Changes', exact: true });
  await page.getByRole('textbox', { name: 'From' }).fill('2018');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2024-06');
  await page.getByRole('textbox', { name: 'To', exact: true }).press('Enter');
  await expect(view.getByText(/^2018 → June 2024: /)).toBeVisible();
  const subjects = await view.locator('li .subject').allTextContents();
  expect(subjects.length).toBeGreaterThan(10);
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThan(3);
  const all = pages.join(' ');
  for (const subject of subjects) expect(all).toContain(subject);
  expect(all).toContain('2018 → June 2024: ');
  expect(all).toContain('By the dates at which things happened.');
  for (const tool of ['Copy as citation', 'Show in text', 'Show all']) expect(all).not.toContain(tool);
});

test('a list of changes that begins with its first hundred is printed whole', async ({ page, emptyUrl }) => {
  await openMade(page, emptyUrl, graphOfChance(100, 300), 'Changes');
  const view = page.getByRole('region', { name: 'Changes', exact: true });
  await expect(view.getByRole('button', { name: /^Show all/ }).first()).toBeVisible();
  const titles = await view.getByRole('heading', { level: 3 }).allTextContents();
  const count = titles.reduce((sum, title) => sum + Number(/\((\d+)\)/.exec(title)![1]), 0);
  await page.emulateMedia({ media: 'print' });
  await expect(view.locator('li:has(.subject)')).toHaveCount(count);
  await page.emulateMedia({ media: 'screen' });
  await expect(view.locator('li:has(.subject)')).not.toHaveCount(count);
});

test('the graph and the map are one page each, upright or not, whatever a notice says', async ({
  page,
  seeds,
}) => {
  await page.goto(`${seeds.url}#view=nowhere`);
  await expect(diagram(page)).toBeAttached();
  await expect(page.getByText('Not understood in the link')).toBeVisible();
  for (const landscape of [false, true]) {
    const [graph, ...others] = await printed(page, landscape);
    expect(others).toEqual([]);
    expect(graph).toContain('Cooperation');
    expect(graph).not.toContain('Not understood');
  }
  await goTo(page, 'Map');
  await expect(page.locator('[data-actor]').first()).toBeAttached();
  for (const landscape of [false, true]) {
    const [map, ...others] = await printed(page, landscape);
    expect(others).toEqual([]);
    expect(map).toContain('Niger');
  }
});

test('an article that is read is printed whole, and nothing else', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await goTo(page, 'Table');
  await page.getByRole('button', { name: /^\d+ documents?$/ }).click();
  await page
    .getByRole('button', { name: /^Read / })
    .first()
    .click();
  const text = page.getByRole('region', { name: 'Text of the article' });
  const words = (await text.textContent())!.trim().split(/\s+/);
  const pages = await printed(page);
  const all = pages.join(' ');
  expect(all).toContain(words.slice(0, 6).join(' '));
  expect(all).toContain(words.slice(-6).join(' '));
  expect(all).not.toContain('Published');
});
