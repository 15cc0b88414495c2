import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDistinctIds } from '../../src/documents/ids.ts';
import { type DocumentMetadata, UnreadableDocument } from '../../src/documents/input.ts';
import { metadataOf, readSideFile } from '../../src/documents/metadata.ts';
import { readDocument } from '../../src/documents/read.ts';
import { recordInput } from '../../src/documents/record.ts';
import { sha256 } from '../../src/documents/sha256.ts';

const BODY =
  'Niger ended its military agreement with the United States on Saturday, a spokesman of the junta said on television. ' +
  'The junta had already expelled the French ambassador and cut ties with Paris after the coup of July.';

function read(text: string | Uint8Array, path = 'news/article.txt', metadata?: DocumentMetadata) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return readDocument({ path, bytes, ...(metadata && { metadata }) });
}

function refusal(text: string | Uint8Array, path = 'news/article.txt'): string {
  try {
    read(text, path);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableDocument);
    return (error as Error).message;
  }
  throw new Error('it was read');
}

describe('inputs that are refused name the file and the way out', () => {
  test.each<[what: string, input: string | Uint8Array, message: RegExp]>([
    ['an empty file', '', /the file is empty: put the text/],
    ['only spaces', ' \n\n \t', /no article left after cleaning/],
    ['only furniture', 'Subscribe\nAdvertisement\n0 Comments', /no article left after cleaning/],
    ['a PDF', '%PDF-1.7\n…', /a PDF file, not text: give it a name that ends in .pdf/],
    ['a Word file', 'PK\x03\x04rest', /a ZIP or Office file/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /a picture/],
    ['bytes of a program', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), /a binary file/],
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(97), /50 MB are too large .*20 MB.*split it/],
    [
      'French',
      'Le Niger a rompu ses accords militaires avec les États-Unis. La junte avait déjà expulsé l’ambassadeur de France et rompu les liens avec Paris après le coup d’État de juillet.',
      /in French: only English/,
    ],
    [
      'Russian',
      'Нигер разорвал военное соглашение с Соединёнными Штатами. Ранее хунта выслала посла Франции и разорвала отношения с Парижем после июльского переворота.',
      /in Russian: only English/,
    ],
    [
      'a short text in French',
      'Le Niger a rompu ses accords militaires avec les États-Unis.',
      /: in French: /,
    ],
    ['a short text in Russian', 'Нигер разорвал соглашение.', /: in Russian: /],
    [
      'Arabic below a headline',
      'أنهت النيجر اتفاقها العسكري مع الولايات المتحدة يوم السبت\n\nقال متحدث باسم المجلس العسكري على التلفزيون. وكان المجلس قد طرد السفير الفرنسي.',
      /: in Arabic: only English/,
    ],
    [
      'Chinese below an English headline',
      'Niger ends the deal with Washington\n\n军政府发言人在电视上说。七月政变后,军政府已经驱逐了法国大使并与巴黎断绝关系。尼日尔总统说,俄罗斯将派遣军队。俄罗斯外交部证实了这一点。',
      /: in Chinese: only English/,
    ],
    [
      'Chinese in short lines',
      '尼日尔周六结束了与美国的军事协议\n\n军政府发言人在电视上说。',
      /: in Chinese: /,
    ],
    ['a script that is not known', 'ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛇᛈᛉᛊᛏᛒ', /: not in English: only English/],
  ])('%s', (_, input, message) => {
    expect(refusal(input)).toMatch(/^news\/article\.txt: /);
    expect(refusal(input)).toMatch(message);
  });
});

