/** The table is the graph's equal: the same ties, the same inspector, sorted as one likes. */
import type { Page } from '@playwright/test';
import { graphOfChance } from '../../bench/graph-of-chance.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { diagram, expect, fileOf, openFiles, openGraph, test } from './explorer.ts';
import { actorsOf, counted, factsOf, sentenceOf } from './facts.ts';

const ties = (page: Page) => page.getByRole('table', { name: 'Ties' });

async function openTable(page: Page, url: string): Promise<void> {
  await openGraph(page, url);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(ties(page)).toBeVisible();
}

/** Each row as a sentence, top to bottom. */
async function sentencesOf(page: Page): Promise<string[]> {
  const [source, relation, target] = [
    await columnOf(page, 'Ties', 0),
    await columnOf(page, 'Ties', 1),
    await columnOf(page, 'Ties', 2),
  ];
  return source.map((name, row) => `${name} ${relation[row]} ${target[row]}`);
}

/** The texts of one column as they are seen, top to bottom. */
async function columnOf(page: Page, table: string, index: number): Promise<string[]> {
  const cells = page.getByRole('table', { name: table }).locator(`tbody tr td:nth-child(${index + 1})`);
  // What only screen readers are told stands in elements of its own.
  return cells.evaluateAll((all) =>
    all.map((cell) => {
      const shown = cell.querySelector('button') ?? cell;
      const own = [...shown.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return (
        own
          .map((node) => node.textContent)
          .join('')
          .trim() || shown.textContent
      ).trim();
    }),
  );
}

test('has a row for each tie of the file', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openTable(page, seeds.url);
  expect((await sentencesOf(page)).sort()).toEqual(facts.ties.map((tie) => sentenceOf(facts, tie)).sort());
  await expect(page.getByRole('button', { name: counted(facts.ties.length, 'tie') })).toBeVisible();
});

test('says of each tie what the file says', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openTable(page, seeds.url);
  const signs = { 1: 'Cooperation', [-1]: 'Conflict', 0: 'Structure' };
  for (const tie of facts.ties.slice(0, 15)) {
    const row = ties(page)
      .getByRole('row')
      .filter({
        has: page.getByRole('button', { name: sentenceOf(facts, tie), exact: true }),
      });
    const cells = row.getByRole('cell');
    await expect(cells.nth(1)).toHaveText(relationSpec(tie.relation).label);
    await expect(cells.nth(2)).toHaveText(facts.nameOf(tie.target));
    await expect(cells.nth(3)).toHaveText(signs[tie.sign]);
    await expect(cells.nth(4)).toHaveText(tie.statuses[0]!);
    await expect(cells.nth(6)).toHaveText(String(tie.sources));
    if (tie.sources > 0) await expect(cells.nth(7)).toHaveText(`${Math.round(tie.confidence * 100)} %`);
  }
});

test('sorts by a column, both ways, and says so', async ({ page, seeds }) => {
  await openTable(page, seeds.url);
  const header = (name: string) => ties(page).getByRole('columnheader', { name, exact: true });
  await expect(header('Source')).toHaveAttribute('aria-sort', 'ascending');
  const target = await columnOf(page, 'Ties', 2);
  await header('Target').getByRole('button').click();
  await expect(header('Target')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header('Source')).not.toHaveAttribute('aria-sort', /./);
  const { compare } = new Intl.Collator('en', { numeric: true });
  expect(await columnOf(page, 'Ties', 2)).toEqual([...target].sort(compare));
  await header('Target').getByRole('button').click();
  await expect(header('Target')).toHaveAttribute('aria-sort', 'descending');
  expect(await columnOf(page, 'Ties', 2)).toEqual([...target].sort((a, b) => compare(b, a)));
});

test('sorts numbers as numbers, the largest first', async ({ page, seeds }) => {
  await openTable(page, seeds.url);
  const header = ties(page).getByRole('columnheader', { name: 'Confidence' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const values = (await columnOf(page, 'Ties', 7)).filter((text) => text !== '–').map(parseFloat);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(new Set(values).size).toBeGreaterThan(3);
});

test('opens a tie with its quote, and marks the row', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const tie = facts.ties.find((one) => one.supporting.length > 0)!;
  const sentence = sentenceOf(facts, tie);
  await openTable(page, seeds.url);
  await page.getByRole('button', { name: sentence, exact: true }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('button', { expanded: true })).toContainText(sentence);
  const quotes = tie.supporting.flatMap((id) => facts.assertion(id)!.evidence.map((one) => one.quote));
  expect(quotes).toContain(await inspector.getByRole('blockquote').first().textContent());
  const current = ties(page).locator('tr[aria-current=true]');
  await expect(current).toHaveCount(1);
  await expect(current).toContainText(facts.nameOf(tie.source));
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await expect(inspector.getByRole('button', { expanded: true })).toContainText(sentence);
});

test('opens a tie wherever its row is clicked', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const sentence = sentenceOf(facts, facts.ties[3]!);
  await openTable(page, seeds.url);
  const row = ties(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: sentence, exact: true }) });
  const { width, height } = (await row.boundingBox())!;
  // This waits until the row stands still, and nothing lies over it.
  await row.click({ position: { x: width - 3, y: height / 2 } });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('button', { name: sentence })).toHaveAttribute('aria-expanded', 'true');
});

