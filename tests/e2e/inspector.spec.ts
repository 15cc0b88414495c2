/** The inspector tells what is known of actors, pairs, blocs and documents, and every quote can be cited. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Assertion, GraphFile } from '../../src/model/index.ts';
import { actor, file as graphOf, says } from '../app/builders.ts';
import { expect, openGraph, test } from './explorer.ts';

const TEXT = 'Niger expelled France’s ambassador, the junta said. Italy trains soldiers in Niger.';
const QUOTES: Readonly<Record<string, string>> = {
  expelled: 'Niger expelled France’s ambassador, the junta said.',
  'security-aid': 'Italy trains soldiers in Niger.',
};

/** Puts quotes that are in the text into an assertion, and says who speaks in the first. */
function quoted(assertion: Assertion): Assertion {
  const quote = QUOTES[assertion.relation] ?? TEXT;
  const start = TEXT.indexOf(quote);
  const at = TEXT.indexOf('the junta');
  const speaker = { start: at, end: at + 9, words: 'the junta', actor: 'country:niger' };
  const evidence = { ...assertion.evidence[0]!, start, end: start + quote.length, quote };
  return {
    ...assertion,
    topics: ['diplomacy'],
    evidence: [{ ...evidence, ...(assertion.relation === 'expelled' && { speaker }) }],
  };
}

const named = (id: string, name: string, more = {}) =>
  actor(id, id.startsWith('mission') ? 'mission' : id.startsWith('person') ? 'person' : 'country', {
    name,
    ...more,
  });

