/** Articles read in the page: the same as on the command line, with progress, and safe from bad files. */
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readGraph } from '../../src/formats/json.ts';
import type { Assertion, GraphFile } from '../../src/model/index.ts';
import {
  type FilesToOpen,
  ROOT,
  diagram,
  expect,
  extractTo,
  fileOf,
  openFiles,
  openGraph,
  test,
} from './explorer.ts';
import { counted, factsOf } from './facts.ts';

// The networks need their time on two cores.
test.describe.configure({ timeout: 180_000 });

const ARTICLE = fileOf(
  'mali.txt',
  'Mali expelled the French ambassador on 31 January 2022.\n\nFrance withdrew its troops from Mali in August 2022.\n',
);
const OTHER = fileOf(
  'niger.txt',
  'Russia signed a military agreement with Niger in January 2024. Italy supports Niger.\n',
);

const SEED_TEXTS = readdirSync(join(ROOT, 'seeds')).filter((name) => name.endsWith('.txt'));

/** Waits for an open reading to end: the dialog closes, or says what failed. */
const dialog = (page: Page) => page.getByRole('dialog');

async function read(page: Page, files: FilesToOpen): Promise<void> {
  await openFiles(page, files);
  await dialog(page)
    .getByRole('button', { name: /^(Replace the open graph|Read now)$/ })
    .click();
}

async function exported(page: Page): Promise<GraphFile> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^JSON graph/ }).click();
  return readGraph(readFileSync(await (await download).path(), 'utf8'), 'export');
}

/** What must be the same wherever an article is read; confidence may differ in the last digits. */
function essence({ id, source, relation, target, status, when, evidence }: Assertion) {
  const spans = evidence.map(({ document, start, end, quote, source, target }) => ({
    document,
    start,
    end,
    quote,
    source,
    target,
  }));
  return { id, source, relation, target, status, when, evidence: spans };
}