describe('encodings', () => {
  const text = `Niger’s général said “no” to Côte d’Ivoire\n\n${BODY}`;
  const utf16 = (order: 'LE' | 'BE', mark: boolean) => {
    const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
    return order === 'LE' ? bytes : bytes.swap16();
  };
  const expected = read(text).document.text;

  test.each<[name: string, bytes: Uint8Array, note: RegExp | null]>([
    ['UTF-8', Buffer.from(text), null],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), null],
    ['UTF-16LE with a mark', utf16('LE', true), null],
    ['UTF-16BE with a mark', utf16('BE', true), null],
    ['UTF-16LE without', utf16('LE', false), /UTF-16LE without a byte order mark/],
    ['UTF-16BE without', utf16('BE', false), /UTF-16BE without a byte order mark/],
  ])('%s', (_, bytes, note) => {
    const { document, notes } = read(bytes);
    expect(document.text).toBe(expected);
    expect(notes).toEqual(
      note ? [{ path: 'news/article.txt', message: expect.stringMatching(note) as string }] : [],
    );
  });

  test('Latin-1 and Windows-1252 are read with a note', () => {
    const bytes = Buffer.concat([
      Buffer.from('The C\xf4te d\x92Ivoire caf\xe9 summit \x96 in full\n\n', 'latin1'),
      Buffer.from(BODY),
    ]);
    const { document, notes } = read(bytes);
    expect(document.title).toBe('The Côte d’Ivoire café summit – in full');
    expect(notes[0]?.message).toMatch(/not UTF-8: read as Windows-1252/);
  });

  test('lone surrogates are replaced with a note, wherever they come from', () => {
    const utf16 = Buffer.from(`\uFEFFThe word x\uD800y here. ${BODY}`, 'utf16le');
    const utf8 = Buffer.concat([
      Buffer.from('The word x'),
      Buffer.of(0xed, 0xa0, 0x80),
      Buffer.from(`y here. ${BODY}`),
    ]);
    const record = recordInput(`{"text": "The word x\\ud800y here. ${BODY}"}`, 'stdin:1');
    for (const { document, notes } of [read(utf16), read(utf8), readDocument(record)]) {
      expect(document.text).toContain('The word x\uFFFDy here.');
      expect(notes[0]?.message).toMatch(/^1 lone surrogate/);
    }
  });

  test('one broken byte does not turn a UTF-8 text into Latin-1', () => {
    const bytes = Buffer.concat([
      Buffer.from('“Niger” – “Côte d’Ivoire”: '),
      Buffer.of(0xff),
      Buffer.from(BODY),
    ]);
    const { document, notes } = read(bytes);
    expect(document.text).toContain('“Côte d’Ivoire”');
    expect(notes[0]?.message).toMatch(/1 broken byte/);
  });
});

