/** The language of the page: chosen from the keyboard, at once, kept; and the page is in order in each. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { overlaps } from './boxes.ts';
import { expect, openGraph, test } from './explorer.ts';

const WORDS = {
  fr: {
    language: 'Langue',
    filters: 'Filtres',
    table: 'Tableau',
    ties: 'Liens',
    partners: /^\d+ partenaires?$/,
    metWith: /^a rencontré/,
    member: 'est membre de',
    asOf: 'Fin mars 2024',
    summary: /^Fin mars 2024 : \d+ sur \d+ acteurs, \d+ liens?\./,
    open: 'Ouvrir',
  },
  it: {
    language: 'Lingua',
    filters: 'Filtri',
    table: 'Tabella',
    ties: 'Legami',
    partners: /^\d+ partner$/,
    metWith: /^ha incontrato/,
    member: 'è membro di',
    asOf: 'A fine marzo 2024',
    summary: /^A fine marzo 2024: \d+ su \d+ attori, \d+ legami?/,
    open: 'Apri',
  },
} as const;

/** Chooses a language from the keyboard alone; menus of the browser open no page that could be clicked. */
async function chooseLanguage(page: Page, name: string, key: string): Promise<void> {
  const menu = page.locator('header').getByRole('combobox', { name, exact: true });
  await menu.focus();
  await page.keyboard.press(key);
}

for (const [code, words] of Object.entries(WORDS)) {
  test(`changes to ${code} at once and by keyboard, keeps what is shown, and is remembered`, async ({
    page,
    fixedUrl,
  }) => {
    await openGraph(page, fixedUrl);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const date = page.locator('#asof-date');
    await date.fill('2024-03');
    await date.press('Enter');
    // A group that is shown in part is neither on nor off.
    const off = page.locator('input[type=checkbox]:not(:checked, :indeterminate)');
    const partly = page.locator('input[type=checkbox]:indeterminate');
    await expect(off).toHaveCount(0);
    await page.getByRole('checkbox', { name: /^met with/ }).uncheck();
    await expect(off).not.toHaveCount(0);
    const before = { off: await off.count(), partly: await partly.count() };
    await page.getByRole('combobox', { name: 'Search actors' }).fill('Somalia');
    await page.keyboard.press('Enter');
    const inspector = page
      .locator('aside')
      .filter({ has: page.getByRole('heading', { level: 2, name: 'Somalia' }) });
    await expect(inspector).toBeVisible();

    await chooseLanguage(page, 'Language', code === 'fr' ? 'f' : 'i');
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.getByRole('heading', { name: words.filters })).toBeVisible();
    await expect(page.getByRole('button', { name: words.asOf })).toBeVisible();
    await expect(inspector.getByRole('heading', { name: words.partners })).toBeVisible();
    await expect(page.getByRole('group', { name: words.summary })).toBeAttached();
    // What was chosen stays: the date, the filter, the selection, and the focus.
    await expect(date).toHaveValue('2024-03');
    await expect(page.getByRole('checkbox', { name: words.metWith })).not.toBeChecked();
    await expect(off).toHaveCount(before.off);
    await expect(partly).toHaveCount(before.partly);
    await expect(inspector).toBeVisible();
    await expect(
      page.locator('header').getByRole('combobox', { name: words.language, exact: true }),
    ).toBeFocused();
    // For those who hear the page.
    await expect(page.getByRole('status').filter({ hasText: words.asOf })).toBeAttached();

    await page.getByRole('button', { name: words.table, exact: true }).click();
    const table = page.getByRole('table', { name: words.ties });
    await expect(table.getByRole('cell', { name: words.member, exact: true }).first()).toBeVisible();

    await page.reload();
    await expect(page.getByRole('button', { name: words.open })).toBeAttached();
    await expect(page.locator('html')).toHaveAttribute('lang', code);

    await chooseLanguage(page, words.language, 'e');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { name: 'Filters' })).toBeVisible();
  });
}

test('quotes and titles stay in the language of their article, and say so', async ({ page, fixedUrl }) => {
  await openGraph(page, fixedUrl);
  await chooseLanguage(page, 'Language', 'f');
  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  await page
    .getByRole('table', { name: 'Liens' })
    .getByRole('button', { name: /a expulsé/ })
    .first()
    .click();
  await expect(page.locator('blockquote').first()).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Voir dans le texte' }).first().click();
  await expect(page.getByRole('region', { name: 'Texte de l’article' })).toHaveAttribute('lang', 'en');
});

test.describe('in a French browser', () => {
  test.use({ locale: 'fr-CA' });

  test('starts in French', async ({ page, emptyUrl }) => {
    await page.goto(emptyUrl);
    await expect(page.getByRole('heading', { name: 'Aucun graphe n’est encore ouvert' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });

  test('shows English where the texts do not come', async ({ page, seeds }) => {
    await page.route('**/assets/fr-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw 0' }),
    );
    await openGraph(page, seeds.url);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

for (const locale of ['fr-FR', 'it-IT']) {
  for (const width of [1440, 1100, 900, 700, 390, 320]) {
    test.describe(`in ${locale} at ${width} px`, () => {
      test.use({ locale, viewport: { width, height: 800 } });

      test('the page is accessible and does not scroll sideways', async ({ page, seeds }) => {
        await page.goto(seeds.url);
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
        const switches = page.locator('header [role=group] button');
        for (let view = 0; view < (await switches.count()); view++) {
          await switches.nth(view).click();
          await expect(switches.nth(view)).toHaveAttribute('aria-pressed', 'true');
          await expectInOrder(page, width);
        }
      });
    });
  }
}

async function expectInOrder(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, 'the page scrolls sideways').toBe(width);
  const boxes = await page.locator('header :is(button, input, select)').evaluateAll((controls) =>
    controls
      .map((control) => ({ name: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ name, box: { left, top, right, bottom } }) => ({ name, left, top, right, bottom })),
  );
  // On a phone the bar has two rows.
  expect.soft(overlaps(boxes), 'controls of the top bar overlap').toEqual([]);
  const cut = boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5);
  expect.soft(cut, 'controls of the top bar are cut').toEqual([]);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}