test('lists the actors with their ties, and opens one', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const actors = actorsOf(facts.ties);
  await openTable(page, seeds.url);
  await page.getByRole('button', { name: counted(actors.size, 'actor') }).click();
  const names = await columnOf(page, 'Actors', 0);
  expect([...names].sort()).toEqual([...actors].map(facts.nameOf).sort());
  const degrees = (await columnOf(page, 'Actors', 2)).map(Number);
  expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * facts.ties.length);
  await page
    .getByRole('table', { name: 'Actors' })
    .getByRole('button', { name: names[0]!, exact: true })
    .click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(names[0]!);
});

test('keeps a selection made in the graph', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const actor = diagram(page).getByRole('button').first();
  const name = (await actor.textContent())!.trim().split(',')[0]!;
  await actor.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(name);
  await page.getByRole('button', { name: /^\d+ actors?$/ }).click();
  await expect(page.getByRole('table', { name: 'Actors' }).locator('tr[aria-current=true]')).toContainText(
    name,
  );
});

test('finds rows by words, without accents, and copies what is shown as CSV', async ({
  page,
  seeds,
  context,
}) => {
  const facts = factsOf(seeds.file);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTable(page, seeds.url);
  await page.getByRole('textbox', { name: 'Find rows that have these words' }).fill('RÚSSIA niger');
  const both = facts.ties.filter(
    (tie) => sentenceOf(facts, tie).includes('Russia') && sentenceOf(facts, tie).includes('Niger'),
  );
  await expect(page.getByText(`${both.length} of ${facts.ties.length} rows`)).toBeVisible();
  expect((await sentencesOf(page)).sort()).toEqual(both.map((tie) => sentenceOf(facts, tie)).sort());
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Confidence' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('copied as CSV.')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\r\n');
  expect(lines[0]).toBe('Source,Relation,Target,Sign,Status,When,Independent sources');
  expect(lines).toHaveLength(both.length + 1);
});

test('remembers which columns are shown', async ({ page, seeds }) => {
  await openTable(page, seeds.url);
  await page.getByRole('button', { name: /^\d+ actors?$/ }).click();
  const header = page.getByRole('columnheader', { name: 'Other names' });
  await expect(header).toBeHidden();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Other names' }).check();
  await expect(header).toBeVisible();
  await page.reload();
  await expect(header).toBeVisible();
});

test('lists assertions with their quotes, and documents with what they state', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openTable(page, seeds.url);
  await page.getByRole('button', { name: /^\d+ assertions?$/ }).click();
  const assertions = page.getByRole('table', { name: 'Assertions' });
  await expect(assertions.locator('tbody tr')).toHaveCount(
    new Set(facts.ties.flatMap((tie) => [...tie.supporting, ...tie.opposing])).size,
  );
  const quote = (await assertions.locator('tbody q').first().textContent())!;
  await assertions.locator('tbody .row').first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('blockquote').filter({ hasText: quote })).not.toHaveCount(0);

  await page.getByRole('button', { name: /^\d+ documents?$/ }).click();
  const documents = page.getByRole('table', { name: 'Documents' });
  await expect(documents.locator('tbody tr')).toHaveCount(seeds.file.documents.length);
  const counts = (await columnOf(page, 'Documents', 3)).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(seeds.file.assertions.length);
});

test('goes from row to row with the arrows, through many more rows than are in the page', async ({
  page,
  emptyUrl,
}) => {
  await page.goto(emptyUrl);
  await openFiles(page, [fileOf('large.json', JSON.stringify(graphOfChance(400, 2000)))]);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const rows = ties(page).locator('tbody tr:not([aria-hidden])');
  await expect(rows.first()).toBeVisible();
  const count = Number(await ties(page).getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(1500);
  expect(await rows.count()).toBeLessThan(80);
  await rows.first().getByRole('button').focus();
  for (let presses = 0; presses < 40; presses++) await page.keyboard.press('ArrowDown');
  const at = page.locator('tr:has(:focus)');
  await expect(at).toHaveAttribute('aria-rowindex', '42');
  await expect(at).toBeInViewport();
  await page.getByRole('region', { name: 'Ties' }).evaluate((box) => (box.scrollTop = box.scrollHeight));
  await expect(rows.last()).toHaveAttribute('aria-rowindex', String(count));
});
