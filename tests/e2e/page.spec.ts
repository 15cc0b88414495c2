/** `entente export --format html`: the page of one file, opened from the disk without any network. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeGraph } from '../../src/formats/json.ts';
import { ARTICLE, EXPELLED, SMALL } from '../formats/graphs.ts';
import { ROOT, diagram, expect, fileOf, openFiles, test } from './explorer.ts';
import { actorsOf, counted, factsOf } from './facts.ts';

function exportPage(graph: string, folder: string, ...filters: readonly string[]): string {
  const output = join(folder, 'page.html');
  const main = join(ROOT, 'dist', 'cli', 'main.js');
  execFileSync(process.execPath, [main, 'export', graph, '--format', 'html', '-o', output, ...filters], {
    stdio: 'pipe',
  });
  return output;
}

test.beforeEach(async ({ context }) => {
  // Whatever asks for more than the file itself fails, and its message in the console fails the test.
  await context.setOffline(true);
});

test('draws the graph, opens the quote in its article, and asks nobody', async ({ page, seeds, folder }) => {
  const file = exportPage(seeds.path, folder);
  expect(statSync(file).size).toBeGreaterThan(statSync(seeds.path).size);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url);

  const { ties } = factsOf(seeds.file);
  const actors = actorsOf(ties).size;
  const summary = new RegExp(`^All of time: ${actors} of ${counted(actors, 'actor')}`);
  await expect(diagram(page)).toHaveAccessibleName(summary);
  const places = await diagram(page)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => JSON.stringify(button.getBoundingClientRect())));
  // The layout's worker has run: the actors do not all stand in one place.
  expect(new Set(places).size).toBe(actors);

  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click();
  const quote = page.getByRole('complementary', { name: 'Inspector' }).locator('blockquote').first();
  await expect(quote).toBeVisible();
  await page.getByRole('button', { name: 'Show in text' }).first().click();
  await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible();
  expect(requested.filter((one) => one !== url && !/^(data|blob):/.test(one))).toEqual([]);
});

test('says that it reads no articles', async ({ page, seeds, folder }) => {
  await page.goto(pathToFileURL(exportPage(seeds.path, folder)).href);
  await expect(diagram(page)).toBeAttached();
  await openFiles(page, [fileOf('new.txt', 'Niger expelled France.')]);
  await expect(page.getByText(/new\.txt: this page shows a graph and reads no articles/)).toBeVisible();
});

test('opens another graph, and holds just what was exported', async ({ page, seeds, folder }) => {
  await page.goto(pathToFileURL(exportPage(seeds.path, folder, '--relation', 'allied-with')).href);
  const allied = factsOf(seeds.file).ties.filter(({ relation }) => relation === 'allied-with');
  const actors = actorsOf(allied).size;
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`${actors} of ${counted(actors, 'actor')}`));
  await openFiles(page, [fileOf('all.json', readFileSync(seeds.path))]);
  await page.getByRole('button', { name: 'Replace the open graph' }).click();
  await expect(page).toHaveTitle(/all\.json/);
});

test('texts that try to be programs stay texts', async ({ page, folder }) => {
  const graph = join(folder, 'hostile.json');
  const attack = '</script><script>document.title = "taken"</script><img src=x onerror="document.title=1">';
  const document = { ...ARTICLE, title: attack, text: `${attack} ${ARTICLE.text}` };
  const quote = { ...EXPELLED.evidence[0]!, start: 0, end: document.text.length, quote: document.text };
  const evidence = [{ ...quote, source: [], target: [] }];
  const actors = SMALL.actors.map((actor) => ({ ...actor, name: `${attack} ${actor.name}` }));
  const hostile = { ...SMALL, documents: [document], actors, assertions: [{ ...EXPELLED, evidence }] };
  writeFileSync(graph, writeGraph(hostile));
  await page.goto(pathToFileURL(exportPage(graph, folder)).href);
  await expect(diagram(page).getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click();
  await expect(page.locator('blockquote').first()).toContainText('</script><script>');
  await expect(page).toHaveTitle('hostile.json – Entente');
  expect(await page.locator('img').count()).toBe(0);
});

test('a snapshot opens as the snapshot', async ({ page, seeds, folder }) => {
  await page.goto(pathToFileURL(exportPage(seeds.path, folder, '--as-of', '2023-12')).href);
  await expect(diagram(page)).toBeAttached();
});
