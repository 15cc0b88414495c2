import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../../src/documents/articles.ts';
import { UnreadableDocument } from '../../src/documents/input.ts';
import { DEFLATED, column, pdfOf } from './pdfs.ts';

const BODY = 'Niger expelled the French ambassador on Friday, a spokesman of the junta said on television.';

async function read(content: string | Uint8Array, path: string) {
  return readArticles({ path, bytes: typeof content === 'string' ? Buffer.from(content) : content });
}

async function refusal(content: string | Uint8Array, path: string): Promise<string> {
  const error = await read(content, path).then(
    () => new Error('it was read'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnreadableDocument);
  return (error as Error).message;
}

async function textOf(content: string | Uint8Array, path: string): Promise<string> {
  return (await read(content, path)).documents[0]!.text;
}

describe('feeds: each item is a document', () => {
  const rss = (items: string, channel = '<title>Sahel Post</title>') =>
    `<?xml version="1.0"?><rss version="2.0"><channel>${channel}${items}</channel></rss>`;
  const item = `<item><title>Niger expels the ambassador</title><link>https://post.example/1</link>
    <pubDate>Fri, 22 Dec 2023 23:30:00 GMT</pubDate><description>${BODY}</description></item>`;
  const first = {
    title: 'Niger expels the ambassador',
    published: '2023-12-22',
    publishedBasis: 'page',
    source: 'Sahel Post',
    url: 'https://post.example/1',
    text: `Niger expels the ambassador\n\n${BODY}`,
  };

  test('RSS 2.0: title, date, link, and the channel as source', async () => {
    const { documents, notes } = await read(rss(`${item}${item.replaceAll('/1', '/2')}`), 'news/feed.rss');
    expect(documents).toHaveLength(2);
    expect(documents[0]).toMatchObject(first);
    expect(documents[0]!.id).toMatch(/^feed-[0-9a-f]{8}$/);
    expect(documents[0]!.path).toMatch(/^news\/feed\.rss#[0-9a-f]{8}$/);
    expect(notes).toEqual([]);
  });

  test.each([
    ['Thu, 7 Mar 24 08:30:00 EST', '2024-03-07'],
    ['7 Mar 24 08:30 GMT', '2024-03-07'],
    ['Sun, 31 Dec 49 08:30:00 GMT', '2049-12-31'],
    ['Sat, 1 Jan 50 08:30:00 GMT', '1950-01-01'],
    ['Thu, 07 Mar 2024 08:30:00 EST', '2024-03-07'],
    ['Thu, 30 Feb 24 08:30:00 EST', null],
    ['7 Mar 24', null],
    ['Thu, 7 Mar 124 08:30:00 EST', null],
  ])('pubDate %s is %s', async (date, published) => {
    const dated = item.replace(/(?<=<pubDate>).*(?=<\/pubDate>)/, date);
    expect((await read(rss(dated), 'feed.rss')).documents[0]).toMatchObject({ published });
  });

  test('RSS 1.0, where items stand beside the channel', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="r"><channel><title>Sahel Post</title><items><rdf:Seq/></items></channel>${item.replace(/<pubDate>.*<\/pubDate>/, '<dc:date>2023-12-22T10:00:00Z</dc:date>')}</rdf:RDF>`;
    expect((await read(rdf, 'feed.xml')).documents[0]).toMatchObject(first);
  });

  test.each([
    ['html', `&lt;p&gt;${BODY}&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;`],
    ['xhtml', `<div xmlns="http://www.w3.org/1999/xhtml"><p>${BODY}</p><script>evil()</script></div>`],
    ['text', BODY],
  ])('Atom with content of type %s', async (type, content) => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Sahel Post</title><link rel="self" href="https://post.example/feed"/>
      <entry><title>Niger expels the ambassador</title><link rel="replies" href="https://post.example/c"/><link href="https://post.example/1"/>
      <id>tag:1</id><updated>2024-01-05T00:00:00Z</updated><published>2023-12-22T08:00:00Z</published>
      <author><name>Ann</name></author><summary>A teaser.</summary><content type="${type}">${content}</content></entry></feed>`;
    const { documents } = await read(atom, 'feed.atom');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject(first);
  });

  test('the whole text is taken where a teaser stands beside it; titles and entities of HTML are read', async () => {
    const { documents, notes } = await read(
      rss(
        `<item><title>Niger&amp;#8217;s &lt;b&gt;decision&lt;/b&gt;</title><media:title>A soldier</media:title>
         <description>Niger said …</description><content:encoded><![CDATA[<p>${BODY}</p><p>The junta&nbsp;had cut ties.</p>]]></content:encoded></item>
         <item><title>Second</title><description>${BODY} It said&nbsp;so.</description></item>`,
      ),
      'feed.xml',
    );
    expect(documents.map(({ text }) => text)).toEqual([
      `Niger’s decision\n\n${BODY}\n\nThe junta had cut ties.`,
      `Second\n\n${BODY} It said so.`,
    ]);
    expect(notes).toEqual([]);
  });

  test('items that hold only a teaser are counted in a note; lines that blogs add below go', async () => {
    const teaser = `<item><title>Mali</title><description>${BODY} It also said that [&amp;#8230;]</description></item>`;
    const blog = `<item><title>Chad</title><description>&lt;p&gt;${BODY}&lt;/p&gt;&lt;p&gt;The post &lt;a&gt;Chad ends it&lt;/a&gt; appeared first on &lt;a&gt;Sahel Post&lt;/a&gt;.&lt;/p&gt;</description></item>`;
    const { documents, notes } = await read(rss(teaser + blog), 'feed.xml');
    expect(documents[1]!.text).toBe(`Chad\n\n${BODY}`);
    expect(notes).toEqual([
      { path: 'feed.xml', message: expect.stringMatching(/^1 of 2 items hold only the opening/) as string },
    ]);
  });

  test('an item keeps its id when others come before it', async () => {
    const newer = item.replaceAll('/1', '/9');
    const [before] = (await read(rss(item), 'feed.xml')).documents;
    const after = (await read(rss(newer + item), 'feed.xml')).documents;
    expect(after[1]).toEqual(before);
    expect(after[0]!.id).not.toBe(before!.id);
  });

  test('what a side file says of a feed holds for its items', async () => {
    const bytes = Buffer.from(rss(item));
    const { documents } = await readArticles({ path: 'feed.xml', bytes, metadata: { source: 'The Post' } });
    expect(documents[0]).toMatchObject({ ...first, source: 'The Post' });
  });

  test('what cannot be meant in a side file is told once for the feed', async () => {
    const notes = [{ path: 'feed.xml', message: 'metadata.json: "feed.xml": "title" must be text' }];
    const bytes = Buffer.from(rss(item + item.replaceAll('/1', '/2')));
    expect((await readArticles({ path: 'feed.xml', bytes, notes })).notes).toEqual(notes);
  });

  test('a feed that breaks off is read as far as it goes, with a note; items without text are named', async () => {
    const whole = rss(`${item}<item><title>No text</title></item>`);
    const broken = whole.replace('</channel></rss>', '<item><title>Half a ti');
    const { documents, notes, skipped } = await read(broken, 'feed.xml');
    expect(documents).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/^not well-formed XML \(\d+:\d+: .*\): read as far as it goes/);
    expect(skipped.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^feed\.xml#[0-9a-f]{8}: an item without text/),
    ]);
  });

  test('the declared encoding is used', async () => {
    const bytes = Buffer.from(
      rss(item.replace('Niger expels', 'C\xf4te expels')).replace('?>', ' encoding="ISO-8859-1"?>'),
      'latin1',
    );
    expect((await read(bytes, 'feed.xml')).documents[0]!.title).toBe('Côte expels the ambassador');
  });

  const bomb = (inside: string) => `<?xml version="1.0"?><!DOCTYPE rss [${inside}]>${rss(item).slice(21)}`;
  test.each<[what: string, xml: string, message: RegExp]>([
    [
      'entities that expand without end',
      bomb('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'),
      /declares entities/,
    ],
    ['entities that name a file', bomb('<!ENTITY x SYSTEM "file:///etc/passwd">'), /declares entities/],
    ['another kind of XML', '<gexf><graph/></gexf>', /XML of another kind \(<gexf>\), no RSS or Atom/],
    ['a feed without items', rss(''), /a feed without items/],
    ['text', BODY, /not well-formed .* no item was found/],
    ['elements in elements', rss(`<item>${'<a>'.repeat(5000)}`), /too deep/],
  ])('refuses %s', async (_, xml, message) => {
    expect(await refusal(xml, 'feed.xml')).toMatch(message);
  });

  test('a document type that declares nothing is no danger', async () => {
    const old = rss(item).replace(
      '?>',
      '?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">',
    );
    expect((await read(old, 'feed.xml')).documents[0]).toMatchObject(first);
  });
});

