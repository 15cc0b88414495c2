/** Filters: what they hide is gone from the graph, from the table and from what is counted. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Status, type Tie } from '../../src/model/index.ts';
import { relationSpec } from '../../src/ontology/relations/index.ts';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { actorsOf, byRelation, byStatus, counted, factsOf } from './facts.ts';

const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' });

/** The checkbox of a value: its name is the label, then how many it has of how many. */
const box = (page: Page, label: string) =>
  filters(page).getByRole('checkbox', { name: new RegExp(`^${label} *, *[\\d/]+$`) });

/** Graph, filters and table all show just these ties. */
async function expectShown(page: Page, ties: readonly Tie[], all: readonly Tie[]): Promise<void> {
  await expect(filters(page)).toContainText(`${ties.length} of ${counted(all.length, 'tie')} shown`);
  await expect(diagram(page)).toHaveAccessibleName(
    new RegExp(`: ${actorsOf(ties).size} of ${actorsOf(all).size} actors, ${counted(ties.length, 'tie')}\\.`),
  );
  await expect(diagram(page).getByRole('button')).toHaveCount(actorsOf(ties).size);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('table', { name: 'Ties' });
  await expect(table.getByRole('row')).toHaveCount(ties.length + 1);
  await expect(page.getByRole('button', { name: counted(actorsOf(ties).size, 'actor') })).toBeVisible();
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
}

test('count the ties of each relation and status of the file', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  for (const [relation, count] of byRelation(ties)) {
    const name = new RegExp(`^${relationSpec(relation).label} *, *${count}$`);
    await expect(filters(page).getByRole('checkbox', { name })).toBeChecked();
  }
  for (const [status, count] of byStatus(ties)) {
    if (count === 0) continue;
    const name = new RegExp(`^${status} *, *${count}$`, 'i');
    await expect(filters(page).getByRole('checkbox', { name })).toBeChecked();
  }
});

test('hide the ties of a relation, and show them again', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  const [relation] = [...byRelation(ties)].sort(([, a], [, b]) => b - a)[0]!;
  await openGraph(page, seeds.url);
  await box(page, relationSpec(relation).label).uncheck();
  const rest = ties.filter((tie) => tie.relation !== relation);
  expect(rest.length).toBeLessThan(ties.length);
  await expectShown(page, rest, ties);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const label = relationSpec(relation).label;
  await expect(page.getByRole('table').getByRole('cell', { name: label, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Graph', exact: true }).click();
  await box(page, label).check();
  await expectShown(page, ties, ties);
});

test('"only" leaves one relation, and "Show all" takes every filter back', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  const relation = [...byRelation(ties).keys()].sort()[0]!;
  const { label } = relationSpec(relation);
  await openGraph(page, seeds.url);
  const showAll = filters(page).getByRole('button', { name: 'Show all', exact: true });
  await expect(showAll, 'nothing is hidden').toHaveCount(0);
  await filters(page)
    .getByRole('button', { name: `Only ${label}`, exact: true })
    .click();
  await expectShown(
    page,
    ties.filter((tie) => tie.relation === relation),
    ties,
  );
  await showAll.click();
  await expectShown(page, ties, ties);
  await expect(showAll, 'nothing is hidden').toHaveCount(0);
});

test('"only" of a group leaves the relations of one sign', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await filters(page).getByRole('button', { name: 'Only Conflict', exact: true }).click();
  const conflict = ties.filter((tie) => tie.sign === -1);
  expect(conflict.length).toBeGreaterThan(0);
  await expectShown(page, conflict, ties);
});

test('hide a status: what is told otherwise too stays', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await box(page, 'Actual').uncheck();
  const rest = ties.filter((tie) => tie.statuses.some((status: Status) => status !== 'actual'));
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.length).toBeLessThan(ties.length);
  await expectShown(page, rest, ties);
});

