/** The time bar: which ties stand at a date, on which clock, and what is said of wrong dates. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Tie } from '../../src/model/index.ts';
import type { Clock } from '../../src/model/index.ts';
import { certaintyBetween } from '../../src/ties/query.ts';
import { file, says } from '../app/builders.ts';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { actorsOf, counted, factsOf, sentenceOf, standing, tiesAt } from './facts.ts';

const time = (page: Page) => page.getByRole('region', { name: 'Time' });
const asOf = (page: Page) => time(page).getByRole('textbox', { name: 'As of' });

async function typeDate(page: Page, date: string): Promise<void> {
  await asOf(page).fill(date);
  await asOf(page).press('Enter');
}

async function expectSummary(page: Page, when: string, ties: readonly Tie[]): Promise<void> {
  const actors = actorsOf(ties).size;
  const name = new RegExp(`^${when}: ${actors} of \\d+ actors, ${counted(ties.length, 'tie')}\\.`);
  await expect(diagram(page)).toHaveAccessibleName(name);
}

/** As typed, the day that is meant, and how it is said. */
const DATES = [
  ['2022-06', '2022-06-30', 'June 2022'],
  ['2023-07', '2023-07-31', 'July 2023'],
  ['2023-12-04', '2023-12-04', '4 December 2023'],
  ['2024', '2024-12-31', '2024'],
  ['1950', '1950-12-31', '1950'],
] as const;

/** A membership that ends, a garrison that is expelled, a threat of one month or the next, and a plan. */
const DATED = file([
  says('mali', 'member-of', 'bloc', { when: '2017/..', reported: '2024-01' }),
  says('mali', 'left', 'bloc', { when: '2023-12-02', reported: '2024-01' }),
  says('france', 'deployed-in', 'niger', { when: '2013', reported: '2023-06' }),
  says('niger', 'expelled', 'france', { when: '2023-07/2023-08', reported: '2023-12' }),
  says('bloc', 'threatens', 'niger', { when: '2023-07~', reported: '2023-08' }),
  says('niger', 'cooperates-with', 'russia', { status: 'planned', when: '2025', reported: '2024-03' }),
  says('italy', 'met-with', 'niger', { reported: '2024-03' }),
  says('iran', 'met-with', 'niger'),
]);

async function openDated(page: Page, url: string): Promise<void> {
  await page.route('**/graph.json', (route) => route.fulfill({ json: DATED }));
  await openGraph(page, url);
}

test.describe('a typed date', () => {
  for (const [typed, day, words] of DATES) {
    test(`${typed} shows the ties that stand, or may stand, on ${day}`, async ({ page, seeds }) => {
      const facts = factsOf(DATED);
      const expected = tiesAt(facts, day, 'when');
      expect(expected.length).toBeLessThan(facts.ties.length);
      await openDated(page, seeds.url);
      await typeDate(page, typed);
      await expectSummary(page, `As of ${words}`, expected);
      await expect(page.getByRole('button', { name: `As of ${words}` })).toBeVisible();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      const table = page.getByRole('table', { name: 'Ties' });
      for (const tie of facts.ties) {
        const row = table.getByRole('button', { name: sentenceOf(facts, tie), exact: true });
        await expect(row, `${tie.id} on ${day}`).toHaveCount(expected.includes(tie) ? 1 : 0);
      }
    });

    test(`${typed} counts the ties of the seeds that stand on ${day}`, async ({ page, seeds }) => {
      await openGraph(page, seeds.url);
      await typeDate(page, typed);
      await expectSummary(page, `As of ${words}`, tiesAt(factsOf(seeds.file), day, 'when'));
    });
  }
});

