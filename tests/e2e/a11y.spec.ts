/** No violation of WCAG 2.2 A and AA that axe can find, in any state, light and dark, wide and narrow. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { diagram, expect, fileOf, openFiles, test } from './explorer.ts';
import { factsOf, sentenceOf } from './facts.ts';
import { openPlaced } from './known-places.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1440, 900, 390] as const;

/** All rules in the light theme; in the dark one those of colours, since nothing else hangs on it. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectNoViolation(page, 'light', state, (axe) => axe.withTags(RULES));
  await expectNoViolation(page, 'dark', state, (axe) =>
    axe.withRules(['color-contrast', 'link-in-text-block']),
  );
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNoViolation(
  page: Page,
  theme: 'light' | 'dark',
  state: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  // There are no frames, so axe needs no second page to gather what it finds in them.
  const { violations, passes } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`),
  );
  // Soft, so that one run names what is wrong in every state.
  expect.soft(found, `${state}, ${theme}`).toEqual([]);
  expect(
    passes.map(({ id }) => id),
    'axe has looked at the colours',
  ).toContain('color-contrast');
}

for (const width of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('graph, table, actor, tie and article', async ({ page, seeds }) => {
      const facts = factsOf(seeds.file);
      const sentence = sentenceOf(facts, facts.ties[0]!);
      await page.goto(seeds.url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'Graph', exact: true }).click();
      await expect(diagram(page)).toBeAttached();
      await expectAccessible(page, 'graph');

      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await expect(page.getByRole('table', { name: 'Ties' })).toBeVisible();
      await expectAccessible(page, 'table of ties');
      await page.getByRole('button', { name: /^\d+ actors?$/ }).click();
      await expectAccessible(page, 'table of actors');

      await page
        .getByRole('table', { name: 'Actors' })
        .getByRole('button', { name: 'Niger', exact: true })
        .click();
      const inspector = page.getByRole('complementary', { name: 'Inspector' });
      await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('Niger');
      await expectAccessible(page, 'actor');
      await inspector.getByRole('button', { name: 'Close inspector' }).click();

      await page.getByRole('button', { name: /^\d+ ties?$/ }).click();
      await page.getByRole('button', { name: sentence, exact: true }).click();
      await expect(inspector.getByRole('article').first()).toBeVisible();
      await expectAccessible(page, 'tie');

      await inspector.getByRole('button', { name: 'Show in text' }).first().click();
      await expect(page.getByRole('region', { name: 'Text of the article' })).toBeVisible();
      await expectAccessible(page, 'article');
    });

    test('the card at the pointer, the hulls of blocs and a choice', async ({ page, fixedUrl }) => {
      const { at } = await openPlaced(page, fixedUrl, '&blocs=yes&chosen=country:KEN,country:UGA');
      await expect(page.getByText(/^\d+ blocs? found/)).toBeAttached();
      await expect(page.getByRole('group', { name: 'Chosen actors' })).toBeVisible();
      const { x, y } = at('Somalia');
      await page.mouse.move(x, y, { steps: 3 });
      await expect(page.getByRole('tooltip').locator('blockquote')).toBeVisible();
      await expectAccessible(page, 'card at the pointer');
      await expect(page.getByRole('tooltip')).toBeVisible();
    });

    test('matrix, timeline, map, tables and a document', async ({ page, seeds }) => {
      await page.goto(`${seeds.url}#v1&view=matrix`);
      await expect(page.getByRole('grid')).toBeVisible();
      await expectAccessible(page, 'matrix');
      await page.getByRole('button', { name: 'Timeline', exact: true }).click();
      await expect(page.getByRole('grid', { name: /^Timeline/ })).toBeVisible();
      await expectAccessible(page, 'timeline');
      await page.getByRole('button', { name: 'Map', exact: true }).click();
      await expect(page.getByRole('list', { name: 'Actors on the map' })).toBeVisible();
      await expectAccessible(page, 'map');
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('button', { name: /^\d+ assertions?$/ }).click();
      await page.getByRole('button', { name: 'Columns' }).click();
      await expectAccessible(page, 'table of assertions');
      await page.getByRole('button', { name: /^\d+ documents?$/ }).click();
      await expectAccessible(page, 'table of documents');
      await page
        .getByRole('button', { name: /^Read / })
        .first()
        .click();
      await expect(page.getByRole('region', { name: 'Text of the article' })).toBeVisible();
      await expectAccessible(page, 'document');
    });

    test('help, export, search, filters, a wrong date and a file that is refused', async ({
      page,
      seeds,
    }) => {
      await page.goto(seeds.url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'Help' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'help');
      await page.getByRole('button', { name: 'All commands' }).click();
      await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first()).toBeVisible();
      await expectAccessible(page, 'palette');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.getByText('on this machine only')).toBeVisible();
      await expectAccessible(page, 'share');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('button', { name: /^JSON graph/ })).toBeVisible();
      await expectAccessible(page, 'export');
      await page.keyboard.press('Escape');

      await page.getByRole('combobox', { name: 'Search actors, ties and quotes' }).fill('ni');
      await expect(page.getByRole('group', { name: /^Quotes/ })).toBeVisible();
      await expectAccessible(page, 'search');
      await page.getByRole('combobox', { name: 'Search actors, ties and quotes' }).fill('');

      if (width < 1100) {
        await page.getByRole('button', { name: 'Filters', exact: true }).click();
        await expect(page.getByRole('complementary', { name: 'Filters' })).toBeVisible();
        await expectAccessible(page, 'filters');
        await page.getByRole('button', { name: 'Close filters' }).click();
      }

      await page.getByRole('textbox', { name: 'As of' }).fill('soon');
      await page.getByRole('textbox', { name: 'As of' }).press('Enter');
      await openFiles(page, [fileOf('broken.json', '{')]);
      await expect(page.getByRole('alert').filter({ hasText: 'broken.json' })).toBeVisible();
      await expectAccessible(page, 'errors');
      await page.getByRole('button', { name: 'Dismiss messages' }).click();

      await openFiles(page, [fileOf('article.txt', 'Mali left the bloc.')]);
      await expect(page.getByRole('heading', { name: 'Read 1 article' })).toBeVisible();
      await expectAccessible(page, 'open');
    });

    test.describe('on a first visit by a link', () => {
      test.use({ tour: true });

      test('what the link says, and the tour', async ({ page, seeds }) => {
        await page.goto(`${seeds.url}#v1&view=table&select=country:XXX`);
        await expect(page.getByText('not in this graph: country:XXX')).toBeVisible();
        await expectAccessible(page, 'what a link says');
        await page.goto('about:blank');
        await page.goto(seeds.url);
        await expect(page.getByRole('dialog')).toContainText('Step 1 of 5');
        await expectAccessible(page, 'tour');
        for (let step = 1; step < 5; step++)
          await page.getByRole('button', { name: 'Next', exact: true }).click();
        await expectAccessible(page, 'tour, evidence');
      });
    });

    test.describe('without a graph', () => {
      test('start, and a graph that cannot be opened', async ({ page, emptyUrl }) => {
        await page.goto(emptyUrl);
        await expect(page.getByRole('heading', { name: 'No graph is open yet' })).toBeVisible();
        await expectAccessible(page, 'start');
        await page.route('**/graph.json', (route) =>
          route.fulfill({ contentType: 'application/json', body: '{' }),
        );
        await page.reload();
        await expect(page.getByRole('heading', { name: 'The graph could not be opened' })).toBeVisible();
        await expectAccessible(page, 'broken graph');
      });
    });
  });
}
