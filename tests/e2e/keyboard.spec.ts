/** By keyboard only, as those work who use no mouse: from the search to the sentence, and back. */
import type { Locator, Page } from '@playwright/test';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { factsOf, sentenceOf } from './facts.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'Tab does not lead there').toBeFocused();
}

async function searchFor(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search actors, ties and quotes' })).toBeFocused();
  await page.keyboard.type(typed);
  const hits = page.getByRole('listbox', { name: 'Found' });
  await expect(hits.getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
}

/** Goes to the graph from the start of the page, by the skip link. Returns what has the focus then. */
async function skipToGraph(page: Page): Promise<Locator> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(focusedActor(page)).toHaveCount(1);
  return focusedActor(page);
}

const focusedActor = (page: Page) => diagram(page).locator(':focus');

/** What stands before the first comma: the name of an actor in the list of the graph. */
async function nameAt(button: Locator): Promise<string> {
  return (await button.textContent())!.trim().split(',')[0]!;
}

test('leads from the search to an actor, a tie, its quote, and the quote in its article', async ({
  page,
  seeds,
}) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await searchFor(page, 'ita');
  const heading = inspector(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('Italy');
  await expect(heading).toBeFocused();

  // The first tie by relation: what leads further is a button with the name of the other actor.
  const own = facts.ties.filter((tie) => [tie.source, tie.target].includes('country:ITA'));
  const links = inspector(page).locator('section').getByRole('button');
  await tabTo(page, links.first());
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  const open = inspector(page).getByRole('button', { expanded: true });
  await expect(open).toHaveCount(1);
  const sentence = (await open.getByRole('strong').textContent())!;
  const tie = own.find((one) => sentenceOf(facts, one) === sentence);
  expect(tie, `${sentence} is no tie of Italy`).toBeDefined();

  const quotes = [...tie!.supporting, ...tie!.opposing].flatMap((id) =>
    facts.assertion(id)!.evidence.map((evidence) => evidence.quote),
  );
  const card = inspector(page).getByRole('article').first();
  const quote = (await card.getByRole('blockquote').textContent())!;
  expect(quotes).toContain(quote);

  const show = card.getByRole('button', { name: 'Show in text' });
  await tabTo(page, show);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const text = dialog.getByRole('region', { name: 'Text of the article' });
  const document = seeds.file.documents.find(({ text }) => text?.includes(quote))!;
  expect(await text.textContent()).toBe(document.text);
  expect(await highlighted(text)).toBe(quote);
  await expect(text.locator('mark.quote').first()).toBeInViewport();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(show).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
  await expect(page.locator('body')).not.toBeFocused();
});

/** The text of all that is marked as the quote, in order. */
function highlighted(text: Locator): Promise<string> {
  return text.locator('mark.quote').evaluateAll((marks) => marks.map((mark) => mark.textContent).join(''));
}

test('marks exactly the quote in the article, for the quotes of a dozen ties', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  let compared = 0;
  for (const tie of facts.ties.slice(0, 12)) {
    await page.getByRole('button', { name: sentenceOf(facts, tie), exact: true }).click();
    const cards = inspector(page).getByRole('article');
    for (const card of await cards.all()) {
      const quote = (await card.getByRole('blockquote').textContent())!;
      await card.getByRole('button', { name: 'Show in text' }).click();
      const text = page.getByRole('region', { name: 'Text of the article' });
      const evidence = seeds.file.assertions.flatMap((one) => one.evidence).filter((e) => e.quote === quote);
      expect(evidence.length).toBeGreaterThan(0);
      await expect.poll(() => highlighted(text)).toBe(quote);
      await expect(text.locator('mark.quote').first()).toBeInViewport();
      await page.getByRole('button', { name: 'Close text' }).click();
      compared++;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(12);
});

test('arrows go from actor to actor, Enter opens one, Escape closes it', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const seen = new Set<string>([await nameAt(await skipToGraph(page))]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    await expect(focusedActor(page), `after ${key} an actor has the focus`).toHaveCount(1);
    seen.add(await nameAt(focusedActor(page)));
  }
  expect(seen.size).toBeGreaterThan(1);
  const name = await nameAt(focusedActor(page));
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
  expect(await nameAt(focusedActor(page))).toBe(name);
});

test('E walks the ties of an actor, Enter reads one, Escape goes back', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const name = await nameAt(await skipToGraph(page));
  await page.keyboard.press('e');
  const walk = page.getByRole('group', { name: `Ties of ${name}` });
  const lanes = new Set(
    facts.ties
      .filter((tie) => [tie.source, tie.target].map(facts.nameOf).includes(name))
      .map((tie) => [[tie.source, tie.target].sort().join(' '), relationSpec(tie.relation).sign].join(' ')),
  );
  expect(lanes.size).toBeGreaterThan(2);
  await expect(walk.getByRole('button')).toHaveCount(lanes.size);
  await expect(walk.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(walk.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(walk.getByRole('button').last()).toBeFocused();
  const partner = await nameAt(walk.getByRole('button').last());
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(partner);
  await expect(inspector(page).getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(walk.getByRole('button').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(walk).toHaveCount(0);
  expect(await nameAt(focusedActor(page))).toBe(name);
});

test('the first Tab offers to skip to the graph', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the graph' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(diagram(page).locator(':focus')).toHaveCount(1);
});

test('F6 goes round the regions, both ways', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await searchFor(page, 'ita');
  const regions = [
    page.getByRole('region', { name: 'Time' }),
    page.getByRole('banner'),
    page.getByRole('complementary', { name: 'Filters' }),
    page.getByRole('main'),
    inspector(page),
  ];
  for (const region of regions) {
    await page.keyboard.press('F6');
    await expect(region).toBeFocused();
  }
  for (const region of regions.slice(0, -1).reverse()) {
    await page.keyboard.press('Shift+F6');
    await expect(region).toBeFocused();
  }
});

test('letters typed in the search are not taken for shortcuts', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.keyboard.press('/');
  await page.keyboard.type('te/?');
  await expect(page.getByRole('combobox', { name: 'Search actors, ties and quotes' })).toHaveValue('te/?');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing has “te/?”' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Graph', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search actors, ties and quotes' })).toHaveValue('');
});

test('the keys of the graph: T and G change the view, ? opens the help', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'Ties' }).focus();
  await page.keyboard.press('g');
  await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeHidden();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read and use the graph' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