test('reads the seeds as the command line does', async ({ page, folder, emptyUrl, context }) => {
  const bare = join(folder, 'bare');
  mkdirSync(bare, { recursive: true });
  for (const name of SEED_TEXTS) copyFileSync(join(ROOT, 'seeds', name), join(bare, name));
  const path = extractTo(join(folder, 'bare.json'), bare);
  const expected = readGraph(readFileSync(path, 'utf8'), path);

  const requested: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  await page.route('**/graph.json', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(emptyUrl);
  await read(
    page,
    SEED_TEXTS.map((name) => join(bare, name)),
  );
  await expect(diagram(page)).toBeAttached({ timeout: 150_000 });
  const actual = await exported(page);
  expect(actual.assertions.map(essence)).toEqual(expected.assertions.map(essence));
  expect(actual.assertions.length).toBeGreaterThan(20);
  for (const [index, assertion] of actual.assertions.entries()) {
    const other = expected.assertions[index]!.confidence;
    expect(Math.abs(assertion.confidence - other), assertion.id).toBeLessThanOrEqual(0.02);
  }
  expect(factsOf(actual).ties.map((tie) => tie.id)).toEqual(factsOf(expected).ties.map((tie) => tie.id));
  expect(requested.filter((url) => !url.startsWith(emptyUrl) && !/^(data|blob):/.test(url))).toEqual([]);
});

test('reads two short articles at once, and adds them to the open graph', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await openFiles(page, [ARTICLE, OTHER]);
  await expect(dialog(page).getByRole('heading', { name: 'Read 2 articles' })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Add to the open graph' }).click();
  await expect(dialog(page)).toBeHidden({ timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('seeds.json + 2 articles read here');
  const merged = await exported(page);
  const ids = new Set(merged.assertions.map((one) => one.id));
  for (const { id } of seeds.file.assertions) expect(ids.has(id), id).toBe(true);
  const added = merged.assertions.filter(({ id }) => !seeds.file.assertions.some((one) => one.id === id));
  expect(added.map(({ source, relation, target }) => `${source} ${relation} ${target}`)).toEqual(
    expect.arrayContaining(['country:FRA withdrew-from country:MLI']),
  );
  expect(added.some((one) => one.evidence[0]!.quote.startsWith('Russia signed'))).toBe(true);
});

test('starts anew with what was read, whatever date and selection there were', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.getByRole('textbox', { name: 'As of' }).fill('2023-12');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await diagram(page)
    .getByRole('button', { name: /^Niger, / })
    .focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toBeVisible();
  // Neither of these has a date, so the time bar has nothing to draw.
  const undated = [
    fileOf('a.txt', 'Italy supports Niger, the Italian government said.\n'),
    fileOf('b.txt', 'France condemned Russia over its deployment in Mali.\n'),
  ];
  await read(page, undated);
  await expect(dialog(page)).toBeHidden({ timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 articles read here');
  await expect(diagram(page)).toHaveAccessibleName(/^All of time: [1-9]/);
  await expect(page.getByRole('textbox', { name: 'As of' })).toHaveValue('');
  await expect(page.getByText('No tie has a date')).toBeVisible();
  await expect(inspector).toBeHidden();
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(inspector).toBeVisible();

  // Another reader in the same page, this time with dates.
  await read(page, [ARTICLE, OTHER]);
  await expect(dialog(page)).toBeHidden({ timeout: 120_000 });
  await expect(inspector).toBeHidden();
  await expect(diagram(page).getByRole('button', { name: /^Mali, country/ })).toHaveCount(1);
  await expect(page.getByRole('slider', { name: 'As-of date' })).toBeVisible();
  await page.getByRole('textbox', { name: 'As of' }).fill('2022-02');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await expect(diagram(page)).toHaveAccessibleName(/^As of February 2022: /);
});

test('shows progress, and Cancel ends it with the open graph still open', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  // Long enough to be at the first when Cancel is pressed.
  const long = SEED_TEXTS.map((name) => readFileSync(join(ROOT, 'seeds', name), 'utf8')).join('\n\n');
  await read(
    page,
    SEED_TEXTS.map((name) => fileOf(name, `${name}\n\n${long}`)),
  );
  const readers = () => page.workers().filter((worker) => worker.url().includes('/extraction-')).length;
  await expect(dialog(page).getByRole('heading', { name: 'Reading articles' })).toBeVisible();
  const progress = dialog(page).getByRole('progressbar');
  await expect(progress).toBeVisible();
  await expect(dialog(page).getByRole('status')).toHaveText(/Reading article 1 of 5/, { timeout: 60_000 });
  await expect(progress).toHaveAttribute('max', '5');
  expect(readers()).toBeGreaterThan(0);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect.poll(readers, { message: 'the reader is still at work' }).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('seeds.json');
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(ties.length, 'tie')}\\.`));
});

test('Cancel before reading leaves everything as it was, and loads no weights', async ({ page, seeds }) => {
  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await openGraph(page, seeds.url);
  await openFiles(page, [ARTICLE]);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  expect(requested.filter((url) => url.includes('/reader/'))).toEqual([]);
});

test('what is read next needs no weights to be loaded again, unless reading was cancelled', async ({
  page,
  seeds,
}) => {
  const loaded: string[] = [];
  page.context().on('request', (request) => {
    if (request.url().endsWith('/reader/relations.onnx')) loaded.push(request.url());
  });
  await openGraph(page, seeds.url);
  for (const [article, words] of [
    [ARTICLE, 'Mali expelled the French ambassador'],
    [OTHER, 'Russia signed a military agreement with Niger'],
  ] as const) {
    await read(page, [article]);
    await expect(dialog(page)).toBeHidden({ timeout: 60_000 });
    const quotes = (await exported(page)).assertions.flatMap(({ evidence }) =>
      evidence.map(({ quote }) => quote),
    );
    expect(quotes.join(' ')).toContain(words);
  }
  expect(loaded).toHaveLength(1);
  // So long that nobody is too late to cancel it.
  await read(page, [fileOf('long.txt', 'Mali and Niger met again, and France accused both. '.repeat(2000))]);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  await read(page, [ARTICLE]);
  await expect(dialog(page)).toBeHidden({ timeout: 60_000 });
  expect(loaded).toHaveLength(2);
});

test.describe('a file that cannot be read', () => {
  const BINARY = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256));
  const NEWER = JSON.stringify({ format: 'entente/2', documents: [], actors: [], assertions: [], edits: [] });
  const AT_ONCE = [
    [
      'broken.json',
      '{"format": "entente/1", "documents": [',
      /broken\.json:1:\d+: not JSON.*extract it again/,
    ],
    ['newer.json', NEWER, /newer\.json: format entente\/2: made by a newer Entente; update Entente/],
    ['other.json', '{"nodes": []}', /other\.json: no Entente graph.*make one with: entente extract/],
    ['empty.json', '', /empty\.json.*not JSON/],
    ['report.doc', 'x', /report\.doc: not a kind of file that is read here; open \.json, \.txt/],
  ] as const;

  for (const [name, content, message] of AT_ONCE) {
    test(`${name} is named with the way out, and the open graph stays`, async ({ page, seeds }) => {
      const { ties } = factsOf(seeds.file);
      await openGraph(page, seeds.url);
      await openFiles(page, [fileOf(name, content)]);
      await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
      await expect(dialog(page)).toBeHidden();
      await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(ties.length, 'tie')}\\.`));
      await page.getByRole('button', { name: 'Dismiss messages' }).click();
      await expect(page.getByRole('alert').filter({ hasText: name })).toHaveCount(0);
    });
  }

  test('is skipped, with a note that names it; scripts of a page never run; the others go on', async ({
    page,
    seeds,
  }) => {
    const html =
      '<!doctype html><title>News</title><script>window.__hacked = 1; parent.__hacked = 1</script>' +
      '<img src=x onerror="window.__hacked = 1"><svg onload="window.__hacked = 1"></svg>' +
      '<article><h1>Mali and France</h1><p>Mali expelled the French ambassador on 31 January 2022. ' +
      'France withdrew its troops from Mali in August 2022, the ministry said in a long statement.</p></article>';
    await openGraph(page, seeds.url);
    await read(page, [
      fileOf('empty.txt', ''),
      fileOf('binary.txt', BINARY),
      fileOf('page.html', html),
      fileOf('broken.json', '{"format": '),
      OTHER,
    ]);
    await expect(dialog(page)).toBeHidden({ timeout: 120_000 });
    await expect(page.getByRole('alert').filter({ hasText: /broken\.json:1:\d+: not JSON/ })).toBeVisible();
    const notes = page.getByRole('group').filter({ hasText: /notes? on the articles read/ });
    await notes.getByText(/notes? on the articles read/).click();
    await expect(notes.getByRole('listitem').filter({ hasText: 'empty.txt: skipped:' })).toBeVisible();
    await expect(notes.getByRole('listitem').filter({ hasText: 'binary.txt: skipped:' })).toBeVisible();
    const { documents, assertions } = await exported(page);
    expect(documents.map(({ path }) => path).sort()).toEqual(['niger.txt', 'page.html']);
    expect(assertions.some((one) => one.evidence.some((e) => e.quote.startsWith('France withdrew')))).toBe(
      true,
    );
    for (const { text } of documents) expect(text).not.toMatch(/<|__hacked/);
    expect(await page.evaluate(() => '__hacked' in window)).toBe(false);
  });

  test('alone is named in a message, and the open graph stays', async ({ page, seeds }) => {
    const { ties } = factsOf(seeds.file);
    await openGraph(page, seeds.url);
    await read(page, [fileOf('empty.txt', ''), fileOf('binary.txt', BINARY)]);
    const alert = dialog(page).getByRole('alert');
    await expect(alert).toContainText('empty.txt');
    await expect(alert).toContainText('binary.txt');
    await expect(dialog(page)).toContainText('What was open is still open.');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(ties.length, 'tie')}\\.`));
  });
});

test('a careful reader is offered where the server has one, and reads only by choice', async ({
  page,
  seeds,
}) => {
  const tiny = join(ROOT, 'tests/reader/tiny-careful');
  const listed = [
    { folder: 'reader', bytes: 47_000_000 },
    { folder: 'reader-careful', bytes: 106_000_000 },
  ];
  const asked: string[] = [];
  await page.context().route('**/readers.json', (route) => route.fulfill({ json: listed }));
  await page.context().route('**/reader-careful/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    asked.push(name);
    return route.fulfill({ body: readFileSync(join(tiny, name)) });
  });
  await openGraph(page, seeds.url);
  await openFiles(page, [ARTICLE]);
  const choice = dialog(page).getByRole('checkbox', { name: /Read carefully.* loads 106 MB/ });
  await expect(choice).not.toBeChecked();
  expect(asked).toEqual([]);
  await choice.check();
  await dialog(page).getByRole('button', { name: 'Replace the open graph' }).click();
  await expect(dialog(page)).toBeHidden({ timeout: 60_000 });
  expect([...asked].sort()).toEqual([
    'links.onnx',
    'mentions.onnx',
    'reader.json',
    'relations.onnx',
    'vocab.txt',
  ]);
  const { assertions } = await exported(page);
  expect(new Set(assertions.flatMap(({ evidence }) => evidence.map(({ reader }) => reader)))).toEqual(
    new Set(['tiny/1']),
  );
});

test('the careful reader of the project reads the same here as on the command line', async ({
  page,
  seeds,
}) => {
  await openGraph(page, seeds.url);
  await openFiles(page, [ARTICLE]);
  await dialog(page)
    .getByRole('checkbox', { name: /Read carefully.* loads \d+ MB/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Replace the open graph' }).click();
  await expect(dialog(page)).toBeHidden({ timeout: 150_000 });
  const { actors, assertions } = await exported(page);
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  expect(
    assertions.map(({ source, relation, target }) => `${name(source)} ${relation} ${name(target)}`).sort(),
  ).toEqual(['France withdrew-from Mali', 'Mali expelled France']);
  expect(new Set(assertions.flatMap(({ evidence }) => evidence.map(({ reader }) => reader)))).toEqual(
    new Set(['careful/6']),
  );
});

test.describe('weights that', () => {
  test.use({ expectedMessages: [/404 \(Not Found\)/] });

  test('are missing are named, with what to do', async ({ page, seeds }) => {
    await page
      .context()
      .route('**/reader/relations.onnx', (route) => route.fulfill({ status: 404, body: '' }));
    await openGraph(page, seeds.url);
    await read(page, [ARTICLE]);
    const alert = dialog(page).getByRole('alert');
    await expect(alert).toHaveText(
      /relations\.onnx is missing on the server \(404\): put the folder reader\//,
      {
        timeout: 60_000,
      },
    );
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(diagram(page)).toBeAttached();
  });

  test('are damaged are named, with what to do', async ({ page, seeds }) => {
    const short = readFileSync(join(ROOT, 'data/reader/links.onnx')).subarray(0, 1000);
    await page.context().route('**/reader/links.onnx', (route) => route.fulfill({ body: short }));
    await openGraph(page, seeds.url);
    await read(page, [ARTICLE]);
    const alert = dialog(page).getByRole('alert');
    await expect(alert).toContainText('links.onnx', { timeout: 60_000 });
    await expect(alert).toHaveText(/damaged|incomplete|cut off|bytes/);
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(diagram(page)).toBeAttached();
  });
});
