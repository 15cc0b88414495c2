/** The address of the page: it opens the same screen again, back and forward go through it, and it is shared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { readGraph } from '../../src/formats/json.ts';
import { diagram, expect, fileOf, openFiles, openGraph, test } from './explorer.ts';
import { factsOf, sentenceOf } from './facts.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' });
const hashOf = (page: Page) => new URL(page.url()).hash;

/** What a person would compare two screens by. */
async function screenOf(page: Page) {
  return {
    title: await page.title(),
    view: await page
      .getByRole('group', { name: 'View' })
      .getByRole('button', { pressed: true })
      .textContent(),
    filters: await filters(page).textContent(),
    unticked: await filters(page).getByRole('checkbox', { checked: false }).count(),
    date: await page.getByRole('textbox', { name: 'As of' }).inputValue(),
    undated: await page.getByRole('button', { name: /^undated/ }).getAttribute('aria-pressed'),
    inspector: await inspector(page).textContent(),
    summary: await diagram(page).getAttribute('aria-label'),
  };
}

test('a link that is opened in a new tab restores the same screen', async ({ page, context, seeds }) => {
  const facts = factsOf(seeds.file);
  const tie = facts.ties.find(({ relation }) => relation === 'expelled') ?? facts.ties[0]!;
  await openGraph(page, seeds.url);
  expect(hashOf(page), 'a graph as it opens needs no more than its address').toBe('');

  await filters(page).getByRole('checkbox').nth(1).uncheck();
  await page.getByRole('textbox', { name: 'As of' }).fill('2024-03');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await page.getByRole('button', { name: /^undated/ }).click();
  await page.getByRole('button', { name: 'All time' }).first().click();
  await page.getByRole('textbox', { name: 'As of' }).fill('2024');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const row = page.getByRole('table', { name: 'Ties' }).getByRole('row').nth(1).getByRole('button').first();
  await row.click();
  await expect(inspector(page)).toBeVisible();
  expect(tie).toBeDefined();
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await expect
    .poll(() => hashOf(page))
    .toMatch(/^#v1&view=graph&day=2024&undated=no&.*select=.*&graph=seeds\.json,[0-9a-f]{8}$/);

  const other = await context.newPage();
  await openGraph(other, page.url());
  await expect(inspector(other)).toBeVisible();
  expect(await screenOf(other)).toEqual(await screenOf(page));
  expect(hashOf(other)).toBe(hashOf(page));
});

test('back and forward go through views, selections, filters and dates', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const view = page.getByRole('group', { name: 'View' }).getByRole('button', { pressed: true });
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('table', { name: 'Ties' }).getByRole('row').nth(1).getByRole('button').first().click();
  const heading = inspector(page).getByRole('heading', { level: 2 });
  const between = (await heading.textContent())!;
  await heading.getByRole('button').first().click();
  const actor = (await heading.textContent())!;
  await page.getByRole('textbox', { name: 'As of' }).fill('2023');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await expect.poll(() => hashOf(page)).toContain('day=2023');

  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'As of' })).toHaveValue('');
  await expect(heading).toHaveText(actor);
  await page.goBack();
  await expect(heading).toHaveText(between);
  await page.goBack();
  await expect(inspector(page)).toBeHidden();
  await expect(view).toHaveText('Table');
  await page.goBack();
  await expect(view).toHaveText('Graph');
  expect(hashOf(page)).toBe('');

  for (let steps = 0; steps < 4; steps++) await page.goForward();
  await expect(view).toHaveText('Table');
  await expect(heading).toHaveText(actor);
  await expect(page.getByRole('textbox', { name: 'As of' })).toHaveValue('2023');
});

test('several filters in a row are one step back', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const boxes = filters(page).getByRole('checkbox');
  for (const at of [1, 2, 3]) await boxes.nth(at).uncheck();
  await expect.poll(() => hashOf(page)).toMatch(/relation=/);
  await page.goBack();
  await expect(filters(page).getByRole('checkbox', { checked: false })).toHaveCount(0);
});

test('dragging and zooming are in the address, and no step back', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => hashOf(page)).toMatch(/camera=-?\d+,-?\d+,[\d.]+/);
  const camera = /camera=[^&]*/.exec(hashOf(page))![0];
  await page.reload();
  await expect(diagram(page)).toBeAttached();
  await expect.poll(() => hashOf(page)).toContain(camera);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
});

