/** The view of changes: two dates, what differs between them, and the sentence behind each difference. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type DiffFile, makeDiff } from '../../src/formats/diff.ts';
import { differenceLines } from '../../src/formats/diff-words.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { pagesOf } from '../app/pdf.ts';
import { diagram, expect, fileOf, openFiles, openGraph, test } from './explorer.ts';

const FROM = '2018';
const TO = '2024-06';

const view = (page: Page) => page.getByRole('region', { name: 'Changes', exact: true });
const from = (page: Page) => page.getByRole('textbox', { name: 'From' });
const to = (page: Page) => page.getByRole('textbox', { name: 'To', exact: true });
const groups = (page: Page) => view(page).getByRole('heading', { level: 3 });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const article = (page: Page) => page.getByRole('region', { name: 'Text of the article' });

function diffOf(file: GraphFile, first: string, second: string): DiffFile {
  const side = (asOf: string) => ({
    side: { name: asOf },
    ties: tiesAt(file, { asOf, clock: 'when' }),
    graph: file,
  });
  return makeDiff(side(first), side(second));
}

/** "New (4)", "Ended (2)", as the headings count. */
function headingsOf(diff: DiffFile): string[] {
  const titles = {
    added: 'New',
    ended: 'Ended',
    changed: 'Changed',
    turned: 'Turned',
    confirmed: 'Confirmed',
  };
  const kinds = differenceLines(diff).map((line) => line.kind);
  return Object.entries(titles).flatMap(([kind, title]) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [`${title} (${count})`];
  });
}

async function openChanges(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Changes', exact: true }).click();
  await expect(view(page)).toBeVisible();
}

async function compare(page: Page, first: string, second: string): Promise<void> {
  await from(page).fill(first);
  await to(page).fill(second);
  await to(page).press('Enter');
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    if (await target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'Tab does not lead there').toBeFocused();
}

/** Small graphs, made as the command line would write them. */
function graphFile(reports: readonly { source: string; relation: string; when: string | null }[]): string {
  const actors = [...new Set(reports.map(({ source }) => source)), 'country:FRA'];
  return JSON.stringify({
    format: 'entente/1',
    generator: { name: 'entente', version: '0', ontology: '0' },
    documents: [
      {
        id: 'd1',
        path: 'd1.txt',
        title: '<img src=x onerror=alert(1)>',
        published: null,
        publishedBasis: 'none',
        source: 'Post',
        url: null,
        language: 'en',
        sha256: '0'.repeat(64),
      },
    ],
    actors: actors.map((id) => ({ id, name: id.slice(8), type: 'country', subtype: null, aliases: [] })),
    assertions: reports.map(({ source, relation, when }) => ({
      id: `${source} ${relation}`,
      source,
      relation,
      target: 'country:FRA',
      status: 'actual',
      when,
      whenBasis: when === null ? 'document' : 'text',
      reported: null,
      topics: [],
      confidence: 0.5,
      evidence: [
        {
          document: 'd1',
          start: 0,
          end: 3,
          quote: '<b>',
          source: [[0, 3]],
          target: [[0, 3]],
          reader: 'test/1',
          confidence: 0.5,
        },
      ],
    })),
    edits: [],
  });
}

test('lists what changed between two dates, as the core finds it, and swaps them', async ({
  page,
  seeds,
}) => {
  await openChanges(page, seeds.url);
  await compare(page, FROM, TO);
  const diff = diffOf(seeds.file, FROM, TO);
  await expect(groups(page)).toHaveText(headingsOf(diff));
  await expect(view(page).getByText(/^2018 → June 2024: \d+ new, \d+ ended, /)).toBeVisible();
  // One message, once it has settled.
  await expect(page.getByRole('status').filter({ hasText: /^2018 → June 2024: \d+ new/ })).toHaveCount(1);
  const first = differenceLines(diff)[0]!;
  const row = view(page).getByRole('listitem').first();
  await expect(row.getByRole('button', { name: first.subject })).toBeVisible();
  await expect(row.getByText(first.detail, { exact: true })).toBeVisible();
  await expect(row.getByRole('article').first()).toContainText(first.quotes[0]!.quote.slice(0, 20));

  await page.getByRole('button', { name: 'Swap the dates' }).click();
  await expect(from(page)).toHaveValue(TO);
  await expect(to(page)).toHaveValue(FROM);
  await expect(view(page)).toContainText('reads backwards in time');
  await expect(groups(page)).toHaveText(headingsOf(diffOf(seeds.file, TO, FROM)));
});

