import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readGraph } from '../../src/formats/json.ts';
import { tiesOf } from '../../src/ties/fold.ts';
import { column, pdfOf } from '../documents/pdfs.ts';
import { SMALL } from '../formats/graphs.ts';
import { build, entente, install, temporaryFolder } from './built.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const ARTICLE =
  'Niger expelled the French ambassador in August 2023. Italy has kept its soldiers in Niger. ' +
  'Niger and Russia signed a military agreement in December 2023.';

let folder: string;
let remove: () => void;

beforeAll(build);
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function graphIn(name: string) {
  return readGraph(readFileSync(join(folder, name), 'utf8'), name);
}

describe('entente', () => {
  test.each<[args: string[], code: number, stream: 'stdout' | 'stderr', says: RegExp]>([
    [['--help'], 0, 'stdout', /extract {2}\s*read articles into a graph/],
    [['--version'], 0, 'stdout', /^\d+\.\d+\.\d+\n$/],
    [['extract', '--help'], 0, 'stdout', /^entente extract PATH…/],
    [[], 2, 'stderr', /entente COMMAND/],
    [['toString'], 2, 'stderr', /no command "toString"/],
    [['extract'], 2, 'stderr', /name the articles.*\n\nentente extract PATH…/],
    [['extract', '--fast', 'x'], 2, 'stderr', /Unknown option '--fast'/],
    [
      ['extract', 'x', '--jobs', 'many'],
      2,
      'stderr',
      /--jobs takes a whole number from 1 to 256, not "many"/,
    ],
    [['export', 'g.json', '--format', 'xml'], 2, 'stderr', /--format takes one of json, csv, gexf/],
    [['export', 'g.json', '--format', 'csv'], 2, 'stderr', /csv makes three files/],
    [
      ['export', 'g.json', '--format', 'json'],
      2,
      'stderr',
      /g\.json: no such file: make a graph with: entente extract/,
    ],
    [['explore', 'g.json'], 2, 'stderr', /g\.json: no such file/],
    [['check', 'x'], 2, 'stderr', /check takes no paths/],
    [['check'], 0, 'stderr', /no problems in data/],
  ])('%j ends with %i', async (args, code, stream, says) => {
    const outcome = await entente(args, { folder });
    expect(outcome.code).toBe(code);
    expect(outcome[stream]).toMatch(says);
  });
});

