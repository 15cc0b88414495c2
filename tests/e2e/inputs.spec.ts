/** Feeds, mails, PDF files and JSON lines, opened in the page: the same documents as on the command line. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraph } from '../../src/formats/json.ts';
import { column, pdfOf } from '../documents/pdfs.ts';
import { diagram, expect, extractTo, openFiles, test } from './explorer.ts';

// The networks need their time on two cores.
test.describe.configure({ timeout: 180_000 });

const MALI =
  'Mali expelled the French ambassador on 31 January 2022, the government said on state television.';
const NIGER = 'Russia signed a military agreement with Niger in January 2024, the defence ministry said.';

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'report.pdf': pdfOf([
    column(['France withdrew its troops from Mali in August 2022, the', 'ministry said.']),
  ]),
  'feed.xml': `<rss version="2.0"><channel><title>Sahel Post</title><item><title>Mali and France</title><link>https://post.example/1</link><pubDate>Tue, 01 Feb 2022 10:00:00 GMT</pubDate><description>&lt;p&gt;${MALI}&lt;/p&gt;&lt;img src=x onerror="window.__hacked = 1"&gt;</description></item></channel></rss>`,
  'wire.eml': `From: Wire <wire@wire.example>\r\nSubject: Mali and France\r\nDate: Wed, 02 Feb 2022 10:00:00 +0000\r\nContent-Type: text/html\r\n\r\n<p>${MALI}</p><script>window.__hacked = 1</script>`,
  'batch.jsonl': `{"id": "niger", "text": "${NIGER}", "published": "2024-01-20", "source": "Niger Post"}\nbroken\n`,
};
const BOMB =
  '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';

test('are read as the command line reads them, and a wire copy counts as one source', async ({
  page,
  folder,
  emptyUrl,
}) => {
  const inputs = join(folder, 'inputs');
  mkdirSync(inputs, { recursive: true });
  const paths = Object.entries(FILES).map(([name, content]) => {
    writeFileSync(join(inputs, name), content);
    return join(inputs, name);
  });
  // The broken line of JSON ends the command with 1; its graph is written all the same.
  writeFileSync(join(inputs, 'batch.jsonl'), String(FILES['batch.jsonl']).replace('broken\n', ''));
  const path = extractTo(join(folder, 'inputs.json'), ...paths);
  const expected = readGraph(readFileSync(path, 'utf8'), path);
  writeFileSync(join(inputs, 'batch.jsonl'), FILES['batch.jsonl']!);
  writeFileSync(join(inputs, 'bomb.xml'), BOMB);

  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await page.route('**/graph.json', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(emptyUrl);
  expect(requested.filter((url) => /pdfjs/.test(url))).toEqual([]);
  await openFiles(page, [...paths, join(inputs, 'bomb.xml')]);
  await page.getByRole('dialog').getByRole('button', { name: 'Read now' }).click();
  await expect(diagram(page)).toBeAttached({ timeout: 150_000 });

  const notes = page.getByRole('group').filter({ hasText: /notes? on the articles read/ });
  await notes.getByText(/notes? on the articles read/).click();
  for (const note of [
    /bomb\.xml: skipped: declares entities/,
    /batch\.jsonl:2: skipped: not JSON/,
    /wire\.eml: repeats the text of feed-[0-9a-f]{8}: the two count as one source/,
  ]) {
    await expect(notes.getByRole('listitem').filter({ hasText: note })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^JSON graph/ }).click();
  const actual = readGraph(readFileSync(await (await download).path(), 'utf8'), 'export');
  const essence = ({ documents }: typeof actual) =>
    documents.map(({ id, title, published, source, text, copyOf }) => [
      id,
      title,
      published,
      source,
      text,
      copyOf,
    ]);
  expect(essence(actual)).toEqual(essence(expected));
  expect(actual.documents.map(({ copyOf }) => copyOf !== undefined)).toEqual([false, false, false, true]);
  expect(actual.assertions.map(({ id }) => id)).toEqual(expected.assertions.map(({ id }) => id));
  expect(await page.evaluate(() => '__hacked' in window)).toBe(false);
});
