/** Palette, keys, help, search and tour, mostly by keyboard only. */
import type { Page } from '@playwright/test';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { counted, factsOf } from './facts.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const search = (page: Page) => page.getByRole('combobox', { name: 'Search actors, ties and quotes' });

async function openPalette(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
}

test.describe('the palette', () => {
  test('runs a command and jumps to an actor, by keyboard only', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    await openPalette(page, 'gtt');
    await expect(palette(page).getByRole('option', { selected: true })).toContainText('Go to the table');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();

    await openPalette(page, 'italy');
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Italy');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toBeFocused();
  });

  test('lists what can be done now, with its keys; Escape leaves all as it was', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    await search(page).focus();
    await openPalette(page, '');
    const options = palette(page).getByRole('option');
    await expect(options.filter({ hasText: 'Go to the table' })).toContainText('T');
    await expect(options.filter({ hasText: 'Go to the graph' })).toHaveCount(0);
    await expect(options.filter({ hasText: 'Remove all filters' })).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(options.last()).toBeInViewport();
    await page.keyboard.type('zzzz');
    await expect(palette(page).getByRole('status')).toHaveText('No command and no actor is like “zzzz”.');
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(search(page)).toBeFocused();
  });

  test('leads to the search, the help and another language', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    await openPalette(page, 'help');
    await page.keyboard.press('Enter');
    const help = page.getByRole('dialog', { name: 'How to read and use the graph' });
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await openPalette(page, 'search');
    await page.keyboard.press('Enter');
    await expect(search(page)).toBeFocused();
    await openPalette(page, 'Français');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commandes' }).getByRole('combobox')).toBeFocused();
    await page.keyboard.type('tableau');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Tableau', exact: true })).toBeVisible();
  });
});

test.describe('single keys', () => {
  test('work where a view has the focus, and can be switched off for good', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    const table = page.getByRole('region', { name: 'Table', exact: true });
    await page.getByRole('button', { name: 'Help' }).focus();
    await page.keyboard.press('t');
    await expect(table).toBeHidden();
    await page.getByRole('main').focus();
    await page.keyboard.press('t');
    await expect(table).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
    const from = await page.getByRole('textbox', { name: 'From' }).inputValue();
    await page.getByRole('main').focus();
    await page.keyboard.press('x');
    await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveValue(from);

    await page.keyboard.press('?');
    const box = page.getByRole('dialog').getByRole('checkbox', { name: 'Use single keys' });
    await expect(box).toBeChecked();
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('main').focus();
    for (const key of ['t', 'g', '?', '/']) await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();

    await page.reload();
    await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
    await page.getByRole('main').focus();
    await page.keyboard.press('t');
    await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
    await openPalette(page, 'single keys');
    await expect(palette(page).getByRole('option', { selected: true })).toContainText(
      'Switch single keys on',
    );
    await page.keyboard.press('Enter');
    await page.getByRole('main').focus();
    await page.keyboard.press('t');
    await expect(table).toBeVisible();
  });

  test('are all in the help sheet', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'How to read and use the graph' });
    for (const [group, what] of [
      ['Find your way', 'Search actors, ties and quotes'],
      ['Views', 'Go to the table'],
      ['Graph', 'Walk the ties of the actor'],
    ] as const) {
      await expect(help.getByRole('table', { name: group })).toContainText(what);
    }
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
  });
});