test('a quote that is open in its article is opened by a link', async ({ page, context, seeds }) => {
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('table', { name: 'Ties' }).getByRole('row').nth(1).getByRole('button').first().click();
  await inspector(page).getByRole('button', { name: 'Show in text' }).first().click();
  const text = page.getByRole('region', { name: 'Text of the article' });
  await expect(text.locator('mark.quote')).not.toHaveCount(0);
  const marked = await text.locator('mark.quote').allTextContents();
  const link = page.url();
  await page.goBack();
  await expect(text).toBeHidden();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('region', { name: 'Text of the article' })).toBeVisible();
  await expect(other.locator('mark.quote')).toHaveText(marked);
});

test('a link to what is not in this graph opens, and says what is missing', async ({ page, seeds }) => {
  const link = `${seeds.url}#v1&view=table&select=country:XXX&day=soon&relation=not;sold&graph=other.json,00000000`;
  await page.goto(link);
  await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: 'other.json' });
  await expect(said).toContainText(
    'The link was made with the graph “other.json”; open here is “seeds.json”.',
  );
  await expect(said).toContainText('not in this graph: sold, country:XXX');
  await expect(said).toContainText('left out: day=soon');
  await said.getByRole('button').click();
  await expect(said).toBeHidden();
  await expect(inspector(page)).toBeHidden();
});

test('a link to an older state of the graph says so', async ({ page, seeds }) => {
  await page.goto(`${seeds.url}#v1&view=table&graph=seeds.json,00000000`);
  await expect(page.getByText('another version of “seeds.json”')).toBeVisible();
});

test('the skip link and a strange address leave the page as it is', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(hashOf(page)).toBe('');
  await page.goto(`${seeds.url}#%E0%A4%A&&=`);
  await expect(diagram(page)).toBeAttached();
  await expect(page.getByText('Not understood in the link')).toBeVisible();
});

test.describe('share', () => {
  test('copies the link to what is on the screen', async ({ page, context, seeds }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openGraph(page, seeds.url);
    await page.getByRole('textbox', { name: 'As of' }).fill('2024-03');
    await page.getByRole('textbox', { name: 'As of' }).press('Enter');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByText('The link is copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());
    expect(link).toContain('day=2024-03');
    await expect(page.getByRole('textbox', { name: 'Link to what is on the screen' })).toHaveValue(link);
    await expect(page.getByText('works on this machine only')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Link to what is on the screen' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  });

  test('offers files where the graph is only in this tab', async ({ page, emptyUrl, seeds }) => {
    await page.goto(emptyUrl);
    await openFiles(page, [fileOf('mine.json', readFileSync(seeds.path))]);
    await expect(diagram(page)).toBeAttached();
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByText('so no link leads to it')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Link to what is on the screen' })).toHaveCount(0);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /JSON/ }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('mine.json');
    const saved = readGraph(readFileSync(await download.path(), 'utf8'), 'mine.json');
    expect(saved.assertions).toEqual(seeds.file.assertions);
  });

  test('makes a page of one file that opens just as the screen is', async ({
    page,
    context,
    emptyUrl,
    seeds,
    folder,
  }) => {
    const facts = factsOf(seeds.file);
    await page.goto(emptyUrl);
    await openFiles(page, [fileOf('mine.json', readFileSync(seeds.path))]);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const sentence = sentenceOf(facts, facts.ties[0]!);
    await page.getByRole('button', { name: sentence, exact: true }).click();
    await page.getByRole('button', { name: 'Share' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /HTML/ }).click();
    const file = join(folder, 'shared.html');
    await (await saving).saveAs(file);

    await context.setOffline(true);
    const other = await context.newPage();
    const errors: string[] = [];
    other.on('pageerror', ({ message }) => errors.push(message));
    await other.goto(pathToFileURL(file).href);
    await expect(inspector(other).getByRole('button', { expanded: true })).toContainText(sentence);
    await expect(other.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
    await expect(other.getByText('The link')).toHaveCount(0);

    // That page can be passed on in its turn.
    await other.getByRole('button', { name: 'Share' }).click();
    await expect(other.getByText('This page is a file')).toBeVisible();
    const again = other.waitForEvent('download');
    await other.getByRole('button', { name: /HTML/ }).click();
    const third = join(folder, 'again.html');
    await (await again).saveAs(third);
    await other.goto(pathToFileURL(third).href);
    await expect(inspector(other).getByRole('button', { expanded: true })).toContainText(sentence);
    expect(errors).toEqual([]);
  });
});
