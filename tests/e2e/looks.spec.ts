/**
 * What the main states look like, at three widths and in two themes, against pictures that a person has looked
 * at. After a change that is meant: `npx playwright test tests/e2e/looks.spec.ts --update-snapshots`, then look
 * at each picture that changed. The font is fixed; versions of the browser differ, hence the tolerance; what moves by
 * more than a word's width is found.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { diagram, expect, test } from './explorer.ts';

interface State {
  readonly name: string;
  readonly address: string;
  readonly ready: (page: Page) => Promise<void>;
}

const graphDrawn = (page: Page) => expect(diagram(page)).toBeAttached();
const STATES: readonly State[] = [
  { name: 'graph', address: 'view=graph&day=2024-06', ready: graphDrawn },
  {
    name: 'tie',
    address: 'view=table',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Somalia expelled Ethiopia', exact: true }).click();
      await page.getByRole('button', { name: 'Graph', exact: true }).click();
      await graphDrawn(page);
      const inspector = page.getByRole('complementary', { name: 'Inspector' });
      await expect(inspector.getByRole('article')).not.toHaveCount(0);
    },
  },
  {
    name: 'table',
    address: 'view=table',
    ready: (page) => expect(page.getByRole('table', { name: 'Ties' })).toBeVisible(),
  },
  {
    name: 'matrix',
    address: 'view=matrix',
    ready: (page) => expect(page.getByRole('grid', { name: /^Matrix/ })).toBeVisible(),
  },
  {
    name: 'timeline',
    address: 'view=timeline',
    ready: (page) => expect(page.getByRole('grid', { name: /^Timeline/ })).toBeVisible(),
  },
  {
    name: 'changes',
    address: 'view=changes&from=2024-01&to=2024-06',
    ready: (page) => expect(page.getByText(/^January 2024 → June 2024: \d+ new/).first()).toBeVisible(),
  },
];
/**
 * Wide in both themes; narrower in one, since the themes differ in colours alone. The pictures have fewer pixels
 * than the screen, so that the repository stays small.
 */
const SCREENS = [
  { width: 1440, theme: 'light', scale: 0.35 },
  { width: 1440, theme: 'dark', scale: 0.35 },
  { width: 900, theme: 'light', scale: 0.5 },
  { width: 390, theme: 'dark', scale: 0.75 },
] as const;

/** One font for all machines that have it. */
const FONT = 'DejaVu Sans';

/** Whether a text is as wide whatever would stand in for the font. */
function hasFont(page: Page): Promise<boolean> {
  return page.evaluate((font) => {
    const context = document.createElement('canvas').getContext('2d')!;
    const widths = ['serif', 'monospace'].map((other) => {
      context.font = `20px '${font}', ${other}`;
      return context.measureText('Who did what to whom, and when').width;
    });
    return widths[0] === widths[1];
  }, FONT);
}

for (const { width, theme, scale } of SCREENS) {
  test.describe(`at ${width} px, ${theme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: theme, deviceScaleFactor: scale });
    for (const { name, address, ready } of STATES) {
      test(`${name} looks as it did`, async ({ page, fixedUrl }) => {
        await page.goto(`${fixedUrl}#v1&${address}`);
        test.skip(!(await hasFont(page)), `The pictures were taken in ${FONT} (Debian: fonts-dejavu-core)`);
        await ready(page);
        await page.evaluate(() => document.fonts.ready);
        await expect(page).toHaveScreenshot(`${name}-${width}-${theme}.png`, {
          animations: 'disabled',
          caret: 'hide',
          scale: 'device',
          stylePath: join(import.meta.dirname, 'looks', 'looks.css'),
          maxDiffPixelRatio: 0.03,
          timeout: 30_000,
        });
      });
    }
  });
}