describe('mail', () => {
  const mail = (lines: readonly string[], body: string) => [...lines, '', body].join('\r\n');
  const head = [
    'From: =?utf-8?Q?C=C3=B4te?= News <desk@cote.example>',
    'Subject: Fwd: =?UTF-8?B?TmlnZXIgZXhwZWxzIHRoZSDi?=',
    ' =?UTF-8?B?gJxGcmVuY2jigJ0=?= ambassador',
    'Date: Fri, 22 Dec 2023 10:00:00 +0100',
  ];

  test('subject, date and sender; words in two parts, a character cut between them', async () => {
    const { documents } = await read(mail(head, BODY), 'news/m.eml');
    expect(documents).toMatchObject([
      {
        id: 'm',
        title: 'Niger expels the “French” ambassador',
        source: 'Côte News',
        published: '2023-12-22',
        publishedBasis: 'page',
        text: `Niger expels the “French” ambassador\n\n${BODY}`,
      },
    ]);
  });

  test.each<[what: string, headers: string[], body: string]>([
    [
      'quoted-printable in Latin-1',
      ['Content-Type: text/plain; charset="iso-8859-1"', 'Content-Transfer-Encoding: quoted-printable'],
      `A g=E9n=E9ral spoke. ${BODY.replace('ambassador', 'ambas=\r\nsador')}`,
    ],
    [
      'base64 in UTF-8',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      Buffer.from(`A général spoke. ${BODY}`).toString('base64').replace(/.{60}/g, '$&\r\n'),
    ],
    [
      'HTML',
      ['Content-Type: text/html; charset=utf-8'],
      `<style>p{}</style><p>A g&eacute;n&eacute;ral spoke. ${BODY}</p><script>evil()</script>`,
    ],
    [
      'flowed lines',
      ['Content-Type: text/plain; format=flowed; charset=utf-8'],
      `A général spoke. ${BODY.replaceAll(/(.{30}\S*) /g, '$1 \r\n')}`,
    ],
    [
      'a forwarded message',
      [],
      `---------- Forwarded message ----------\r\nFrom: Ann\r\nDate: today\r\nSubject: x\r\n\r\n> A général spoke. ${BODY}`,
    ],
    ['a signature', [], `A général spoke. ${BODY}\r\n-- \r\nAnn Smith, Desk of the paper`],
  ])('%s', async (_, headers, body) => {
    expect(await textOf(mail([...head, ...headers], body), 'm.eml')).toBe(
      `Niger expels the “French” ambassador\n\nA général spoke. ${BODY}`,
    );
  });

  const parts = (boundary: string, ...all: string[]) =>
    `${all.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;

  test('of several parts the text is read and attachments are named', async () => {
    const inner = parts(
      'in',
      `Content-Type: text/plain\r\n\r\n${BODY}`,
      'Content-Type: text/html\r\n\r\n<p>Short.</p>',
    );
    const attachment = 'Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nSecret notes.';
    const whole = parts(
      'out',
      `Content-Type: multipart/alternative; boundary=in\r\n\r\n${inner}`,
      attachment,
    );
    const { documents, notes } = await read(
      mail([...head, 'Content-Type: multipart/mixed; boundary="out"'], whole),
      'm.eml',
    );
    expect(documents[0]!.text.split('\n\n').slice(1)).toEqual([BODY]);
    expect(notes).toEqual([{ path: 'm.eml', message: expect.stringMatching(/^1 attachment/) as string }]);
  });

  test('the HTML part is read where the plain one only points to it', async () => {
    const whole = parts(
      'b',
      'Content-Type: text/plain\r\n\r\nView this in a browser.',
      `Content-Type: text/html\r\n\r\n<p>${BODY}</p>`,
    );
    const text = await textOf(
      mail([...head, 'Content-Type: multipart/alternative; boundary=b'], whole),
      'm.eml',
    );
    expect(text.split('\n\n').slice(1)).toEqual([BODY]);
  });

  test.each<[what: string, content: string, message: RegExp]>([
    ['no headers', BODY, /no mail message/],
    [
      'only an attachment',
      mail([...head, 'Content-Type: application/pdf'], '%PDF'),
      /no text in this message/,
    ],
  ])('refuses %s', async (_, content, message) => {
    expect(await refusal(content, 'm.eml')).toMatch(message);
  });
});

describe('PDF', () => {
  test('lines become paragraphs, words cut at the end of a line whole', async () => {
    const page = column([
      'Niger expels the French ambassador',
      '',
      'Niger expelled the French ambassador on Friday, a mili-',
      'tary spokesman said on state television. The president of',
      'Guinea-',
      'Bissau welcomed the decision of the junta in the evening.',
      '',
      'The junta had already cut ties with Paris after the coup',
      'of July, and with several neighbours.',
    ]);
    expect((await textOf(pdfOf([page]), 'p.pdf')).split('\n\n')).toEqual([
      'Niger expels the French ambassador',
      'Niger expelled the French ambassador on Friday, a military spokesman said on state television. The president of Guinea-Bissau welcomed the decision of the junta in the evening.',
      'The junta had already cut ties with Paris after the coup of July, and with several neighbours.',
    ]);
  });

  test('a paragraph goes on over the page; running heads and page numbers go', async () => {
    const page = (n: number, lines: readonly string[]) => [
      { text: `The Sahel Review ${n}`, y: 770 },
      ...column(lines),
      { text: String(n), x: 300, y: 30 },
    ];
    const pages = [
      page(1, ['Niger expelled the French ambassador on Friday, and a', 'spokesman of the junta']),
      page(2, ['said so on television in the capital.', '', 'The junta had cut ties with Paris before.']),
    ];
    expect((await textOf(pdfOf(pages), 'p.pdf')).split('\n\n')).toEqual([
      'Niger expelled the French ambassador on Friday, and a spokesman of the junta said so on television in the capital.',
      'The junta had cut ties with Paris before.',
    ]);
  });

  test('a page that was printed from a browser gives its address, and no date of publication', async () => {
    const page = [
      { text: '11/25/24, 10:54 PM', y: 770 },
      { text: 'Niger expels the ambassador', x: 300, y: 770 },
      ...column([BODY]),
      { text: 'https://post.example/niger/1?x=2', y: 20 },
      { text: '1/1', x: 560, y: 20 },
    ];
    const bytes = pdfOf([page], '/Producer (Skia/PDF m150) /CreationDate (D:20241125225400Z)');
    expect((await read(bytes, 'p.pdf')).documents).toMatchObject([
      { text: BODY, url: 'https://post.example/niger/1?x=2', published: null, publishedBasis: 'none' },
    ]);
  });

  test('the day it was made is only an inference', async () => {
    const bytes = pdfOf([column([BODY])], '/CreationDate (D:20231222101500Z)');
    expect((await read(bytes, 'p.pdf')).documents[0]).toMatchObject({
      id: 'p',
      published: '2023-12-22?',
      publishedBasis: 'inferred',
    });
  });

  test('packed text is read', async () => {
    expect(await textOf(pdfOf([column([BODY])], '', DEFLATED), 'p.pdf')).toBe(BODY);
  });

  const spaces = Buffer.alloc(300 * 1024 * 1024, ' ');
  test.each<[what: string, content: string | Uint8Array, message: RegExp]>([
    [
      'a file that unpacks to hundreds of megabytes',
      pdfOf([[]], '', ['/Filter /FlateDecode', () => deflateSync(spaces)]),
      /unpacks to far more than an article/,
    ],
    [
      'a file that is packed twice',
      pdfOf([[]], '', ['/Filter [/FlateDecode /Fl]', (text) => deflateSync(deflateSync(text))]),
      /unpacks to far more than an article/,
    ],
    ['pictures of pages', pdfOf([[]]), /holds no text, only pictures of pages: run text recognition/],
    ['a damaged file', '%PDF-1.4 and no more', /this PDF is damaged/],
    ['another file', BODY, /this PDF is damaged/],
  ])('refuses %s', async (_, content, message) => {
    expect(await refusal(content, 'p.pdf')).toMatch(message);
  });
});

describe('files of JSON lines', () => {
  test('each line is a document; those that are none are named by line', async () => {
    const lines = [
      `{"text": "${BODY}", "title": "Niger", "id": "n1"}`,
      'nonsense',
      '',
      `{"html": "<p>${BODY}</p>"}`,
    ];
    const { documents, skipped } = await read(lines.join('\n'), 'news/batch.jsonl');
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['n1', `Niger\n\n${BODY}`],
      ['batch.jsonl-4', BODY],
    ]);
    expect(skipped.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^news\/batch\.jsonl:2: not JSON/),
    ]);
  });

  test('a date that is none is left out with a note of its line; the article stays', async () => {
    const line = (published: unknown) => JSON.stringify({ text: BODY, published });
    const { documents, notes } = await read([line('March 6, 2024'), line('soon')].join('\n'), 'f.jsonl');
    expect(documents.map(({ published }) => published)).toEqual(['2024-03-06', null]);
    expect(notes).toEqual([
      { path: 'f.jsonl:2', message: expect.stringMatching(/^"published" is "soon", no date/) as string },
    ]);
  });

  test('refuses a file of which no line can be read', async () => {
    expect(await refusal('{}\n[]', 'b.ndjson')).toMatch(
      /^b\.ndjson: none of its 2 articles can be read; the first: b\.ndjson:1: /,
    );
  });
});