function sahel(): GraphFile {
  const actors = [
    named('country:france', 'France'),
    named('country:italy', 'Italy'),
    named('country:mali', 'Mali'),
    named('country:niger', 'Niger', { aliases: ['Niamey'] }),
    named('mission:misin', 'MISIN', { parents: ['country:italy'] }),
    named('person:bazoum', 'Mohamed Bazoum', { represents: 'country:niger' }),
  ];
  const said = [
    says('country:niger', 'expelled', 'country:france', { when: '2023-08', by: 'Wire' }),
    says('country:france', 'cooperates-with', 'country:niger', { when: '2014', by: 'Wire' }),
    says('country:italy', 'security-aid', 'country:niger', { when: '2018', by: 'Daily' }),
    says('country:italy', 'cooperates-with', 'country:mali', { when: '2019', by: 'Daily' }),
    says('country:mali', 'cooperates-with', 'country:niger', { when: '2023-09', by: 'Daily' }),
    says('mission:misin', 'deployed-in', 'country:niger', { when: '2018', by: 'Daily' }),
  ].map(quoted);
  const graph = graphOf(said, actors);
  return {
    ...graph,
    actors,
    documents: graph.documents.map((document) => ({
      ...document,
      title: `The ${document.id} report`,
      text: TEXT,
      published: '2023-08-26',
      publishedBasis: 'given' as const,
      url: 'https://example.org/report',
    })),
  };
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const heading = (page: Page) => inspector(page).getByRole('heading', { level: 2 });

async function openSahel(page: Page, url: string, hash: string): Promise<void> {
  await page.route('**/graph.json', (route) => route.fulfill({ json: sahel() }));
  await page.goto(`${url}${hash}`);
  await expect(inspector(page)).toBeVisible();
}

test('an actor: names, who belongs to it, activity, partners and rivals, bloc', async ({ page, seeds }) => {
  await openSahel(page, seeds.url, '#v1&view=table&select=country:niger');
  const panel = inspector(page);
  await expect(panel).toContainText('Other names Niamey');
  await expect(panel.getByRole('button', { name: 'Mohamed Bazoum' })).toBeVisible();
  await expect(
    panel.getByRole('img', { name: /2014 to September 2023: .* most in \w+ 2023\.$/ }),
  ).toBeVisible();
  const partners = panel.getByRole('heading', { name: 'Strongest partners' });
  const rivals = panel.getByRole('heading', { name: 'Strongest rivals' });
  await expect(panel.locator('ol').filter({ hasText: 'Italy' })).toHaveCount(1);
  await expect(partners).toBeVisible();
  await expect(rivals).toBeVisible();

  await panel.getByRole('button', { name: 'Bloc (computed)' }).click();
  await expect(heading(page)).toHaveText('Bloc of Niger');
  await expect(heading(page)).toBeFocused();
  await expect(panel).toContainText('Computed, not declared');
  await expect(panel).toContainText(/\d of \d possible pairs? of members cooperate/);
  await panel.getByRole('button', { name: 'Niger', exact: true }).click();
  await expect(heading(page)).toHaveText('Niger');
  await page.goto(`${seeds.url}#v1&view=table&select=country:italy`);
  await expect(heading(page)).toHaveText('Italy');
  await expect(panel).toContainText('1 member in the graph MISIN');
});

test('a pair: its warmth in a picture and in words, and all its quotes', async ({ page, seeds }) => {
  await openSahel(page, seeds.url, '#v1&view=table&select=country:france,country:niger');
  const panel = inspector(page);
  await expect(panel.getByRole('img', { name: /at the end, highest .* lowest / })).toBeVisible();
  await expect(panel).toContainText('From −10 (war) to 10 (close friends)');
  await expect(panel.getByRole('article')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show all 2 quotes' }).click();
  await expect(panel.getByRole('article')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Show the quotes of one tie only' }).click();
  await expect(panel.getByRole('article')).toHaveCount(0);
});

test('a quote says who speaks and of what, and is copied as a citation by keyboard', async ({
  page,
  seeds,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSahel(page, seeds.url, '#v1&view=table&select=country:france,country:niger,conflict');
  const panel = inspector(page);
  await panel.getByRole('button', { name: /^Niger expelled France/ }).press('Enter');
  const card = panel.getByRole('article');
  await expect(card).toContainText('Said by “the junta” Niger');
  await expect(card).toContainText('when: August 2023 · date in the text');
  await expect(card.getByRole('list', { name: 'Topics' })).toHaveText(/diplomacy/i);
  await card.getByRole('button', { name: 'Copy as citation' }).press('Enter');
  await expect(card.getByRole('status')).toHaveText('The citation is on the clipboard.');
  // The page runs on this machine alone: a link would lead nobody else to the quote.
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '“Niger expelled France’s ambassador, the junta said.” (said by the junta)\nWire, “The Wire report”, 26 August 2023. https://example.org/report',
  );

  await card.getByRole('button', { name: 'Niger', exact: true }).press('Enter');
  await expect(heading(page)).toHaveText('Niger');
});

test('a citation that cannot be copied says so', async ({ page, seeds }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await openSahel(page, seeds.url, '#v1&view=table&select=country:france,country:niger,conflict');
  await inspector(page)
    .getByRole('button', { name: /^Niger expelled France/ })
    .click();
  const card = inspector(page).getByRole('article');
  await card.getByRole('button', { name: 'Copy as citation' }).click();
  await expect(card.getByRole('status')).toContainText('select the text and copy it');
});

test('a document: what it states, where it is from, and back to its ties', async ({ page, seeds }) => {
  await openSahel(page, seeds.url, '#v1&view=table&select=country:italy,country:niger');
  const panel = inspector(page);
  await panel.getByRole('article').getByRole('button', { name: 'The Daily report' }).click();
  await expect(heading(page)).toHaveText('The Daily report');
  await expect(panel).toContainText('26 August 2023 (given with the file)');
  await expect(panel.getByRole('link', { name: 'https://example.org/report' })).toHaveAttribute(
    'rel',
    /noopener/,
  );
  await expect(panel.getByRole('heading', { name: '4 assertions' })).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(4);
  await panel.getByRole('button', { name: 'Italy gives security aid to Niger' }).click();
  await expect(heading(page)).toHaveText('Italy – Niger');
  await page.goBack();
  await expect(heading(page)).toHaveText('The Daily report');
});

for (const theme of ['light', 'dark']) {
  test(`all panels are in order for axe, in the ${theme} theme`, async ({ page, seeds }) => {
    await page.addInitScript((wanted) => localStorage.setItem('entente-theme', wanted), theme);
    for (const select of [
      'country:niger',
      'country:niger,in,bloc',
      'Daily,as,document',
      'country:france,country:niger',
    ]) {
      await openSahel(page, seeds.url, `#v1&view=table&select=${select}`);
      // A goto that changes nothing but the hash is a step of the same page.
      await page.reload();
      await expect(heading(page)).toBeVisible();
      if (select.endsWith('bloc')) await expect(inspector(page)).toContainText('Cohesion');
      const all = inspector(page).getByRole('button', { name: /^Show all \d+ quotes/ });
      if ((await all.count()) > 0) await all.click();
      const { violations } = await new AxeBuilder({ page }).include('aside[data-tour=evidence]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
}

test('the seeds open in every panel without an error', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const { documents, actors } = seeds.file;
  for (const select of [`${documents[0]!.id},as,document`, `${actors[0]!.id},in,bloc`]) {
    await page.goto(`${seeds.url}#v1&view=table&select=${select}`);
    await expect(heading(page)).toBeVisible();
  }
});
