/** Exports hold what is on the screen, and nothing that could run. */
import { readFileSync } from 'node:fs';
import { type Download, type Page } from '@playwright/test';
import { readGraph } from '../../src/formats/json.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { actor, file as graphOf, says } from '../app/builders.ts';
import { pagesOf } from '../app/pdf.ts';
import { diagram, expect, openGraph, test } from './explorer.ts';
import { actorsOf, counted, factsOf } from './facts.ts';

async function exportAs(page: Page, format: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`^${format}`) }).click();
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function readBack(download: Download): Promise<GraphFile> {
  return readGraph(await textOf(download), download.suggestedFilename());
}

/** What an SVG file holds, read by the browser's own XML parser: it is strict. */
function inspectSvg(page: Page, svg: string) {
  return page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    const all = [...xml.querySelectorAll('*')];
    return {
      root: xml.documentElement.tagName,
      broken: xml.querySelector('parsererror')?.textContent ?? null,
      title: xml.querySelector('svg > title')?.textContent ?? null,
      description: xml.querySelector('svg > desc')?.textContent ?? null,
      tags: [...new Set(all.map((element) => element.tagName))].sort(),
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
      labels: [...xml.querySelectorAll('text')].map((element) =>
        [...element.querySelectorAll('tspan')].map((line) => line.textContent).join(' '),
      ),
      shapes: [...xml.querySelectorAll('circle, rect, path[stroke-width="1.5"][fill]:not([fill="none"])')]
        .filter((element) => element.getAttribute('stroke-width') === '1.5')
        .map((element) => element.tagName),
    };
  }, svg);
}

test('JSON holds the whole graph where nothing is hidden', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const saved = await readBack(await exportAs(page, 'JSON graph'));
  expect(saved.assertions).toEqual(seeds.file.assertions);
  expect(factsOf(saved).ties).toEqual(factsOf(seeds.file).ties);
  const cited = new Set(seeds.file.assertions.flatMap((a) => a.evidence.map((e) => e.document)));
  expect(saved.documents).toEqual(seeds.file.documents.filter(({ id }) => cited.has(id)));
});