test('says of a tie whether it is certain, possible or undated at the date', async ({ page, seeds }) => {
  const facts = factsOf(DATED);
  const day = '2023-07-31';
  await openDated(page, seeds.url);
  await typeDate(page, day);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const words = { certain: '', possible: ' · possibly in force', undated: ' · undated', absent: '' };
  const kinds = new Set<string>();
  for (const tie of tiesAt(facts, day, 'when')) {
    const certainty = standing(facts, tie, day, 'when');
    kinds.add(certainty);
    const sentence = sentenceOf(facts, tie);
    await page.getByRole('button', { name: sentence, exact: true }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const head = inspector.getByRole('button', { name: sentence });
    await expect(head).toContainText(new RegExp(`${words[certainty]} · \\d independent sources?$`));
    if (certainty === 'certain') await expect(head).not.toContainText(/possibly|· undated/);
  }
  expect([...kinds].sort()).toEqual(['certain', 'possible', 'undated']);
});

const WRONG = [
  ['yesterday', /“yesterday” is not a date\. Write a year, month or day: 2024, 2024-03 or 2024-03-26\./],
  ['2024-13', /“2024-13” is not in the calendar/],
  ['2023-02-29', /“2023-02-29” is not in the calendar/],
  ['26.03.2024', /“26\.03\.2024” is not a date/],
] as const;

for (const [typed, message] of WRONG) {
  test(`of “${typed}” it says what to write, and leaves the graph as it is`, async ({ page, seeds }) => {
    const { ties } = factsOf(seeds.file);
    await openGraph(page, seeds.url);
    await typeDate(page, typed);
    await expect(time(page).getByRole('alert')).toHaveText(message);
    await expect(asOf(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(asOf(page)).toHaveAccessibleDescription(message);
    await expectSummary(page, 'All of time', ties);
    await typeDate(page, '2024-03');
    await expect(time(page).getByRole('alert')).toHaveCount(0);
    await expect(asOf(page)).toHaveAttribute('aria-invalid', 'false');
  });
}

test('the clock of reports shows what documents had said by then', async ({ page, seeds }) => {
  const facts = factsOf(DATED);
  await openDated(page, seeds.url);
  await typeDate(page, '2023-11');
  const byClock = (clock: Clock) => tiesAt(facts, '2023-11-30', clock);
  expect(byClock('reported').length).not.toBe(byClock('when').length);
  const clock = time(page).getByRole('combobox', { name: 'Clock' });
  await expectSummary(page, 'As of November 2023', byClock('when'));
  await clock.selectOption('as reported');
  await expectSummary(page, 'As of November 2023', byClock('reported'));
  await clock.selectOption('in the world');
  await expectSummary(page, 'As of November 2023', byClock('when'));
});

test('undated ties are counted, shown at first, and can be hidden', async ({ page, seeds }) => {
  const facts = factsOf(DATED);
  const dated = facts.ties.filter((tie) => tie.id !== 'iran met-with niger');
  await openDated(page, seeds.url);
  const chip = time(page).getByRole('button', { name: 'undated (1)' });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expectSummary(page, 'All of time', facts.ties);
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expectSummary(page, 'All of time', dated);
  await typeDate(page, '2024');
  await expectSummary(
    page,
    'As of 2024',
    dated.filter((tie) => tiesAt(facts, '2024-12-31', 'when').includes(tie)),
  );
  await chip.click();
  await expectSummary(page, 'As of 2024', tiesAt(facts, '2024-12-31', 'when'));
});

test('"All time" takes the date back', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const allTime = time(page).getByRole('button', { name: 'All time' });
  await expect(allTime).toHaveAttribute('aria-pressed', 'true');
  await typeDate(page, '2023');
  await expect(allTime).toHaveAttribute('aria-pressed', 'false');
  await allTime.click();
  await expect(asOf(page)).toHaveValue('');
  await expectSummary(page, 'All of time', ties);
});

test('the slider walks the dates by keyboard and fills the field', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const slider = time(page).getByRole('slider', { name: 'As-of date' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'All time');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(asOf(page)).toHaveValue(/^\d{4}(-\d\d)?$/);
  const typed = await asOf(page).inputValue();
  const day = lastDayOf(typed);
  await expect(diagram(page)).toHaveAccessibleName(
    new RegExp(`^As of .*, ${counted(tiesAt(facts, day, 'when').length, 'tie')}\\.`),
  );
});

function lastDayOf(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month ?? 12, 0)).toISOString().slice(0, 10);
}

