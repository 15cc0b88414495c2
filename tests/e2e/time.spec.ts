/** The time bar: which ties stand at a date, on which clock, and what is said of wrong dates. */
import type { Page } from '@playwright/test';
import type { Tie } from '../../src/model/index.ts';
import type { Clock } from '../../src/ties/query.ts';
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
  ['2023-07', '2023-07-31', 'July 2023'],
  ['2023-12-04', '2023-12-04', '4 December 2023'],
  ['2024', '2024-12-31', '2024'],
  ['1950', '1950-12-31', '1950'],
] as const;

test.describe('a typed date', () => {
  for (const [typed, day, words] of DATES) {
    test(`${typed} shows the ties that stand, or may stand, on ${day}`, async ({ page, seeds }) => {
      const facts = factsOf(seeds.file);
      await openGraph(page, seeds.url);
      await typeDate(page, typed);
      const standingTies = tiesAt(facts, day, 'when');
      await expectSummary(page, `As of ${words}`, standingTies);
      await expect(page.getByRole('button', { name: `As of ${words}` })).toBeVisible();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      const rows = page.getByRole('table', { name: 'Ties' }).getByRole('rowgroup').last().getByRole('button');
      const named = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim()).sort();
      expect(named).toEqual(standingTies.map((tie) => sentenceOf(facts, tie)).sort());
    });
  }

  test('changes what is shown: the seeds tell of an end', async ({ seeds }) => {
    const facts = factsOf(seeds.file);
    const [early, late] = [tiesAt(facts, '2023-07-31', 'when'), tiesAt(facts, '2025-12-31', 'when')];
    expect(early.filter((tie) => !late.includes(tie)).length).toBeGreaterThan(0);
    expect(late.length).toBeGreaterThan(early.length);
  });
});

test('says of a tie whether it is certain, possible or undated at the date', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  const day = '2023-07-31';
  await openGraph(page, seeds.url);
  await typeDate(page, day);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const words = { certain: '', possible: ' · possibly in force', undated: ' · undated', absent: '' };
  const kinds = new Set<string>();
  for (const tie of tiesAt(facts, day, 'when')) {
    const certainty = standing(facts, tie, day, 'when');
    if (kinds.has(certainty)) continue;
    kinds.add(certainty);
    const sentence = sentenceOf(facts, tie);
    await page.getByRole('button', { name: sentence, exact: true }).click();
    const head = page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('button', { name: sentence });
    await expect(head).toContainText(new RegExp(`${words[certainty]} · \\d+ documents?$`));
    if (certainty === 'certain') await expect(head).not.toContainText('possibly in force');
  }
  expect(kinds.size).toBeGreaterThan(1);
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
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await typeDate(page, '2023-12');
  const day = '2023-12-31';
  const byClock = (clock: Clock) => tiesAt(facts, day, clock);
  expect(byClock('reported').length).not.toBe(byClock('when').length);
  await expectSummary(page, 'As of December 2023', byClock('when'));
  await time(page).getByRole('combobox', { name: 'Clock' }).selectOption('as reported');
  await expectSummary(page, 'As of December 2023', byClock('reported'));
  await time(page).getByRole('combobox', { name: 'Clock' }).selectOption('in the world');
  await expectSummary(page, 'As of December 2023', byClock('when'));
});

test('undated ties are counted, shown at first, and can be hidden', async ({ page, folder, seeds }) => {
  // The seeds all have dates: one report loses both of its own.
  const [first, ...others] = seeds.file.assertions;
  const file = { ...seeds.file, assertions: [{ ...first!, when: null, reported: null }, ...others] };
  const facts = factsOf(file);
  const undated = facts.ties.filter((tie) => standing(facts, tie, '9999-12-31', 'when') === 'undated');
  expect(undated.length).toBeGreaterThan(0);
  expect(folder).toBeTruthy();
  await page.route('**/graph.json', (route) => route.fulfill({ json: file }));
  await openGraph(page, seeds.url);
  const chip = time(page).getByRole('button', { name: `undated (${undated.length})` });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expectSummary(page, 'All of time', facts.ties);
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expectSummary(
    page,
    'All of time',
    facts.ties.filter((tie) => !undated.includes(tie)),
  );
  await typeDate(page, '2024');
  const dated = tiesAt(facts, '2024-12-31', 'when').filter((tie) => !undated.includes(tie));
  await expectSummary(page, 'As of 2024', dated);
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