test('hide a type of actor with its ties', async ({ page, seeds }) => {
  const { ties, file } = factsOf(seeds.file);
  const organisations = new Set(file.actors.filter((a) => a.type === 'organisation').map((a) => a.id));
  await openGraph(page, seeds.url);
  await box(page, 'Organisation').uncheck();
  const rest = ties.filter((tie) => !organisations.has(tie.source) && !organisations.has(tie.target));
  expect(rest.length).toBeGreaterThan(0);
  await expectShown(page, rest, ties);
});

test('ask for more than one document', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const slider = filters(page).getByRole('slider', { name: 'Stated by at least' });
  await slider.fill('2');
  const rest = ties.filter((tie) => tie.sources >= 2);
  expect(rest.length).toBeGreaterThan(0);
  await expectShown(page, rest, ties);
  await expect(filters(page).getByText('2 independent sources')).toBeVisible();
});

test('count under the other filters what each relation would have', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await box(page, 'Actual').uncheck();
  const left = byRelation(ties.filter((tie) => tie.statuses.some((status) => status !== 'actual')));
  for (const [relation, total] of byRelation(ties)) {
    const now = left.get(relation) ?? 0;
    const numbers = now === total ? `${total}` : `${now}/${total}`;
    const name = new RegExp(`^${relationSpec(relation).label} *, *${numbers}$`);
    await expect(filters(page).getByRole('checkbox', { name })).toHaveCount(1);
  }
});

test('say so when nothing is left, and offer the way back', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  for (const [status, count] of byStatus(ties)) {
    if (count > 0) await box(page, status.charAt(0).toUpperCase() + status.slice(1)).uncheck();
  }
  const graph = page.getByRole('region', { name: 'Graph' });
  await expect(graph).toContainText('No tie passes the filters');
  await expect(diagram(page).getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('region', { name: 'Table', exact: true });
  await expect(table).toContainText('No tie passes the filters');
  await table.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('table', { name: 'Ties' }).getByRole('row')).toHaveCount(ties.length + 1);
});

test('an actor says how many of its ties are hidden', async ({ page, seeds }) => {
  const { ties, nameOf } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await filters(page).getByRole('button', { name: 'Only Conflict', exact: true }).click();
  const actor = diagram(page).getByRole('button').first();
  const name = (await actor.textContent())!.trim().split(',')[0]!;
  await actor.focus();
  await page.keyboard.press('Enter');
  const own = ties.filter((tie) => [tie.source, tie.target].map(nameOf).includes(name));
  const hidden = own.filter((tie) => tie.sign !== -1).length;
  expect(hidden).toBeGreaterThan(0);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText(`${counted(hidden, 'more tie')} hidden by the filters or the date.`);
  await inspector.getByRole('button', { name: 'Show all ties' }).click();
  await expect(inspector).not.toContainText('hidden by the filters');
  await expectShown(page, ties, ties);
});

const chips = (page: Page) => page.getByRole('group', { name: 'Active filters' });

test('"all but" hides one relation, its chip takes the filter back', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  const relation = [...byRelation(ties).keys()].sort()[0]!;
  const { label } = relationSpec(relation);
  await openGraph(page, seeds.url);
  await expect(chips(page)).toHaveCount(0);
  const button = filters(page).getByRole('button', { name: `All but ${label}`, exact: true });
  await box(page, label).hover();
  await button.click();
  await expectShown(
    page,
    ties.filter((tie) => tie.relation !== relation),
    ties,
  );
  await chips(page)
    .getByRole('button', { name: `Remove the filter “Relations: not “${label}””` })
    .click();
  await expect(chips(page)).toHaveCount(0);
  await expectShown(page, ties, ties);
});

test('a group hides all of a sign at once, is half ticked for a part, and folds', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const group = filters(page).getByRole('checkbox', { name: 'All of Conflict', exact: true });
  await expect(group).toBeChecked();
  await group.uncheck();
  await expectShown(
    page,
    ties.filter((tie) => tie.sign !== -1),
    ties,
  );
  await expect(chips(page)).toContainText('Conflict');
  const [relation] = [...byRelation(ties.filter((tie) => tie.sign === -1)).keys()];
  await box(page, relationSpec(relation!).label).check();
  expect(await group.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true);
  await group.check();
  await expectShown(page, ties, ties);
  const fold = filters(page).getByRole('button', { name: 'Conflict', exact: true });
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(box(page, relationSpec(relation!).label)).toHaveCount(0);
});

