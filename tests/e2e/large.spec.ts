/** A made-up graph of 1,000 actors and 5,000 assertions: every view shows it, filters and time act on it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphOfChance } from '../../bench/graph-of-chance.ts';
import { writeGraph } from '../../src/formats/json.ts';
import { diagram, expect, explore, test as base } from './explorer.ts';
import { actorsOf, byRelation, counted, factsOf, tiesAt } from './facts.ts';

const file = graphOfChance(1000, 5000);
const facts = factsOf(file);

const test = base.extend<object, { readonly largeUrl: string }>({
  largeUrl: [
    async ({ folder }, use) => {
      const path = join(folder, 'thousand.json');
      writeFileSync(path, writeGraph(file));
      const server = await explore(path);
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('the graph draws the strongest, and says of how many', async ({ page, largeUrl }) => {
  await page.goto(largeUrl);
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(counted(facts.ties.length, 'tie')));
  await expect(page.getByText(/^\d+ of [\d,]+ actors drawn, the strongest/)).toBeVisible();
});

test('the table counts all of it, and has the rows that are on the screen', async ({ page, largeUrl }) => {
  await page.goto(`${largeUrl}#v1&view=table`);
  const table = page.getByRole('table', { name: 'Ties' });
  await expect(table).toHaveAttribute('aria-rowcount', String(facts.ties.length + 1));
  expect(await table.getByRole('row').count()).toBeLessThan(200);
  await page.getByRole('button', { name: counted(actorsOf(facts.ties).size, 'actor') }).click();
  await expect(page.getByRole('table', { name: 'Actors' })).toHaveAttribute(
    'aria-rowcount',
    String(actorsOf(facts.ties).size + 1),
  );
  await page.getByRole('textbox', { name: 'Find rows that have these words' }).fill('organisation 99');
  await expect(page.getByRole('button', { name: 'Organisation 99', exact: true })).toBeVisible();
});

test('the matrix has the actors with most ties, and a cell by keyboard', async ({ page, largeUrl }) => {
  await page.goto(`${largeUrl}#v1&view=matrix`);
  const grid = page.getByRole('grid', { name: /^Matrix of \d+ actors/ });
  await expect(grid).toBeVisible();
  await expect(page.getByText(/^\d+ of [\d,]+ actors: those with most ties/)).toBeVisible();
  await grid.locator('[tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator(':focus')).toHaveCount(1);
});

test('the timeline has a lane for each pair, and those in the page that are on the screen', async ({
  page,
  largeUrl,
}) => {
  const pairs = new Set(facts.ties.map(({ source, target }) => [source, target].sort().join(' ')));
  await page.goto(`${largeUrl}#v1&view=timeline`);
  const grid = page.getByRole('grid', { name: /^Timeline of/ });
  await expect(grid).toBeVisible();
  const lanes = Number(await grid.getAttribute('aria-rowcount'));
  expect(lanes).toBeGreaterThan(1000);
  expect(lanes).toBeLessThanOrEqual(pairs.size + 1);
  expect(await grid.getByRole('row').count()).toBeLessThan(200);
});

test('a filter and a date leave what the file says', async ({ page, largeUrl }) => {
  await page.goto(`${largeUrl}#v1&view=table`);
  const filters = page.getByRole('complementary', { name: 'Filters' });
  const all = facts.ties.length.toLocaleString('en');
  await expect(filters.getByText(`${all} of ${all} ties shown`)).toBeVisible();
  const only = byRelation(facts.ties).get('expelled')!;
  await filters.getByRole('button', { name: 'Only expelled', exact: true }).click();
  await expect(filters.getByText(`${only} of ${all} ties shown`)).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  const standing = tiesAt(facts, '2020-06-30', 'when').length.toLocaleString('en');
  await page.getByRole('textbox', { name: 'As of' }).fill('2020-06-30');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await expect(filters.getByText(`${standing} of ${all} ties shown`)).toBeVisible();
});

test('the counts of the legend go on while somebody scrubs through time', async ({ page, largeUrl }) => {
  await page.goto(largeUrl);
  await expect(diagram(page)).toBeVisible();
  const changed = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.plot input[type=range]')!;
    const counts = () => document.querySelector('#filters li .number')!.textContent;
    const before = counts();
    // A step with each frame, there and back, until they have changed or nobody would wait any longer.
    for (let step = 0; step < 400 && counts() === before; step++) {
      slider.valueAsNumber = Number(slider.max) - 40 - (step % 2) * 40;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    return counts() !== before;
  });
  expect(changed).toBe(true);
});