test('a change is told to screen readers once it has settled', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await typeDate(page, '2023-07');
  const told = `As of July 2023: ${actorsOf(tiesAt(facts, '2023-07-31', 'when')).size} of`;
  await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached();
});

/** The days that both fields of the window say. */
async function expectWindow(page: Page, from: string, to: string): Promise<void> {
  await expect(time(page).getByRole('textbox', { name: 'From' })).toHaveValue(from);
  await expect(time(page).getByRole('textbox', { name: 'To' })).toHaveValue(to);
}

const mode = (page: Page, name: string) => time(page).getByRole('button', { name, exact: true });

test.describe('a window', () => {
  test('shows what stood at any time in it; both ends are typed', async ({ page, seeds }) => {
    const facts = factsOf(DATED);
    await openDated(page, seeds.url);
    await mode(page, 'Between').click();
    await expect(mode(page, 'Between')).toHaveAttribute('aria-pressed', 'true');
    const from = time(page).getByRole('textbox', { name: 'From' });
    await from.fill('2023-08');
    await from.press('Enter');
    const to = time(page).getByRole('textbox', { name: 'To' });
    await to.fill('2023-11');
    await to.press('Enter');
    const expected = facts.ties.filter(
      (tie) => certaintyBetween(tie, '2023-08-01', '2023-11-30', 'when', facts.assertion) !== 'absent',
    );
    expect(expected.map(({ id }) => id)).toContain('mali member-of bloc');
    expect(expected.length).toBeLessThan(facts.ties.length);
    await expectSummary(page, 'Between August 2023 and November 2023', expected);
    await expect(page).toHaveURL(/day=2023-11&since=2023-08/);
    await page.reload();
    await expectSummary(page, 'Between August 2023 and November 2023', expected);
    await mode(page, 'As of').click();
    await expectSummary(page, 'As of November 2023', tiesAt(facts, '2023-11-30', 'when'));
  });

  test('follows its ends by keyboard, and moves as a whole with Shift', async ({ page, seeds }) => {
    await openDated(page, seeds.url);
    await mode(page, 'Between').focus();
    await page.keyboard.press('Enter');
    const start = time(page).getByRole('slider', { name: 'Start of the window' });
    await start.focus();
    await page.keyboard.press('Home');
    await time(page).getByRole('slider', { name: 'End of the window' }).focus();
    await page.keyboard.press('Home');
    await expectWindow(page, '2013', '2013');
    await page.keyboard.press('ArrowRight');
    await expectWindow(page, '2013', '2014');
    await page.keyboard.press('Shift+ArrowRight');
    await expectWindow(page, '2014', '2015');
    await expect(start).toHaveAttribute('aria-valuetext', '2014');
    await page.keyboard.press('Shift+End');
    await expect(time(page).getByRole('textbox', { name: 'To' })).toHaveValue('2025');
    await expect(diagram(page)).toHaveAccessibleName(/^Between 2024 and 2025: /);
  });

  test('is drawn, moved and stretched over the histogram by mouse', async ({ page, seeds }) => {
    await openDated(page, seeds.url);
    await mode(page, 'Between').click();
    const plot = await time(page).locator('.brush').boundingBox();
    const years = 13;
    const at = (year: number) => plot!.x + ((year - 2013 + 0.5) / years) * plot!.width;
    const drag = async (from: number, to: number) => {
      await page.mouse.move(from, plot!.y + 20);
      await page.mouse.down();
      await page.mouse.move((from + to) / 2, plot!.y + 24, { steps: 3 });
      await page.mouse.move(to, plot!.y + 20);
      await page.mouse.up();
    };
    // The window starts with the last ten years of the scale: before it there is room.
    await drag(at(2013), at(2014));
    await expectWindow(page, '2013', '2014');
    await drag(at(2018), at(2020));
    await expectWindow(page, '2018', '2020');
    await drag(at(2019), at(2021));
    await expectWindow(page, '2020', '2022');
    await drag(at(2022) + (0.5 / years) * plot!.width, at(2024));
    await expectWindow(page, '2020', '2024');
    await drag(at(2020) - (0.5 / years) * plot!.width, at(2016));
    await expectWindow(page, '2016', '2024');
  });
});

