/** The article: all quotes that the graph rests on, who is named in them, and what rests on each. */
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { factsOf, sentenceOf } from './facts.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const text = (page: Page) => dialog(page).getByRole('region', { name: 'Text of the article' });
const rests = (page: Page) => dialog(page).getByRole('region', { name: 'What rests on the article' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** Opens the first document of the table. Returns its title. */
async function openDocument(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: /^\d+ documents?$/ }).click();
  const row = page.getByRole('table', { name: 'Documents' }).locator('tbody tr').first();
  const title = (await row.locator('.row').textContent())!.trim();
  await row.getByRole('button', { name: /^Read / }).click();
  await expect(text(page)).toBeVisible();
  return title;
}

test('marks every quote of the document, and lists what rests on it', async ({ page, seeds }) => {
  const title = await openDocument(page, seeds.url);
  const document = seeds.file.documents.find((one) => one.title === title)!;
  const facts = factsOf(seeds.file);
  const own = seeds.file.assertions.flatMap((assertion) =>
    assertion.evidence
      .filter((one) => one.document === document.id)
      .map((evidence) => ({ assertion, evidence })),
  );
  expect(await text(page).textContent()).toBe(document.text);
  const marked = (await text(page).locator('.passage').allTextContents()).join('');
  for (const { evidence } of own)
    for (const word of evidence.quote.split(/\s+/)) expect(marked).toContain(word);
  const listed = await rests(page).locator('ol button').allTextContents();
  expect(listed).toHaveLength(own.length);
  for (const { assertion } of own)
    expect(listed.some((line) => line.includes(sentenceOf(facts, assertion as never)))).toBe(true);
});

test('a click on a quote shows what rests on it, and selects the tie', async ({ page, seeds }) => {
  await openDocument(page, seeds.url);
  await expect(text(page).locator('mark.quote')).toHaveCount(0);
  const quote = text(page).getByRole('button').first();
  await quote.click();
  await expect(quote).toHaveAttribute('aria-pressed', 'true');
  const current = rests(page).getByRole('button', { pressed: true });
  await expect(current).toHaveCount(1);
  await expect(text(page).locator('mark.quote').first()).toBeInViewport();
  const sentence = (await current.textContent())!.trim();
  await dialog(page).getByRole('button', { name: 'Close text' }).click();
  const strong = inspector(page).getByRole('button', { expanded: true }).getByRole('strong').first();
  expect(sentence).toContain((await strong.textContent())!);
});

test('by keyboard: Enter on a quote, then the next and the one before', async ({ page, seeds }) => {
  await openDocument(page, seeds.url);
  await text(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const current = rests(page).getByRole('button', { pressed: true });
  await expect(dialog(page).getByText(/^1 of \d+$/)).toBeVisible();
  const first = await current.textContent();
  await dialog(page).getByRole('button', { name: 'Next quote' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(/^2 of \d+$/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Previous quote' }).focus();
  await page.keyboard.press('Enter');
  await expect(current).toHaveText(first!);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(inspector(page)).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});

test('leads to its actors, and to all documents; its link opens it again', async ({ page, seeds }) => {
  await openDocument(page, seeds.url);
  await expect.poll(() => new URL(page.url()).hash).toContain('article=');
  await page.reload();
  await expect(text(page)).toBeVisible();
  const actor = rests(page).locator('ul button').first();
  const name = (await actor.textContent())!.trim();
  await actor.click();
  await expect(dialog(page)).toBeHidden();
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await inspector(page).getByRole('button', { name: 'Close inspector' }).click();
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(text(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'All documents' }).click();
  await expect(page.getByRole('table', { name: 'Documents' })).toBeVisible();
});