describe('pages', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const paragraphs = BODY.split('. ')
    .map((part) => `<p>${part}. This went on for some time in the region.</p>`)
    .join('');
  const article = `<nav><a href="/">Home</a></nav><article><h1>Niger ends the deal</h1>${paragraphs}${paragraphs.replaceAll('region', 'capital')}</article><footer>Contact us</footer>`;

  test('give title, outlet, date and address, and no script', () => {
    const { document } = read(
      page(
        `<title>Niger ends the deal | The Herald</title><meta property="og:title" content="Niger ends the deal">
         <meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2024-03-17T08:00:00Z">
         <link rel="canonical" href="https://herald.example/niger"><script>globalThis.hacked = true; document.write('evil')</script>`,
        `${article}<script>globalThis.hacked = true</script><img src=x onerror="globalThis.hacked = true">`,
      ),
      'page.html',
    );
    expect(document).toMatchObject({
      id: 'page',
      title: 'Niger ends the deal',
      source: 'The Herald',
      url: 'https://herald.example/niger',
      published: '2024-03-17',
      publishedBasis: 'page',
    });
    expect(document.text).toMatch(/^Niger ends the deal\n\nNiger ended its military agreement/);
    expect(document.text).not.toMatch(/evil|hacked|Contact us|Home|<p>/);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  test('JSON-LD tells the date where no meta tag does', () => {
    const ld =
      '{"@graph":[{"@type":"NewsArticle","headline":"Niger ends the deal","datePublished":"2024-03-18","publisher":{"name":"Sahel Post"}}]}';
    const { document } = read(page(`<script type="application/ld+json">${ld}</script>`, article), 'page.htm');
    expect(document).toMatchObject({
      published: '2024-03-18',
      source: 'Sahel Post',
      title: 'Niger ends the deal',
    });
  });

  test('JSON-LD with a comma too many tells the date; what is no JSON at all tells nothing', () => {
    const published = (ld: string) =>
      read(page(`<script type="application/ld+json">${ld}</script>`, article), 'page.htm').document.published;
    expect(published('{"headline": "A, B", "datePublished": "2024-03-18", "tags": ["a", "b",\n ], }')).toBe(
      '2024-03-18',
    );
    expect(published('{"datePublished": 2024-03-18,')).toBeNull();
  });

  const time = (date: string, words = '', marks = '') => `<time ${marks} datetime="${date}">${words}</time>`;
  const within = (top: string) => article.replace('</h1>', `</h1>${top}`);
  const aside = `<aside class="related">${time('2019-01-01')}</aside>`;
  const teaser = `<article class="teaser"><h2>Mali</h2>${time('2019-01-01')}</article>`;
  test.each<[what: string, body: string, published: string | null]>([
    ['of the article', within(time('2024-03-06T08:00:00Z')), '2024-03-06'],
    [
      'that is marked, before an update',
      within(`${time('2025-11-11', 'Updated 11 Nov')} ${time('2024-03-06', '', 'itemprop="datePublished"')}`),
      '2024-03-06',
    ],
    ['marked as pubdate', within(`${time('2025-11-11')}${time('2024-03-06', '', 'pubdate')}`), '2024-03-06'],
    [
      'behind an update that the words before it tell',
      within(`<p>Last updated: ${time('2025-11-11')}</p><p>${time('2024-03-06')}</p>`),
      '2024-03-06',
    ],
    [
      'of publication and update in one',
      within(
        `${time('2024-03-06', '', 'class="published updated"')}${time('2025-11-11', '', 'class="updated"')}`,
      ),
      '2024-03-06',
    ],
    ['of an update, where there is no other', within(time('2025-11-11', 'Updated')), '2025-11-11'],
    ['in an aside', `<main>${article}</main>${aside}`, null],
    ['in an aside of the article', within(aside), null],
    [
      'in an aside, marked',
      `${article}<aside>${time('2019-01-01', '', 'itemprop="datePublished"')}</aside>`,
      null,
    ],
    ['in an aside above the article’s own', `${aside}${within(time('2024-03-06'))}`, '2024-03-06'],
    ['in a footer', `${article}<footer>${time('2019-01-01')}</footer>`, null],
    ['in the navigation', `<nav>${time('2019-01-01')}</nav>${article}`, null],
    ['in a list of teasers', `${article}<ul id="related-stories"><li>${time('2019-01-01')}</li></ul>`, null],
    ['of a teaser', `${teaser}${article}`, null],
    [
      'of another article',
      `<main>${article}<article><h2>Mali</h2>${time('2019-01-01')}</article></main>`,
      null,
    ],
    ['below the article', `<main>${article}<ul><li>${time('2019-01-01')}</li></ul></main>`, null],
    ['outside the main part', `<p>${time('2019-01-01')}</p><main>${article}</main>`, null],
    ['of the day, above the page', `<header>${time('2019-01-01')}</header>${article}`, null],
    [
      'above the article, beside its title',
      `<header><h1>Niger ends the deal</h1>${time('2024-03-06')}</header>${article.replace(/<h1>.*<\/h1>/, '')}`,
      '2024-03-06',
    ],
    [
      'of a page without articles',
      `<h1>Niger ends the deal</h1>${time('2024-03-06')}${paragraphs}`,
      '2024-03-06',
    ],
    [
      'in a frame that also holds a sidebar',
      `<div class="content-sidebar">${within(time('2024-03-06'))}</div>`,
      '2024-03-06',
    ],
  ])('a time %s', (_, body, published) => {
    expect(read(page('<title>Niger ends the deal</title>', body), 'page.html').document).toMatchObject({
      published,
    });
  });

  test.each([
    ['Russia expels Polish diplomats | Test News', 'Test News', 'Russia expels Polish diplomats'],
    ['Russia expels Polish diplomats - Test News', 'Test News', 'Russia expels Polish diplomats'],
    ['Russia expels Polish diplomats – test news', 'Test News', 'Russia expels Polish diplomats'],
    [
      'Russia expels Polish diplomats | Other News',
      'Test News',
      'Russia expels Polish diplomats | Other News',
    ],
    ['Russia expels diplomats of Test News', 'Test News', 'Russia expels diplomats of Test News'],
    ['Russia expels Polish diplomats | Test News', '', 'Russia expels Polish diplomats | Test News'],
    ['Test News', 'Test News', 'Test News'],
  ])('“%s” on a page of “%s” has the title “%s”', (named, site, title) => {
    const head = `<meta property="og:title" content="${named}"><meta property="og:site_name" content="${site}">`;
    expect(read(page(head, article), 'page.html').document.title).toBe(title);
  });

  test('an address that is no web address is not kept', () => {
    const { document } = read(
      page('<link rel="canonical" href="javascript:alert(1)">', article),
      'page.html',
    );
    expect(document.url).toBeNull();
  });

  test('the declared charset is used', () => {
    const html = page(
      '<meta charset="windows-1251"><title>x</title>',
      `<p>The paper \xc8\xe7\xe2\xe5\xf1\xf2\xe8\xff wrote: ${BODY}</p>`,
    );
    expect(read(Buffer.from(html, 'latin1'), 'page.html').document.text).toContain(
      'The paper Известия wrote',
    );
  });

  test('markup that is nested 20,000 deep is read, not a crash', () => {
    const html = page('', `${'<div>'.repeat(20_000)}<p>${BODY}</p>`);
    expect(read(html, 'page.html').document.text).toContain('Niger ended its military agreement');
  });

  test('a fragment without html or body is read', () => {
    expect(read(`<p>${BODY}</p>`, 'page.html').document.text).toBe(BODY);
  });
});

describe('Markdown', () => {
  test('loses its marks and keeps its words', () => {
    const { document } = read(
      [
        '# Niger ends *the deal*',
        '',
        'Niger **ended** its [military agreement](https://x.example/a_(b)) with the',
        'United States on Saturday.[^1] The `junta` had snake_case_names.',
        '',
        '> The junta had already expelled the French ambassador.',
        '',
        '- First, [France][1] left the country.',
        '- Then the EU left it as well.',
        '',
        '![A soldier](soldier.png)',
        '```',
        'code()',
        '```',
        '[1]: https://france.example',
        '[^1]: A footnote.',
      ].join('\n'),
      'news.md',
    );
    expect(document.text.split('\n\n')).toEqual([
      'Niger ends the deal',
      'Niger ended its military agreement with the United States on Saturday. The junta had snake_case_names.',
      'The junta had already expelled the French ambassador.',
      'First, France left the country.',
      'Then the EU left it as well.',
    ]);
  });
});

describe('texts made to keep a program busy are read all the same', () => {
  test.each<[what: string, path: string, text: string]>([
    ['brackets that never close', 'a.md', `${BODY}\n\n${'![['.repeat(200_000)}`],
    ['comments that never close', 'a.md', `${BODY}\n\n${'<!-- '.repeat(200_000)}`],
    ['scripts that never close', 'a.md', `${BODY}\n\n${'<script>'.repeat(200_000)}`],
    ['stars', 'a.md', `${BODY}\n\n${'**a '.repeat(200_000)}`],
    ['a line of a million words', 'a.txt', `${BODY}\n\n${'Niger '.repeat(1_000_000)}`],
    ['a hundred thousand short lines', 'a.txt', `${BODY}\n${'Share this on\n'.repeat(100_000)}`],
    ['spaces', 'a.txt', `${BODY}\n\n${' \u00a0\t'.repeat(500_000)}x`],
    ['a page of list items', 'a.html', `<p>${BODY}</p>${'<li>x'.repeat(20_000)}`],
  ])('%s', (_, path, text) => {
    expect(read(text, path).document.text).toContain('Niger ended its military agreement');
  });
});

describe('what is said of a document', () => {
  test('front matter gives title, date, source and address', () => {
    const { document } = read(
      `---\ntitle: "A \\"deal\\" ends"\npublished: 2024-03-17T10:00:00Z\nsource: 'The Herald'\nurl: https://x.example\n---\n\n${BODY}`,
    );
    expect(document).toMatchObject({
      title: 'A "deal" ends',
      published: '2024-03-17',
      publishedBasis: 'given',
      source: 'The Herald',
      url: 'https://x.example',
      text: `A "deal" ends\n\n${BODY}`,
    });
  });

  test('a date in front matter that is none is left out with a note', () => {
    const { document, notes } = read(`---\ntitle: A deal\npublished: last week\n---\n${BODY}`);
    expect(document).toMatchObject({ title: 'A deal', published: null, publishedBasis: 'none' });
    expect(notes[0]?.message).toMatch(/"last week", no date: write 2024, 2024-03 or 2024-03-26/);
  });

  test('a date in words in front matter is read', () => {
    const { document, notes } = read(`---\ntitle: A deal\ndate: March 6, 2024\n---\n${BODY}`);
    expect(document).toMatchObject({ published: '2024-03-06', publishedBasis: 'given' });
    expect(notes).toEqual([]);
  });

  test('a text between two rules is no front matter', () => {
    expect(read(`---\nA motto of the house.\n---\n${BODY}`).document.text).toContain('A motto of the house.');
  });

  test('the side file comes before front matter, and an estimate stays one', () => {
    const { document } = read(`---\npublished: 2020\nsource: X\n---\n${BODY}`, 'a.txt', {
      published: '2024-03',
      publishedBasis: 'inferred',
    });
    expect(document).toMatchObject({ published: '2024-03', publishedBasis: 'inferred', source: 'X' });
  });

  const LONG =
    'Wheat prices rose for the second day after ships had stopped in the strait, and nobody in the port could say when the next of them would leave it.';
  test.each<[first: string, published: string | null, basis: string]>([
    ['NIAMEY, Aug 4, 2023 (Reuters) – The junta spoke.', '2023-08-04', 'inferred'],
    ['PARIS, 4 August (AFP) - France left in 2022. It plans to return by 2030.', '2022-08-04?', 'inferred'],
    // Written after what it tells of, so not in that year's August.
    ['PARIS, 4 August (AFP) - France left in September 2022. It plans to return by 2030.', null, 'none'],
    ['NIAMEY, Aug 4 (Reuters) – The junta spoke.', null, 'none'],
    ['Published: March 17, 2024', '2024-03-17', 'page'],
    ['17 March 2024', '2024-03-17', 'page'],
    ['Sunday, March 17th, 2024 | 14:05 GMT', '2024-03-17', 'page'],
    ['On 17 March 2024 Niger ended the agreement.', null, 'none'],
    ['Niger left on 17 March 2024', null, 'none'],
    ['NIAMEY, Feb 30, 2023 – The junta spoke.', null, 'none'],
    [`Strasbourg, 16.03.2022 – ${LONG}`, '2022-03-16', 'inferred'],
    [`19 July 2023 – ${LONG}`, '2023-07-19', 'inferred'],
    ['19 July 2023 – Wheat prices rose.', '2023-07-19', 'page'],
    // A chronicle has many such lines.
    ['19 July 2023 – Wheat prices rose.\n\n20 July 2023 – They fell.', null, 'none'],
    ['On Thursday, 9 May 2024, the last of them left.', '2024-05-09', 'inferred'],
    ['New York, 12 September 2014', '2014-09-12', 'page'],
    ['OPINION | 11 March 2024 | Share', '2024-03-11', 'page'],
    ['Tabled on 9 January 2024\n\nAnswered on 17 January 2024', '2024-01-17', 'page'],
    ['05.02.2024 13:20 | Region', '2024-02-05', 'page'],
    ['Afternoon meeting, 30 June 2023', '2023-06-30', 'page'],
    ['By Ana Cruz in Manila, 17 June 2024', '2024-06-17', 'page'],
    ['By John Smith and Ana Cruz, 17 June 2024', '2024-06-17', 'page'],
    ['Niger must leave by 17 June 2024', null, 'none'],
    ['By Monday, 17 June 2024', null, 'none'],
    ['POLICY BRIEF No. 14 | June 2023 | 2 pages', '2023-06', 'page'],
    ['June 2023 | The month that was', null, 'none'],
    ['The treaty of 9 May 1994 is dead', null, 'none'],
  ])('"%s" dates the article %s', (first, published, basis) => {
    expect(read(`${first}\n\n${BODY}`).document).toMatchObject({ published, publishedBasis: basis });
  });

  test('a text without a title is listed under its first words, which stand in it once', () => {
    const { document } = read(BODY);
    expect(document.title).toBe('Niger ended its military agreement with the United States on Saturday, a…');
    expect(document.text).toBe(BODY);
  });
});

describe('ids', () => {
  const named = (path: string, text = BODY) => read(text, path).document;

  test('are the names of the files, without extension and without spaces', () => {
    expect(named('a/b/000_7b3578387a64aad2.txt').id).toBe('000_7b3578387a64aad2');
    expect(named('a\\b\\My article.v2.html', `<p>${BODY}</p>`).id).toBe('My_article.v2');
  });

  test('differ for files of one name, whatever their order', () => {
    const documents = [
      named('x/a.txt'),
      named('y/a.txt', `${BODY} More.`),
      named('z/a.txt', `${BODY} More.`),
      named('b.txt'),
    ];
    const idsByPath = (list: typeof documents) =>
      Object.fromEntries(withDistinctIds(list).map(({ path, id }) => [path, id]));
    const ids = idsByPath(documents);
    expect(new Set(Object.values(ids)).size).toBe(4);
    expect(ids['b.txt']).toBe('b');
    expect(ids['x/a.txt']).toMatch(/^a-[0-9a-f]{8}$/);
    expect(idsByPath([...documents].reverse())).toEqual(ids);
  });
});

test('sha256 agrees with Node’s on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});

test('any text either becomes clean paragraphs or is refused by name', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 })), (lines) => {
      try {
        const { text } = read(Buffer.from(lines.join('\n'))).document;
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\n{3}|[ \t]\n|\p{Cs}/u);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableDocument);
      }
    }),
  );
});