describe('entente extract', () => {
  test('reads folders, patterns and JSON lines into one graph, the same bytes in any order', async () => {
    put('news/a.txt', ARTICLE);
    put('news/deep/b.md', `# Niger turns to Russia\n\n${ARTICLE}`);
    put(
      'news/metadata.json',
      '{"a.txt": {"title": "Niger turns away", "published": "2023-12-20", "source": "Herald"}}',
    );
    put('more/c.html', `<title>Third</title><p>${ARTICLE}</p>`);
    put('more/.hidden.html', '<p>not this</p>');
    const input = `${JSON.stringify({ id: 'wire', text: ARTICLE, published: '2024-01-05' })}\n\n`;
    const first = await entente(['extract', 'news', 'more/*.html', '-', '-o', 'one.json'], { folder, input });
    const second = await entente(['extract', '-', './more', 'news/**/*', 'news/a.txt', '-o', 'two.json'], {
      folder,
      input,
    });

    expect(first).toMatchObject({ code: 0, stdout: '' });
    const graph = graphIn('one.json');
    expect(graph.documents.map(({ id, path }) => [id, path])).toEqual([
      ['a', 'news/a.txt'],
      ['b', 'news/deep/b.md'],
      ['c', 'more/c.html'],
      ['wire', 'wire.txt'],
    ]);
    expect(graph.documents[0]).toMatchObject({
      title: 'Niger turns away',
      published: '2023-12-20',
      source: 'Herald',
    });
    expect(graph.assertions.length).toBeGreaterThan(0);
    expect(second.code).toBe(0);
    expect(readFileSync(join(folder, 'two.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'one.json'), 'utf8'),
    );
  });

  test('keeps wire copies, and counts them as one source with their original', async () => {
    put('wire.txt', ARTICLE);
    put('wire.meta.json', '{"published": "2024-01-05"}');
    put('paper.txt', `Niger turns away from the West\n\n${ARTICLE}`);
    put('paper.meta.json', '{"published": "2024-01-06"}');
    const { code, stderr } = await entente(['extract', 'wire.txt', 'paper.txt', '-o', 'g.json'], { folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(/note: 1 wire copy of another document/);
    const graph = graphIn('g.json');
    expect(graph.documents.map(({ id, copyOf }) => [id, copyOf])).toEqual([
      ['paper', 'wire'],
      ['wire', undefined],
    ]);
    expect(new Set(tiesOf(graph).map(({ sources }) => sources))).toEqual(new Set([1]));
  });

  test('reads feeds, mails and PDF files in a folder', async () => {
    put(
      'in/feed.xml',
      `<rss><channel><item><title>A</title><description>${ARTICLE}</description></item></channel></rss>`,
    );
    put(
      'in/mail.eml',
      `From: Ann\r\nSubject: Mali\r\n\r\nMali left the group of five states of the Sahel in May 2022.`,
    );
    put('in/report.pdf', pdfOf([column(['France withdrew its troops from Mali in August 2022.'])]));
    const { code, stderr } = await entente(['extract', 'in', '-o', 'g.json'], { folder });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('3 documents') as string,
    });
    expect(graphIn('g.json').documents.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^feed-[0-9a-f]{8}$/),
      'mail',
      'report',
    ]);
  });

  test('--explain prints what was found and why, and makes no graph', async () => {
    put('a.txt', ARTICLE);
    const { code, stdout } = await entente(['extract', '--explain', 'a.txt'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.txt: “Niger expelled/);
    expect(stdout).toContain('“Niger” country → Niger (country:NER); its name in the tables');
    expect(stdout).toMatch(/\d\.\d\d Niger [a-z-]+ \w+, \w+: ASSERTED/);
    const both = await entente(['extract', '--explain', 'a.txt', '-o', 'g.json'], { folder });
    expect(both.code).toBe(2);
    expect(both.stderr).toMatch(/--explain prints to stdout and makes no graph/);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('names each file that it cannot read, and reads the others', async () => {
    put('empty.txt', '');
    put(
      'program.txt',
      Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256),
    );
    put(
      'french.txt',
      'Le Niger a expulsé l’ambassadeur de France et rompu ses accords militaires. '.repeat(4),
    );
    put('large.txt', Buffer.alloc(50 * 1024 * 1024, 'a '));
    put('side.txt', ARTICLE);
    put('side.meta.json', '{"published": "soon"}');
    put('lines.jsonl', '{}');
    put('good.txt', ARTICLE);
    put('latin.txt', Buffer.from(`${ARTICLE} C\xf4te d\x92Ivoire left.`, 'latin1'));
    mkdirSync(join(folder, 'nothing'));
    const { code, stdout, stderr } = await entente(
      [
        'extract',
        'empty.txt',
        'program.txt',
        'french.txt',
        'large.txt',
        'side.txt',
        'lines.jsonl',
        'absent.txt',
        'nothing',
        '*.doc',
        'good.txt',
        'latin.txt',
      ],
      { folder },
    );
    expect(code).toBe(1);
    for (const message of [
      'skipped: empty.txt: the file is empty',
      'skipped: program.txt: a binary file',
      'skipped: french.txt: in French',
      'skipped: large.txt: 50 MB are too large',
      'note: side.txt: side.meta.json: "published" is "soon"',
      'skipped: lines.jsonl: none of its 1 articles can be read; the first: lines.jsonl:1: a record needs',
      'skipped: absent.txt: no such file or folder',
      'skipped: nothing: no articles in this folder: looked for .txt, .md, .markdown, .html, .htm, .xhtml, .pdf, .eml, .xml,',
      'skipped: *.doc: no file matches',
      'note: latin.txt: not UTF-8: read as Windows-1252',
    ]) {
      expect(stderr).toContain(message);
    }
    expect(readGraph(stdout, 'stdout').documents.map(({ id }) => id)).toEqual(['good', 'latin', 'side']);
  });

  test('leaves an existing file as it was when nothing could be read', async () => {
    put('graph.json', 'before');
    put('empty.txt', '');
    const { code, stderr } = await entente(['extract', 'empty.txt', '-o', 'graph.json'], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/entente extract: no article could be read/);
    expect(readFileSync(join(folder, 'graph.json'), 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['empty.txt', 'graph.json']);
  });

  test('says before the work that the output cannot be written', async () => {
    put('good.txt', ARTICLE);
    const { code, stderr } = await entente(['extract', 'good.txt', '-o', 'no/such/graph.json'], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/no\/such\/graph\.json: the folder no\/such is missing/);
  });

  test('keeps quotes but no texts with --no-text', async () => {
    put('good.txt', ARTICLE);
    await entente(['extract', 'good.txt', '--no-text', '-o', 'graph.json'], { folder });
    const graph = graphIn('graph.json');
    expect(graph.documents[0]).not.toHaveProperty('text');
    expect(graph.assertions[0]?.evidence[0]?.quote).toBeTruthy();
  });

  test('on Ctrl-C keeps what is finished, in a whole file', async () => {
    for (let i = 0; i < 60; i++)
      cpSync(join(SEEDS, '001_41b2da1945abc7d4.txt'), join(folder, `copy-${i}.txt`));
    let isStopped = false;
    const { code, stderr } = await entente(['extract', '.', '-o', 'graph.json'], {
      folder,
      watch: (output, kill) => {
        if (isStopped || !output.includes('note: copy-9.txt')) return;
        isStopped = true;
        kill('SIGINT');
      },
    });
    expect(stderr).toMatch(/stopping after this document/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    // It was stopped in the first document, or before it.
    if (code === 2) expect(stderr).toMatch(/stopped before the first document/);
    else {
      expect(code).toBe(1);
      const { documents } = graphIn('graph.json');
      expect(documents.length).toBeLessThan(60);
      expect(stderr).toContain(`stopped: ${60 - documents.length} of 60 documents were not read`);
    }
  });
});

describe('an installation with a file missing or damaged', () => {
  test.each<[name: string, content: string | null, says: RegExp]>([
    ['data/reader/mentions.onnx', null, /mentions\.onnx[\s\S]*restore data\/reader/],
    ['data/reader/relations.onnx', 'cut off', /relations\.onnx is damaged .*restore it/],
    ['data/reader/reader.json', '{', /reader\.json/],
    ['data/countries.tsv', null, /data\/countries\.tsv cannot be read .*restore the folder data/],
    ['data/countries.tsv', 'no\ttable\n', /data\/countries\.tsv:1: /],
  ])('%s', async (name, content, says) => {
    const main = install(join(folder, 'copy'));
    rmSync(join(folder, 'copy', name));
    if (content !== null) put(`copy/${name}`, content);
    put('good.txt', ARTICLE);
    put('graph.json', 'before');
    const { code, stderr } = await entente(['extract', 'good.txt', '-o', 'graph.json'], { folder, main });
    expect(stderr).toMatch(says);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'graph.json'), 'utf8')).toBe('before');
  });
});

describe('entente export', () => {
  test('writes the formats of other programs, and refuses a broken graph by name', async () => {
    put('a.txt', ARTICLE);
    await entente(['extract', 'a.txt', '-o', 'graph.json'], { folder });
    const gexf = await entente(['export', 'graph.json', '--format', 'gexf'], { folder });
    expect(gexf.stdout).toMatch(/^<\?xml[\s\S]*<node id="country:NER"[\s\S]*<\/gexf>\n$/);
    const json = await entente(['export', 'graph.json', '--format', 'json'], { folder });
    expect(json.stdout).toBe(readFileSync(join(folder, 'graph.json'), 'utf8'));
    await entente(['export', 'graph.json', '--format', 'csv', '-o', 'ties.csv'], { folder });
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('ties.'))
        .sort(),
    ).toEqual(['ties.edges.csv', 'ties.evidence.csv', 'ties.nodes.csv']);
    put('broken.json', '{"format": "entente/1",');
    const broken = await entente(['export', 'broken.json', '--format', 'json'], { folder });
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toMatch(/broken\.json:1:\d+: not JSON/);
  });
});

describe('entente explore', () => {
  test('prints its address, and ends with Ctrl-C', async () => {
    put('small.json', JSON.stringify(SMALL));
    const { code, stdout } = await entente(['explore', 'small.json', '--port', '0', '--no-open'], {
      folder,
      watch: (output, kill) => {
        if (output.includes('http://127.0.0.1:')) kill('SIGINT');
      },
    });
    expect(stdout).toMatch(/^Entente shows small\.json at http:\/\/127\.0\.0\.1:\d+\/ /);
    expect(code).toBe(0);
  });

  test('refuses a graph of a newer version before it opens', async () => {
    put('new.json', '{"format": "entente/7"}');
    const { code, stderr } = await entente(['explore', 'new.json', '--no-open'], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/new\.json: format entente\/7: made by a newer Entente; update/);
  });

  test('says that the port asked for is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const { code, stderr } = await entente(['explore', '--port', port, '--no-open'], { folder });
    other.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(`port ${port} is taken: name a free one with --port`);
  });
});