test('buttons and keys step from change to change, and by month', async ({ page, seeds }) => {
  await openDated(page, seeds.url);
  await time(page).getByRole('button', { name: 'Next change' }).click();
  await expect(asOf(page)).toHaveValue('2013');
  await expect(time(page).getByRole('button', { name: 'Previous change' })).toBeDisabled();
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press(']');
  await expect(asOf(page)).toHaveValue('2017');
  await page.keyboard.press(']');
  await expect(asOf(page)).toHaveValue('2023-07');
  await page.keyboard.press('[');
  await expect(asOf(page)).toHaveValue('2017');
  await page.keyboard.press('Shift+]');
  await expect(asOf(page)).toHaveValue('2018-01');
  await page.keyboard.press('Shift+[');
  await page.keyboard.press('Shift+[');
  await expect(asOf(page)).toHaveValue('2017-11');
});

test('plays to the end and says so once', async ({ page, seeds }) => {
  await openDated(page, seeds.url);
  await typeDate(page, '2020');
  await expect(page.getByRole('status').filter({ hasText: 'As of 2020:' })).toBeAttached();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const status = [...document.querySelectorAll('[role=status]')].find((one) =>
      one.textContent.includes('As of'),
    );
    new MutationObserver(() => said.push(status!.textContent)).observe(status!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await time(page).getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  await diagram(page).getByRole('button').first().focus();
  await page.keyboard.press('k');
  await expect(asOf(page)).toHaveValue('2025');
  await expect(time(page).getByRole('button', { name: 'Play through time' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'As of 2025:' })).toBeAttached();
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  expect(said).toEqual([expect.stringMatching(/^As of 2025:/)]);
  await page.goBack();
  await expect(asOf(page), 'playing is one step of the history').toHaveValue('2020');
});

test('pauses where it is', async ({ page, seeds }) => {
  await openDated(page, seeds.url);
  await time(page).getByRole('button', { name: 'Play through time' }).click();
  await time(page).getByRole('button', { name: 'Pause' }).click();
  const stopped = await asOf(page).inputValue();
  expect(stopped).toMatch(/^20(1[3-9]|2[0-4])$/);
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`^As of ${stopped}: `));
});

test('the activity of what is selected stands over the histogram', async ({ page, seeds }) => {
  await openDated(page, seeds.url);
  await expect(time(page).getByText('lines: the selection')).toHaveCount(0);
  await diagram(page)
    .getByRole('button', { name: /^Niger/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(time(page).getByText('lines: the selection')).toBeVisible();
  await expect(time(page).locator('path.line')).toHaveCount(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`no barrier in the window, ${theme}`, async ({ page, seeds }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openDated(page, seeds.url);
    await mode(page, 'Between').click();
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('.timebar')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the time bar is its dates and a sparkline', async ({ page, seeds }) => {
    await page.route('**/graph.json', (route) => route.fulfill({ json: DATED }));
    await page.goto(seeds.url);
    await expect(asOf(page)).toBeVisible();
    await expect(time(page).locator('.plot svg')).toBeVisible();
    await expect(time(page).getByRole('slider')).toHaveCount(0);
    await mode(page, 'Between').click();
    await expect(time(page).getByRole('textbox', { name: 'From' })).toBeVisible();
    await expect(time(page).getByRole('slider')).toHaveCount(0);
  });
});