describe('JSON-lines records', () => {
  test('carry their metadata and id', () => {
    const line = JSON.stringify({
      id: 'wire-7',
      text: BODY,
      title: 'A deal ends',
      published: '2024-03-17',
      source: 'Wire',
    });
    const { document } = readDocument(recordInput(line, 'stdin:3'));
    expect(document).toMatchObject({
      id: 'wire-7',
      title: 'A deal ends',
      published: '2024-03-17',
      source: 'Wire',
    });
  });

  test.each([
    ['{"text": ', /^stdin:3: not JSON/],
    ['[1]', /^stdin:3: a record must be an object/],
    ['{"title": "x"}', /^stdin:3: a record needs its article as "text" or "html"/],
  ])('%s is refused by its line', (line, message) => {
    expect(() => recordInput(line, 'stdin:3')).toThrow(message);
  });
});

describe('what a record says of itself', () => {
  test.each<[published: unknown, date: string]>([
    ['2024', '2024'],
    [2024, '2024'],
    ['2024-03-06T23:30:00-05:00', '2024-03-06'],
    ['March 6, 2024', '2024-03-06'],
    ['6 March 2024', '2024-03-06'],
    ['Wednesday, 6 March 2024 at 14:05', '2024-03-06'],
    ['Wed, 06 Mar 2024 10:00:00 +0100', '2024-03-06'],
    ['Wed, 6 Mar 24 10:00:00 EST', '2024-03-06'],
    ['March 2024', '2024-03'],
    ['Sept. 2024', '2024-09'],
    [1709712000, '2024-03-06'],
    [1709712000000, '2024-03-06'],
    [1709712000.25, '2024-03-06'],
    ['1709712000', '2024-03-06'],
  ])('published %j is %s', (published, date) => {
    const { metadata, notes } = metadataOf({ published });
    expect([metadata.published, notes]).toEqual([date, []]);
  });

  test.each<unknown>([
    'soon',
    'last March',
    'March 32, 2024',
    'Niger left on March 6, 2024',
    '03/06/2024',
    '6 March',
    20240306,
    -1709712000,
    99999999999999,
    true,
    { year: 2024 },
  ])('published %j is no date, and is left out with a note', (published) => {
    const { metadata, notes } = metadataOf({ title: 'A deal', published });
    expect(metadata).toEqual({ title: 'A deal' });
    expect(notes).toEqual([
      `"published" is ${JSON.stringify(published)}, no date: write 2024, 2024-03 or 2024-03-26; the date was left out`,
    ]);
  });

  test('other values that cannot be meant are left out as well', () => {
    const { metadata, notes } = metadataOf({ title: 5, source: 'Wire', publishedBasis: 'guess' });
    expect(metadata).toEqual({ source: 'Wire' });
    expect(notes).toEqual([
      '"title" must be text; it was left out',
      '"publishedBasis" must be one of given, page, inferred; it was left out',
    ]);
  });

  test('the note names the line, once', () => {
    const record = recordInput(JSON.stringify({ id: 'wire', text: BODY, published: 'soon' }), 'f.jsonl:2');
    const { document, notes } = readDocument(record);
    expect(document).toMatchObject({ id: 'wire', published: null });
    expect(notes).toEqual([
      { path: 'f.jsonl:2', message: expect.stringMatching(/^"published" is "soon", no date/) as string },
    ]);
  });
});