test('words find quotes whatever their accents, and stay in the address', async ({ page, seeds }) => {
  const { ties, assertion } = factsOf(seeds.file);
  const quotesOf = (tie: Tie) =>
    [...tie.supporting, ...tie.opposing].map((id) =>
      assertion(id)!
        .evidence.map(({ quote }) => quote)
        .join('\n'),
    );
  const rest = ties.filter((tie) => quotesOf(tie).some((text) => /\bmilitary/i.test(text)));
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.length).toBeLessThan(ties.length);
  await openGraph(page, seeds.url);
  const field = filters(page).getByRole('searchbox', { name: 'Words in quotes' });
  await field.fill('MÍLITARY');
  await expectShown(page, rest, ties);
  await page.reload();
  await expect(field).toHaveValue('MÍLITARY');
  await expectShown(page, rest, ties);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(field).toHaveValue('');
  await expectShown(page, ties, ties);
});

test('ask for more confidence, by number', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  const sorted = ties.map((tie) => tie.confidence).sort();
  const percent = Math.ceil(sorted[Math.floor(sorted.length / 2)]! * 100);
  await openGraph(page, seeds.url);
  const number = filters(page).getByRole('spinbutton', { name: 'Confidence at least, in percent' });
  await number.fill(String(percent));
  await number.press('Enter');
  const rest = ties.filter((tie) => tie.confidence >= percent / 100);
  await expectShown(page, rest, ties);
  await expect(chips(page)).toContainText(`Confidence ≥ ${percent} %`);
});

test('topics hide what is about nothing else', async ({ page, seeds }) => {
  const { ties, assertion } = factsOf(seeds.file);
  const topicsOf = (tie: Tie) =>
    new Set([...tie.supporting, ...tie.opposing].flatMap((id) => assertion(id)!.topics));
  const rest = ties.filter((tie) => topicsOf(tie).has('military'));
  expect(rest.length).toBeGreaterThan(0);
  await openGraph(page, seeds.url);
  const fold = filters(page).getByRole('button', { name: 'Topics', exact: true });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  await filters(page).getByRole('button', { name: 'Only Military and defence' }).click({ force: true });
  await expectShown(page, rest, ties);
  await expect(chips(page)).toContainText('Topics: only Military and defence');
});

test('blocs are found when they are asked for, and hide their actors', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const fold = filters(page).getByRole('button', { name: 'Blocs (computed)', exact: true });
  await fold.click();
  const group = filters(page).getByRole('group', { name: 'Blocs (computed)' });
  const first = group.getByRole('listitem').first();
  await expect(first).toContainText(/\d % stable|\d% stable/);
  await first.getByRole('checkbox').uncheck();
  await expect(chips(page)).toContainText('Blocs (computed): not');
  await expect(filters(page)).not.toContainText(`${ties.length} of ${counted(ties.length, 'tie')} shown`);
  const shown = await filters(page)
    .getByText(/ties? shown/)
    .textContent();
  // The address follows when filters have settled.
  await expect(page).toHaveURL(/bloc/);
  await page.reload();
  await expect(filters(page).getByText(shown!.trim()), 'an address says blocs too').toBeVisible();
});

test('chips are taken away by keyboard, and the focus goes to the next', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await box(page, 'Actual').uncheck();
  await filters(page).getByRole('searchbox', { name: 'Words in quotes' }).fill('niger');
  await expect(chips(page).getByRole('listitem')).toHaveCount(2);
  await chips(page).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(chips(page).getByRole('listitem')).toHaveCount(1);
  await expect(chips(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveCount(0);
  await expect(page.locator('#content')).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`no barrier in filters and chips, ${theme}`, async ({ page, seeds }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openGraph(page, seeds.url);
    await box(page, 'Actual').uncheck();
    await filters(page).getByRole('button', { name: 'Topics', exact: true }).click();
    await expect(chips(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('#filters')
      .include('.chips')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