test('leads by keyboard from C to the dates, a row, its quote, the article, and back', async ({
  page,
  seeds,
}) => {
  await openGraph(page, seeds.url);
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press('c');
  await expect(view(page)).toBeVisible();
  await tabTo(page, from(page));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(FROM);
  await page.keyboard.press('Enter');
  await tabTo(page, to(page));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(TO);
  await page.keyboard.press('Enter');
  const [line] = differenceLines(diffOf(seeds.file, FROM, TO));
  const subject = view(page).getByRole('listitem').first().getByRole('button', { name: line!.subject });
  await tabTo(page, subject);
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(inspector(page).getByRole('button', { expanded: true })).toContainText(line!.subject);
  await page.keyboard.press('Escape');
  await expect(subject).toBeFocused();
  const show = view(page).getByRole('button', { name: 'Show in text' }).first();
  await tabTo(page, show);
  await page.keyboard.press('Enter');
  await expect(article(page).locator('mark.quote').first()).toBeInViewport();
  const marked = await article(page).locator('mark.quote').allTextContents();
  expect(marked.join('')).toBe(line!.quotes[0]!.quote);
  await page.keyboard.press('Escape');
  await expect(show).toBeFocused();
  await page.keyboard.press('g');
  await expect(view(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Graph', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('starts with the dates of the reports, refuses what is no date, and says when nothing changed', async ({
  page,
  seeds,
}) => {
  await openChanges(page, seeds.url);
  await expect(from(page)).toHaveValue(/^\d{4}(-\d\d){0,2}$/);
  await expect(groups(page).first()).toBeVisible();
  const before = await groups(page).allTextContents();
  await compare(page, 'soon', await to(page).inputValue());
  await expect(view(page).getByRole('alert')).toContainText('“soon” is not a date');
  expect(await groups(page).allTextContents()).toEqual(before);
  await compare(page, TO, TO);
  await expect(view(page)).toContainText('Both dates are the same day');
  await expect(groups(page)).toHaveCount(0);
  await compare(page, '1950', '1951');
  await expect(view(page)).toContainText('1950 → 1951: nothing changed.');
  await compare(page, '', '1951');
  await expect(view(page)).toContainText('One of the two dates is missing');
  await page.getByRole('button', { name: 'From the first to the last report' }).click();
  await expect(groups(page)).toHaveText(before);
});

test('applies the filters and the clock, and says what the filters hide', async ({ page, seeds }) => {
  await openChanges(page, seeds.url);
  await compare(page, FROM, TO);
  const lines = differenceLines(diffOf(seeds.file, FROM, TO));
  await page.getByRole('button', { name: 'Only Conflict' }).click();
  await expect(view(page)).toContainText(`without them ${lines.length}.`);
  await expect(view(page).getByText('Cooperation', { exact: true })).toHaveCount(0);
  await view(page).getByRole('button', { name: 'Show all changes' }).click();
  await expect(groups(page)).toHaveText(headingsOf(diffOf(seeds.file, FROM, TO)));
  await view(page).getByRole('combobox', { name: 'Clock' }).selectOption('reported');
  await expect(view(page).getByRole('heading', { name: /^Ended/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Clock' })).toHaveValue('reported');
});

test('exports the changes as a report, a table and a diff', async ({ page, seeds }) => {
  await openChanges(page, seeds.url);
  await compare(page, FROM, TO);
  const save = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const expected = diffOf(seeds.file, FROM, TO);
  const [line] = differenceLines(expected);
  const markdown = await save(/^Markdown report/);
  expect(markdown.name).toBe('seeds-changes-2018-12-31-2024-06-30.md');
  expect(markdown.text).toMatch(/^# 2018 → June 2024: /);
  expect(markdown.text).toContain(`- **${line!.subject}`);
  const csv = await save(/^CSV table/);
  expect(csv.text.split('\r\n')[0]).toBe('difference,sentence,quote,from');
  const json = await save(/^JSON diff/);
  const diff = JSON.parse(json.text) as DiffFile;
  expect(diff.format).toBe('entente-diff/1');
  expect(diff.added).toEqual(expected.added);
  expect(diff.a).toEqual({ name: '2018', asOf: '2018', clock: 'when' });
});

test('exports the changes as a PDF report, of what the filters show', async ({ page, seeds }) => {
  await openChanges(page, seeds.url);
  await compare(page, FROM, TO);
  const save = async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^PDF report/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('seeds-changes-2018-12-31-2024-06-30.pdf');
    // Lines break at spaces, which are then lost; a quote that goes over two pages has a foot in its middle.
    const pages = (await pagesOf(readFileSync(await file.path()))).join(' ').normalize('NFC');
    return pages.replace(/\s+/g, '').replace(/seeds:changes[^“”]{0,120}?Page\d+of\d+/g, '');
  };
  const solid = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
  const lines = differenceLines(diffOf(seeds.file, FROM, TO));
  const text = await save();
  expect(text).toContain(solid('seeds: changes, 2018 → June 2024, in the world'));
  expect(text).toContain(solid((await view(page).locator('.summary').textContent())!));
  for (const heading of await groups(page).allTextContents()) expect(text).toContain(solid(heading));
  for (const { subject, quotes } of lines) {
    expect(text).toContain(solid(subject));
    for (const { quote } of quotes) expect(text).toContain(solid(`“${quote}”`));
  }
  await page.getByRole('button', { name: 'Only Conflict' }).click();
  await expect(view(page)).toContainText(`without them ${lines.length}.`);
  const filtered = await save();
  expect(filtered).toContain(solid((await view(page).locator('.summary').textContent())!));
  const isOther = /(Cooperation|Structure)·(actual|planned|alleged|denied)/;
  expect(text).toMatch(isOther);
  expect(filtered).not.toMatch(isOther);
});

test('begins a list of a thousand with its first hundred, and shows hostile text as text', async ({
  page,
  emptyUrl,
}) => {
  await page.goto(emptyUrl);
  const many = Array.from({ length: 1000 }, (_, i) => ({
    source: `country:Q${String(i).padStart(3, '0')}`,
    relation: 'expelled',
    when: '2022',
  }));
  await openFiles(page, [fileOf('many.json', graphFile(many))]);
  await page.getByRole('button', { name: 'Changes', exact: true }).click();
  await expect(view(page)).toContainText('No report in this graph has a date');
  await compare(page, '2020', '2023');
  await expect(groups(page)).toHaveText(['New (1,000)']);
  await expect(view(page).getByRole('listitem')).toHaveCount(100);
  await expect(view(page).getByRole('blockquote').first()).toHaveText('<b>');
  await expect(view(page).locator('img')).toHaveCount(0);
  await view(page).getByRole('button', { name: 'Show all 1,000' }).click();
  await expect(view(page).getByRole('listitem')).toHaveCount(1000);
});

for (const width of [1440, 900, 390] as const) {
  test(`is accessible and in order at ${width} px, light and dark`, async ({ page, seeds }) => {
    await page.setViewportSize({ width, height: 800 });
    await openChanges(page, seeds.url);
    await compare(page, FROM, 'never');
    await view(page).getByRole('button', { name: 'Swap the dates' }).focus();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const axe = new AxeBuilder({ page }).setLegacyMode();
      // In the dark only colours differ.
      if (theme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations, passes } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    }
    const sizes = await view(page)
      .locator('button, input, select')
      .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().height, one.textContent]));
    expect(sizes.filter(([height]) => Number(height) < 24)).toEqual([]);
    const sideways = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('.changes')!.scrollWidth - document.querySelector('.changes')!.clientWidth,
    ]);
    expect(sideways).toEqual([width, 0]);
  });
}