describe('side files', () => {
  test('a value that cannot be meant costs no other article its own', () => {
    const side = readSideFile(
      '{"a.txt": {"published": "soon", "source": "Wire"}, "b.txt": {"published": "March 2024"}, "c.txt": "x"}',
      'news/metadata.json',
    );
    expect(side.get('a.txt')).toEqual({
      metadata: { source: 'Wire' },
      notes: [expect.stringMatching(/^news\/metadata\.json: "a\.txt": "published" is "soon", no date/)],
    });
    expect(side.get('b.txt')).toEqual({ metadata: { published: '2024-03' }, notes: [] });
    expect(side.get('c.txt')!.notes).toEqual([expect.stringMatching(/"c\.txt": expected an object/)]);
  });

  test('the record of one document', () => {
    const side = readSideFile('\uFEFF{"published": "soon"}', 'a.meta.json');
    expect(side.get('')!.notes).toEqual([expect.stringMatching(/^a\.meta\.json: "published" is "soon"/)]);
  });

  test.each(['nonsense', '[]', '{"a.txt": '])('%j holds no records', (text) => {
    expect(() => readSideFile(text, 'metadata.json')).toThrow(/^not JSON: |^expected an object/);
  });
});

describe('the seeds', () => {
  const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'));

  test.each(seeds)('%s keeps all its sentences and none of the page around it', (name) => {
    const original = readFileSync(`seeds/${name}`, 'utf8');
    const { text } = read(original, name).document;
    expect(text).not.toMatch(
      /cookies|Subscribe|Home »|Notify of|Inline Feedbacks|Advertisement|interested in\.\./,
    );
    const sentences = original
      .split('\n')
      .filter((line) => /[a-z].{60,}[.”]$/.test(line) && !line.includes('cookies'));
    expect(sentences.length).toBeGreaterThan(2);
    for (const line of sentences) expect(text).toContain(line.replace(/^[\s•]+/, '').replace(/\s+/g, ' '));
  });
});
