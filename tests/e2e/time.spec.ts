/** The time bar: which ties stand at a date, on which clock, and what is said of wrong dates. */
import type { Page } from '@playwright/test';
import type { Tie } from '../../src/model/index.ts';
import type { Clock } from '../../src/model/index.ts';
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