test('JSON holds what the filters leave, with quotes and texts', async ({ page, seeds }) => {
  const facts = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Only Cooperation', exact: true }).click();
  const kept = facts.ties.filter((tie) => tie.sign === 1);
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(kept.length, 'tie')}\\.`));
  const saved = await readBack(await exportAs(page, 'JSON graph'));
  const ties = new Map(factsOf(saved).ties.map((tie) => [tie.id, tie]));
  for (const tie of kept) expect(ties.get(tie.id)).toEqual(tie);
  const cited = new Set(kept.flatMap((tie) => [...tie.supporting, ...tie.opposing]));
  const closing = new Set(kept.flatMap((tie) => tie.spells.flatMap((s) => [...s.openedBy, ...s.closedBy])));
  expect(saved.assertions).toEqual(
    seeds.file.assertions.filter(({ id }) => cited.has(id) || closing.has(id)),
  );
  for (const { text } of saved.documents) expect(text).toBeTruthy();
});

test('JSON that was exported opens again as the same graph', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const before = await diagram(page).getAttribute('aria-label');
  const path = await (await exportAs(page, 'JSON graph')).path();
  await page.locator('input[type=file]').setInputFiles({
    name: 'again.json',
    mimeType: 'application/json',
    buffer: readFileSync(path),
  });
  await page.getByRole('button', { name: 'Replace the open graph' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('again.json');
  await expect(diagram(page)).toHaveAccessibleName(before!);
});

test('SVG is a picture with a title, a description and every actor', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  const download = await exportAs(page, 'SVG image');
  expect(download.suggestedFilename()).toBe('seeds.svg');
  const svg = await inspectSvg(page, await textOf(download));
  expect(svg.broken).toBeNull();
  expect(svg.root).toBe('svg');
  expect(svg.title).toBe('seeds.json');
  expect(svg.description).toMatch(new RegExp(`^All of time: .*, ${counted(ties.length, 'tie')}\\.`));
  expect(svg.shapes).toHaveLength(actorsOf(ties).size);
  expect(svg.labels.join('|')).toContain('Niger');
});

test('SVG has only the actors that are shown', async ({ page, seeds }) => {
  const { ties } = factsOf(seeds.file);
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Only Conflict', exact: true }).click();
  const actors = actorsOf(ties.filter((tie) => tie.sign === -1));
  expect(actors.size).toBeLessThan(actorsOf(ties).size);
  await expect(diagram(page).getByRole('button')).toHaveCount(actors.size);
  const svg = await inspectSvg(page, await textOf(await exportAs(page, 'SVG image')));
  expect(svg.shapes).toHaveLength(actors.size);
});

/** Names as a hostile document may bring them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]><script>alert(2)</script>&amp;',
  "javascript:alert('3')",
];

test('SVG and page show hostile names as text', async ({ page, seeds }) => {
  const actors = HOSTILE.map((name, index) => actor(`country:x${index}`, 'country', { name }));
  const graph = graphOf(
    actors.map(({ id }) => says('niger', 'expelled', id, { when: '2024' })),
    actors,
  );
  await page.route('**/graph.json', (route) => route.fulfill({ json: graph }));
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  await openGraph(page, seeds.url);
  for (const name of HOSTILE) {
    await expect(
      diagram(page).getByRole('button', { name: `${name}, country, 1 tie`, exact: true }),
    ).toHaveCount(1);
  }
  const svg = await inspectSvg(page, await textOf(await exportAs(page, 'SVG image')));
  expect(svg.broken).toBeNull();
  expect(svg.tags).not.toContain('script');
  expect(svg.tags).not.toContain('img');
  expect(svg.attributes.filter((name) => name.startsWith('on') || name.includes('href'))).toEqual([]);
  expect(svg.labels).toContain(HOSTILE[0]);
  expect(await page.locator('script:not([src])').count()).toBe(0);
  expect(alerted).toBe(false);
});

test('PNG is a picture with twice the pixels', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  const svg = await textOf(await exportAs(page, 'SVG image'));
  const download = await exportAs(page, 'PNG image');
  expect(download.suggestedFilename()).toBe('seeds.png');
  const png = readFileSync(await download.path());
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  // The SVG file is drawn at life size, with a margin of 40 on each side.
  const [, w, h] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number];
  expect(width / (w - 80)).toBeGreaterThan(1.8);
  expect(width / (w - 80)).toBeLessThan(2.2);
  expect(height / (h - 80)).toBeGreaterThan(1.8);
  expect(height / (h - 80)).toBeLessThan(2.2);
});

test('an export at a date says so in its name', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.getByRole('textbox', { name: 'As of' }).fill('2024-03');
  await page.getByRole('textbox', { name: 'As of' }).press('Enter');
  await expect(diagram(page)).toHaveAccessibleName(/^As of March 2024/);
  const download = await exportAs(page, 'JSON graph');
  expect(download.suggestedFilename()).toBe('seeds-2024-03-31.json');
});

/** What a PDF file says, page by page, read by another program. */
async function pagesIn(download: Download): Promise<string[]> {
  return pagesOf(readFileSync(await download.path()));
}

/** Text without spaces, which lines break at. */
const solid = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

test('PDF has the picture, the filters, every tie and every quote, in any script', async ({
  page,
  seeds,
}) => {
  const actors = [
    actor('country:lodz', 'country', { name: 'Łódź și Țară' }),
    actor('country:ross', 'country', { name: 'Россия' }),
    actor('country:arab', 'country', { name: 'جامعة الدول العربية' }),
    actor('country:nice', 'country', { name: 'Côte d’Ivoire' }),
  ];
  const graph = graphOf(
    [
      says('country:lodz', 'cooperates-with', 'country:ross', { when: '2020', by: 'Gazeta Łódzka' }),
      says('country:arab', 'met-with', 'country:nice', { when: '2024-01', by: 'L’Été' }),
      says('country:nice', 'expelled', 'country:ross', { when: '2023-08', status: 'alleged' }),
    ],
    actors,
  );
  await page.route('**/graph.json', (route) => route.fulfill({ json: graph }));
  await openGraph(page, seeds.url);
  await page.getByRole('checkbox', { name: /^Alleged/ }).uncheck();
  const download = await exportAs(page, 'PDF report');
  expect(download.suggestedFilename()).toBe('graph.pdf');
  const pages = await pagesIn(download);
  const text = solid(pages.join(' '));
  for (const words of ['Łódź și Țară cooperates with Россия', 'Gazeta Łódzka', 'L’Été', 'Côte d’Ivoire'])
    expect(text).toContain(solid(words));
  for (const words of ['جامعة', 'الدول', 'العربية']) expect(text).toContain(words);
  expect(text).toContain(solid('Status: not “Alleged”'));
  expect(text).not.toContain('expelled');
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
});

test('PDF of the seeds has each quote with its outlet, and opens in the language of the page', async ({
  page,
  seeds,
}) => {
  await page.addInitScript(() => localStorage.setItem('entente-language', 'fr'));
  await page.goto(seeds.url);
  await page.getByRole('button', { name: 'Exporter' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Rapport PDF/ }).click();
  // A quote may go on behind the foot of a page.
  const pages = (await pagesIn(await saved)).map((one) => one.replace(/seeds\s*·\s*Fait avec[^]*$/, ''));
  const text = solid(pages.join(' '));
  for (const { evidence } of seeds.file.assertions)
    for (const { quote } of evidence) expect(text).toContain(solid(`« ${quote} »`));
  expect(text).toContain(solid('Citations et leurs sources'));
});

test('the data formats have exactly the ties that are shown', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  await page.getByRole('button', { name: 'Only Cooperation', exact: true }).click();
  const kept = factsOf(seeds.file).ties.filter((tie) => tie.sign === 1);
  await expect(diagram(page)).toHaveAccessibleName(new RegExp(`, ${counted(kept.length, 'tie')}\\.`));
  const gexf = await textOf(await exportAs(page, 'GEXF'));
  expect(gexf.match(/<edge /g)).toHaveLength(kept.length);
  const graphml = await textOf(await exportAs(page, 'GraphML'));
  expect(graphml.match(/<edge /g)).toHaveLength(kept.length);
  for (const [format, extension] of [
    ['JSON-LD', 'jsonld'],
    ['Turtle', 'ttl'],
    ['Cypher', 'cypher'],
    ['FollowTheMoney', 'ftm.json'],
  ] as const) {
    const download = await exportAs(page, format);
    expect(download.suggestedFilename()).toBe(`seeds.${extension}`);
    expect((await textOf(download)).length).toBeGreaterThan(1000);
  }
  const tables: string[] = [];
  page.on('download', (download) => tables.push(download.suggestedFilename()));
  await exportAs(page, 'CSV tables');
  await expect
    .poll(() => tables.sort())
    .toEqual(['seeds-edges.csv', 'seeds-evidence.csv', 'seeds-nodes.csv']);
});

test('nothing can be exported where nothing is shown', async ({ page, seeds }) => {
  await openGraph(page, seeds.url);
  for (const label of ['Actual', 'Planned', 'Alleged', 'Denied']) {
    const box = page.getByRole('checkbox', { name: new RegExp(`^${label} `) });
    if ((await box.count()) > 0) await box.uncheck();
  }
  await page.getByRole('button', { name: 'Export' }).click();
  for (const format of ['PNG image', 'SVG image', 'JSON graph']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${format}`) })).toBeDisabled();
  }
});