test.describe('search', () => {
  test('finds an actor by an alias, whatever its accents', async ({ page, seeds }) => {
    await openGraph(page, seeds.url);
    await page.keyboard.press('/');
    await page.keyboard.type('burkinabè');
    const first = page.getByRole('listbox', { name: 'Found' }).getByRole('option').first();
    await expect(first).toContainText('Burkina Faso');
    await search(page).fill('BURKINABE');
    await expect(first).toContainText('Burkina Faso');
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Burkina Faso');
  });

  test('finds a quote by its words, marks them, and opens it with its tie', async ({ page, seeds }) => {
    const facts = factsOf(seeds.file);
    const { quote } = seeds.file.assertions[0]!.evidence[0]!;
    const words = quote.match(/\p{L}{7,}/gu)!.slice(0, 3);
    await openGraph(page, seeds.url);
    await page.keyboard.press('/');
    await page.keyboard.type(words.join(' ').toUpperCase());
    const quotes = page.getByRole('group', { name: /^Quotes/ });
    const option = quotes.getByRole('option').first();
    await expect(option).toBeVisible();
    expect((await option.locator('mark').allTextContents()).map((mark) => mark.toLowerCase())).toEqual(
      expect.arrayContaining(words.map((word) => word.toLowerCase())),
    );
    const before = await page.getByRole('listbox', { name: 'Found' }).getByRole('option').count();
    for (let at = 1; at < before; at++) {
      if ((await quotes.getByRole('option', { selected: true }).count()) > 0) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const text = page.getByRole('region', { name: 'Text of the article' });
    await expect(text.locator('mark.quote').first()).toBeInViewport();
    const opened = (await text.locator('mark.quote').allTextContents()).join('');
    for (const word of words) expect(opened.toLowerCase()).toContain(word.toLowerCase());
    await page.keyboard.press('Escape');
    await expect(inspector(page).getByRole('button', { expanded: true })).toHaveCount(1);
    expect(facts.ties.length).toBeGreaterThan(0);
  });

  test('finds a tie by who did what to whom', async ({ page, seeds }) => {
    const facts = factsOf(seeds.file);
    const tie = facts.ties[0]!;
    const [source, target] = [facts.nameOf(tie.source), facts.nameOf(tie.target)];
    await openGraph(page, seeds.url);
    await search(page).fill(`${source} ${target}`);
    const ties = page.getByRole('group', { name: /^Ties/ });
    await expect(ties.getByRole('option').first()).toContainText(source);
    await ties.getByRole('option').first().click();
    await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(source);
    await expect(inspector(page).getByRole('heading', { level: 2 })).toContainText(target);
  });
});

test.describe('the tour', () => {
  const card = (page: Page) => page.getByRole('dialog');

  test.describe('on a first visit', () => {
    test.use({ tour: true });

    test('goes through five steps by keyboard, and is not shown again', async ({ page, seeds }) => {
      const { ties } = factsOf(seeds.file);
      await openGraph(page, seeds.url);
      for (const [at, title] of [
        'Find anybody, and anything said',
        'Who did what to whom',
        'As of any date',
        'The filters are the legend',
        'Every line opens its sentence',
      ].entries()) {
        await expect(card(page)).toHaveAccessibleName(title);
        await expect(card(page)).toContainText(`Step ${at + 1} of 5`);
        await expect(card(page).getByRole('heading')).toBeFocused();
        if (at === 4) break;
        await card(page).getByRole('button', { name: 'Next' }).focus();
        await page.keyboard.press('Enter');
      }
      await expect(inspector(page).getByRole('article').first()).toBeVisible();
      await card(page).getByRole('button', { name: 'Start exploring' }).focus();
      await page.keyboard.press('Enter');
      await expect(card(page)).toBeHidden();
      await expect(inspector(page)).toBeHidden();
      await expect(page.getByRole('main')).toBeFocused();
      await page.goto('about:blank');
      await openGraph(page, seeds.url);
      await expect(page.getByText(`${ties.length} of ${counted(ties.length, 'tie')} shown`)).toBeVisible();
      await expect(card(page)).toHaveCount(0);
    });

    test('is skipped for good by Escape, and started again from the help', async ({ page, seeds }) => {
      await openGraph(page, seeds.url);
      await expect(card(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(card(page)).toBeHidden();
      await page.reload();
      await expect(diagram(page)).toBeAttached();
      await page.getByRole('button', { name: 'Help' }).click();
      await page.getByRole('button', { name: 'Take the tour' }).click();
      await expect(card(page)).toHaveAccessibleName('Find anybody, and anything said');
      await card(page).getByRole('button', { name: 'Skip the tour' }).click();
      await expect(card(page)).toBeHidden();
    });

    test('does not lie over what a link leads to', async ({ page, seeds }) => {
      await page.goto(`${seeds.url}#v1&view=table`);
      await expect(page.getByRole('table', { name: 'Ties' })).toBeVisible();
      await expect(card(page)).toHaveCount(0);
    });
  });
});
